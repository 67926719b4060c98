/**
 * The chain bar: the segment chooser at the left, the six links as the navigation, tools at the
 * right. Its grid is the map's grid. Arrow keys move along the line.
 */
import type { ReactNode } from "react";

import type { Link, LinkView } from "../api/types";
import { t } from "../words/components";
import { linkSentence, linkWord } from "../words/links";
import { links as linkNames, linkStates } from "../words/vocabulary";
import styles from "./ChainBar.module.css";
import { edgeInto, linksUpTo, moveAlong, viewOf } from "./line";
import { Track } from "./State";

export interface ChainBarProps {
  chooser: ReactNode;
  tools: ReactNode;
  /** Which segment it is of: another one is shown at once, while a change of state is seen. */
  of: string | null;
  /** The six links of the segment; without a segment all read as missing. */
  links: readonly LinkView[];
  current: Link | null;
  /** The address of a link; null while its place is not built, and then it is no way to go. */
  hrefOf: (link: Link) => string | null;
  /** The primary segment's line is stronger. */
  strong: boolean;
  /** "Not for us": the line ends after this link. */
  stopsAfter?: Link | null;
  /** What stands in place of one segment's line, where a place is about all of them. */
  instead?: ReactNode;
}

export function ChainBar(props: ChainBarProps) {
  const stop = props.stopsAfter ?? null;
  const shownLinks = linksUpTo(stop);
  return (
    <header className={styles.bar}>
      <div className={styles.chooser}>{props.chooser}</div>
      <nav aria-label={t("chain")} className={styles.line}>
        {props.instead ?? shownLinks.map((link, index) => {
          const view = viewOf(props.links, link);
          const next = shownLinks[index + 1];
          const end = stop !== null && next === undefined ? "stop" : null;
          return (
            <LinkStep
              key={`${props.of ?? ""}/${link}`}
              view={view}
              href={props.hrefOf(link)}
              current={props.current === link}
              track={
                <Track
                  state={view.state}
                  next={next === undefined ? end : edgeInto(view, viewOf(props.links, next))}
                  strong={props.strong}
                />
              }
            />
          );
        })}
      </nav>
      <div className={styles.tools}>{props.tools}</div>
    </header>
  );
}

function LinkStep(props: {
  view: LinkView;
  href: string | null;
  current: boolean;
  track: ReactNode;
}) {
  const { link, state } = props.view;
  const word = linkWord(props.view);
  const inside = (
    <>
      <b>{linkNames[link]}</b>
      {props.track}
      <span className="hidden-words">{linkStates[state]}</span>
      <small className={`is-${state}`}>{word}</small>
    </>
  );
  if (props.href === null) return <span className={styles.link}>{inside}</span>;
  return (
    <a
      href={props.href}
      className={styles.link}
      aria-current={props.current ? "page" : undefined}
      title={linkSentence(props.view)}
      onKeyDown={moveAlong}
    >
      {inside}
    </a>
  );
}
