/** A picture as pixels. It is drawn from its own text, so nothing is fetched. */
import type { Picture } from "./sheet";

/** Pixels a length: sharp on a screen of today and on paper. */
const SCALE = 2;
/** No canvas of the window is larger than this to a side. */
const LARGEST = 8192;

export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const scale = Math.min(SCALE, LARGEST / width, LARGEST / height);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const brush = canvas.getContext("2d");
  if (brush === null) throw new Error("no canvas");
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("no picture"));
      else resolve(blob);
    }, "image/png");
  });
}
