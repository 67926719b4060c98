/**
 * What stands above the work until it has been read or is over: that somebody else edits this
 * workbook, and that it lies where two people may come to change it side by side.
 */
import { Eye, FolderSync } from "lucide-react";
import type { ReactNode } from "react";

import { useGlance } from "../api/glance";
import { reads, useRead, useWrite, writes } from "../api/queries";
import type { Book, Glance, Holding, FilePlace } from "../api/types";
import { Button } from "../components/Button";
import { lately } from "../words/figures";
import { t } from "../words/holding";
import styles from "./Holding.module.css";

export function HoldingNotice({ book }: { book: Book }) {
  return (
    <>
      {book.read_only ? <ReadOnly /> : null}
      <Lies book={book} />
    </>
  );
}

function ReadOnly() {
  const glance = useGlance();
  const editing = useWrite(writes.editNow);
  if (glance === null) return null;
  const { title, advice, act } = said(glance);
  return (
    <Line icon={<Eye aria-hidden="true" />} title={title} advice={advice}>
      <Button small isDisabled={glance.held !== null || editing.busy} onPress={() => editing.run()}>
        {act}
      </Button>
    </Line>
  );
}

function said({ held, writable }: Glance): { title: string; advice: string; act: string } {
  if (held !== null) return { title: holds(held), advice: t("onlyRead"), act: t("edit") };
  if (!writable) return { title: t("locked"), advice: t("lockedAdvice"), act: t("again") };
  return { title: t("free"), advice: t("freeAdvice"), act: t("edit") };
}

/** Who has the workbook open, where and since when. */
export function holds(it: Holding): string {
  const where = {
    name: it.name || t("somebody"),
    machine: it.machine,
    since: it.since === "" ? "" : lately(it.since, new Date(), true),
  };
  return it.window ? t("window", where) : t("command", where);
}

function Lies({ book }: { book: Book }) {
  const place = useRead(reads.place, [book.file_name]);
  const telling = useWrite(writes.toldPlace);
  if (!place.data) return null;
  const { title, advice } = care(place.data);
  return (
    <Line icon={<FolderSync aria-hidden="true" />} title={title} advice={advice}>
      <Button small isDisabled={telling.busy} onPress={() => telling.run()}>
        {t("read")}
      </Button>
    </Line>
  );
}

function care({ synced_by, elsewhere }: FilePlace): { title: string; advice: string } {
  const title =
    elsewhere !== null
      ? t("elsewhere", { name: elsewhere.name || t("somebody"), machine: elsewhere.machine })
      : synced_by === null
        ? t("network")
        : t("synced", { by: synced_by });
  return { title, advice: synced_by === null ? t("networkAdvice") : t("syncedAdvice") };
}

function Line(props: { icon: ReactNode; title: string; advice: string; children: ReactNode }) {
  return (
    <section className={styles.line} aria-label={props.title}>
      {props.icon}
      <p role="status">
        <b>{props.title}</b> {props.advice}
      </p>
      {props.children}
    </section>
  );
}
