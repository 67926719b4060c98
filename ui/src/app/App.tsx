/** The window: the start screen without a workbook, the frame with one. */
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { makeClient } from "../api/client";
import { reads, useRead } from "../api/queries";
import type { Book } from "../api/types";
import { HostProvider, useHost } from "../host/context";
import type { Host } from "../host/host";
import { KeyList } from "../keys/KeyList";
import { listen } from "../keys/keys";
import { followArrivals } from "./arrival";
import { Boundary } from "./Boundary";
import { Frame } from "./Frame";
import { followFocus } from "../keys/heir";
import { Outside } from "./Outside";
import { useDress } from "./settings";
import { SettingsDialog } from "./SettingsDialog";
import { t } from "../words/app";
import { CoachProvider } from "../components/coach/coach";
import { ImportProvider } from "../features/data/importing";
import { Start } from "../features/start/Start";

export function App({ host, client }: { host: Host; client?: QueryClient }) {
  const [made] = useState(() => client ?? makeClient());
  useEffect(() => listen(window), []);
  useEffect(() => followArrivals(window), []);
  // Menus and dialogs open beside the page's root, not in it.
  useEffect(() => followFocus(document.getElementById("root") ?? document.body), []);
  return (
    <HostProvider host={host}>
      <QueryClientProvider client={made}>
        <Boundary>
          <Window />
          <Outside />
          <SettingsDialog />
          <KeyList />
        </Boundary>
      </QueryClientProvider>
    </HostProvider>
  );
}

function Window() {
  useDress();
  const book = useRead(reads.book, []);
  // An open workbook stays in view when asking for it again fails; the frame says so.
  if (book.data) return <Opened key={book.data.session} book={book.data} />;
  if (book.waiting) return <p className="sub" role="status">{t("opening")}</p>;
  return <Start refused={book.error} />;
}

/** One opening of a workbook: what is begun in it is meant for it alone, and ends with it. */
function Opened({ book }: { book: Book }) {
  const host = useHost();
  const [mine] = useState(() => host.of(book.session));
  return (
    <HostProvider host={mine}>
      <ImportProvider>
        <CoachProvider findings={book.findings}>
          <Frame book={book} />
        </CoachProvider>
      </ImportProvider>
    </HostProvider>
  );
}
