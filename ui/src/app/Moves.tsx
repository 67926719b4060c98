/**
 * Moves the record that has the focus up or down in its list. Whatever shows a record that has an
 * order carries `data-moves` with its name, as "payoffs/x". The focus stays on the moved record.
 */
import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";

import { useEdit } from "../api/edit";
import { isPlaced, stepOf } from "../api/order";
import { saveTyping } from "../api/typing";
import type { Book, Placed } from "../api/types";
import { rowsOf } from "../features/map/rows";
import { useCommands } from "../keys/keys";
import { type Way, moveFocused, useMover } from "../keys/moving";
import { t } from "../words/keys";

interface Sent {
  placed: Placed;
  focused: HTMLElement;
  words: string;
}

export function Moves({ book }: { book: Book }) {
  const part = useRef<HTMLParagraphElement>(null);
  const edit = useEdit();
  const sent = useRef<Sent | null>(null);
  const [said, say] = useState("");

  useMover(() => part.current?.closest("main") ?? null, (at, way: Way) => {
    const name = at.closest<HTMLElement>("[data-moves]")?.dataset.moves;
    if (name === undefined) return false;
    const step = stepOf(book.chain, name, way, kindOfSegment(book));
    if (step === null) {
      say(t(way === -1 ? "isFirst" : "isLast"));
      return true;
    }
    // What is being written goes before, as an edit of its own.
    saveTyping();
    sent.current = { placed: step.placed, focused: at, words: t("moved", step) };
    edit({ place: [step.placed] });
    return true;
  });
  // A record that was drawn in another place has lost the focus on the way.
  useEffect(() => {
    const waiting = sent.current;
    if (waiting === null || !isPlaced(book.chain, waiting.placed)) return;
    sent.current = null;
    say(waiting.words);
    focusAgain(waiting);
  }, [book.chain]);
  useCommands([
    {
      id: "move-up",
      name: t("moveUp"),
      also: t("moveAlso"),
      keys: "Alt+ArrowUp",
      enabled: !book.read_only,
      icon: ArrowUp,
      menu: { in: "edit", group: 4 },
      run: () => moveFocused(-1),
    },
    {
      id: "move-down",
      name: t("moveDown"),
      also: t("moveAlso"),
      keys: "Alt+ArrowDown",
      enabled: !book.read_only,
      icon: ArrowDown,
      menu: { in: "edit", group: 4 },
      run: () => moveFocused(1),
    },
  ]);
  return (
    <p ref={part} role="status" className="hidden-words">
      {said}
    </p>
  );
}

/** The part of a segment in the plan: the Map shows those of one part together. */
function kindOfSegment(book: Book): (segment: { id: string }) => string {
  const { rows, aside } = rowsOf(book);
  const kinds = new Map(rows.map((row) => [row.record.id, row.kind as string]));
  for (const row of aside) kinds.set(row.record.id, "aside");
  return ({ id }) => kinds.get(id) ?? "";
}

function focusAgain({ focused, placed }: Sent): void {
  if (document.activeElement === focused) return;
  const shown = [...document.querySelectorAll<HTMLElement>("[data-moves]")];
  const record = shown.find((it) => it.dataset.moves === placed.record);
  const target = focused.isConnected
    ? focused
    : record?.querySelector<HTMLElement>("textarea, input, button, a[href]");
  target?.focus();
}
