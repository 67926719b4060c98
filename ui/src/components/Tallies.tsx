/** The chain bar of all segments: under each link, how many of them are how far. */
import type { Link, LinkState } from "../api/types";
import { t } from "../words/components";
import { links as linkNames, linkOrder, linkStates } from "../words/vocabulary";
import bar from "./ChainBar.module.css";
import { moveAlong } from "./line";
import { StateNode } from "./State";
import styles from "./Tallies.module.css";

/** How many segments' links are in each state. */
export type Tally = Readonly<Record<LinkState, number>>;

/** The states in the order they are counted up: what stands first. */
const ORDER: readonly LinkState[] = ["sound", "draft", "stale", "missing"];

export interface TalliesProps {
  tallies: Readonly<Record<Link, Tally>>;
  /** Where a link leads; null while there is nowhere to go. */
  hrefOf: (link: Link) => string | null;
  /** Whose page that is, for the tooltip. */
  whose: string;
}

export function Tallies(props: TalliesProps) {
  return linkOrder.map((link) => {
    const counted = ORDER.filter((state) => props.tallies[link][state] > 0);
    const href = props.hrefOf(link);
    const inside = (
      <>
        <b>{linkNames[link]}</b>
        <span className={styles.tally}>
          {counted.map((state) => (
            <span key={state} className={`is-${state}`}>
              <StateNode state={state} size={10} />
              {props.tallies[link][state]}
              <span className="hidden-words">{linkStates[state]}</span>
            </span>
          ))}
        </span>
      </>
    );
    if (href === null) {
      return (
        <span key={link} className={bar.link}>
          {inside}
        </span>
      );
    }
    return (
      <a
        key={link}
        href={href}
        className={bar.link}
        title={t("linkOf", { link: linkNames[link], name: props.whose })}
        onKeyDown={moveAlong}
      >
        {inside}
      </a>
    );
  });
}
