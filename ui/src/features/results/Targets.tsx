/** What each downstream metric should reach in this segment, and by when. */
import { useSegmentEdit } from "../../api/edit";
import type { ResultRow, Segment, Target } from "../../api/types";
import { copyOf } from "../../components/copy/columns";
import { CopyMenu } from "../../components/copy/CopyMenu";
import { Section, Table, type TableColumn } from "../../components/Page";
import { useSent } from "../../components/sent";
import { DateField, NumberField } from "../../components/TypedField";
import { count, percent, plain, points } from "../../words/figures";
import { t } from "../../words/results";
import { intervalAnd } from "./copied";
import styles from "./Results.module.css";

export interface TargetsProps {
  record: Segment;
  rows: readonly ResultRow[];
}

export function Targets({ record, rows }: TargetsProps) {
  const edit = useSegmentEdit(record.id);
  const { now, change } = useSent(record.targets, (targets) => edit({ targets }));
  const targetOf = (row: ResultRow) => now.find((it) => it.metric === row.metric);
  const put = (row: ResultRow, to: Partial<Target> | null) =>
    change((targets) => {
      const others = targets.filter((it) => it.metric !== row.metric);
      const old = targets.find((it) => it.metric === row.metric);
      const blank: Target = { metric: row.metric, value: 0, by: "" };
      return to === null ? others : [...others, { ...blank, ...old, ...to }];
    });
  const columns: TableColumn<ResultRow>[] = [
    {
      id: "metric",
      name: t("metric"),
      text: (it) => it.name || t("unnamed"),
      cell: (it) => it.name || t("unnamed"),
    },
    {
      id: "now",
      name: t("now"),
      text: ({ row }) => row.value,
      also: intervalAnd(t("now")),
      numeric: true,
      width: "18%",
      cell: (it) => <Now row={it} />,
    },
    {
      id: "aim",
      name: t("aim"),
      text: (it) => targetOf(it)?.value ?? null,
      width: "18%",
      cell: (it) => (
        <span className={styles.aim}>
          <NumberField
            label={t("aimOf", { name: it.name })}
            question={t("aimQuestion")}
            value={shownValue(targetOf(it)?.value, it.is_share)}
            {...(it.is_share ? { least: 0, most: 100 } : {})}
            onSave={(value) =>
              put(it, value === null ? null : { value: it.is_share ? value / 100 : value })
            }
          />
          {it.is_share && targetOf(it) !== undefined ? <span className="sub">%</span> : null}
        </span>
      ),
    },
    {
      id: "by",
      name: t("by_when"),
      text: (it) => targetOf(it)?.by ?? "",
      width: "18%",
      cell: (it) => {
        const target = targetOf(it);
        return target === undefined ? null : (
          <DateField
            label={t("byOf", { name: it.name })}
            question={t("byQuestion")}
            value={target.by}
            onSave={(by) => put(it, { by })}
          />
        );
      },
    },
    {
      id: "left",
      name: t("toGo"),
      text: (it) => toGo(it, targetOf(it)),
      width: "18%",
      cell: (it) => <span className="num muted">{toGo(it, targetOf(it))}</span>,
    },
  ];
  return (
    <Section
      title={t("targets")}
      note={t("targetsNote")}
      aside={<CopyMenu what={t("targets")} table={() => copyOf(columns, rows)} />}
      className={styles.lower}
    >
      <Table
        label={t("targets")}
        rowHeaders
        rows={rows}
        keyOf={(it) => it.metric}
        columns={columns}
      />
    </Section>
  );
}

function Now({ row: { row, is_share } }: { row: ResultRow }) {
  if (row.value === null) return "–";
  return (
    <>
      {is_share ? percent(row.value) : plain(row.value)}{" "}
      <span className="sub">{t("ofN", { n: count(row.n) })}</span>
    </>
  );
}

/** Shares are aimed for in percent, without the tail that binary fractions leave. */
function shownValue(value: number | undefined, share: boolean): number | null {
  if (value === undefined) return null;
  return share ? Math.round(value * 1e6) / 1e4 : value;
}

/** How far the figure as measured still is from the aim. */
export function toGo({ row, better, is_share }: ResultRow, target: Target | undefined): string {
  if (target === undefined || row.value === null) return "";
  const gap = target.value - row.value;
  if (better === "higher" ? gap <= 0 : gap >= 0) return t("there");
  const size = is_share ? `${points(Math.abs(gap)).replace("+", "")} ${t("points")}` : plain(Math.abs(gap));
  return gap < 0 ? t("less", { size }) : t("more", { size });
}
