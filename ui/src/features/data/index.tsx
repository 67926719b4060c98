/** Data: the tables of the workbook, the way in for a new one, and the metrics made from them. */
import { Table2 } from "lucide-react";
import { useState } from "react";

import type { Place, PlaceProps } from "../../app/places";
import { t } from "../../words/data";
import { Datasets } from "./Datasets";
import { Import } from "./Import";

function DataPage({ book }: PlaceProps) {
  const [importing, setImporting] = useState(false);
  return importing ? (
    <Import book={book} onDone={() => setImporting(false)} />
  ) : (
    <Datasets book={book} onImport={() => setImporting(true)} />
  );
}

export const place: Place = {
  id: "data",
  rail: { order: 10, name: t("name"), icon: Table2 },
  Page: DataPage,
};
