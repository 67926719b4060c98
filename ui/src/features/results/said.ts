/** A difference in words: its interval, its size, its chance. Pure. */
import type { ResultRow } from "../../api/types";
import { chance, plain, points, signed } from "../../words/figures";
import { t } from "../../words/results";

/** How sizes of differences read: shares in points, means in their own unit. */
function size(value: number, share: boolean): string {
  return share ? points(Math.abs(value)).replace("+", "") : plain(Math.abs(value));
}

function withSign(value: number, share: boolean): string {
  if (share) return points(value);
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return signed(value, digits);
}

/** The line under a verdict: the interval, or the difference that would be seen. */
export function intervalWords({ row, is_share }: ResultRow): string {
  const { difference_low: low, difference_high: high } = row;
  const unit = is_share ? t("points") : "";
  if (row.verdict === "cannot_tell") {
    return row.detectable === null
      ? ""
      : t("wouldSee", { size: size(row.detectable, is_share), unit }).trim();
  }
  if (low === null || high === null) return "";
  if (row.verdict === "better" || row.verdict === "worse") {
    const near = Math.min(Math.abs(low), Math.abs(high));
    const far = Math.max(Math.abs(low), Math.abs(high));
    return t("by", { from: size(near, is_share), to: size(far, is_share), unit }).trim();
  }
  return t("between", { from: withSign(low, is_share), to: withSign(high, is_share), unit }).trim();
}

/** The grey line: the difference as measured, and q (or p where nothing was corrected). */
export function differenceWords({ row, is_share }: ResultRow): string {
  if (row.difference === null) return "";
  const at = withSign(row.difference, is_share) + (is_share ? ` ${t("points")}` : "");
  if (row.q !== null) return `${at}, ${chance("q", row.q)}`;
  return row.p === null ? at : `${at}, ${chance("p", row.p)}`;
}
