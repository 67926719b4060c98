/** The window with a workbook open: rail, chain bar, and the place in view. Only the place scrolls. */
import { useIsMutating } from "@tanstack/react-query";
import { Check, History, LoaderCircle, Redo2, Search, TriangleAlert, Undo2 } from "lucide-react";
import { useEffect } from "react";

import { useEdit } from "../api/edit";
import { reads, useRead, useWrite, writes } from "../api/queries";
import { dismiss, useTroubles } from "../api/troubles";
import type { Book } from "../api/types";
import { Empty, Wrong } from "../components/Blocks";
import { Button, IconButton } from "../components/Button";
import { ChainBar } from "../components/ChainBar";
import { Rail } from "../components/Rail";
import { ReadOnlyScope } from "../components/ReadOnly";
import { Tallies } from "../components/Tallies";
import { rowsOf, talliesOf } from "../features/map/rows";
import { run } from "../keys/keys";
import { t } from "../words/app";
import { count, date } from "../words/figures";
import { t as tHistory } from "../words/history";
import { Boundary } from "./Boundary";
import { Chooser, useNewSegment } from "./Chooser";
import { CoachButton } from "./coach/CoachButton";
import { Pane } from "./coach/Pane";
import { type PaneNow, usePane } from "./coach/usePane";
import { useAppMenu, useFrameCommands } from "./commands";
import { Finder } from "./Finder";
import { HeldWays } from "./HeldWays";
import styles from "./Frame.module.css";
import { HOME, type InView, type Place, placeOf, placeOfLink, places, segmentInView } from "./places";
import { HoldingNotice } from "./Holding";
import { Moves } from "./Moves";
import { go, hrefTo, type Route, useRoute } from "./route";

export function Frame({ book }: { book: Book }) {
  const route = useRoute();
  const place = placeOf(route.place);
  useHome(route, place);
  const segment = segmentInView(book, route.segment);
  const segmentId = segment?.record.id ?? null;
  useFrameCommands(book, segment);
  const pane = usePane(book, place, segment);

  return (
    <div className={styles.window} data-coach={pane.open && pane.beside}>
      <Side book={book} place={place} segment={segmentId} />
      <div className={styles.chain}>
        <ChainBar
          chooser={
            <Chooser book={book} segment={segment} place={stayIn(place)} all={place?.isOfAll ?? false} />
          }
          tools={<Tools book={book} pane={pane} />}
          of={segmentId}
          links={segment?.view.links ?? []}
          current={place?.link ?? null}
          hrefOf={(link) =>
            placeOfLink(link) === undefined || segmentId === null ? null : hrefTo(link, segmentId)
          }
          strong={segment?.record.role === "primary"}
          stopsAfter={segment?.record.role === "not_for_us" ? "segment" : null}
          instead={place?.isOfAll ? <AllLinks book={book} segment={segment} /> : undefined}
        />
      </div>
      <main className={styles.work} key={`${place?.id ?? ""}/${segmentId ?? ""}`}>
        <div className={styles.above}>
          <HoldingNotice book={book} />
          <Trouble />
        </div>
        <ReadOnlyScope on={book.read_only}>
          <Boundary>
            <Moves book={book} />
            <Here place={place} book={book} segment={segment} />
          </Boundary>
        </ReadOnlyScope>
      </main>
      {pane.open ? <Pane book={book} pane={pane} /> : null}
      <Finder book={book} place={stayIn(place)} />
    </div>
  );
}

/** The chain bar of all segments: how many are how far, and the way to the one in view. */
function AllLinks({ book, segment }: { book: Book; segment: InView | null }) {
  return (
    <Tallies
      tallies={talliesOf(rowsOf(book).rows)}
      whose={segment?.record.name || t("unnamedSegment")}
      hrefOf={(link) => (segment === null ? null : hrefTo(link, segment.record.id))}
    />
  );
}

/** The rail follows the commands; what stands beside it need not be drawn again with it. */
function Side(props: { book: Book; place: Place | undefined; segment: string | null }) {
  const { book, place, segment } = props;
  return (
    <Rail
      name={book.chain.offering.name || book.name || t("unnamedOffering")}
      file={book.file_name}
      menu={useAppMenu()}
      search={{ name: t("search"), icon: Search, keys: "Mod+K", run: () => run("palette") }}
      entries={places.flatMap(({ id, rail, isOfAll }) =>
        rail === undefined
          ? []
          : [{ id, name: rail.name, icon: rail.icon, href: hrefTo(id, isOfAll ? null : segment) }],
      )}
      current={place?.rail === undefined ? null : place.id}
      foot={<RailFoot book={book} />}
    />
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

/** An address that leads nowhere leads home. */
function useHome(route: Route, place: Place | undefined): void {
  const lost = route.place === null || place === undefined;
  useEffect(() => {
    if (lost) go(HOME);
  }, [lost]);
}

function Tools({ book, pane }: { book: Book; pane: PaneNow }) {
  const undo = useWrite(writes.undo);
  const redo = useWrite(writes.redo);
  return (
    <>
      <IconButton
        name={t("undo")}
        hint={book.undo === null ? t("nothingToUndo") : t("undoThat", { what: book.undo })}
        keys="Mod+Z"
        icon={<Undo2 aria-hidden="true" />}
        isDisabled={book.undo === null || book.read_only}
        onPress={() => undo.run()}
      />
      <IconButton
        name={t("redo")}
        hint={book.redo === null ? t("nothingToRedo") : t("redoThat", { what: book.redo })}
        keys="Mod+Shift+Z"
        icon={<Redo2 aria-hidden="true" />}
        isDisabled={book.redo === null || book.read_only}
        onPress={() => redo.run()}
      />
      <CoachButton pane={pane} />
      <IconButton
        name={tHistory("name")}
        hint={tHistory("open")}
        keys="Mod+H"
        icon={<History aria-hidden="true" />}
        onPress={() => run("history")}
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
            <HeldWays error={line.error} />
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
