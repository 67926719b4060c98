/**
 * The command palette: every command that can be given now, with its key, and whatever else the
 * words typed find. Arrows choose, Enter does, Escape leaves.
 */
import { ChevronRight, Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";

import { cx } from "../components/classes";
import { Marks } from "../components/FoundMarks";
import floating from "../components/floating.module.css";
import { t } from "../words/keys";
import { readable, useAllCommands, useCommands } from "./keys";
import styles from "./Palette.module.css";
import { recent, remember } from "./recent";
import { choices, type Row, rowsOf } from "./rows";

export interface PaletteProps {
  /** What is in the workbook for the words typed: segments, records. */
  found?: readonly Row[];
  /** Texts of the workbook that hold the words, best first; they stand after the rest as they are. */
  hits?: readonly Row[];
  /** How many there are in all. */
  hitsInAll?: number;
  /** Told of the words as they are typed, and of "" when it closes. */
  onWords?: (words: string) => void;
}

const NO_ROWS: readonly Row[] = [];

export function Palette({ found = NO_ROWS, hits = NO_ROWS, hitsInAll = 0, onWords }: PaletteProps) {
  const [open, setOpen] = useState(false);
  useCommands([
    {
      id: "palette",
      name: t("palette"),
      keys: ["Mod+K", "Mod+F", "Mod+Shift+P"],
      icon: Search,
      menu: { in: "view", group: 1 },
      run: () => setOpen(true),
    },
  ]);
  const close = () => {
    setOpen(false);
    onWords?.("");
  };
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => {
        if (!next) close();
      }}
      isDismissable
      className={cx(floating.veil, styles.veil)}
    >
      <Modal>
        <Dialog aria-label={t("palette")} className={styles.palette ?? ""}>
          <Finder {...{ found, hits, hitsInAll, onWords }} onDone={close} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder(props: {
  found: readonly Row[];
  hits: readonly Row[];
  hitsInAll: number;
  onWords: ((words: string) => void) | undefined;
  onDone: () => void;
}) {
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const id = useId();
  const commands = useAllCommands().filter((it) => it.id !== "palette");
  const optionId = (row: Row) => `${id}-${row.id}`;
  const called = choices([...rowsOf(commands), ...props.found], words, recent());
  const written = words.trim() === "" ? NO_ROWS : props.hits;
  const rows = [...called, ...written];
  const chosen = rows[Math.min(at, rows.length - 1)];

  const inView = chosen === undefined ? null : optionId(chosen);
  useEffect(() => {
    if (inView !== null) document.getElementById(inView)?.scrollIntoView({ block: "nearest" });
  }, [inView]);

  const take = (row: Row | undefined) => {
    if (row === undefined) return;
    remember(row.id);
    props.onDone();
    row.run();
  };
  const move = (event: KeyboardEvent, to: number) => {
    event.preventDefault();
    setAt(Math.max(0, Math.min(rows.length - 1, to)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = rows.length - 1;
    switch (event.key) {
      case "ArrowDown":
        return move(event, at >= last ? 0 : at + 1);
      case "ArrowUp":
        return move(event, at <= 0 ? last : at - 1);
      case "PageDown":
        return move(event, at + 8);
      case "PageUp":
        return move(event, at - 8);
      case "Enter":
        event.preventDefault();
        return take(chosen);
    }
  };
  return (
    <>
      <div className={styles.words}>
        <Search aria-hidden="true" />
        <input
          role="combobox"
          aria-label={t("words")}
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={chosen === undefined ? undefined : optionId(chosen)}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          placeholder={t("placeholder")}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setAt(0);
            props.onWords?.(event.target.value);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {/* The rows are chosen with the keys of the field above, which keeps the focus. */}
      <div id={id} role="listbox" aria-label={t("results")} className={styles.rows}>
        {rows.map((row) => (
          // oxlint-disable-next-line click-events-have-key-events
          <div
            key={row.id}
            id={optionId(row)}
            role="option"
            tabIndex={-1}
            aria-selected={row === chosen}
            className={styles.row}
            onPointerMove={() => setAt(rows.indexOf(row))}
            onClick={() => take(row)}
          >
            {row.icon === undefined ? <ChevronRight aria-hidden="true" /> : <row.icon aria-hidden="true" />}
            <span className={styles.name}>
              {row.marks === undefined ? row.name : <Marks text={row.name} marks={row.marks} />}
              {row.about ? <span className={styles.about}>, {row.about}</span> : null}
            </span>
            {row.keys === undefined ? null : <kbd>{readable(row.keys)}</kbd>}
            {row.note === undefined ? null : <span className="sub">{row.note}</span>}
          </div>
        ))}
      </div>
      <p role="status" className={rows.length === 0 ? styles.none : "hidden-words"}>
        {rows.length === 0
          ? t("none", { words })
          : t("count", { n: called.length + Math.max(props.hitsInAll, written.length) })}
      </p>
    </>
  );
}
