import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { LIMITS, refusalOf, refuseWorkbook, refuseZipError, stop } from './limits.ts';

/** The XML parts of a workbook package by their path, decoded; only the parts asked for are ever inflated. */
export interface Package {
  has(path: string): boolean;
  /** Stops with WORKBOOK_TRUNCATED, WORKBOOK_DAMAGED or WORKBOOK_BOMB. */
  text(path: string): Promise<string>;
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
      text: (path) => partText(zip, entries.get(path.toLowerCase()), path),
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

async function partText(zip: ZipFile, entry: Entry | undefined, path: string): Promise<string> {
  if (entry === undefined) throw stop(refuseWorkbook('WORKBOOK_DAMAGED', { part: path }));
  const bytes = await inflate(zip, entry);
  if (crc32(bytes) !== entry.crc32) throw stop(refuseWorkbook('WORKBOOK_DAMAGED', { part: path }));
  const text = decode(bytes, path);
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw stop(refuseWorkbook('WORKBOOK_BOMB', { what: 'doctype' }));
  return text;
}

async function inflate(zip: ZipFile, entry: Entry): Promise<Buffer> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (error) {
    throw stop(refuseZipError(error));
  }
}

function decode(bytes: Uint8Array, path: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw stop(refuseWorkbook('WORKBOOK_DAMAGED', { part: path }));
  }
}
