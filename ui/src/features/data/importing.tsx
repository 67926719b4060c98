/** An import in hand. It is kept above the route, so that work elsewhere does not end it. */
import { createContext, type ReactNode, use, useEffect, useRef, useState } from "react";

import { useWrite, writes } from "../../api/queries";
import type { Imported, Preview, Progress, ReadSettings } from "../../api/types";
import type { HostError } from "../../host/host";
import type { Choices } from "./Preview";
import { type Choice, choicesOf } from "./Proposals";

const found: ReadSettings = {
  types: {},
  key: null,
  delimiter: null,
  date_order: null,
  kept: { types: {}, date_order: null, had: {} },
};

/** What the person says about the table before it comes in; null keeps what was found. */
export interface Said {
  name: string | null;
  unit: string | null;
  asOf: string;
}

const unsaid: Said = { name: null, unit: null, asOf: "" };

export interface Importing {
  /** Whether an import is in hand, from the choice of a file to its proposals. */
  open: boolean;
  file: string;
  read: ReadSettings;
  preview: Preview | null;
  said: Said;
  progress: Progress | null;
  imported: Imported | null;
  choices: readonly Choice[];
  /** A look at the file is on its way. */
  looking: boolean;
  error: HostError | null;
  choose: () => void;
  /** Goes on with a table that the host has been given, by its name. */
  take: (name: string) => void;
  look: (read: ReadSettings) => void;
  say: (to: Partial<Said>) => void;
  bring: (choices: Choices) => void;
  change: (choices: (now: readonly Choice[]) => readonly Choice[]) => void;
  /** Stops the work in hand; an import then goes back to its preview. */
  stop: () => void;
  /** Ends it all: stops a look that is on its way and forgets the file. */
  close: () => void;
}

const Context = createContext<Importing | null>(null);

export function useImporting(): Importing {
  const importing = use(Context);
  if (importing === null) throw new Error("an import is kept by its provider");
  return importing;
}

export function ImportProvider({ children }: { children: ReactNode }) {
  const choosing = useWrite(writes.chooseTable, { showsItsTrouble: true });
  const looking = useWrite(writes.previewTable, { showsItsTrouble: true });
  const bringing = useWrite(writes.importTable, { showsItsTrouble: true });
  const [open, setOpen] = useState(false);
  const [file, setFile] = useState("");
  const [read, setRead] = useState(found);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [said, setSaid] = useState(unsaid);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [imported, setImported] = useState<Imported | null>(null);
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  // Looks are numbered: only the newest one's answer counts.
  const newest = useRef(0);
  // The settings that the preview in view was read with.
  const shownWith = useRef(found);
  // What stops the look or the import in hand.
  const inHand = useRef<AbortController | null>(null);
  const atWork = useRef(false);
  const begin = () => {
    inHand.current = new AbortController();
    return inHand.current.signal;
  };

  const look = (next: ReadSettings) => {
    newest.current += 1;
    const mine = newest.current;
    setRead(next);
    // The answer to an older look is of no use any more.
    inHand.current?.abort();
    looking.ask({ settings: next, stop: begin() }).then(
      (answer) => {
        if (mine !== newest.current) return;
        shownWith.current = next;
        setPreview(answer);
      },
      () => {
        if (mine === newest.current) setRead(shownWith.current);
      },
    );
  };
  const close = () => {
    newest.current += 1;
    if (looking.busy) inHand.current?.abort();
    choosing.reset();
    looking.reset();
    bringing.reset();
    setOpen(false);
    setFile("");
    setRead(found);
    setPreview(null);
    setSaid(unsaid);
    setImported(null);
  };
  const lookAt = (name: string) => {
    setFile(name);
    setPreview(null);
    setSaid(unsaid);
    shownWith.current = found;
    look(found);
  };
  const choose = () => {
    setOpen(true);
    looking.reset();
    choosing.ask().then(
      (chosen) => {
        if (chosen === null) {
          if (preview === null) close();
          return;
        }
        lookAt(chosen.name);
      },
      () => {},
    );
  };
  const take = (name: string) => {
    // What is on its way in is not thrown away for another file.
    if (atWork.current) return;
    setOpen(true);
    choosing.reset();
    looking.reset();
    bringing.reset();
    setImported(null);
    lookAt(name);
  };
  const bring = (settings: Choices) => {
    atWork.current = true;
    setProgress({ done: 0, total: 0, rows: 0 });
    bringing
      .ask({ settings: { ...settings, read }, onProgress: setProgress, stop: begin() })
      .then(
        (answer) => {
          setImported(answer);
          setChoices(choicesOf(answer));
        },
        () => {},
      )
      .finally(() => {
        atWork.current = false;
        setProgress(null);
      });
  };
  // A workbook that closes takes its import with it.
  useEffect(
    () => () => {
      if (atWork.current) inHand.current?.abort();
    },
    [],
  );

  // What the person stopped is no problem.
  const errors = [choosing.error, looking.error, bringing.error];
  const error = errors.find((it) => it !== null && it.code !== "cancelled") ?? null;
  return (
    <Context
      value={{
        open,
        file,
        read,
        preview,
        said,
        progress,
        imported,
        choices,
        looking: looking.busy,
        error,
        choose,
        take,
        look,
        say: (to) => setSaid((now) => ({ ...now, ...to })),
        bring,
        change: setChoices,
        stop: () => inHand.current?.abort(),
        close,
      }}
    >
      {children}
    </Context>
  );
}
