/** The wordings that held before, on a line, and the way to the next one. */
import { useState } from "react";

import { useWrite, writes } from "../../api/queries";
import type { LinkState, Segment, StatementParts } from "../../api/types";
import type { InView } from "../../app/places";
import { useRoute } from "../../app/route";
import { Button } from "../../components/Button";
import { cx } from "../../components/classes";
import { Field } from "../../components/Field";
import { Section } from "../../components/Page";
import { Track } from "../../components/State";
import { date } from "../../words/figures";
import { t } from "../../words/positioning";
import styles from "./Positioning.module.css";

interface Step {
  number: number;
  when: string;
  state: LinkState;
  reason: string;
  parts: StatementParts;
}

export function Versions({ segment }: { segment: InView }) {
  const { positioning } = segment.record;
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useOpened(segment.record);
  const state = segment.view.links.find((it) => it.link === "positioning")?.state ?? "missing";
  const number = currentNumber(segment);
  const steps: Step[] = [
    ...positioning.versions.map((it) => ({
      number: it.number,
      when: t("until", { from: date(it.since), to: date(it.until) }),
      state: "sound" as const,
      reason: it.reason,
      parts: it,
    })),
    {
      number,
      when: positioning.since === "" ? t("now") : `${date(positioning.since)} – ${t("now")}`,
      state,
      reason: "",
      parts: positioning,
    },
  ];
  const shown = steps.find((it) => it.number === opened && it.number !== number);

  return (
    <Section
      title={t("versions")}
      note={positioning.versions.length === 0 ? t("versionsNone") : null}
      aside={
        asking ? null : (
          <Button small isDisabled={state === "missing"} onPress={() => setAsking(true)}>
            {t("keep")}
          </Button>
        )
      }
      className={styles.versions}
    >
      {asking ? (
        <Keep segment={segment.record.id} number={number} onDone={() => setAsking(false)} />
      ) : null}
      <ol className={styles.strip}>
        {steps.map((it, index) => (
          <li key={it.number} data-record={recordOf(segment.record, it.number)}>
            <p className={styles.when}>
              <b>{t("versionOnly", { n: it.number })}</b>
              <span className="sub num">{it.when}</span>
            </p>
            <Track state={it.state} next={steps[index + 1]?.state ?? null} />
            {it.number === number ? (
              <p className={cx(styles.words, it.parts.benefit === "" && styles.unwritten)}>
                {it.parts.benefit || t("notWritten")}
              </p>
            ) : (
              <button
                type="button"
                className={cx(styles.words, styles.choosable)}
                aria-expanded={it.number === opened}
                onClick={() => setOpened(it.number === opened ? null : it.number)}
              >
                {it.parts.benefit || t("notWritten")}
                <span className="hidden-words">{t("show", { n: it.number })}</span>
              </button>
            )}
            {it.reason === "" ? null : (
              <p className="sub" data-field="reason">
                {t("changedBecause", { reason: it.reason })}
              </p>
            )}
          </li>
        ))}
      </ol>
      {shown === undefined ? null : (
        <WordsOf parts={shown.parts} record={recordOf(segment.record, shown.number)} />
      )}
    </Section>
  );
}

/** A version has no id of its own: it is named by its segment and number. */
function recordOf(segment: Segment, number: number): string {
  return `${segment.id}/${number}`;
}

/** The version whose words are shown; an address that leads to one opens it. */
function useOpened(segment: Segment): [number | null, (number: number | null) => void] {
  const { record } = useRoute();
  const [opened, setOpened] = useState<number | null>(null);
  const [followed, setFollowed] = useState<string | null>(null);
  if (record !== followed) {
    setFollowed(record);
    const led = segment.positioning.versions.find((it) => recordOf(segment, it.number) === record);
    if (led !== undefined) setOpened(led.number);
  }
  return [opened, setOpened];
}

export function currentNumber({ record }: InView): number {
  return Math.max(0, ...record.positioning.versions.map((it) => it.number)) + 1;
}

function Keep(props: { segment: string; number: number; onDone: () => void }) {
  const keep = useWrite(writes.newVersion);
  const [reason, setReason] = useState("");
  return (
    <div className={styles.keep}>
      <Field
        label={t("reason")}
        question={t("reasonQuestion")}
        size="control"
        oneLine
        autoFocus
        value={reason}
        onSave={setReason}
      />
      <Button small look="quiet" onPress={props.onDone}>
        {t("cancel")}
      </Button>
      <Button
        small
        isDisabled={reason.trim() === "" || keep.busy}
        onPress={() => {
          keep.ask({ segment: props.segment, reason: reason.trim() }).then(props.onDone, () => {});
        }}
      >
        {t("keepNow", { n: props.number })}
      </Button>
    </div>
  );
}

/** The words of a version, part by part. */
function WordsOf({ parts, record }: { parts: StatementParts; record: string }) {
  const said = [
    ["for_whom", parts.for_whom],
    ["category", parts.category],
    ["benefit", parts.benefit],
    ["why_believe", parts.why_believe],
    ["alternatives", parts.alternatives.map((it) => it.name).join(", ")],
    ["differentiator", parts.differentiator.text],
    ["problem", parts.problem],
    ["why_now", parts.why_now],
  ] as const;
  return (
    <dl className={styles.said} data-record={record}>
      {said
        .filter(([, text]) => text !== "")
        .map(([part, text]) => (
          <div key={part} data-field={part}>
            <dt>{t(part)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}
