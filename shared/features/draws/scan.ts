import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts';
import type { DrawView } from './views.ts';

/** Papers of a draw that are signed by hand and come back as a scan. */
export const signedPapers = ['freeze-sheet', 'record', 'void-sheet'] as const;
export type SignedPaper = (typeof signedPapers)[number];
export const signedPaperTitles: Readonly<Record<SignedPaper, string>> = {
  'freeze-sheet': '冻结单',
  record: '抽取记录',
  'void-sheet': '作废单',
};

/** Whether there is a paper to sign: no record before 笔录, no 作废单 before 作废. */
export function isMade(draw: Pick<DrawView, 'recordedAt' | 'voided'>, paper: SignedPaper): boolean {
  if (paper === 'record') return draw.recordedAt !== null;
  return paper === 'void-sheet' ? draw.voided !== null : true;
}

export const scanTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type ScanType = (typeof scanTypes)[number];

export const LARGEST_SCAN_MB = 20;
export const MOST_SCANS = 40;

/** A scan as it is listed; the file itself is fetched. Instants are UTC. */
export interface ScanLine {
  readonly id: number;
  readonly paper: SignedPaper;
  readonly fileName: string;
  readonly type: ScanType;
  readonly pages: number;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly attachedAt: string;
  readonly attachedBy: string;
  /** Set aside as wrong; it stays listed. */
  readonly withdrawn: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

/** Why a file is not taken as a scan. */
export interface ScanRefusals {
  /** The paper does not exist yet: no record before 笔录, no 作废单 before 作废. */
  SCAN_TOO_EARLY: { readonly number: string; readonly paper: SignedPaper };
  SCAN_EMPTY: { readonly file: string };
  SCAN_TOO_LARGE: { readonly file: string; readonly mostMb: number };
  SCAN_TYPE: { readonly file: string };
  SCAN_DAMAGED: { readonly file: string };
  /** A PDF with a password. */
  SCAN_LOCKED: { readonly file: string };
  SCAN_TWICE: { readonly file: string; readonly paper: SignedPaper };
  SCAN_TOO_MANY: { readonly most: number };
}

type UnfitScan = Refusal<'SCAN_EMPTY' | 'SCAN_DAMAGED' | 'SCAN_TYPE' | 'SCAN_LOCKED', { file: string }>;
type ReadRefusal = UnfitScan | Refusal<'SCAN_TOO_LARGE', { file: string; mostMb: number }>;

/** What kind of scan the bytes are, by what they hold and not by the file's name; whole at both ends. */
export function scanTypeOf(bytes: Uint8Array, file: string): Result<ScanType, ReadRefusal> {
  if (bytes.length === 0) return refuse('SCAN_EMPTY', { file });
  if (bytes.length > LARGEST_SCAN_MB * 1_048_576) return refuse('SCAN_TOO_LARGE', { file, mostMb: LARGEST_SCAN_MB });
  if (textAt(bytes, 0, 5) === '%PDF-') return pdfType(bytes, file);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    return isWholeJpeg(bytes) ? done('image/jpeg') : refuse('SCAN_DAMAGED', { file });
  }
  if (textAt(bytes, 1, 4) === 'PNG' && bytes[0] === 0x89) {
    return isWholePng(bytes) ? done('image/png') : refuse('SCAN_DAMAGED', { file });
  }
  return refuse('SCAN_TYPE', { file });
}

function pdfType(bytes: Uint8Array, file: string): Result<ScanType, ReadRefusal> {
  const foot = textAt(bytes, Math.max(0, bytes.length - 2_048), bytes.length);
  if (!foot.includes('%%EOF') || !foot.includes('startxref')) return refuse('SCAN_DAMAGED', { file });
  return includesText(bytes, '/Encrypt') ? refuse('SCAN_LOCKED', { file }) : done('application/pdf');
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
