/** Decision: what the segment is for. Written in place, or one that the workbook has already. */
import { Check, Circle, X } from "lucide-react";

import { useEdit } from "../../api/edit";
import type { Book, Decision } from "../../api/types";
import type { InView, Place, PlaceProps } from "../../app/places";
import { hrefTo } from "../../app/route";
import { Button, IconButton } from "../../components/Button";
import { Swatch } from "../../components/Marks";
import { PageHead, Section } from "../../components/Page";
import { t as tApp } from "../../words/app";
import { t } from "../../words/decision";
import { date } from "../../words/figures";
import { Standing } from "../standing/Standing";
import styles from "./Decision.module.css";
import { DecisionFields, useServed } from "./Fields";

function DecisionPlace({ book, segment }: PlaceProps) {
  return segment === null ? null : <DecisionPage book={book} segment={segment} />;
}

function DecisionPage({ book, segment }: { book: Book; segment: InView }) {
  const { record, view } = segment;
  const edit = useEdit();
  const { attached, decision, save, renew } = useServed(book, record);
  const serve = (id: string) => edit({ segments: [{ id: record.id, decision: id }] });

  return (
    <>
      <PageHead
        title={headOf(attached)}
        actions={<Standing book={book} view={view} link="decision" />}
      />
      <div className={styles.split}>
        <div className={styles.sheet} data-record={decision.id}>
          <DecisionFields decision={decision} onSave={save} />
        </div>
        <aside className={styles.side} data-record={record.id} data-field="decision">
          <Takes decision={decision} attached={attached !== undefined} />
          {attached === undefined ? null : (
            <Served
              book={book}
              segment={segment}
              onDetach={() => {
                renew();
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
            <li key={it.id} data-record={it.id}>
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
