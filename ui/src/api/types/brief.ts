/** What leaves the window as a file. */

export interface Brief {
  /** One SVG a page. */
  pages: string[];
  markdown: string;
  notes: string[];
  file_stem: string;
}

export type BriefFormat = "md" | "pdf";

export type PictureFormat = "svg" | "png";

export interface Exported {
  path: string;
  /** What its reader should know: characters without a glyph, texts cut short. */
  notes: string[];
}
