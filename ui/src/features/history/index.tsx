/** History: every change as a sentence, by day; going back to any of them, and giving it a name. */
import { useState } from "react";

import { useLog } from "../../api/history";
import type { Place, PlaceProps } from "../../app/places";
import { Empty, Wrong } from "../../components/Blocks";
import { Button } from "../../components/Button";
import { PageHead } from "../../components/Page";
import { go, useRoute } from "../../app/route";
import { t, when } from "../../words/history";
import styles from "./History.module.css";
import { List } from "./List";
import { NameHere } from "./NameHere";
import { NAMING } from "./naming";
import { Point } from "./Point";
import { isChoice, keyOfNamed, rowsOf } from "./rows";

function HistoryPage({ book }: PlaceProps) {
  const log = useLog(book.session);
  const asked = useRoute().record === NAMING;
  const [naming, setNaming] = useState(asked);
  const [known, setKnown] = useState(asked);
  if (asked !== known) {
    setKnown(asked);
    if (asked) setNaming(true);
  }
  const [wanted, setWanted] = useState<string | null>(null);
  const { entries, snapshots } = log;
  const rows = rowsOf(entries ?? [], snapshots, log.now, log.whole);
  const choices = rows.filter(isChoice);
  // A named point far down the list can be chosen before its row is read.
  const far = snapshots.find((it) => keyOfNamed(it.name) === wanted);
  const row = choices.find((it) => it.key === wanted) ?? (far === undefined ? choices[0] : undefined);
  const chosen = far === undefined ? (row?.key ?? "") : keyOfNamed(far.name);
  const seq = far?.seq ?? (row?.type === "change" ? row.entry.seq : row?.type === "named" ? row.snapshot.seq : 0);
  const newest = entries?.[0];

  return (
    <div className={styles.page}>
      <PageHead
        title={
          newest === undefined
            ? entries === null
              ? t("reading")
              : t("nothing")
            : t("head", { n: log.total, when: when(newest.at) })
        }
        actions={
          naming || book.read_only ? null : (
            <Button onPress={() => setNaming(true)}>{t("nameNow")}</Button>
          )
        }
      />
      {naming ? (
        <NameHere
          onDone={(name) => {
            setNaming(false);
            // So that the command leads here again.
            go("history");
            if (name !== null) setWanted(keyOfNamed(name));
          }}
        />
      ) : null}
      {log.error === null ? null : (
        <div className={styles.padded}>
          <Wrong error={log.error} action={<Button harmless onPress={log.again}>{t("again")}</Button>} />
        </div>
      )}
      {snapshots.length === 0 ? null : (
        <nav aria-label={t("named")} className={styles.names}>
          <span className="sub">{t("named")}</span>
          {snapshots.map((it) => (
            <Button
              key={it.name}
              harmless
              small
              look="quiet"
              aria-pressed={keyOfNamed(it.name) === chosen}
              onPress={() => setWanted(keyOfNamed(it.name))}
            >
              {it.name}
            </Button>
          ))}
        </nav>
      )}
      {entries === null ? null : entries.length === 0 && snapshots.length === 0 ? (
        <div className={styles.padded}>
          <Empty title={t("emptyTitle")}>{t("empty")}</Empty>
        </div>
      ) : (
        <div className={styles.split}>
          <List
            rows={rows}
            chosen={chosen}
            onChoose={(choice) => setWanted(choice.key)}
            onEnd={log.more}
          />
          <Point
            key={chosen}
            seq={seq}
            entry={entries.find((it) => it.seq === seq)}
            snapshot={far ?? (row?.type === "named" ? row.snapshot : null)}
            isNow={seq === log.now}
            readOnly={book.read_only}
            onRestored={() => setWanted(null)}
          />
        </div>
      )}
    </div>
  );
}

export const place: Place = { id: "history", isOfAll: true, Page: HistoryPage };
