/**
 * How a link stands, at the right of its page's head: its state, a person's word for it, and one
 * click away what it rests on and why it no longer holds.
 */
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton, DialogTrigger, Popover } from "react-aria-components";

import { useWrite, writes } from "../../api/queries";
import type { Book, Link, SegmentView } from "../../api/types";
import { Button } from "../../components/Button";
import { cx } from "../../components/classes";
import floating from "../../components/floating.module.css";
import { StateNode } from "../../components/State";
import { leftWords, stateWords, t } from "../../words/standing";
import { links as linkNames } from "../../words/vocabulary";
import styles from "./Standing.module.css";
import { Why } from "./Why";

export interface StandingProps {
  book: Book;
  view: SegmentView;
  link: Link;
}

export function Standing({ book, view, link }: StandingProps) {
  const [open, setOpen] = useState(false);
  const confirm = useWrite(writes.confirmLink);
  const found = view.links.find((it) => it.link === link);
  if (found === undefined) return null;

  const give = (only_wording: boolean) => {
    setOpen(false);
    confirm.run({ segment: view.id, link, only_wording });
  };
  const left = leftWords(found);
  const isStale = found.state === "stale";
  const mayWrite = !book.read_only && found.state !== "missing" && found.state !== "sound";
  const answers = (
    <>
      <Button look="quiet" isDisabled={confirm.busy} onPress={() => give(true)}>
        {t("onlyWording")}
      </Button>
      <Button isDisabled={confirm.busy} onPress={() => give(false)}>
        {t("asItStands")}
      </Button>
    </>
  );
  return (
    <div className={styles.standing}>
      <DialogTrigger isOpen={open} onOpenChange={setOpen}>
        <AriaButton
          isDisabled={false}
          className={cx(styles.state, `is-${found.state}`)}
          aria-label={t("opens", { link: linkNames[link], state: stateWords(found) })}
        >
          <StateNode key={`${view.id}/${link}`} state={found.state} size={12} />
          <span>{stateWords(found)}</span>
          <ChevronDown aria-hidden="true" />
        </AriaButton>
        <Popover
          placement="bottom end"
          offset={6}
          aria-label={t("restsOn")}
          className={cx(floating.popover, styles.popover)}
        >
          <div className={styles.why}>
            <Why book={book} segment={view.id} view={found} onLeave={() => setOpen(false)} />
            {isStale && mayWrite ? <div className={styles.answers}>{answers}</div> : null}
          </div>
        </Popover>
      </DialogTrigger>
      {mayWrite && isStale ? answers : null}
      {mayWrite && !isStale ? (
        <>
          <Button isDisabled={left !== null || confirm.busy} onPress={() => give(false)}>
            {t("confirm")}
          </Button>
          {left === null ? null : <span className="sub">{left}</span>}
        </>
      ) : null}
    </div>
  );
}
