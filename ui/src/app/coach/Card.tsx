/** One finding, open: what was found, on which words, why it matters, and what to do about it. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

import { useEdit } from "../../api/edit";
import { bookKey } from "../../api/tags";
import type { Book, Finding, RuleCard } from "../../api/types";
import { LevelMark } from "../../components/Blocks";
import { Button } from "../../components/Button";
import { filledIn } from "../../components/coach/answer";
import { Examples } from "../../components/coach/Examples";
import { placeOf } from "../../components/coach/order";
import { t } from "../../words/coach";
import { hrefTo } from "../route";
import { Answer } from "./Answer";
import styles from "./Coach.module.css";
import { jumpTo } from "./jump";
import { Suppress } from "./Suppress";

export interface CardProps {
  finding: Finding;
  /** What the rule says of itself; absent while it is being asked for. */
  rule: RuleCard | undefined;
  readOnly: boolean;
  onFold: () => void;
  /** Before the focus goes to the words in the work. */
  onLeave: () => void;
  /** After a fix or a suppression: the card is gone, and the focus needs a place. */
  onDone: () => void;
}

export function Card({ finding, rule, readOnly, onFold, onLeave, onDone }: CardProps) {
  const [asked, setAsked] = useState<"answer" | "suppress" | null>(null);
  const { fix } = finding;
  const jump = (to: Parameters<typeof jumpTo>[0]) => {
    onLeave();
    jumpTo(to);
  };
  return (
    <section aria-label={rule?.name ?? finding.rule} className={styles.card} data-level={finding.level}>
      <h3>
        <button type="button" aria-expanded onClick={onFold}>
          <LevelMark level={finding.level} />
          {rule?.name ?? finding.rule}
        </button>
      </h3>
      {finding.quote === "" ? null : <q className={styles.quote}>{finding.quote}</q>}
      <p>{finding.message}</p>
      {rule === undefined ? null : <About rule={rule} />}
      {asked === "answer" && fix?.kind === "prompt" ? (
        <Answer
          remedy={fix}
          onDone={onDone}
          onCancel={() => setAsked(null)}
        />
      ) : (
        <div className={styles.acts}>
          <Main
            finding={finding}
            readOnly={readOnly}
            onAsk={() => setAsked("answer")}
            onJump={jump}
            onDone={onDone}
          />
          {fix?.kind === "jump" ? null : (
            <Button look="quiet" onPress={() => jump(finding)}>
              {t(finding.quote === "" ? "toPlace" : "toWords")}
            </Button>
          )}
        </div>
      )}
      {asked === "suppress" ? (
        <Suppress finding={finding} onDone={onDone} onCancel={() => setAsked(null)} />
      ) : (
        <div className={styles.cardFoot}>
          <a
            href={hrefTo("rules", finding.segment, finding.rule)}
            aria-label={t("aboutRule", { rule: finding.rule })}
          >
            {finding.rule}
          </a>
          {readOnly ? null : (
            <Button small look="quiet" onPress={() => setAsked("suppress")}>
              {t("suppress")}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

/** Why it matters, and the same thing said weakly and strongly. */
function About({ rule }: { rule: RuleCard }) {
  return (
    <>
      <div>
        <p className={styles.label}>{t("why")}</p>
        <p>{rule.why}</p>
      </div>
      <Examples weak={rule.weak} strong={rule.strong} />
    </>
  );
}

/** The one main fix. */
function Main(props: {
  finding: Finding;
  readOnly: boolean;
  onAsk: () => void;
  onJump: (to: Parameters<typeof jumpTo>[0]) => void;
  onDone: () => void;
}): ReactNode {
  const edit = useEdit();
  const client = useQueryClient();
  const { fix } = props.finding;
  if (fix === null || (props.readOnly && fix.kind !== "jump")) return null;
  switch (fix.kind) {
    case "jump":
      return (
        <Button look="main" data-main onPress={() => props.onJump(fix)}>
          {fix.label}
        </Button>
      );
    case "edit":
      return (
        <Button
          look="main"
          data-main
          onPress={() => {
            // Words that were typed a moment ago are saved first: the fix is for what then stands.
            void whenSaved(client).then(() => {
              const now = standing(client, props.finding);
              if (now?.kind === "edit") edit(filledIn(now));
              props.onDone();
            });
          }}
        >
          {fix.label}
        </Button>
      );
    case "prompt":
      return (
        <Button look="main" data-main onPress={props.onAsk}>
          {t("toFix", { label: fix.label })}
        </Button>
      );
  }
}

/** What a finding offers now; undefined when it is answered already. */
function standing(client: QueryClient, finding: Finding): Finding["fix"] | undefined {
  const book = client.getQueryData<Book | null>(bookKey);
  const isIt = (it: Finding) =>
    placeOf(it) === placeOf(finding) && it.segment === finding.segment && it.quote === finding.quote;
  return book?.findings.find(isIt)?.fix;
}

/** Once nothing is on its way to the host. */
function whenSaved(client: QueryClient): Promise<void> {
  return new Promise((done) => {
    if (client.isMutating() === 0) return done();
    const stop = client.getMutationCache().subscribe(() => {
      if (client.isMutating() > 0) return;
      stop();
      done();
    });
  });
}
