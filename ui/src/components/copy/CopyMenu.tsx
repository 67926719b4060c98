/**
 * The one small way to take a table or a picture along. It changes nothing, so it is there in a
 * workbook that may only be read, too.
 */
import { Copy } from "lucide-react";
import { useEffect, useState } from "react";

import { useWrite, writes } from "../../api/queries";
import type { PictureFormat } from "../../api/types";
import { t } from "../../words/copy";
import { count } from "../../words/figures";
import { Button } from "../Button";
import { Menu, type MenuEntry } from "../Menu";
import { copyText } from "./clipboard";
import styles from "./CopyMenu.module.css";
import { asCsv, asText, type CopiedTable } from "./delimited";
import { pngOf } from "./raster";
import { type Picture, pictureOf, type Sheet } from "./sheet";

/** How long it says what it did. */
const SAID_FOR = 6000;

export interface CopyMenuProps {
  /** What is copied, for the button's name: "Targets". */
  what: string;
  /** The table, made when it is asked for. */
  table?: () => CopiedTable;
  /** The picture's parts, gathered from the page when they are asked for. */
  picture?: () => Sheet;
}

export function CopyMenu({ what, table, picture }: CopyMenuProps) {
  const [said, say] = useState("");
  const save = useWrite(writes.savePicture);
  useEffect(() => {
    if (said === "") return;
    const timer = setTimeout(() => say(""), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);

  const copyTable = (write: (table: CopiedTable) => string) => {
    const taken = table?.();
    if (taken === undefined) return;
    const n = taken.rows.length;
    copyText(write(taken)).then(
      () => say(t("copiedRows", { n: count(n), one: n === 1 })),
      () => say(t("notCopied")),
    );
  };
  const savePicture = (format: PictureFormat) => {
    if (picture === undefined) return;
    const made = pictureOf(picture());
    bytesOf(made, format).then(
      (bytes) =>
        save.ask({ title: made.title, format, bytes }).then(
          (written) => {
            if (written !== null) say(t("written", { file: fileName(written.path) }));
          },
          // The frame says what went wrong.
          () => {},
        ),
      () => say(t("notDrawn")),
    );
  };
  const ofTable: MenuEntry[] = [
    { id: "text", name: t("asText"), run: () => copyTable(asText) },
    { id: "csv", name: t("asCsv"), run: () => copyTable(asCsv) },
  ];
  const ofPicture: MenuEntry[] = [
    { id: "save-svg", name: t("saveSvg"), apart: table !== undefined, run: () => savePicture("svg") },
    { id: "save-png", name: t("savePng"), run: () => savePicture("png") },
  ];
  const label = t("copyOf", { what });
  return (
    <span className={styles.copy}>
      <span role="status" className="sub">
        {said}
      </span>
      <Menu
        label={label}
        entries={[...(table === undefined ? [] : ofTable), ...(picture === undefined ? [] : ofPicture)]}
      >
        <Button small harmless look="quiet" aria-label={label}>
          <Copy aria-hidden="true" />
          {t("copy")}
        </Button>
      </Menu>
    </span>
  );
}

async function bytesOf(picture: Picture, format: PictureFormat): Promise<Uint8Array> {
  if (format === "svg") return new TextEncoder().encode(picture.svg);
  return new Uint8Array(await (await pngOf(picture)).arrayBuffer());
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
