/** Data: the tables of the workbook, the way in for a new one, and the metrics made from them. */
import { Table2 } from "lucide-react";

import type { Place, PlaceProps } from "../../app/places";
import { t } from "../../words/data";
import { Datasets } from "./Datasets";
import { Import } from "./Import";
import { useImporting } from "./importing";

function DataPage({ book }: PlaceProps) {
  const importing = useImporting();
  return importing.open ? (
    <Import book={book} />
  ) : (
    <Datasets book={book} onImport={importing.choose} />
  );
}

export const place: Place = {
  id: "data",
  rail: { order: 10, name: t("name"), icon: Table2, letter: "T" },
  Page: DataPage,
};
