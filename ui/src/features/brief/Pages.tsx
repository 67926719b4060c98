/** The pages of the brief exactly as they are printed: one picture each, never markup of this page. */
import { t } from "../../words/brief";
import styles from "./Brief.module.css";

export interface PagesProps {
  /** One SVG document a page. */
  pages: readonly string[];
  segmentName: string;
}

export function Pages({ pages, segmentName }: PagesProps) {
  const of = pages.length;
  return (
    <ol className={styles.pages}>
      {numbered(pages).map(({ n, page }) => (
        <li key={n}>
          <Picture page={page} alt={t("page", { n, of, segment: segmentName })} />
          <span className="sub num" aria-hidden="true">
            {t("pageOf", { n, of })}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Pages have no names but their numbers. */
function numbered(pages: readonly string[]): { n: number; page: string }[] {
  return pages.map((page, index) => ({ n: index + 1, page }));
}

function Picture({ page, alt }: { page: string; alt: string }) {
  return (
    <img
      alt={alt}
      // The picture's address lives as long as the picture is shown.
      ref={(image) => {
        if (image === null) return;
        const address = URL.createObjectURL(new Blob([page], { type: "image/svg+xml" }));
        image.src = address;
        return () => URL.revokeObjectURL(address);
      }}
    />
  );
}
