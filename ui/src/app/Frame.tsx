/** The window with a workbook open: rail, chain bar, and the place in view. Only the place scrolls. */
import { useIsMutating } from "@tanstack/react-query";
import { Check, LoaderCircle, Redo2, TriangleAlert, Undo2 } from "lucide-react";
import { useEffect } from "react";

import { useEdit } from "../api/edit";
import { reads, useRead, useWrite, writes } from "../api/queries";
import { dismiss, useTroubles } from "../api/troubles";
import type { Book } from "../api/types";
import { Empty, Wrong } from "../components/Blocks";
import { Button, IconButton } from "../components/Button";
import { ChainBar } from "../components/ChainBar";
import { Rail } from "../components/Rail";
import type { MenuEntry } from "../components/Menu";
import { type Command, readable, useCommands } from "../keys/keys";
import { t } from "../words/app";
import { count, date } from "../words/figures";
import { linkOrder, links as linkNames } from "../words/vocabulary";
import { Boundary } from "./Boundary";
import { Chooser, useNewSegment } from "./Chooser";
import styles from "./Frame.module.css";
import { homeOf, type InView, type Place, placeOf, placeOfLink, places, segmentInView } from "./places";
import { forget, go, hrefTo, type Route, useRoute } from "./route";

export function Frame({ book }: { book: Book }) {
  const route = useRoute();
  const place = placeOf(route.place);
  useHome(book, route, place);
  const segment = segmentInView(book, route.segment);
  const segmentId = segment?.record.id ?? null;
  useFrameCommands(book, segmentId);

  return (
    <div className={styles.window}>
      <Rail
        name={book.chain.offering.name || book.name || t("unnamedOffering")}
        file={book.file_name}
        menu={useBookMenu()}
        entries={places.flatMap(({ id, rail }) =>
          rail === undefined
            ? []
            : [{ id, name: rail.name, icon: rail.icon, href: hrefTo(id, segmentId) }],
        )}
        current={place?.rail === undefined ? null : place.id}
        foot={<RailFoot book={book} />}
      />
      <div className={styles.chain}>
        <ChainBar
          chooser={<Chooser book={book} segment={segment} place={stayIn(place)} />}
          tools={<Tools book={book} />}
          links={segment?.view.links ?? []}
          current={place?.link ?? null}
          hrefOf={(link) =>
            placeOfLink(link) === undefined || segmentId === null ? null : hrefTo(link, segmentId)
          }
          strong={segment?.record.role === "primary"}
          stopsAfter={segment?.record.role === "not_for_us" ? "segment" : null}
        />
      </div>
      <main className={styles.work} key={`${place?.id ?? ""}/${segmentId ?? ""}`}>
        <Trouble />
        <Boundary>
          <Here place={place} book={book} segment={segment} />
        </Boundary>
      </main>
    </div>
  );
}

function Here(props: { place: Place | undefined; book: Book; segment: InView | null }) {
  const { place, book, segment } = props;
  const add = useNewSegment(book);
  if (place === undefined) return null;
  if (place.link !== undefined && segment === null) {
    return (
      <div className={styles.padded}>
        <Empty
          title={t("needsSegmentTitle")}
          action={
            <Button look="main" onPress={add}>
              {t("newSegment")}
            </Button>
          }
        >
          {t("needsSegment")}
        </Empty>
      </div>
    );
  }
  return <place.Page book={book} segment={segment} />;
}

/** A place that knows no segment does not keep the person when another segment is chosen. */
function stayIn(place: Place | undefined): string {
  return place?.link ?? "segment";
}

/**
 * Another workbook begins at its own home; a cancelled dialog changes nothing, and a problem
 * stands in the trouble line already.
 */
function begin(asked: Promise<Book | null>): void {
  asked.then(
    (opened) => {
      if (opened !== null) forget();
    },
    () => {},
  );
}

/** New, open and close, for the workbook as a whole; their keys work anywhere. */
function useBookMenu(): MenuEntry[] {
  const making = useWrite(writes.newBook);
  const opening = useWrite(writes.openBook);
  const closing = useWrite(writes.closeBook);
  const commands: Command[] = [
    { id: "new", name: t("newBook"), keys: "Mod+N", run: () => begin(making.ask()) },
    { id: "open", name: t("openBook"), keys: "Mod+O", run: () => begin(opening.ask()) },
    {
      id: "close",
      name: t("closeBook"),
      run: () => {
        forget();
        closing.run();
      },
    },
  ];
  useCommands(commands);
  return commands.map(({ id, name, keys, run }) => ({
    id,
    name,
    apart: id === "close",
    ...(keys === undefined ? {} : { note: readable(keys) }),
    run,
  }));
}

