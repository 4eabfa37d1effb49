import { PDFDocument } from 'pdf-lib';

/** How many pages a PDF from outside has; null where it cannot be read, or has none. */
export async function pagesOfPdf(bytes: Uint8Array): Promise<number | null> {
  try {
    const read = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    return read.getPageCount() || null;
  } catch {
    // Whatever is wrong with it, the user hears that the file is damaged.
    return null;
  }
}
