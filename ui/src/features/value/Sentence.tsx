/** One sentence of the surface, written in place, with what hangs on it and what the coach finds. */
import { Check, Ellipsis } from "lucide-react";
import type { CSSProperties, ReactNode } from "react";

import { IconButton } from "../../components/Button";
import { cx } from "../../components/classes";
import { Field } from "../../components/Field";
import { Menu, type MenuEntry } from "../../components/Menu";
import { giveFocusOn } from "../../keys/heir";
import { run } from "../../keys/keys";
import { t as tKeys } from "../../words/keys";
import { t } from "../../words/value";
import type { Hanging, Kind, Surface } from "./surface";
import styles from "./Value.module.css";

/** A sentence that this one can hang on. */
export interface Anchor {
  id: string;
  text: string;
  hanging: Hanging;
}

export interface SentenceProps {
  surface: Surface;
  kind: Kind;
  record: { id: string; text: string };
  /** Its kind and number, as "Pain 2". */
  name: string;
  question: string;
  /** Enter starts the next sentence of the same kind, hanging on the same one. */
  next: Hanging;
  anchors: readonly Anchor[];
  /** The one it hangs on; none for jobs. */
  anchored?: string;
  place?: CSSProperties;
  look?: "evidence";
  loose?: boolean;
  /** Kind, severity, quantity: only for a sentence that is written. */
  children?: ReactNode;
}

export function Sentence(props: SentenceProps) {
  const { surface, kind, record, name } = props;
  const isSlot = surface.isSlot(record.id);

  const remove = () => {
    giveFocusOn();
    surface.remove(kind, record.id);
  };
  return (
    <div
      data-wire={record.id}
      data-record={record.id}
      data-kind={kind}
      data-moves={isSlot ? undefined : `${kind}/${record.id}`}
      style={props.place}
      className={cx(
        styles.item,
        props.look === "evidence" && styles.evidence,
        props.loose && styles.loose,
        surface.onPath(record.id) && styles.onPath,
      )}
      onFocus={() => surface.take(record.id)}
      onBlur={() => surface.take(null)}
    >
      <Field
        label={name}
        record={record.id}
        field="text"
        question={props.question}
        size={props.look === "evidence" ? "control" : "writing"}
        oneLine
        value={record.text}
        autoFocus={isSlot}
        onSave={(text) => surface.save(kind, record.id, text)}
        onEnter={() => surface.start(kind, props.next)}
        onErase={remove}
        onFocusChange={(focused) => {
          if (!focused) surface.leave(record.id);
        }}
      />
      {isSlot ? null : (
        <div className={styles.foot}>
          {props.children}
          <span className={styles.more}>
            <Menu label={t("links", { of: name })} entries={entriesOf(props, remove)}>
              <IconButton small name={t("links", { of: name })} icon={<Ellipsis aria-hidden="true" />} />
            </Menu>
          </span>
        </div>
      )}
    </div>
  );
}

function entriesOf(props: SentenceProps, remove: () => void): MenuEntry[] {
  const { surface, kind, record, anchors, anchored } = props;
  const chosen = <Check aria-hidden="true" />;
  const open = <span className={styles.unchosen} aria-hidden="true" />;
  return [
    ...anchors.map(({ id, text, hanging }) => ({
      id,
      name: t("for", { text: shortened(text) || t("unwritten") }),
      icon: id === anchored ? chosen : open,
      run: () => surface.hang(kind, record.id, hanging),
    })),
    ...(anchors.length === 0 || anchored === "" || anchored === undefined
      ? []
      : [{ id: " none", name: t("none"), icon: open, run: () => surface.hang(kind, record.id, nowhere(kind)) }]),
    { id: " up", name: tKeys("moveUp"), keys: "Alt+ArrowUp", apart: anchors.length > 0, run: () => run("move-up") },
    { id: " down", name: tKeys("moveDown"), keys: "Alt+ArrowDown", run: () => run("move-down") },
    { id: " remove", name: t("remove"), apart: true, takesFocus: true, run: remove },
  ];
}

function nowhere(kind: Kind): Hanging {
  switch (kind) {
    case "pains":
      return { job: "" };
    case "payoffs":
      return { pain: "" };
    case "features":
      return { payoff: "" };
    case "proofs":
      return { supports: "" };
    case "jobs":
      return {};
  }
}

const SHORT = 48;

export function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length <= SHORT ? text : `${letters.slice(0, SHORT - 1).join("").trimEnd()}…`;
}