/** An address that leads nowhere leads home. */
function useHome(book: Book, route: Route, place: Place | undefined): void {
  const lost = route.place === null || place === undefined;
  useEffect(() => {
    if (!lost) return;
    const home = homeOf(book);
    go(home.place, home.segment);
  }, [lost, book]);
}

/** Undo, redo and the ways to go, registered once for keys and for any list of commands. */
function useFrameCommands(book: Book, segment: string | null): void {
  const undo = useWrite(writes.undo);
  const redo = useWrite(writes.redo);
  const canUndo = book.undo !== null;
  const canRedo = book.redo !== null;
  const commands: Command[] = [
    { id: "undo", name: t("undo"), keys: "Mod+Z", enabled: canUndo, run: () => undo.run() },
    { id: "redo", name: t("redo"), keys: "Mod+Shift+Z", enabled: canRedo, run: () => redo.run() },
    { id: "redo-y", name: t("redo"), keys: "Mod+Y", enabled: canRedo, run: () => redo.run() },
    ...linkOrder
      .filter((link) => placeOfLink(link) !== undefined)
      .map((link) => ({
        id: `go-${link}`,
        name: t("goTo", { place: linkNames[link] }),
        keys: `G ${link.charAt(0).toUpperCase()}`,
        enabled: segment !== null,
        run: () => go(link, segment),
      })),
    ...places.flatMap(({ id, rail }) =>
      rail === undefined
        ? []
        : [{ id: `go-${id}`, name: t("goTo", { place: rail.name }), run: () => go(id, segment) }],
    ),
  ];
  useCommands(commands);
}

function Tools({ book }: { book: Book }) {
  const undo = useWrite(writes.undo);
  const redo = useWrite(writes.redo);
  return (
    <>
      <IconButton
        name={t("undo")}
        hint={book.undo === null ? t("nothingToUndo") : t("undoThat", { what: book.undo })}
        keys="Mod+Z"
        icon={<Undo2 aria-hidden="true" />}
        isDisabled={book.undo === null}
        onPress={() => undo.run()}
      />
      <IconButton
        name={t("redo")}
        hint={book.redo === null ? t("nothingToRedo") : t("redoThat", { what: book.redo })}
        keys="Mod+Shift+Z"
        icon={<Redo2 aria-hidden="true" />}
        isDisabled={book.redo === null}
        onPress={() => redo.run()}
      />
    </>
  );
}

function RailFoot({ book }: { book: Book }) {
  const saving = useIsMutating({ mutationKey: [writes.edit.name] }) > 0;
  const { refused, line } = useTroubles();
  const sendAgain = useSendAgain();
  const unsaved = refused.length > 0;
  return (
    <>
      {book.datasets.length === 0 ? null : (
        <>
          <h2 className={styles.footHead}>{t("dataAsOf")}</h2>
          <ul className={styles.footList}>
            {book.datasets.map((it) => (
              <li key={it.id} title={date(it.imported_at)}>
                <span>{it.id}</span>
                <span className="num">{count(it.rows)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles.saved} role="status">
        {saving ? (
          <LoaderCircle aria-hidden="true" />
        ) : unsaved ? (
          <TriangleAlert aria-hidden="true" />
        ) : (
          <Check aria-hidden="true" />
        )}
        {book.read_only ? t("readOnly") : saving ? t("saving") : t(unsaved ? "notSaved" : "saved")}
      </p>
      {unsaved && !saving && line?.unsaved !== true ? (
        <Button small look="quiet" onPress={sendAgain}>
          {t("sendAgain")}
        </Button>
      ) : null}
    </>
  );
}

/** A problem that no place shows itself stands above the work until it has been read. */
function Trouble() {
  const { line } = useTroubles();
  const sendAgain = useSendAgain();
  const book = useRead(reads.book, []);
  if (book.error !== null) {
    return (
      <div className={styles.trouble}>
        <Wrong error={book.error} action={<Button onPress={book.again}>{t("retry")}</Button>} />
      </div>
    );
  }
  if (line === null) return null;
  return (
    <div className={styles.trouble}>
      <Wrong
        error={line.error}
        action={
          <>
            {line.unsaved ? <Button onPress={sendAgain}>{t("sendAgain")}</Button> : null}
            <Button onPress={dismiss}>{t("dismiss")}</Button>
          </>
        }
      />
    </div>
  );
}

/** Sends what was refused once more, in its order. */
function useSendAgain(): () => void {
  const edit = useEdit();
  const { refused } = useTroubles();
  return () => {
    for (const patch of refused) edit(patch);
  };
}
