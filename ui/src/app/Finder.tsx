/** The palette over an open workbook: besides commands it finds the segments. */
import type { Book } from "../api/types";
import { Palette } from "../keys/Palette";
import { t } from "../words/app";
import { t as tKeys } from "../words/keys";
import { go } from "./route";

export function Finder({ book, place }: { book: Book; place: string }) {
  const segments = book.chain.segments.map((it) => ({
    id: `segment ${it.id}`,
    name: it.name || t("unnamedSegment"),
    also: it.described,
    note: tKeys("segment"),
    run: () => go(place, it.id),
  }));
  return <Palette found={segments} />;
}
