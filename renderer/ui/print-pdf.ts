import type { PDFDocumentProxy } from 'pdfjs-dist';
import { isInDesktopHost } from '../api/transport.ts';

/** Dots per inch of pages printed as pictures; finer than any office printer needs for text at 10 points. */
const dotsPerInch = 220;
const pointsPerInch = 72;

/**
 * Opens the system's print dialogue. A browser prints the document itself from its own viewer; the desktop host has no
 * such viewer, so its pages are printed as pictures.
 */
export async function printPdf(blob: Blob, document: PDFDocumentProxy | null): Promise<void> {
  if (isInDesktopHost() && document !== null) return printPictures(document);
  printInViewer(blob);
}

function printInViewer(blob: Blob): void {
  const address = URL.createObjectURL(new Blob([blob], { type: 'application/pdf' }));
  const frame = addFrame(() => URL.revokeObjectURL(address));
  frame.onload = () => {
    try {
      frame.contentWindow?.focus();
      frame.contentWindow?.print();
    } catch {
      window.open(address, '_blank', 'noopener');
    }
  };
  frame.src = address;
}

async function printPictures(pdf: PDFDocumentProxy): Promise<void> {
  const addresses: string[] = [];
  const frame = addFrame(() => {
    for (const address of addresses) URL.revokeObjectURL(address);
  });
  const inside = frame.contentDocument;
  if (inside === null) return;
  const style = inside.createElement('style');
  style.textContent =
    '@page { size: A4; margin: 0 } body { margin: 0 } img { display: block; width: 210mm; height: 296.9mm; break-after: page }';
  inside.head.append(style);
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const address = URL.createObjectURL(await pictureOf(pdf, number));
    addresses.push(address);
    const picture = inside.createElement('img');
    picture.src = address;
    inside.body.append(picture);
    await picture.decode();
  }
  frame.contentWindow?.print();
}

async function pictureOf(pdf: PDFDocumentProxy, number: number): Promise<Blob> {
  const page = await pdf.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  // Pages across lie turned on upright paper.
  const rotation = natural.width > natural.height ? (page.rotate + 90) % 360 : page.rotate;
  const viewport = page.getViewport({ scale: dotsPerInch / pointsPerInch, rotation });
  const canvas = window.document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture of the page')) : resolve(blob)), 'image/png');
  });
}

/** A frame out of sight, kept long enough for the dialogue, then taken away. */
function addFrame(onGone: () => void): HTMLIFrameElement {
  const frame = window.document.createElement('iframe');
  frame.className = 'print-frame';
  frame.title = '打印';
  window.document.body.append(frame);
  setTimeout(() => {
    frame.remove();
    onGone();
  }, 600_000);
  return frame;
}
