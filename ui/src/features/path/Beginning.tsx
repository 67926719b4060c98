/** The first step while the workbook has no segment: taking a decision makes the segment for it. */
import { useEdit } from "../../api/edit";
import { newId } from "../../api/ids";
import type { Book } from "../../api/types";
import { go } from "../../app/route";
import { Field } from "../../components/Field";
import { Section } from "../../components/Page";
import { t as tDecision } from "../../words/decision";
import { t } from "../../words/path";
import { Asked } from "./Asked";
import { Presets } from "./Presets";

export function Beginning({ book }: { book: Book }) {
  const edit = useEdit();
  const begin = (decision: { question: string; options?: string[] }) => {
    const id = newId("decision");
    const segment = newId("segment");
    edit({
      decisions: [{ id, ...decision }],
      segments: [
        { id: segment, role: "primary", decision: id, dataset: book.chain.datasets[0]?.id ?? "" },
      ],
    });
    go("path", segment);
  };
  return (
    <>
      <Asked ask={t("decisionAsk")} why={t("decisionWhy")} />
      <Section title={tDecision("question")}>
        <Field
          label={tDecision("question")}
          question={tDecision("questionAsk")}
          size="heading"
          oneLine
          value=""
          onSave={(question) => {
            if (question.trim() !== "") begin({ question: question.trim() });
          }}
        />
      </Section>
      <Presets
        onTake={({ question, options }) => begin({ question, options: [...options] })}
      />
    </>
  );
}
