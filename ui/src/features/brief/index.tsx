/** Briefs: one segment on paper, seen as it will be printed, and taken away as PDF or Markdown. */
import { FileDown, FileText, FileType } from "lucide-react";
import { useState } from "react";

import { reads, useRead, useWrite, writes } from "../../api/queries";
import type { Book, BriefFormat, Exported } from "../../api/types";
import { useNewSegment } from "../../app/Chooser";
import type { InView, Place, PlaceProps } from "../../app/places";
import { Empty, LevelMark, Wrong } from "../../components/Blocks";
import { Button } from "../../components/Button";
import { PageHead, Section } from "../../components/Page";
import { Segmented } from "../../components/Segmented";
import { useCommands } from "../../keys/keys";
import { t as tApp } from "../../words/app";
import { t } from "../../words/brief";
import styles from "./Brief.module.css";
import { Pages } from "./Pages";
import { StandsOn } from "./StandsOn";

type View = "pages" | "markdown";

function BriefPlace({ book, segment }: PlaceProps) {
  const newSegment = useNewSegment(book);
  if (segment !== null) return <BriefPage book={book} segment={segment} />;
  return (
    <div className={styles.padded}>
      <Empty
        title={t("noSegmentTitle")}
        action={
          <Button look="main" onPress={newSegment}>
            {t("newSegment")}
          </Button>
        }
      >
        {t("noSegment")}
      </Empty>
    </div>
  );
}

function BriefPage({ book, segment }: { book: Book; segment: InView }) {
  const { record } = segment;
  const [view, setView] = useState<View>("pages");
  const brief = useRead(reads.brief, [record.id]);
  const exporting = useWrite(writes.exportBrief, { showsItsTrouble: true });
  const showing = useWrite(writes.showExport, { showsItsTrouble: true });
  const [written, setWritten] = useState<Exported | null>(null);
  const name = record.name || tApp("unnamedSegment");
  const { data } = brief;
  const send = (format: BriefFormat) => {
    setWritten(null);
    exporting.ask({ segment: record.id, format }).then(
      setWritten,
      () => {},
    );
  };
  const unready = data === undefined || exporting.busy;
  useCommands([
    {
      id: "export-pdf",
      name: t("exportBriefPdf"),
      about: name,
      also: t("print"),
      keys: "Mod+P",
      enabled: !unready,
      icon: FileDown,
      menu: { in: "file", group: 4 },
      run: () => send("pdf"),
    },
    {
      id: "export-markdown",
      name: t("exportBriefMarkdown"),
      about: name,
      enabled: !unready,
      icon: FileType,
      menu: { in: "file", group: 4 },
      run: () => send("md"),
    },
  ]);
  const error = brief.error ?? exporting.error ?? showing.error;
  const open = segment.view.links.filter((it) => it.state !== "sound").length;
  const notes = [...new Set([...(data?.notes ?? []), ...(written?.notes ?? [])])];

  return (
    <div className={styles.page}>
      <PageHead
        title={data === undefined ? name : t("head", { pages: data.pages.length, open })}
        beside={
          <>
            <span role="status" className="sub">
              {brief.waiting || brief.refreshing ? t("setting") : null}
              {written === null ? null : t("exported", { file: fileName(written.path) })}
            </span>
            {written === null ? null : (
              <Button small harmless look="quiet" onPress={() => showing.run()}>
                {t("show")}
              </Button>
            )}
          </>
        }
        actions={
          <>
            <Segmented
              harmless
              label={t("view")}
              options={[
                { id: "pages", name: t("pages") },
                { id: "markdown", name: t("markdown") },
              ]}
              value={view}
              onChange={setView}
            />
            <Button harmless isDisabled={unready} onPress={() => send("md")}>
              {t("exportMarkdown")}
            </Button>
            <Button harmless look="main" isDisabled={unready} onPress={() => send("pdf")}>
              {t("exportPdf")}
            </Button>
          </>
        }
      />
      {error === null ? null : (
        <div className={styles.padded}>
          <Wrong error={error} />
        </div>
      )}
      <div className={styles.split}>
        <div className={styles.desk}>
          {data === undefined ? null : view === "pages" ? (
            <Pages pages={data.pages} segmentName={name} />
          ) : (
            <pre className={styles.markdown}>{data.markdown}</pre>
          )}
        </div>
        <aside className={styles.side} aria-label={t("standsOn")}>
          <div>
            {notes.length === 0 ? null : (
              <Section title={t("notes")} note={t("notesNote")}>
                <ul className={styles.notes}>
                  {notes.map((note) => (
                    <li key={note}>
                      <LevelMark level="warning" />
                      {note}
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            <StandsOn book={book} segment={segment} />
          </div>
        </aside>
      </div>
    </div>
  );
}

/** A file without its folder, on any system. */
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

export const place: Place = {
  id: "brief",
  rail: { order: 60, name: t("name"), icon: FileText, letter: "B" },
  coach: "segment",
  Page: BriefPlace,
};
