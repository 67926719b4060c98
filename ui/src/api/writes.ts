/** Every change that the window asks of its host, with what it touches. */
import type { Write } from "./tags";
import type {
  Accepted,
  Book,
  BriefFormat,
  FindingPlace,
  Imported,
  ImportSettings,
  Link,
  Patch,
  PictureFormat,
  Preferences,
  Preview,
  Progress,
  ReadSettings,
  Sample,
  Template,
} from "./types";

const write = <Input, T>(it: Write<Input, T>) => it;
const everything = ["book", "chain", "rows"] as const;
/** Another workbook is in view, or none. */
const another = [...everything, "recent"] as const;
const itself = (answer: Book | null) => answer;

export const writes = {
  newBook: write({
    name: "new_book",
    touches: another,
    run: (host, template: Template | void) => host.newBook(template ?? "blank"),
  }),
  sampleBook: write({
    name: "sample_book",
    touches: another,
    run: (host, sample: Sample) => host.sampleBook(sample),
  }),
  openBook: write({
    name: "open_book",
    touches: another,
    run: (host, _input: void) => host.openBook(),
  }),
  openRecent: write({
    name: "open_recent",
    touches: another,
    run: (host, id: string) => host.openRecent(id),
  }),
  forgetRecent: write({
    name: "forget_recent",
    touches: ["recent"],
    run: (host, id: string) => host.forgetRecent(id),
  }),
  openAsked: write({
    name: "open_asked",
    touches: another,
    run: (host, readOnly: boolean) => host.openAsked(readOnly),
  }),
  editNow: write({
    name: "edit_now",
    touches: another,
    run: (host, _input: void) => host.editNow(),
  }),
  toldPlace: write({
    name: "told_place",
    touches: ["recent"],
    run: (host, _input: void) => host.toldPlace(),
  }),
  changeSettings: write({
    name: "change_settings",
    touches: ["settings"],
    run: (host, part: Partial<Preferences>) => host.changeSettings(part),
  }),
  closeBook: write({
    name: "close_book",
    touches: another,
    run: (host, _input: void) => host.closeBook(),
    book: () => null,
  }),
  edit: write({
    name: "edit",
    touches: ["book", "chain"],
    run: (host, it: { patch: Patch; burst: string | null }) => host.edit(it.patch, it.burst),
    patch: (it) => it.patch,
    book: itself,
  }),
  undo: write({
    name: "undo",
    touches: everything,
    run: (host, _input: void) => host.undo(),
    book: itself,
  }),
  redo: write({
    name: "redo",
    touches: everything,
    run: (host, _input: void) => host.redo(),
    book: itself,
  }),
  confirmLink: write({
    name: "confirm_link",
    touches: ["book", "chain"],
    run: (host, it: { segment: string; link: Link; only_wording: boolean }) =>
      host.confirmLink(it.segment, it.link, it.only_wording),
    book: itself,
  }),
  suppress: write({
    name: "suppress",
    touches: ["book", "chain"],
    run: (host, it: { finding: FindingPlace; reason: string }) =>
      host.suppress(it.finding, it.reason),
    book: itself,
  }),
  bringBack: write({
    name: "bring_back",
    touches: ["book", "chain"],
    run: (host, it: FindingPlace) => host.bringBack(it),
    book: itself,
  }),
  returnTo: write({
    name: "return_to",
    touches: [...everything, "names"],
    run: (host, seq: number) => host.returnTo(seq),
    book: itself,
  }),
  snapshot: write({
    name: "snapshot",
    touches: ["names"],
    run: (host, name: string) => host.snapshot(name),
    queues: true,
  }),
  removeSnapshot: write({
    name: "remove_snapshot",
    touches: ["names"],
    run: (host, name: string) => host.removeSnapshot(name),
    queues: true,
  }),
  promote: write({
    name: "promote",
    touches: ["book", "chain"],
    run: (host, it: { segment: string; reason: string }) => host.promote(it.segment, it.reason),
    book: itself,
  }),
  newVersion: write({
    name: "new_version",
    touches: ["book", "chain"],
    run: (host, it: { segment: string; reason: string }) =>
      host.newVersion(it.segment, it.reason),
    book: itself,
  }),
  acceptMetrics: write({
    name: "accept_metrics",
    touches: ["book", "chain"],
    run: (host, it: { dataset: string; accepted: Accepted[] }) =>
      host.acceptMetrics(it.dataset, it.accepted),
    book: itself,
  }),
  chooseTable: write({
    name: "choose_table",
    touches: [],
    run: (host, _input: void) => host.chooseTable(),
  }),
  previewTable: write({
    name: "preview_table",
    touches: [],
    run: (host, it: { settings: ReadSettings; stop: AbortSignal }): Promise<Preview> =>
      host.previewTable(it.settings, it.stop),
  }),
  importTable: write({
    name: "import_table",
    touches: everything,
    run: (
      host,
      it: {
        settings: ImportSettings;
        onProgress: (now: Progress) => void;
        stop: AbortSignal;
      },
    ): Promise<Imported> => host.importTable(it.settings, it.onProgress, it.stop),
  }),
  showExport: write({
    name: "show_export",
    touches: [],
    run: (host, _input: void) => host.showExport(),
  }),
  savePicture: write({
    name: "save_picture",
    touches: [],
    run: (host, it: { title: string; format: PictureFormat; bytes: Uint8Array }) =>
      host.savePicture(it.title, it.format, it.bytes),
  }),
  exportBrief: write({
    name: "export_brief",
    touches: [],
    run: (host, it: { segment: string; format: BriefFormat }) =>
      host.exportBrief(it.segment, it.format),
  }),
};
