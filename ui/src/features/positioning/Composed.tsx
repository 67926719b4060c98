/** The composed statement, its four questions, its length, and a way to take it along. */
import { Check, Circle, Copy } from "lucide-react";
import { useState } from "react";

import type { Finding, Statement as Composition, StatementPart } from "../../api/types";
import { Button } from "../../components/Button";
import { Findings } from "../../components/Findings";
import { Statement } from "../../components/Statement";
import { marksOf, statementText } from "../../components/underlines";
import { t } from "../../words/positioning";
import { copyText } from "./copy";
import { goTo } from "./parts";
import styles from "./Positioning.module.css";

export interface ComposedProps {
  statement: Composition;
  editing: StatementPart | null;
  findings: readonly Finding[];
}

export function Composed({ statement, editing, findings }: ComposedProps) {
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
        marks={marksOf(findings)}
      />
      <Findings findings={findings} text={text} />
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
        <Button look="quiet" onPress={copy}>
          <Copy aria-hidden="true" />
          {t("copy")}
        </Button>
      </div>
    </section>
  );
}

export function nameOf(part: StatementPart): string {
  return t(part);
}
