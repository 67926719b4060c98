/** Step 2: what could explain the decision, each with its reason. */
import { X } from "lucide-react";

import { useEdit } from "../../api/edit";
import type { Book, Decision, Dimension } from "../../api/types";
import type { InView } from "../../app/places";
import { Empty } from "../../components/Blocks";
import { Button, IconButton } from "../../components/Button";
import { Field } from "../../components/Field";
import { Section } from "../../components/Page";
import { useSent } from "../../components/sent";
import { suggestions, t } from "../../words/path";
import { Asked } from "./Asked";
import styles from "./Path.module.css";

export function Dimensions({ book, segment }: { book: Book; segment: InView }) {
  const decision = book.chain.decisions.find((it) => it.id === segment.record.decision);
  return (
    <>
      <Asked ask={t("dimensionsAsk")} why={t("dimensionsWhy")} />
      {decision === undefined ? (
        <Empty title={t("dimensionsAsk")}>{t("dimensionsFirst")}</Empty>
      ) : (
        <Named decision={decision} />
      )}
    </>
  );
}

function Named({ decision }: { decision: Decision }) {
  const edit = useEdit();
  const { now, change } = useSent(decision.dimensions, (dimensions) =>
    edit({ decisions: [{ id: decision.id, dimensions }] }),
  );
  const put = (at: number, to: Partial<Dimension>) =>
    change((list) => {
      const next = [...list];
      next[at] = { name: "", why: "", ...next[at], ...to };
      return next.filter((it) => it.name !== "" || it.why !== "");
    });
  const unused = suggestions.filter(({ name }) => !now.some((it) => it.name === name));
  return (
    <>
      <Section title={t("dimension")} note={t("because")}>
        <ul className={styles.dimensions}>
          {[...now, { name: "", why: "" }].map((it, at) => (
            // A dimension has no name of its own: its place is its identity while it is written.
            <li key={`${decision.id}/${String(at)}`}>
              <Field
                label={t("nameAt", { at: at + 1 })}
                question={t("dimensionQuestion")}
                record={decision.id}
                field={`dimensions.${String(at)}.name`}
                oneLine
                value={it.name}
                onSave={(name) => put(at, { name: name.trim() })}
              />
              {at === now.length ? null : (
                <>
                  <Field
                    label={t("becauseOf", { at: at + 1, name: it.name })}
                    question={t("becauseQuestion")}
                    record={decision.id}
                    field={`dimensions.${String(at)}.why`}
                    value={it.why}
                    onSave={(why) => put(at, { why: why.trim() })}
                  />
                  <IconButton
                    small
                    name={t("removeDimension", { name: it.name })}
                    icon={<X aria-hidden="true" />}
                    onPress={() => change((list) => list.filter((_, other) => other !== at))}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {unused.length === 0 ? null : (
        <Section title={t("suggestions")}>
          <div className={styles.suggestions}>
            {unused.map((it) => (
              <Button
                key={it.name}
                small
                aria-label={t("addNamed", { name: it.name })}
                onPress={() => change((list) => [...list, { ...it }])}
              >
                {it.name}
              </Button>
            ))}
          </div>
        </Section>
      )}
    </>
  );
}
