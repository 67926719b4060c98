/**
 * What the window asks of its host. Two things answer: the real one over Tauri (`tauri.ts`), and
 * one in memory for component tests and for work in a plain browser (`fake/`). The shipped entry
 * imports only the first.
 */
import type {
  Accepted,
  AppInfo,
  Book,
  Brief,
  BriefFormat,
  ColumnValues,
  Exported,
  FindingPlace,
  Found,
  Glance,
  Imported,
  ImportSettings,
  Link,
  LinkGrounds,
  LogPage,
  MapResults,
  MenuBar,
  Notice,
  Patch,
  PictureFormat,
  Preview,
  Progress,
  ReadSettings,
  RecentList,
  Results,
  Return,
  Rule,
  RuleCard,
  RuleCount,
  Sample,
  SampleCard,
  Template,
  Told,
  Preferences,
  PreferencesRead,
  FilePlace,
} from "../api/types";

export interface Host {
  /** The opening of a workbook that changes are meant for; null for none in particular. */
  readonly session: number | null;
  /**
   * The same host, for changes of the workbook as it was opened then: what is meant for one
   * workbook is refused when another is open.
   */
  of(session: number): Host;

  appInfo(): Promise<AppInfo>;
  settings(): Promise<PreferencesRead>;
  /** Chooses anew; what is not named holds on. */
  changeSettings(part: Partial<Preferences>): Promise<PreferencesRead>;
  /** Asks where, then makes a workbook there; null when the person thought better of it. */
  newBook(template: Template): Promise<Book | null>;
  /** The filled workbooks that can be opened without a question. */
  samples(): Promise<SampleCard[]>;
  /** Opens a fresh copy of one. */
  sampleBook(sample: Sample): Promise<Book | null>;
  openBook(): Promise<Book | null>;
  /** The workbooks opened lately, the last one first. */
  recents(): Promise<RecentList>;
  openRecent(id: string): Promise<Book | null>;
  /** The workbook that somebody else has open: to read it, or once more to edit it. */
  openAsked(readOnly: boolean): Promise<Book | null>;
  /** The workbook in view once more, to edit it. */
  editNow(): Promise<Book | null>;
  glance(): Promise<Glance | null>;
  /** Where the workbook lies, when that asks for care and was not said yet. */
  place(): Promise<FilePlace | null>;
  toldPlace(): Promise<void>;
  /** From now on the host tells what happens outside the page. */
  listen(hear: (notice: Notice) => void): Promise<void>;
  /** Shows the commands in the system's menus. */
  showMenus(bar: MenuBar): Promise<void>;
  /** Shows or hides the menu bar, where it is in the window. */
  toggleMenu(): Promise<void>;
  /** Shows the page so many times as large as it is drawn. */
  zoom(times: number): Promise<void>;
  /** Takes one out of the list; its file stays as it is. */
  forgetRecent(id: string): Promise<RecentList>;
  closeBook(): Promise<void>;
  book(): Promise<Book | null>;

  /**
   * The one way in which the window writes. Edits of the same burst of typing are one entry of the
   * history as long as nothing else comes between them; null is an edit of its own.
   */
  edit(patch: Patch, burst: string | null): Promise<Book>;
  undo(): Promise<Book>;
  redo(): Promise<Book>;
  /** A person's word that a link holds; only wording says that what it rests on meant the same. */
  confirmLink(segment: string, link: Link, onlyWording: boolean): Promise<Book>;
  /** A page of the history, newest first: at most `limit` entries below the number `before`. */
  history(before: number | null, limit: number): Promise<LogPage>;
  /** An entry of the history with what it did. */
  told(seq: number): Promise<Told>;
  /** What restoring the workbook as it was after a change would do; 0 is before the first. */
  previewReturn(seq: number): Promise<Return>;
  /** Restores it, by one new change. */
  returnTo(seq: number): Promise<Book>;
  /** Gives the workbook as it stands a name in its history. */
  snapshot(name: string): Promise<void>;
  removeSnapshot(name: string): Promise<void>;
  /** What a query finds in all texts, best first. */
  search(query: string, limit: number): Promise<Found>;
  promote(segment: string, reason: string): Promise<Book>;
  /** Sets a finding aside with a reason, until its words change. */
  suppress(finding: FindingPlace, reason: string): Promise<Book>;
  /** Lets a finding that was set aside speak again. */
  bringBack(finding: FindingPlace): Promise<Book>;
  /** Every rule of the coach, in the order of the chain. */
  rules(): Promise<RuleCard[]>;
  /** Keeps the positioning as a numbered version and goes on from it. */
  newVersion(segment: string, reason: string): Promise<Book>;

  /** Adds proposed metrics, as shares of a dataset's rows. */
  acceptMetrics(dataset: string, accepted: Accepted[]): Promise<Book>;

  chooseTable(): Promise<{ name: string } | null>;
  /** What the chosen table would bring; writes nothing. */
  previewTable(settings: ReadSettings, stop?: AbortSignal): Promise<Preview>;
  importTable(
    settings: ImportSettings,
    onProgress: (now: Progress) => void,
    stop?: AbortSignal,
  ): Promise<Imported>;
  columnValues(dataset: string, column: string): Promise<ColumnValues>;
  countRule(dataset: string, rule: Rule): Promise<RuleCount>;

  /** What a link rests on, as it stands now. */
  linkGrounds(segment: string, link: Link): Promise<LinkGrounds>;
  results(segment: string): Promise<Results>;
  /** All segments on some metrics; without metrics, on the few that say most. */
  mapResults(metrics: string[]): Promise<MapResults>;
  brief(segment: string): Promise<Brief>;
  /** Asks where, then writes; null when the person thought better of it. */
  exportBrief(segment: string, format: BriefFormat): Promise<Exported | null>;
  /** Asks where, then writes a picture that the page has drawn; null when cancelled. */
  savePicture(title: string, format: PictureFormat, bytes: Uint8Array): Promise<Exported | null>;
  /** Shows the last export in its folder. */
  showExport(): Promise<void>;
}

/** What went wrong in the host, in its own words: a closed code, what happened, what to do. */
export class HostError extends Error {
  readonly code: string;
  readonly fix: string;

  constructor(code: string, message: string, fix: string) {
    super(message);
    this.name = "HostError";
    this.code = code;
    this.fix = fix;
  }
}

/** Any thrown thing as a HostError, so that the UI has one kind to show. */
export function asHostError(thrown: unknown): HostError {
  if (thrown instanceof HostError) return thrown;
  if (isWireError(thrown)) return new HostError(thrown.code, thrown.message, thrown.fix);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new HostError("unexpected", message, "");
}

function isWireError(thrown: unknown): thrown is { code: string; message: string; fix: string } {
  if (typeof thrown !== "object" || thrown === null) return false;
  const fields: Partial<Record<string, unknown>> = { ...thrown };
  return (
    typeof fields.code === "string" &&
    typeof fields.message === "string" &&
    typeof fields.fix === "string"
  );
}
