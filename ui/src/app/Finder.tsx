/** The palette over an open workbook: besides commands it finds segments, and every text. */
import { useState } from "react";

import type { Book } from "../api/types";
import { useSearch } from "../features/search/useSearch";
import { Palette } from "../keys/Palette";
import { t } from "../words/app";
import { t as tKeys } from "../words/keys";
import { go } from "./route";

export function Finder({ book, place }: { book: Book; place: string }) {
  const [words, setWords] = useState("");
  const search = useSearch(words);
  const segments = book.chain.segments.map((it) => ({
    id: `segment ${it.id}`,
    name: it.name || t("unnamedSegment"),
    also: it.described,
    note: tKeys("segment"),
    run: () => go(place, it.id),
  }));
  return (
    <Palette found={segments} hits={search.rows} hitsInAll={search.total} onWords={setWords} />
  );
}
