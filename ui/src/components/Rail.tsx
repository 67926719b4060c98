/** The rail at the left: whose workbook it is, the places that are no link, and what stands below. */
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";

import { readable } from "../keys/chord";
import { t } from "../words/components";
import { Menu, type MenuEntry } from "./Menu";
import styles from "./Rail.module.css";

export interface RailEntry {
  id: string;
  name: string;
  href: string;
  icon: LucideIcon;
  count?: number | undefined;
}

export interface RailProps {
  name: string;
  file: string;
  /** What can be done with the workbook as a whole. */
  menu: readonly MenuEntry[];
  /** The way to find anything, above the places. */
  search?: { name: string; icon: LucideIcon; keys: string; run: () => void };
  entries: readonly RailEntry[];
  current: string | null;
  foot: ReactNode;
}

/** The app's mark: one line through two nodes. */
export function AppMark(props: { size: number }) {
  return (
    <svg viewBox="0 0 24 24" width={props.size} height={props.size} aria-hidden="true">
      <path
        d="M0 17h6.4C13.6 17 10.4 7 17.6 7H24"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2.2"
      />
      <circle cx="6" cy="17" r="3.6" fill="var(--accent)" />
      <circle cx="18" cy="7" r="3" fill="var(--desk)" stroke="var(--accent)" strokeWidth="2" />
    </svg>
  );
}

export function Rail(props: RailProps) {
  return (
    <aside className={styles.rail} aria-label={t("workbook")}>
      <Menu label={t("workbook")} entries={props.menu}>
        <Button className={styles.book ?? ""}>
          <AppMark size={24} />
          <span className={styles.names}>
            <b>{props.name}</b>
            <small>{props.file}</small>
          </span>
        </Button>
      </Menu>
      {props.search === undefined ? null : (
        <div className={styles.search}>
          <Button onPress={props.search.run}>
            <props.search.icon aria-hidden="true" />
            <span>{props.search.name}</span>
            <kbd aria-hidden="true">{readable(props.search.keys)}</kbd>
          </Button>
        </div>
      )}
      <nav aria-label={t("places")} className={styles.places}>
        {props.entries.map((entry) => (
          <a
            key={entry.id}
            href={entry.href}
            title={entry.name}
            aria-current={props.current === entry.id ? "page" : undefined}
          >
            <entry.icon aria-hidden="true" />
            <span>{entry.name}</span>
            {entry.count === undefined ? null : <span className={styles.count}>{entry.count}</span>}
          </a>
        ))}
      </nav>
      <div className={styles.foot}>{props.foot}</div>
    </aside>
  );
}
