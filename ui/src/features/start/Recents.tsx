/** The workbooks opened lately, each with its line as it stood. One that is gone says so. */
import { X } from "lucide-react";
import { Button } from "react-aria-components";

import { useWrite, writes } from "../../api/queries";
import type { Recent } from "../../api/types";
import { IconButton } from "../../components/Button";
import { cx } from "../../components/classes";
import { MiniLine } from "../../components/MiniLine";
import { lately } from "../../words/figures";
import { t } from "../../words/start";
import styles from "./Recents.module.css";

export interface RecentsProps {
  books: readonly Recent[];
  busy: boolean;
  onOpen: (id: string) => void;
}

export function Recents({ books, busy, onOpen }: RecentsProps) {
  const forgetting = useWrite(writes.forgetRecent, { showsItsTrouble: true });
  if (books.length === 0) return <p className={cx("sub", styles.none)}>{t("noRecent")}</p>;
  return (
    <ul>
      {books.map((book) => (
        <li key={book.id} className={styles.row}>
          <Button
            className={styles.entry ?? ""}
            isDisabled={busy || book.missing}
            onPress={() => onOpen(book.id)}
          >
            <b>{book.name}</b>
            {book.links.length === 0 ? null : <MiniLine states={book.links} width={116} />}
            <span className="sub">{t("standsIn", { file: book.file_name, folder: book.folder })}</span>
            {book.missing ? (
              <span className={styles.missing}>{t("missing")}</span>
            ) : (
              <span className="sub">{lately(book.opened_at, new Date())}</span>
            )}
          </Button>
          <span className={cx(styles.away, book.missing && styles.shown)}>
            <IconButton
              small
              name={t("forget", { name: book.name })}
              hint={t("forgetHint")}
              icon={<X aria-hidden="true" />}
              onPress={() => forgetting.run(book.id)}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
