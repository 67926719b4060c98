/** The payoffs and proofs that the words of a touchpoint carry. */
import { Check, Plus, X } from "lucide-react";

import type { Touchpoint, Value } from "../../api/types";
import { Button, IconButton } from "../../components/Button";
import { Menu } from "../../components/Menu";
import { useSent } from "../../components/sent";
import { t } from "../../words/journey";
import styles from "./Journey.module.css";

export interface ClaimsProps {
  value: Value;
  touchpoint: Touchpoint;
  n: number;
  onChange: (claims: string[]) => void;
}

export function Claims({ value, touchpoint, n, onChange }: ClaimsProps) {
  const { now: claims, change } = useSent(touchpoint.claims, onChange);
  const known = [
    ...value.payoffs.map((it) => ({ id: it.id, text: it.text, kind: t("payoff") })),
    ...value.proofs.map((it) => ({ id: it.id, text: it.text, kind: t("proof") })),
  ];
  const carried = claims.map((id) => ({ id, text: wordsOf(value, id) }));
  const drop = (id: string) => change((now) => now.filter((it) => it !== id));
  return (
    <div className={styles.claims}>
      <ul>
        {carried.map(({ id, text }) => (
          <li key={id}>
            <span>{text}</span>
            <IconButton
              small
              name={t("drop", { claim: text })}
              icon={<X aria-hidden="true" />}
              onPress={() => drop(id)}
            />
          </li>
        ))}
      </ul>
      <Menu
        label={t("carryOf", { n })}
        entries={
          known.length === 0
            ? [{ id: "none", name: t("noClaims"), disabled: true, run: () => {} }]
            : known.map(({ id, text, kind }) => ({
                id,
                name: text || t("unwritten"),
                note: kind,
                icon: claims.includes(id) ? (
                  <Check aria-hidden="true" />
                ) : (
                  <span className={styles.unchosen} aria-hidden="true" />
                ),
                run: () => (claims.includes(id) ? drop(id) : change((now) => [...now, id])),
              }))
        }
      >
        <Button small look="quiet" aria-label={t("carryOf", { n })}>
          <Plus aria-hidden="true" />
          {t("carry")}
        </Button>
      </Menu>
    </div>
  );
}

function wordsOf(value: Value, id: string): string {
  const all = [
    ...value.payoffs,
    ...value.proofs,
    ...value.jobs,
    ...value.pains,
    ...value.features,
  ];
  return all.find((it) => it.id === id)?.text || t("unwritten");
}

/** What a touchpoint carries, in words. */
export function carriedBy(value: Value, { claims }: Touchpoint): string[] {
  return claims.map((id) => wordsOf(value, id));
}
