/**
 * The chain bar: the segment chooser at the left, the six links as the navigation, tools at the
 * right. Its grid is the map's grid. Arrow keys move along the line.
 */
import type { KeyboardEvent, ReactNode } from "react";

import type { Link, LinkState, LinkView } from "../api/types";
import { t } from "../words/components";
import { linkSentence, linkWord } from "../words/links";
import { linkOrder, links as linkNames, linkStates } from "../words/vocabulary";
import styles from "./ChainBar.module.css";
import { Track } from "./State";

export interface ChainBarProps {
  chooser: ReactNode;
  tools: ReactNode;
  /** The six links of the segment; without a segment all read as missing. */
  links: readonly LinkView[];
  current: Link | null;
  /** The address of a link; null while its place is not built, and then it is no way to go. */
  hrefOf: (link: Link) => string | null;
  /** The primary segment's line is stronger. */
  strong: boolean;
  /** "Not for us": the line ends after this link. */
  stopsAfter?: Link | null;
}

export function ChainBar(props: ChainBarProps) {
  const stop = props.stopsAfter ? linkOrder.indexOf(props.stopsAfter) : -1;
  const shownLinks = stop < 0 ? linkOrder : linkOrder.slice(0, stop + 1);
  return (
    <header className={styles.bar}>
      <div className={styles.chooser}>{props.chooser}</div>
      <nav aria-label={t("chain")} className={styles.line}>
        {shownLinks.map((link, index) => {
          const view = viewOf(props.links, link);
          const next = shownLinks[index + 1];
          const end = stop >= 0 && next === undefined ? "stop" : null;
          return (
            <LinkStep
              key={link}
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

function viewOf(links: readonly LinkView[], link: Link): LinkView {
  return links.find((view) => view.link === link) ?? {
    link,
    state: "missing",
    needs: [],
    confirmed_on: "",
  };
}

/** The edge into a link has its state; behind a missing link it is hollow. */
function edgeInto(from: LinkView, to: LinkView): LinkState {
  return from.state === "missing" ? "missing" : to.state;
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

function moveAlong(event: KeyboardEvent<HTMLAnchorElement>): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0) return;
  const anchors = Array.from(event.currentTarget.closest("nav")?.querySelectorAll("a") ?? []);
  const at = anchors.indexOf(event.currentTarget);
  const to = anchors[at + step];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  to.focus();
}
