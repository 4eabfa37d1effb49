import type { Refusal, RefusalOf } from '../../shared/kernel/result.ts';
import type { WorkbookRefusals } from '../../shared/kernel/sheet.ts';

/** What a workbook may ask of the machine; anything beyond is refused before a parser sees it. */
export const LIMITS = {
  fileBytes: 20 * 1024 * 1024,
  entries: 1_000,
  inflatedBytes: 200 * 1024 * 1024,
  /** Inflated to compressed, per entry; small entries are spared, repetitive XML reaches more without harm. */
  ratio: 100,
  ratioFromBytes: 1024 * 1024,
  rows: 100_000,
  /** Titles and headings above the rows are not counted among them. */
  headRows: 20,
  columns: 200,
  /** Cells all merged ranges of a sheet may cover together. */
  mergedCells: 2_000_000,
  merges: 20_000,
  seconds: 60,
  megabytes: 512,
} as const;

export type WorkbookRefusal = RefusalOf<WorkbookRefusals>;

/** A refusal of the closed list, its details checked by its code. */
export function refuseWorkbook<Code extends keyof WorkbookRefusals>(
  code: Code,
  details: WorkbookRefusals[Code],
): Refusal<Code, WorkbookRefusals[Code]> {
  return { ok: false, code, details };
}

/** What the first bytes of a file tell: a refusal when it cannot be an .xlsx or a .csv, undefined when it may be one. */
export function refuseByLook(bytes: Uint8Array): WorkbookRefusal | undefined {
  if (bytes.length === 0) return refuseWorkbook('WORKBOOK_EMPTY', {});
  if (bytes.length > LIMITS.fileBytes)
    return refuseWorkbook('WORKBOOK_TOO_LARGE', { bytes: bytes.length, limit: LIMITS.fileBytes });
  if (isZip(bytes)) return undefined;
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return refuseWorkbook('WORKBOOK_OLD_FORMAT', { encrypted: isEncrypted(bytes) });
  return refuseText(bytes);
}

/** An .xlsx is a zip; what is not may be a .csv. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
}

function refuseText(bytes: Uint8Array): WorkbookRefusal | undefined {
  const head = bytes.subarray(0, 4_096);
  const wide = startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]);
  if (!wide && head.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return refuseWorkbook('NOT_A_WORKBOOK', {});
  const text = new TextDecoder(wide ? 'utf-16le' : 'utf-8')
    .decode(head)
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase();
  if (/^<(!doctype html|html|table|meta|style|div|body|head)/.test(text))
    return refuseWorkbook('WORKBOOK_RENAMED', { really: 'html' });
  if (text.startsWith('<')) return refuseWorkbook('WORKBOOK_RENAMED', { really: 'xml' });
  return text === '' && bytes.length <= head.length ? refuseWorkbook('WORKBOOK_EMPTY', {}) : undefined;
}

/** A password turns an .xlsx into a compound file with this stream name in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

const ZIP_REASONS: ReadonlyArray<readonly [RegExp, WorkbookRefusal]> = [
  [/absolute path|invalid relative path|invalid characters in fileName/i, refuseWorkbook('WORKBOOK_UNSAFE_NAME', {})],
  [
    /end of central directory|unexpected end of|overflows file bounds|unexpected EOF|not enough bytes|too few bytes/i,
    refuseWorkbook('WORKBOOK_TRUNCATED', {}),
  ],
  [/too many bytes/i, refuseWorkbook('WORKBOOK_BOMB', { what: 'inflated' })],
];

/** The refusal for what the zip reader threw. */
export function refuseZipError(error: unknown): WorkbookRefusal {
  const message = error instanceof Error ? error.message : String(error);
  return (
    ZIP_REASONS.find(([pattern]) => pattern.test(message))?.[1] ?? refuseWorkbook('WORKBOOK_DAMAGED', { part: 'zip' })
  );
}

/** Carries a refusal out of nested parsing steps; caught in parse.ts and turned back into a value. */
export function stop(refusal: WorkbookRefusal): Error & { readonly refusal: WorkbookRefusal } {
  return Object.assign(new Error(refusal.code), { refusal });
}

/** The refusal an error carries, if it is one of `stop`. */
export function refusalOf(error: unknown): WorkbookRefusal | undefined {
  return error instanceof Error && 'refusal' in error ? (error.refusal as Refusal as WorkbookRefusal) : undefined;
}
