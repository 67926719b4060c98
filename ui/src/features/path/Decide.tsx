/** Step 1: the decision the segment serves; no data is needed yet. */
import type { Book } from "../../api/types";
import type { InView } from "../../app/places";
import { t } from "../../words/path";
import { DecisionFields, useServed } from "../decision/Fields";
import { Asked } from "./Asked";
import { Presets } from "./Presets";

export function Decide({ book, segment }: { book: Book; segment: InView }) {
  const { decision, save } = useServed(book, segment.record);
  return (
    <>
      <Asked ask={t("decisionAsk")} why={t("decisionWhy")} />
      <DecisionFields decision={decision} onSave={save} />
      {decision.question.trim() === "" ? (
        <Presets onTake={({ question, options }) => save({ question, options: [...options] })} />
      ) : null}
    </>
  );
}
