/** From a file to rows: choose, look, import, and say which columns show whether it worked. */
import { useEffect, useRef, useState } from "react";

import { useWrite, writes } from "../../api/queries";
import type { Book, Imported, Preview as PreviewData, Progress, ReadSettings } from "../../api/types";
import { AtWork, Wrong } from "../../components/Blocks";
import { Button } from "../../components/Button";
import { PageHead } from "../../components/Page";
import { useHost } from "../../host/context";
import { t } from "../../words/data";
import styles from "./Data.module.css";
import { Preview, type Choices } from "./Preview";
import { Proposals } from "./Proposals";

const found: ReadSettings = { types: {}, key: null, delimiter: null, date_order: null };

export interface ImportProps {
  book: Book;
  onDone: () => void;
}

export function Import({ book, onDone }: ImportProps) {
  const host = useHost();
  const choosing = useWrite(writes.chooseTable, { showsItsTrouble: true });
  const looking = useWrite(writes.previewTable, { showsItsTrouble: true });
  const bringing = useWrite(writes.importTable, { showsItsTrouble: true });
  const [file, setFile] = useState("");
  const [read, setRead] = useState(found);
  const [preview, setPreview] = useState<PreviewData | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [imported, setImported] = useState<Imported | null>(null);

  const look = (next: ReadSettings) => {
    setRead(next);
    looking.ask(next).then(setPreview, () => {});
  };
  const choose = () => {
    looking.reset();
    choosing.ask().then(
      (chosen) => {
        if (chosen === null) {
          if (preview === null) onDone();
          return;
        }
        setFile(chosen.name);
        setPreview(null);
        look(found);
      },
      () => {},
    );
  };
  const bring = (choices: Choices) => {
    setProgress({ done: 0, total: 0, rows: 0 });
    bringing
      .ask({ settings: { ...choices, read }, onProgress: setProgress })
      .then(setImported, () => {})
      .finally(() => setProgress(null));
  };

  // The dialog is the first step, and it opens once.
  const opened = useRef(false);
  const firstChoose = useRef(choose);
  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    firstChoose.current();
  }, []);

  if (imported !== null) return <Proposals imported={imported} onDone={onDone} />;

  const isCancelled = bringing.error?.code === "cancelled";
  const error = choosing.error ?? looking.error ?? (isCancelled ? null : bringing.error);
  const trouble =
    error === null ? null : (
      <div className={styles.trouble}>
        <Wrong error={error} action={<Button onPress={choose}>{t("choose")}</Button>} />
      </div>
    );
  if (preview === null) {
    return (
      <>
        <PageHead
          title={file || t("noneHead")}
          beside={looking.busy ? <span className="sub">{t("reading")}</span> : null}
          actions={
            <Button look="quiet" onPress={onDone}>
              {t("cancel")}
            </Button>
          }
        />
        {trouble}
      </>
    );
  }
  return (
    <Preview
      book={book}
      file={file}
      preview={preview}
      read={read}
      looking={looking.busy}
      onRead={look}
      onCancel={onDone}
      onImport={bring}
      trouble={trouble}
      working={
        progress === null ? null : (
          <div className={styles.working}>
            <AtWork
              title={t("importing", { file })}
              done={megabytes(progress.done)}
              total={megabytes(progress.total)}
              unit={t("megabytes")}
              rows={progress.rows}
              onCancel={() => void host.cancelWork()}
            />
          </div>
        )
      }
    />
  );
}

/** With one decimal, as files are spoken of. */
function megabytes(bytes: number): number {
  return Math.round(bytes / 100_000) / 10;
}
