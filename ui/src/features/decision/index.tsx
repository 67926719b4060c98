/** Decision: what the segment is for. Written in place, or one that the workbook has already. */
import { Check, Circle, X } from "lucide-react";
import { useState } from "react";

import { useEdit } from "../../api/edit";
import { newId } from "../../api/ids";
import type { Book, Decision } from "../../api/types";
import type { InView, Place, PlaceProps } from "../../app/places";
import { hrefTo } from "../../app/route";
import { Button, IconButton } from "../../components/Button";
import { ConfirmLink } from "../../components/ConfirmLink";
import { Field } from "../../components/Field";
import { Lines } from "../../components/Lines";
import { Swatch } from "../../components/Marks";
import { PageHead, Section } from "../../components/Page";
import { DateField } from "../../components/TypedField";
import { t as tApp } from "../../words/app";
import { t } from "../../words/decision";
import { date } from "../../words/figures";
import styles from "./Decision.module.css";

function DecisionPlace({ book, segment }: PlaceProps) {
  return segment === null ? null : <DecisionPage book={book} segment={segment} />;
}

function DecisionPage({ book, segment }: { book: Book; segment: InView }) {
  const { record, view } = segment;
  const edit = useEdit();
  // The decision that writing here would begin; it is a record once it says something.
  const [fresh, setFresh] = useState(() => newId("decision"));
  const attached = book.chain.decisions.find((it) => it.id === record.decision);
  const decision = attached ?? { id: fresh, question: "", options: [], owner: "", due: "" };
  const serve = (id: string) => edit({ segments: [{ id: record.id, decision: id }] });
  const save = (change: Partial<Omit<Decision, "id">>) => {
    if (attached !== undefined) {
      edit({ decisions: [{ id: attached.id, ...change }] });
    } else if (Object.values(change).some((it) => it.length > 0)) {
      edit({
        decisions: [{ id: fresh, ...change }],
        segments: [{ id: record.id, decision: fresh }],
      });
    }
  };

  return (
    <>
      <PageHead title={headOf(attached)} actions={<ConfirmLink view={view} link="decision" />} />
      <div className={styles.split}>
        <div className={styles.sheet}>
          <Section title={t("question")}>
            <div className={styles.question}>
              <Field
                label={t("question")}
                question={t("questionAsk")}
                size="heading"
                oneLine
                value={decision.question}
                onSave={(question) => save({ question })}
              />
            </div>
          </Section>
          <Section title={t("options")} note={t("optionsNote")}>
            <Lines
              label={t("option")}
              question={t("optionQuestion")}
              values={decision.options}
              onChange={(options) => save({ options })}
            />
          </Section>
          <Section title={t("ownerDue")}>
            <div className={styles.ownerDue}>
              <Field
                showLabel
                label={t("owner")}
                question={t("ownerQuestion")}
                oneLine
                value={decision.owner}
                onSave={(owner) => save({ owner })}
              />
              <DateField
                showLabel
                size="writing"
                label={t("due")}
                question={t("dueQuestion")}
                value={decision.due}
                onSave={(due) => save({ due })}
              />
            </div>
          </Section>
        </div>
        <aside className={styles.side}>
          <Takes decision={decision} attached={attached !== undefined} />
          {attached === undefined ? null : (
            <Served
              book={book}
              segment={segment}
              onDetach={() => {
                setFresh(newId("decision"));
                serve("");
              }}
            />
          )}
          <Others book={book} attached={record.decision} onAttach={serve} />
        </aside>
      </div>
    </>
  );
}

/** What the page found: whether the segment earns its name, and what is still open. */
function headOf(decision: Decision | undefined): string {
  if (decision === undefined) return t("none");
  if (decision.question.trim() === "") return t("noQuestion");
  const lacks = [
    ...(decision.owner.trim() === "" ? [t("anOwner")] : []),
    ...(decision.due === "" ? [t("aDate")] : []),
  ];
  if (lacks.length > 0) return t("lacks", { what: lacks });
  return t("decides", { owner: decision.owner, due: date(decision.due) });
}

function Takes({ decision, attached }: { decision: Decision; attached: boolean }) {
  const asked = [
    { id: "question", words: t("takesQuestion"), done: decision.question.trim() !== "" },
    { id: "owner", words: t("takesOwner"), done: decision.owner.trim() !== "" },
    { id: "due", words: t("takesDue"), done: decision.due !== "" },
  ];
  return (
    <Section title={t("takes")} note={attached ? null : t("takesNote")}>
      {attached ? null : <p className={styles.why}>{t("takesWhy")}</p>}
      <ul className={styles.takes}>
        {asked.map(({ id, words, done }) => (
          <li key={id} data-done={done}>
            {done ? <Check aria-hidden="true" /> : <Circle aria-hidden="true" />}
            {words}
            <span className="hidden-words">{t(done ? "done" : "open")}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The other segments that the same decision rests on, and the way to let go of it. */
function Served(props: { book: Book; segment: InView; onDetach: () => void }) {
  const { record } = props.segment;
  const { segments } = props.book.chain;
  const others = segments.filter((it) => it.decision === record.decision && it.id !== record.id);
  return (
    <div className={styles.served}>
      {others.length === 0 ? null : (
        <>
          <h2 className="h2">{t("serves")}</h2>
          <ul>
            {others.map((it) => (
              <li key={it.id}>
                <a href={hrefTo("decision", it.id)}>
                  <Swatch index={segments.indexOf(it)} />
                  {it.name || tApp("unnamedSegment")}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button small onPress={props.onDetach}>
        {t("detach")}
      </Button>
    </div>
  );
}

function Others(props: { book: Book; attached: string; onAttach: (id: string) => void }) {
  const edit = useEdit();
  const { decisions, segments } = props.book.chain;
  const others = decisions.filter((it) => it.id !== props.attached);
  if (others.length === 0) return null;
  return (
    <Section title={t("others")} note={t("othersNote")}>
      <ul className={styles.others}>
        {others.map((it) => {
          const question = it.question || t("unasked");
          const isServed = segments.some(({ decision }) => decision === it.id);
          return (
            <li key={it.id}>
              <p>
                {question}
                <small>{t("ownerAndDue", { owner: it.owner, due: date(it.due) })}</small>
              </p>
              {isServed ? null : (
                <IconButton
                  small
                  name={t("removeNamed", { question })}
                  icon={<X aria-hidden="true" />}
                  onPress={() => edit({ remove: [`decisions/${it.id}`] })}
                />
              )}
              <Button
                small
                aria-label={t("attachNamed", { question })}
                onPress={() => props.onAttach(it.id)}
              >
                {t("attach")}
              </Button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

export const place: Place = { id: "decision", link: "decision", Page: DecisionPlace };
