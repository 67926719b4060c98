/** From a file to rows: choose, look, import, and say which columns show whether it worked. */
import type { Book } from "../../api/types";
import { AtWork, Wrong } from "../../components/Blocks";
import { Button } from "../../components/Button";
import { PageHead } from "../../components/Page";
import { t } from "../../words/data";
import styles from "./Data.module.css";
import { useImporting } from "./importing";
import { Preview } from "./Preview";
import { Proposals } from "./Proposals";

export function Import({ book }: { book: Book }) {
  const importing = useImporting();
  const { file, preview, read, progress, imported, error, choose, close } = importing;
  if (imported !== null) {
    return (
      <Proposals
        imported={imported}
        choices={importing.choices}
        onChange={importing.change}
        onDone={close}
      />
    );
  }

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
          beside={importing.looking ? <span className="sub">{t("reading")}</span> : null}
          actions={
            <Button look="quiet" onPress={close}>
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
      looking={importing.looking}
      said={importing.said}
      onSay={importing.say}
      onRead={importing.look}
      onCancel={close}
      onImport={importing.bring}
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
              onCancel={importing.stop}
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
