/** The window: the start screen without a workbook, the frame with one. */
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { makeClient, reads, useRead } from "../api/queries";
import { HostProvider } from "../host/context";
import type { Host } from "../host/host";
import { listen } from "../keys/keys";
import { Boundary } from "./Boundary";
import { Frame } from "./Frame";
import { t } from "../words/app";
import { ImportProvider } from "../features/data/importing";
import { Start } from "../features/start/Start";

export function App({ host, client }: { host: Host; client?: QueryClient }) {
  const [made] = useState(() => client ?? makeClient());
  useEffect(() => listen(window), []);
  return (
    <HostProvider host={host}>
      <QueryClientProvider client={made}>
        <Boundary>
          <Window />
        </Boundary>
      </QueryClientProvider>
    </HostProvider>
  );
}

function Window() {
  const book = useRead(reads.book, []);
  // An open workbook stays in view when asking for it again fails; the frame says so.
  if (book.data) return (
    <ImportProvider key={book.data.file_name}>
      <Frame book={book.data} />
    </ImportProvider>
  );
  if (book.waiting) return <p className="sub" role="status">{t("opening")}</p>;
  return <Start refused={book.error} />;
}
