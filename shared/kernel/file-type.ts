/** What a file is by its bytes; its name says nothing. Files that are kept are whole at both ends. */

export const scanTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type ScanType = (typeof scanTypes)[number];

export const officeTypes = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;
export type OfficeType = (typeof officeTypes)[number];

/** `locked`: a PDF with a password. `macro`: a docx or xlsx with a program in it. */
export type FileFault = 'empty' | 'damaged' | 'unknown' | 'locked' | 'macro';

/** What kind of scan the bytes are. */
export function scanTypeIn(bytes: Uint8Array): ScanType | FileFault {
  if (bytes.length === 0) return 'empty';
  if (textAt(bytes, 0, 5) === '%PDF-') return pdfType(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return isWholeJpeg(bytes) ? 'image/jpeg' : 'damaged';
  if (textAt(bytes, 1, 4) === 'PNG' && bytes[0] === 0x89) return isWholePng(bytes) ? 'image/png' : 'damaged';
  return 'unknown';
}

/** The same, and docx and xlsx by the parts their package lists. */
export function fileTypeIn(bytes: Uint8Array): ScanType | OfficeType | FileFault {
  return textAt(bytes, 0, 4) === 'PK\u0003\u0004' ? officeTypeIn(bytes) : scanTypeIn(bytes);
}

function pdfType(bytes: Uint8Array): ScanType | FileFault {
  const foot = textAt(bytes, Math.max(0, bytes.length - 2_048), bytes.length);
  if (!foot.includes('%%EOF') || !foot.includes('startxref')) return 'damaged';
  return includesText(bytes, '/Encrypt') ? 'locked' : 'application/pdf';
}

/** A comment of a package may be so long, and its end record stands before it. */
const LONGEST_END = 65_557;

function officeTypeIn(bytes: Uint8Array): OfficeType | FileFault {
  const names = partNames(bytes);
  if (names === null) return 'damaged';
  if (names.some((name) => name.endsWith('vbaProject.bin'))) return 'macro';
  if (names.includes('word/document.xml')) return officeTypes[0];
  return names.includes('xl/workbook.xml') ? officeTypes[1] : 'unknown';
}

/** The names a ZIP package lists at its end; null where the list is not whole. */
function partNames(bytes: Uint8Array): readonly string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - LONGEST_END); at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    return listedNames(view, bytes, view.getUint32(at + 16, true), view.getUint16(at + 10, true));
  }
  return null;
}

function listedNames(view: DataView, bytes: Uint8Array, from: number, count: number): readonly string[] | null {
  const names: string[] = [];
  let at = from;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null;
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    if (at + 46 + name > bytes.length) return null;
    names.push(textAt(bytes, at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}

/** Walks the segments to the picture: it has a size, and its end is there. */
function isWholeJpeg(bytes: Uint8Array): boolean {
  let at = 2;
  let isSized = false;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const [height, width] = [5, 7].map((k) => (bytes[at + k] ?? 0) * 256 + (bytes[at + k + 1] ?? 0));
      isSized = height !== 0 && width !== 0;
    }
    at += 2 + length;
    if (marker === 0xda) return isSized && endsPicture(bytes, at);
  }
  return false;
}

function endsPicture(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at >= from; at--) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}

/** Walks the chunks from IHDR to IEND. */
function isWholePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  for (let count = 0; at + 12 <= bytes.length; count++) {
    const length = view.getUint32(at);
    const name = textAt(bytes, at + 4, at + 8);
    if (at + 12 + length > bytes.length) return false;
    if (count === 0 && (name !== 'IHDR' || view.getUint32(at + 8) === 0 || view.getUint32(at + 12) === 0)) return false;
    if (name === 'IEND') return true;
    at += 12 + length;
  }
  return false;
}

function textAt(bytes: Uint8Array, from: number, to: number): string {
  return Array.from(bytes.subarray(from, to), (byte) => String.fromCharCode(byte)).join('');
}

function includesText(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (textAt(bytes, at, at + text.length) === text) return true;
  }
  return false;
}
