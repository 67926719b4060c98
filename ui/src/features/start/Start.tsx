/** The window without a workbook: the line it is all about, and the ways in. */
import type { ReactNode } from "react";
import { Button } from "react-aria-components";

import { forget } from "../../app/route";
import { reads, useRead, useWrite, writes } from "../../api/queries";
import type { LinkState } from "../../api/types";
import { Wrong } from "../../components/Blocks";
import { cx } from "../../components/classes";
import type { HostError } from "../../host/host";
import { AppMark } from "../../components/Rail";
import { Track } from "../../components/State";
import { readable, useCommands } from "../../keys/keys";
import { t } from "../../words/start";
import { linkOrder, links } from "../../words/vocabulary";
import styles from "./Start.module.css";

/** The line as it looks half-way through the work: this is what the states mean. */
const drawn: readonly LinkState[] = ["sound", "sound", "sound", "draft", "missing", "missing"];

/** `refused` is why the workbook that the window was started with could not be opened. */
export function Start({ refused = null }: { refused?: HostError | null }) {
  const info = useRead(reads.appInfo, []);
  const making = useWrite(writes.newBook, { showsItsTrouble: true });
  const opening = useWrite(writes.openBook, { showsItsTrouble: true });
  const busy = making.busy || opening.busy;
  const make = () => {
    forget();
    opening.reset();
    making.run();
  };
  const open = () => {
    forget();
    making.reset();
    opening.run();
  };
  useCommands([
    { id: "new", name: t("newHead"), keys: "Mod+N", enabled: !busy, run: make },
    { id: "open", name: t("openHead"), keys: "Mod+O", enabled: !busy, run: open },
  ]);
  const error = making.error ?? opening.error ?? refused;

  return (
    <main className={styles.start}>
      <div className={styles.in}>
        <header className={styles.head}>
          <AppMark size={32} />
          <h1>{t("name")}</h1>
          <span className="sub">{info.data?.version}</span>
        </header>
        <div className={styles.line} role="img" aria-label={t("line")}>
          {linkOrder.map((link, index) => (
            <div key={link} className={styles.link}>
              <b>{links[link]}</b>
              <Track state={drawn[index] ?? "missing"} next={drawn[index + 1] ?? null} />
              <small>{t(link)}</small>
            </div>
          ))}
        </div>
        {error === null ? null : (
          <div className={styles.wrong}>
            <Wrong error={error} />
          </div>
        )}
        <div className={styles.ways}>
          <Way head={t("newHead")}>
            <Entry keys="Mod+N" busy={busy} onPress={make} note={t("blankNote")}>
              {t("blank")}
            </Entry>
          </Way>
          <Way head={t("openHead")}>
            <Entry keys="Mod+O" busy={busy} onPress={open}>
              {t("open")}
            </Entry>
          </Way>
        </div>
        <p className={cx("sub", styles.foot)}>{t("local")}</p>
      </div>
    </main>
  );
}

function Way(props: { head: string; children: ReactNode }) {
  return (
    <section aria-label={props.head}>
      <h2 className="h2">{props.head}</h2>
      {props.children}
    </section>
  );
}

function Entry(props: {
  keys: string;
  busy: boolean;
  onPress: () => void;
  note?: string;
  children: string;
}) {
  return (
    <Button className={styles.entry ?? ""} isDisabled={props.busy} onPress={props.onPress}>
      <b>{props.children}</b>
      <span className="sub">{props.note}</span>
      <kbd className="sub">{readable(props.keys)}</kbd>
    </Button>
  );
}
