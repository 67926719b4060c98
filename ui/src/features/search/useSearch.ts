/** What some words find in the texts of the workbook, as rows that lead there. */
import {
  Footprints,
  Gem,
  MessageSquareQuote,
  Scale,
  Signpost,
  Table2,
  UsersRound,
  type LucideIcon,
} from "lucide-react";
import { useEffect, useState } from "react";

import { reads, useRead } from "../../api/queries";
import type { Hit } from "../../api/types";
import { go } from "../../app/route";
import type { Row } from "../../keys/rows";
import { kinds } from "../../words/search";

/** More rows than this nobody reads; who looks for another one types on. */
const MOST = 40;
/** The pause after which words are looked for, in milliseconds. */
const PAUSE = 60;

const icons: Readonly<Record<Hit["place"], LucideIcon>> = {
  data: Table2,
  decision: Scale,
  segment: UsersRound,
  value: Gem,
  positioning: MessageSquareQuote,
  journey: Footprints,
  path: Signpost,
};

export interface Search {
  rows: readonly Row[];
  total: number;
}

export function useSearch(words: string): Search {
  const query = useSettled(words.trim());
  const found = useRead(reads.search, query === "" ? null : [query, MOST]);
  const hits = words.trim() === "" ? [] : (found.data?.hits ?? []);
  return { rows: hits.map(rowOf), total: found.data?.total ?? 0 };
}

/** A record that was found, as a row; taken, it leads to the very field. */
export function rowOf(hit: Hit): Row {
  return {
    id: `found ${hit.kind} ${hit.record} ${hit.field}`,
    name: hit.snippet,
    marks: hit.found,
    ...(hit.within === "" ? {} : { about: hit.within }),
    note: kinds[hit.kind],
    icon: icons[hit.place],
    run: () => go(hit.place, hit.segment || null, hit.record, hit.field),
  };
}

/** Words once they stand still; the first ones, and none, at once. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  const wait = words === "" || settled === "" ? 0 : PAUSE;
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), wait);
    return () => clearTimeout(timer);
  }, [words, wait]);
  return words === "" ? "" : settled;
}

