/** The composed statement, its four questions, its length, and a way to take it along. */
import { Check, Circle, Copy } from "lucide-react";
import { useState } from "react";

import type { Book, StatementPart } from "../../api/types";
import type { InView } from "../../app/places";
import { Button } from "../../components/Button";
import { markOf, useCoach } from "../../components/coach/coach";
import { copyText } from "../../components/copy/clipboard";
import { Statement } from "../../components/Statement";
import { marksByRun, statementText, type StatementTexts } from "../../components/underlines";
import { t } from "../../words/positioning";
import { goTo } from "./parts";
import styles from "./Positioning.module.css";

export interface ComposedProps {
  book: Book;
  segment: InView;
  editing: StatementPart | null;
}

export function Composed({ book, segment, editing }: ComposedProps) {
  const { statement } = segment.view;
  const { shown, show } = useCoach();
  const findings = book.findings.filter(
    (it) =>
      it.link === "positioning" &&
      (it.segment === segment.record.id || it.record === "offering"),
  );
  const marks = marksByRun(statement.runs, findings, textsOf(book, segment), (it) =>
    markOf(it, shown),
  );
  const text = statementText(statement.runs);
  const [said, setSaid] = useState<"copied" | "notCopied" | null>(null);
  const copy = () => {
    copyText(text).then(
      () => setSaid("copied"),
      () => setSaid("notCopied"),
    );
  };
  return (
    <section aria-label={t("statement")} className={styles.composed} data-field="statement">
      <Statement
        runs={statement.runs}
        editing={editing}
        onChoose={goTo}
        marks={marks}
        onFinding={show}
      />
      <ul aria-label={t("questions")} className={styles.questions}>
        {statement.questions.map(({ part, answered }) => (
          <li key={part} data-answered={answered}>
            {answered ? <Check aria-hidden="true" /> : <Circle aria-hidden="true" />}
            <span className="hidden-words">
              {t(answered ? "questionAnswered" : "questionOpen", { question: nameOf(part) })}
            </span>
            <span aria-hidden="true">{nameOf(part)}</span>
          </li>
        ))}
      </ul>
      <div className={styles.length}>
        <span className="sub num">
          {t("length", { words: statement.words, seconds: statement.seconds })}
        </span>
        <span role="status" className="sub push">
          {said === null ? null : t(said)}
        </span>
        <Button harmless look="quiet" onPress={copy}>
          <Copy aria-hidden="true" />
          {t("copy")}
        </Button>
      </div>
    </section>
  );
}

/** What was written for each part, by the field that a finding names. */
function textsOf(book: Book, { record }: InView): StatementTexts {
  const { positioning } = record;
  const { offering } = book.chain;
  const texts: Readonly<Record<string, string>> = {
    for_whom: positioning.for_whom,
    problem: positioning.problem,
    benefit: positioning.benefit,
    why_believe: positioning.why_believe,
    why_now: positioning.why_now,
    category: positioning.category.trim() === "" ? offering.category : positioning.category,
    name: offering.name,
    differentiator: positioning.differentiator.text,
  };
  return { text: (field) => texts[field] ?? "", alternatives: positioning.alternatives };
}

export function nameOf(part: StatementPart): string {
  return t(part);
}
