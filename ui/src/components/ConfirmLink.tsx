/**
 * A person's word that a link stands: it turns a complete draft sound and a stale link sound again.
 * "Only wording" says that what it rests on changed in words alone.
 */
import { useEdit } from "../api/edit";
import type { Link, SegmentView } from "../api/types";
import { t } from "../words/components";
import { date, today } from "../words/figures";
import { needs as needWords } from "../words/links";
import { Button } from "./Button";

export interface ConfirmLinkProps {
  view: SegmentView;
  link: Link;
}

export function ConfirmLink({ view, link }: ConfirmLinkProps) {
  const edit = useEdit();
  const found = view.links.find((it) => it.link === link);
  if (found === undefined || found.state === "missing") return null;

  const confirm = (only_wording: boolean) =>
    edit({
      confirmations: [{ link: `${view.id}/${link}`, on: today(), only_wording, basis: "", rests: [] }],
    });
  const left = found.needs.filter((need) => need !== "confirmation").map((need) => needWords[need]);

  if (found.state === "sound") {
    return <span className="sub">{t("confirmedOn", { date: date(found.confirmed_on) })}</span>;
  }
  if (found.state === "stale") {
    return (
      <>
        <span className="sub">{t("basisChanged", { date: date(found.confirmed_on) })}</span>
        <Button look="quiet" onPress={() => confirm(true)}>
          {t("onlyWording")}
        </Button>
        <Button onPress={() => confirm(false)}>{t("stillHolds")}</Button>
      </>
    );
  }
  return (
    <>
      {left.length === 0 ? null : <span className="sub">{t("left", { what: left })}</span>}
      <Button isDisabled={left.length > 0} onPress={() => confirm(false)}>
        {t("confirm")}
      </Button>
    </>
  );
}
