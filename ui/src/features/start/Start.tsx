/** The window without a workbook: the line it is all about, and the ways in. */
import { BookOpen, FilePlus2, Settings } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";

import { forget } from "../../app/route";
import { reads, useRead, useWrite, writes } from "../../api/queries";
import { dismiss, useTroubles } from "../../api/troubles";
import type { LinkState, Sample, Template } from "../../api/types";
import { HeldWays } from "../../app/HeldWays";
import { Wrong } from "../../components/Blocks";
import { Button as Plain } from "../../components/Button";
import { cx } from "../../components/classes";
import type { HostError } from "../../host/host";
import { AppMark } from "../../components/Rail";
import { Track } from "../../components/State";
import { readable, run, useCommands } from "../../keys/keys";
import { Palette } from "../../keys/Palette";
import { t } from "../../words/start";
import { linkOrder, links } from "../../words/vocabulary";
import { Recents } from "./Recents";
import { Samples } from "./Samples";
import styles from "./Start.module.css";

/** The line as it looks half-way through the work: this is what the states mean. */
const drawn: readonly LinkState[] = ["sound", "sound", "sound", "draft", "missing", "missing"];

/** What a new workbook can begin with, in the order of the list. */
const templates = [
  { template: "saas", note: "saasNote", keys: "Mod+1" },
  { template: "dtc", note: "dtcNote", keys: "Mod+2" },
  { template: "service", note: "serviceNote", keys: "Mod+3" },
  { template: "blank", note: "blankNote", keys: "Mod+N" },
] as const satisfies readonly { template: Template; note: string; keys: string }[];

/** `refused` is why the workbook that the window was started with could not be opened. */
export function Start({ refused = null }: { refused?: HostError | null }) {
  const info = useRead(reads.appInfo, []);
  const making = useWrite(writes.newBook, { showsItsTrouble: true });
  const opening = useWrite(writes.openBook, { showsItsTrouble: true });
  const telling = useWrite(writes.sampleBook, { showsItsTrouble: true });
  const reopening = useWrite(writes.openRecent, { showsItsTrouble: true });
  const recents = useRead(reads.recents, []);
  const { line } = useTroubles();
  const ways = [making, opening, telling, reopening] as const;
  const busy = ways.some((way) => way.busy);
  const begin = () => {
    forget();
    dismiss();
    for (const way of ways) way.reset();
  };
  const make = (template: Template) => {
    begin();
    making.run(template);
  };
  const open = () => {
    begin();
    opening.run();
  };
  const reopen = (id: string) => {
    begin();
    reopening.run(id);
  };
  const tell = (sample: Sample) => {
    begin();
    telling.run(sample);
  };
  useCommands([
    ...templates.map(({ template, keys }) => ({
      // The blank one is what "new" means once a workbook is open.
      id: template === "blank" ? "new" : `new-${template}`,
      name: template === "blank" ? t("newBook") : t("newFrom", { template: t(template) }),
      keys,
      enabled: !busy,
      icon: FilePlus2,
      menu: { in: "file" as const, group: 1 },
      run: () => make(template),
    })),
    {
      id: "open",
      name: t("openBook"),
      keys: "Mod+O",
      enabled: !busy,
      icon: BookOpen,
      menu: { in: "file", group: 1 },
      run: open,
    },
  ]);
  const error = ways.find((way) => way.error !== null)?.error ?? line?.error ?? refused;
  const books = recents.data?.books ?? [];

  return (
    <main className={styles.start}>
      <div className={styles.in}>
        <header className={styles.head}>
          <AppMark size={32} />
          <h1>{t("name")}</h1>
          <span className="sub">{info.data?.version}</span>
          <span className={styles.aside}>
            <Plain look="quiet" onPress={() => run("settings")}>
              <Settings aria-hidden="true" />
              {t("settings")}
            </Plain>
          </span>
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
            <Wrong error={error} action={<HeldWays error={error} />} />
          </div>
        )}
        <div className={styles.ways}>
          <Way head={t("storyHead")}>
            <Samples busy={busy} onOpen={tell} />
          </Way>
          <div>
            <Way head={t("newHead")}>
              {templates.map(({ template, note, keys }) => (
                <Entry
                  key={template}
                  keys={keys}
                  busy={busy}
                  onPress={() => make(template)}
                  note={t(note)}
                >
                  {t(template)}
                </Entry>
              ))}
            </Way>
            <Way head={t("openHead")}>
              <Entry keys="Mod+O" busy={busy} onPress={open}>
                {t("open")}
              </Entry>
            </Way>
          </div>
          <Way head={t("recentHead")}>
            <Recents books={books} busy={busy} onOpen={reopen} />
          </Way>
        </div>
        <p className={cx("sub", styles.foot)}>{t("local")}</p>
      </div>
      <Palette
        found={books
          .filter((book) => !book.missing)
          .map((book) => ({
            id: `recent ${book.id}`,
            name: book.name,
            also: book.file_name,
            icon: BookOpen,
            note: t("recent"),
            run: () => reopen(book.id),
          }))}
      />
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
