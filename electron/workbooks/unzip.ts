import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { LIMITS, refusalOf, refuseWorkbook, refuseZipError, stop } from './limits.ts';

/** The XML parts of a workbook package by their path, decoded; only the parts asked for are ever inflated. */
export interface Package {
  has(path: string): boolean;
  /** Stops with WORKBOOK_TRUNCATED, WORKBOOK_DAMAGED or WORKBOOK_BOMB. */
  text(path: string): Promise<string>;
  /** The same piece by piece, for parts too large to be held whole; stops at the end when the part does not fit its sum. */
  pieces(path: string): AsyncIterable<string>;
}

/** Opens a zip after checking every entry of its directory against the limits. Stops with a refusal. */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true });
    if (zip.entryCount > LIMITS.entries) throw stop(refuseWorkbook('WORKBOOK_BOMB', { what: 'entries' }));
    const entries = await checkedEntries(zip);
    return {
      has: (path) => entries.has(path.toLowerCase()),
      text: (path) => joined(partPieces(zip, entries.get(path.toLowerCase()), path)),
      pieces: (path) => partPieces(zip, entries.get(path.toLowerCase()), path),
    };
  } catch (error) {
    throw refusalOf(error) === undefined ? stop(refuseZipError(error)) : error;
  }
}

async function checkedEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let inflated = 0;
  for await (const entry of zip.eachEntry()) {
    inflated += entry.uncompressedSize;
    checkEntry(entry, inflated);
    const path = entry.fileName.replace(/^\/+/, '').toLowerCase();
    // Two entries of one name read differently in different programs.
    if (entries.has(path)) throw stop(refuseWorkbook('WORKBOOK_DAMAGED', { part: 'zip' }));
    entries.set(path, entry);
  }
  return entries;
}

function checkEntry(entry: Entry, inflatedSoFar: number): void {
  if (isUnsafeName(entry)) throw stop(refuseWorkbook('WORKBOOK_UNSAFE_NAME', {}));
  if (entry.isEncrypted()) throw stop(refuseWorkbook('WORKBOOK_OLD_FORMAT', { encrypted: true }));
  if (inflatedSoFar > LIMITS.inflatedBytes) throw stop(refuseWorkbook('WORKBOOK_BOMB', { what: 'inflated' }));
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > LIMITS.ratioFromBytes && uncompressedSize > compressedSize * LIMITS.ratio) {
    throw stop(refuseWorkbook('WORKBOOK_BOMB', { what: 'ratio' }));
  }
}

const RESERVED_NAME = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const SYMLINK_MODE = 0o120000;

function isUnsafeName(entry: Entry): boolean {
  const mode = (entry.externalFileAttributes >>> 16) & 0o170000;
  const names = entry.fileName.split('/');
  return (
    mode === SYMLINK_MODE ||
    entry.fileName.includes(':') ||
    names.some((name) => name === '..' || RESERVED_NAME.test(name))
  );
}

/** Characters of a piece. */
const PIECE = 1 << 19;
const FORBIDDEN = /<!DOCTYPE|<!ENTITY/i;
/** Longer than what is forbidden, which may stand across two pieces. */
const OVERLAP = 10;

async function* partPieces(zip: ZipFile, entry: Entry | undefined, path: string): AsyncGenerator<string> {
  if (entry === undefined) throw stop(refuseWorkbook('WORKBOOK_DAMAGED', { part: path }));
  let sum = 0;
  let decode: ((chunk?: Uint8Array) => string) | undefined;
  let text = '';
  let tail = '';
  const checked = (piece: string) => {
    if (FORBIDDEN.test(tail + piece)) throw stop(refuseWorkbook('WORKBOOK_BOMB', { what: 'doctype' }));
    tail = piece.slice(-OVERLAP);
    return piece;
  };
  for await (const chunk of inflated(zip, entry)) {
    sum = crc32(chunk, sum);
    decode ??= decoderOf(chunk, path);
    text += decode(chunk);
    if (text.length < PIECE) continue;
    yield checked(text);
    text = '';
  }
  yield checked(text + (decode?.() ?? ''));
  if (sum !== entry.crc32) throw stop(refuseWorkbook('WORKBOOK_DAMAGED', { part: path }));
}

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

async function* inflated(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk as Buffer;
  } catch (error) {
    throw stop(refuseZipError(error));
  }
}

/** Decodes chunk after chunk, and without one the end. */
function decoderOf(first: Uint8Array, path: string): (chunk?: Uint8Array) => string {
  const encoding =
    first[0] === 0xff && first[1] === 0xfe ? 'utf-16le' : first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-8';
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (chunk) => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw stop(refuseWorkbook('WORKBOOK_DAMAGED', { part: path }));
    }
  };
}
