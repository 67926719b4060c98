/** The chosen point of the history: what it changed, and what restoring the workbook to it would. */
import { type ReactNode, useState } from "react";

import { type Answer, reads, useRead, useWrite, writes } from "../../api/queries";
import type { LogEntry, Return, Snapshot, Told } from "../../api/types";
import { LevelMark, Wrong } from "../../components/Blocks";
import { Button } from "../../components/Button";
import { HostError } from "../../host/host";
import { t, when } from "../../words/history";
import styles from "./History.module.css";
import { Records } from "./Records";

export interface PointProps {
  /** The change after which the point stands; 0 for before the first. */
  seq: number;
  /** The entry of that change, if it is one and has been read. */
  entry: LogEntry | undefined;
  /** The name it was chosen by. */
  snapshot: Snapshot | null;
  /** The workbook stands there. */
  isNow: boolean;
  readOnly: boolean;
  onRestored: () => void;
}

export function Point(props: PointProps) {
  const { seq, snapshot } = props;
  const [restoring, setRestoring] = useState(false);
  const removing = useWrite(writes.removeSnapshot);
  const told = useRead(reads.told, seq === 0 || restoring ? null : [seq]);
  const entry = props.entry ?? (told.data?.entry.seq === seq ? told.data.entry : undefined);
  return (
    // It scrolls, so that keys have to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroller is worked by keys
    <section className={styles.point} aria-label={titleOf(snapshot, entry)} tabIndex={0}>
      <h2 className={styles.title}>{titleOf(snapshot, entry)}</h2>
      <p className="sub">{aboutOf(snapshot, entry)}</p>
      {restoring ? (
        <Restoring
          seq={seq}
          onClose={() => setRestoring(false)}
          onRestored={() => {
            setRestoring(false);
            props.onRestored();
          }}
        />
      ) : (
        <>
          <div className={styles.ways}>
            {props.isNow ? <span className="sub">{t("now")}</span> : null}
            {props.isNow || props.readOnly ? null : (
              <Button onPress={() => setRestoring(true)}>{t("restoreTo")}</Button>
            )}
            {snapshot === null || props.readOnly ? null : (
              <Button look="quiet" onPress={() => removing.run(snapshot.name)}>
                {t("removeName")}
              </Button>
            )}
          </div>
          {seq === 0 ? null : <Did seq={seq} told={told} />}
        </>
      )}
    </section>
  );
}

function titleOf(snapshot: Snapshot | null, entry: LogEntry | undefined): string {
  return snapshot?.name ?? entry?.sentence ?? t("beginning");
}

function aboutOf(snapshot: Snapshot | null, entry: LogEntry | undefined): ReactNode {
  if (snapshot === null) {
    if (entry === undefined) return null;
    const by = t("byWhom", { who: entry.author, when: when(entry.at) });
    return entry.state === "done" ? by : `${by} · ${t(entry.state)}`;
  }
  const named = t("byWhom", { who: snapshot.author, when: when(snapshot.at) });
  const stands = entry === undefined ? t("standsFirst") : t("standsAfter", { what: entry.sentence });
  return (
    <>
      {named}
      <br />
      {stands}
    </>
  );
}

function Did({ seq, told }: { seq: number; told: Answer<Told> }) {
  if (told.error !== null) return <Wrong error={told.error} />;
  if (told.data?.entry.seq !== seq) return <p className="sub" role="status">{t("reading")}</p>;
  return (
    <>
      <h3 className={styles.part}>{t("did")}</h3>
      <Records difference={told.data.did} />
    </>
  );
}

/** What restoring would change, before it does. */
function Restoring(props: { seq: number; onClose: () => void; onRestored: () => void }) {
  const { seq, onClose, onRestored } = props;
  const preview = useRead(reads.previewReturn, [seq]);
  const restoring = useWrite(writes.returnTo);
  const data = preview.data?.to?.seq === seq || seq === 0 ? preview.data : undefined;
  const can = data !== undefined && !data.nothing && data.refused === null;
  const restore = () => {
    restoring.ask(seq).then(onRestored, () => {});
  };
  return (
    <>
      <div className={styles.ways}>
        <Button look="main" isDisabled={!can || restoring.busy} onPress={restore}>
          {t("restore")}
        </Button>
        <Button autoFocus look="quiet" onPress={onClose}>
          {t("notNow")}
        </Button>
      </div>
      {preview.error === null ? null : <Wrong error={preview.error} />}
      {data === undefined ? (
        preview.error === null ? <p className="sub" role="status">{t("reading")}</p> : null
      ) : (
        <Would it={data} />
      )}
    </>
  );
}

function Would({ it }: { it: Return }) {
  const { refused } = it;
  return (
    <>
      {refused === null ? null : (
        <Wrong error={new HostError(refused.code, refused.message, refused.fix)} />
      )}
      <h3 className={styles.part}>{it.nothing ? t("wouldNothing") : t("would")}</h3>
      {it.nothing || refused !== null ? null : (
        <p className={styles.note}>
          {it.named_first ? (
            <>
              <LevelMark level="warning" />
              {t("namedFirst")}{" "}
            </>
          ) : null}
          {t("restoreNote")}
        </p>
      )}
      <Records difference={it.would} />
    </>
  );
}
