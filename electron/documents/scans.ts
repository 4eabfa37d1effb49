import {
  concatTransformationMatrix,
  PDFDocument,
  type PDFImage,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
} from 'pdf-lib';
import type { ScannedFile, ScannedPage } from '../../shared/kernel/document.ts';
import { orientationOf } from './exif.ts';
import { mm } from './pdf.ts';

/** A page of a print that waits for a page from outside. */
export interface PlacedScan {
  /** From 0. */
  readonly at: number;
  readonly scan: ScannedPage;
}

/** How many pages a scan has; null where it cannot be read. What is read here can be set into a dossier. */
export async function pagesOfScan(file: ScannedFile): Promise<number | null> {
  try {
    const trial = await PDFDocument.create();
    const pages = file.type === 'application/pdf' ? (await openPdf(file.bytes)).getPages() : null;
    if (pages === null) await embedPicture(trial, file);
    for (const page of pages ?? []) await embedSheet(trial, page);
    await trial.flush();
    return (pages?.length ?? 1) || null;
  } catch {
    // Whatever is wrong with it, the user hears that the file is damaged.
    return null;
  }
}

/** Sets the scans on the pages that were left for them, each whole, upright and below the page number. */
export async function withScans(bytes: Uint8Array, placed: readonly PlacedScan[]): Promise<Uint8Array> {
  const print = await PDFDocument.load(bytes, { updateMetadata: false });
  const pictures = new Map<Uint8Array, PDFImage>();
  const files = new Map<Uint8Array, PDFDocument>();
  for (const { at, scan } of placed) {
    const page = print.getPage(at);
    const { bytes: content } = scan.file;
    if (scan.file.type === 'application/pdf') {
      const file = files.get(content) ?? (await openPdf(content));
      files.set(content, file);
      const sheet = await embedSheet(print, file.getPage(scan.page));
      if (sheet === null) continue;
      const { x, y, scale } = roomOn(page, sheet);
      page.drawPage(sheet.embedded, { x, y, xScale: scale, yScale: scale });
    } else {
      const picture = pictures.get(content) ?? (await embedPicture(print, scan.file));
      pictures.set(content, picture);
      drawUpright(page, picture, scan.file.type === 'image/jpeg' ? orientationOf(content) : 1);
    }
  }
  return print.save({ useObjectStreams: false });
}

function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
}

function embedPicture(print: PDFDocument, { type, bytes }: ScannedFile): Promise<PDFImage> {
  return type === 'image/png' ? print.embedPng(bytes) : print.embedJpg(bytes);
}

/** A page as a reader shows it: what its crop box leaves, turned by its rotation. Null where it has no content: blank paper. */
async function embedSheet(print: PDFDocument, page: PDFPage) {
  if (page.node.Contents() === undefined) return null;
  const box = shownBox(page);
  const { left, bottom, right, top } = box;
  const size = { width: right - left, height: top - bottom };
  if (size.width <= 0 || size.height <= 0) throw new Error('a page without room');
  const turned = { width: size.height, height: size.width };
  switch (((page.getRotation().angle % 360) + 360) % 360) {
    case 90:
      return { ...turned, embedded: await print.embedPage(page, box, [0, -1, 1, 0, -bottom, right]) };
    case 180:
      return { ...size, embedded: await print.embedPage(page, box, [-1, 0, 0, -1, right, top]) };
    case 270:
      return { ...turned, embedded: await print.embedPage(page, box, [0, 1, -1, 0, top, -left]) };
    default:
      return { ...size, embedded: await print.embedPage(page, box, [1, 0, 0, 1, -left, -bottom]) };
  }
}

/** The crop box as far as it lies on the medium; the whole medium where it lies beside it (PDF 32000-1, 14.11.2). */
function shownBox(page: PDFPage) {
  const medium = edgesOf(page.getMediaBox());
  const crop = edgesOf(page.getCropBox());
  const shown = {
    left: Math.max(medium.left, crop.left),
    bottom: Math.max(medium.bottom, crop.bottom),
    right: Math.min(medium.right, crop.right),
    top: Math.min(medium.top, crop.top),
  };
  return shown.left < shown.right && shown.bottom < shown.top ? shown : medium;
}

/** The corners of a box may come in any order. */
function edgesOf({ x, y, width, height }: ReturnType<PDFPage['getCropBox']>) {
  return {
    left: Math.min(x, x + width),
    bottom: Math.min(y, y + height),
    right: Math.max(x, x + width),
    top: Math.max(y, y + height),
  };
}

/** From the unit square that a picture fills as stored to the one it is shown in, by orientation − 1. */
const upright = [
  [1, 0, 0, 1, 0, 0],
  [-1, 0, 0, 1, 1, 0],
  [-1, 0, 0, -1, 1, 1],
  [1, 0, 0, -1, 0, 1],
  [0, -1, -1, 0, 1, 1],
  [0, -1, 1, 0, 0, 1],
  [0, 1, 1, 0, 0, 0],
  [0, 1, -1, 0, 1, 0],
] as const;

function drawUpright(page: PDFPage, picture: PDFImage, orientation: number): void {
  const [a, b, c, d, e, f] = upright[orientation - 1] ?? upright[0];
  const isTurned = a === 0;
  const shown = isTurned ? { width: picture.height, height: picture.width } : picture;
  const { x, y, scale } = roomOn(page, shown);
  const [width, height] = [shown.width * scale, shown.height * scale];
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(width, 0, 0, height, x, y),
    concatTransformationMatrix(a, b, c, d, e, f),
  );
  page.drawImage(picture, { x: 0, y: 0, width: 1, height: 1 });
  page.pushOperators(popGraphicsState());
}

const margin = mm(10);
/** The page number of a dossier stands in it. */
const head = mm(19);

/** As large as the page lets it be, in the middle. */
function roomOn(page: PDFPage, { width, height }: { readonly width: number; readonly height: number }) {
  const room = { width: page.getWidth() - 2 * margin, height: page.getHeight() - margin - head };
  const scale = Math.min(room.width / width, room.height / height);
  return {
    x: margin + (room.width - width * scale) / 2,
    y: margin + (room.height - height * scale) / 2,
    scale,
  };
}
