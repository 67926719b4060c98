/**
 * Wires between sentences that stand in columns. Wrap the columns in `Wires` and give each
 * sentence `data-wire="id"`; positions are measured again whenever anything inside changes size.
 */
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";

import { type Box, stub, wire, type WirePath } from "../charts/wires";
import { cx } from "./classes";
import styles from "./Wires.module.css";

export interface WireBetween {
  from: string;
  /** Null for a sentence that should lead on and does not: a hollow stub. */
  to: string | null;
  /** plain · active for the focused path · dashed for a claim that is not proven. */
  look?: "plain" | "active" | "dashed";
}

export interface WiresProps {
  wires: readonly WireBetween[];
  children: ReactNode;
  className?: string | undefined;
}

/** What a stub leaves of the gap between two columns: room for its ends. */
const STUB_ENDS = 24;
const STUB = 32;

export function Wires(props: WiresProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [boxes, setBoxes] = useState<ReadonlyMap<string, Box>>(new Map());
  const [reach, setReach] = useState(STUB);
  const ids = [...new Set(props.wires.flatMap((it) => [it.from, it.to ?? it.from]))].join(" ");

  useLayoutEffect(() => {
    const root = frame.current;
    if (root === null) return;
    const measure = () => {
      setBoxes((before) => unlessSame(before, measured(root)));
      const gap = Number.parseFloat(getComputedStyle(root).columnGap);
      setReach(gap > STUB_ENDS ? gap - STUB_ENDS : STUB);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(root);
    for (const id of ids.split(" ")) {
      const element = root.querySelector(`[data-wire="${id}"]`);
      if (element !== null) observer.observe(element);
    }
    measure();
    return () => observer.disconnect();
  }, [ids]);

  return (
    <div ref={frame} className={cx(styles.frame, props.className)}>
      <svg className={styles.wires} aria-hidden="true">
        {props.wires.map((it) => {
          const path = pathOf(it, boxes, reach);
          if (path === null) return null;
          const { to } = path;
          return (
            <g key={`${it.from}>${it.to ?? ""}`} className={styles[it.to === null ? "stub" : (it.look ?? "plain")]}>
              <path d={path.d} fill="none" stroke="currentColor" />
              {it.to === null ? (
                <circle cx={to.x + 5} cy={to.y} r="5" className={styles.ring} stroke="currentColor" />
              ) : (
                <>
                  <circle cx={path.from.x} cy={path.from.y} r="2" fill="currentColor" />
                  <circle cx={to.x} cy={to.y} r="3" fill="currentColor" />
                </>
              )}
            </g>
          );
        })}
      </svg>
      {props.children}
    </div>
  );
}

function measured(root: HTMLElement): Map<string, Box> {
  const origin = root.getBoundingClientRect();
  const boxes = new Map<string, Box>();
  for (const element of root.querySelectorAll<HTMLElement>("[data-wire]")) {
    const { left, right, top } = element.getBoundingClientRect();
    boxes.set(element.dataset.wire ?? "", {
      left: left - origin.left,
      right: right - origin.left,
      top: top - origin.top,
    });
  }
  return boxes;
}

function unlessSame(before: ReadonlyMap<string, Box>, now: Map<string, Box>) {
  if (before.size !== now.size) return now;
  for (const [id, box] of now) {
    const old = before.get(id);
    const same = old?.left === box.left && old.right === box.right && old.top === box.top;
    if (!same) return now;
  }
  return before;
}

function pathOf(
  it: WireBetween,
  boxes: ReadonlyMap<string, Box>,
  reach: number,
): WirePath | null {
  const from = boxes.get(it.from);
  if (from === undefined) return null;
  if (it.to === null) return stub(from, reach);
  const to = boxes.get(it.to);
  return to === undefined ? null : wire(from, to);
}
