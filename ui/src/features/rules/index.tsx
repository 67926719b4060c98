/** The coach's rules: what each asks, why, what it would rather read, and how often it is right. */
import { reads, useRead } from "../../api/queries";
import type { RuleCard } from "../../api/types";
import type { Place } from "../../app/places";
import { LevelMark, Wrong } from "../../components/Blocks";
import { Button } from "../../components/Button";
import { Examples } from "../../components/coach/Examples";
import { PageHead, Section } from "../../components/Page";
import { groupOrder, groups, levels, offers, t } from "../../words/coach";
import { t as tApp } from "../../words/app";
import styles from "./Rules.module.css";

function RulesPage() {
  const rules = useRead(reads.rules, []);
  return (
    <>
      <PageHead title={t("rules")} beside={<span className="sub">{t("rulesNote")}</span>} />
      {rules.error === null ? null : (
        <Wrong error={rules.error} action={<Button harmless onPress={rules.again}>{tApp("retry")}</Button>} />
      )}
      {rules.waiting ? (
        <p role="status" className="sub">
          {tApp("opening")}
        </p>
      ) : null}
      {groupOrder.map((group) => (
        <Group key={group} group={group} rules={rules.data ?? []} />
      ))}
    </>
  );
}

function Group(props: { group: RuleCard["group"]; rules: readonly RuleCard[] }) {
  const rules = props.rules.filter((it) => it.group === props.group);
  if (rules.length === 0) return null;
  return (
    <Section title={groups[props.group]}>
      <ul className={styles.rules}>
        {rules.map((rule) => (
          <li key={rule.id} data-record={rule.id} tabIndex={-1} className={styles.rule}>
            <div>
              <h3>
                <LevelMark level={rule.level} />
                <span className="hidden-words">{levels[rule.level]}. </span>
                {rule.name}
              </h3>
              <p className={styles.id}>{rule.id}</p>
              <p className={styles.id}>{t("looksAt", { what: rule.looks_at.join(", ") })}</p>
              <p className={styles.id}>{t("offers", { what: offers[rule.fix] })}</p>
            </div>
            <div>
              <p>{rule.question}</p>
              <p className={styles.why}>{rule.why}</p>
            </div>
            <Examples weak={rule.weak} strong={rule.strong} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

export const place: Place = { id: "rules", Page: RulesPage };
