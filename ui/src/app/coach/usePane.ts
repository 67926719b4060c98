/** What the coach's pane shows for the place in view, and whether it is open. */
import { MessageSquareText, StepBack, StepForward, BookOpenText } from "lucide-react";

import { useState } from "react";

import type { Book, Finding } from "../../api/types";
import { useCoach } from "../../components/coach/coach";
import { keyOf, neighbour, onScreen, type Reading } from "../../components/coach/order";
import { useCommands } from "../../keys/keys";
import { t } from "../../words/coach";
import type { InView, Place } from "../places";
import { go } from "../route";
import { jumpTo } from "./jump";

export interface PaneNow {
  findings: readonly Finding[];
  open: boolean;
  /** Whether findings of several segments stand together. */
  ofAll: boolean;
  /** Whether the pane stands beside the work; else it lies over it. */
  beside: boolean;
  /** The finding whose card is open. */
  shown: Finding | undefined;
  toggle: () => void;
  fold: () => void;
  /** It has the focus: in use it stays, also when its last finding is answered. */
  stay: () => void;
}

/** The pane of a place: what is on screen, with the keys that walk through it. */
export function usePane(book: Book, place: Place | undefined, segment: InView | null): PaneNow {
  const coach = useCoach();
  const reading = readingOf(place, segment);
  const findings = onScreen(book.findings, book.chain.segments, reading);
  const ofAll = reading.of === "workbook";
  // The Map keeps its width: there the coach lies over it, and only when asked for.
  const [overAll, setOverAll] = useState(false);
  // By itself it opens for words, not for what nobody has written yet.
  const speaks = findings.some((it) => it.start !== null);
  const wanted = coach.wanted === "open" || (coach.wanted === null && coach.beside && speaks);
  const beside = coach.beside && !ofAll;
  const readsNothing = reading.of === "nothing";
  const talk = useTalk(
    `${place?.id ?? ""}/${segment?.record.id ?? ""}`,
    findings.length > 0 || (beside && !readsNothing),
  );
  const open = talk.on && (readsNothing || (ofAll ? overAll : wanted));
  const fold = () => {
    if (readsNothing) talk.turn(false);
    else if (ofAll) setOverAll(false);
    else coach.want("folded");
  };
  const unfold = () => {
    talk.turn(true);
    if (ofAll) setOverAll(true);
    else if (!readsNothing) coach.want("open");
  };
  const stay = () => {
    if (coach.wanted === null && !ofAll && !readsNothing) coach.want("open");
  };
  const asked = findings.find((it) => keyOf(it) === coach.shown);
  // The loudest is open until another is asked for; on the Map nothing is, so that it stays a list.
  const first = coach.shown === "" || ofAll ? undefined : findings[0];
  const shown = asked ?? first;
  const toggle = open ? fold : unfold;
  const step = (by: 1 | -1) => {
    // The first step leads to the first finding, though its card may be open already.
    const from = asked === undefined ? null : keyOf(asked);
    const to = neighbour(findings, from, by);
    if (to === undefined) return;
    coach.show(keyOf(to));
    jumpTo(to);
  };
  useCommands([
    {
      id: "next-finding",
      name: t("next"),
      keys: "F8",
      enabled: findings.length > 0,
      icon: StepForward,
      menu: { in: "go", group: 3 },
      run: () => step(1),
    },
    {
      id: "previous-finding",
      name: t("previous"),
      keys: "Shift+F8",
      enabled: findings.length > 0,
      icon: StepBack,
      menu: { in: "go", group: 3 },
      run: () => step(-1),
    },
    {
      id: "coach",
      name: open ? t("fold") : t("show"),
      keys: "Mod+J",
      icon: MessageSquareText,
      menu: { in: "view", group: 2 },
      run: toggle,
    },
    {
      id: "to-finding",
      name: t("toFinding"),
      keys: "Mod+.",
      enabled: findings.length > 0,
      icon: MessageSquareText,
      run: () => {
        unfold();
        if (shown !== undefined) coach.point(keyOf(shown));
        requestAnimationFrame(() =>
          document.querySelector<HTMLElement>("#coach [data-main]")?.focus(),
        );
      },
    },
    {
      id: "rules",
      name: t("rules"),
      also: t("rulesAlso"),
      icon: BookOpenText,
      menu: { in: "help", group: 2 },
      run: () => go("rules", segment?.record.id ?? null),
    },
  ]);
  return { findings, open, ofAll, beside, shown, toggle, fold, stay };
}

/**
 * Whether the pane may stand open here at all. Left open elsewhere, it is folded on arrival where it
 * has nothing to say, and no longer once it has, or is asked for; what is wanted of it elsewhere
 * stays as it was.
 */
function useTalk(here: string, speaks: boolean) {
  const [talk, setTalk] = useState({ here, on: speaks });
  const hasBegun = talk.here !== here || (speaks && !talk.on);
  if (hasBegun) setTalk({ here, on: speaks });
  return {
    on: hasBegun ? speaks : talk.on,
    turn: (on: boolean) => setTalk({ here, on }),
  };
}

function readingOf(place: Place | undefined, segment: InView | null): Reading {
  if (place === undefined) return { of: "nothing" };
  if (place.isOfAll === true && place.coach !== false) return { of: "workbook" };
  if (segment === null) return { of: "nothing" };
  if (place.link !== undefined) {
    return { of: "link", segment: segment.record.id, link: place.link };
  }
  return place.coach === "segment"
    ? { of: "segment", segment: segment.record.id }
    : { of: "nothing" };
}
