import { type FileFault, type ScanType, scanTypeIn, scanTypes } from '../../kernel/file-type.ts';
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

const faultCodes = {
  empty: 'SCAN_EMPTY',
  damaged: 'SCAN_DAMAGED',
  unknown: 'SCAN_TYPE',
  macro: 'SCAN_TYPE',
  locked: 'SCAN_LOCKED',
} as const satisfies Readonly<Record<FileFault, UnfitScan['code']>>;

/** What kind of scan the bytes are, by what they hold and not by the file's name; whole at both ends. */
export function scanTypeOf(bytes: Uint8Array, file: string): Result<ScanType, ReadRefusal> {
  if (bytes.length > LARGEST_SCAN_MB * 1_048_576) return refuse('SCAN_TOO_LARGE', { file, mostMb: LARGEST_SCAN_MB });
  const found = scanTypeIn(bytes);
  const type = scanTypes.find((one) => one === found);
  return type === undefined ? refuse(faultCodes[found as FileFault], { file }) : done(type);
}
