import { PDFDocument, type PDFEmbeddedPage, type PDFImage, type PDFPage } from 'pdf-lib';
import type { ScannedFile, ScannedPage } from '../../shared/kernel/document.ts';
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
    if (file.type === 'application/pdf') {
      const read = await PDFDocument.load(file.bytes, { updateMetadata: false, throwOnInvalidObject: true });
      return read.getPageCount() || null;
    }
    await embedPicture(trial, file);
    return 1;
  } catch {
    // Whatever is wrong with it, the user hears that the file is damaged.
    return null;
  }
}

/** Sets the scans on the pages that were left for them, each whole and below the page number. */
export async function withScans(bytes: Uint8Array, placed: readonly PlacedScan[]): Promise<Uint8Array> {
  const print = await PDFDocument.load(bytes, { updateMetadata: false });
  const pictures = new Map<Uint8Array, PDFImage>();
  const files = new Map<Uint8Array, PDFDocument>();
  for (const { at, scan } of placed) {
    const page = print.getPage(at);
    const { bytes: content } = scan.file;
    if (scan.file.type === 'application/pdf') {
      const file = files.get(content) ?? (await PDFDocument.load(content, { updateMetadata: false }));
      files.set(content, file);
      const source = file.getPage(scan.page);
      // A page without content is blank paper.
      if (source.node.Contents() === undefined) continue;
      const embedded = await print.embedPage(source);
      page.drawPage(embedded, roomOn(page, embedded));
    } else {
      const picture = pictures.get(content) ?? (await embedPicture(print, scan.file));
      pictures.set(content, picture);
      page.drawImage(picture, roomOn(page, picture));
    }
  }
  return print.save({ useObjectStreams: false });
}

function embedPicture(print: PDFDocument, { type, bytes }: ScannedFile): Promise<PDFImage> {
  return type === 'image/png' ? print.embedPng(bytes) : print.embedJpg(bytes);
}

const margin = mm(10);
/** The page number of a dossier stands in it. */
const head = mm(19);

/** As large as the page lets it be, in the middle. */
function roomOn(page: PDFPage, { width, height }: Pick<PDFEmbeddedPage, 'width' | 'height'>) {
  const room = { width: page.getWidth() - 2 * margin, height: page.getHeight() - margin - head };
  const scale = Math.min(room.width / width, room.height / height);
  return {
    x: margin + (room.width - width * scale) / 2,
    y: margin + (room.height - height * scale) / 2,
    width: width * scale,
    height: height * scale,
  };
}
