import iconv from 'iconv-lite';
import { refuseWorkbook, stop } from './limits.ts';

/**
 * The text of a .csv: UTF-8, UTF-16 with its mark, or GB 18030. Which one it is must follow from the bytes: what reads as two
 * of them, or as none without doubt, stops with WORKBOOK_ENCODING, because a wrong guess would garble names unseen.
 */
export function decodeText(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (wide !== null) return strictly(wide, bytes) ?? unsure();
  const utf8 = strictly('utf-8', bytes);
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const found = countGb(bytes);
  if (utf8 !== null) {
    const isAscii = found !== null && found.common + found.rare + found.long === 0;
    // Every pair a plain GB 2312 character, and UTF-8 too: a handful of characters can be both.
    const isEither = found !== null && !isAscii && found.rare + found.long === 0;
    return hasMark || !isEither ? utf8 : unsure();
  }
  // Big5 and its like also make pairs, but most of them fall outside the characters of GB 2312.
  if (hasMark || found === null || found.common < 4 * found.rare) return unsure();
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'gb18030');
  return text.includes('\uFFFD') ? unsure() : text;
}

/** Decoded without its byte order mark; null when a byte does not fit. */
function strictly(encoding: 'utf-8' | 'utf-16le' | 'utf-16be', bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

interface GbCount {
  /** Pairs of GB 2312: the characters of daily use. */
  readonly common: number;
  /** Pairs only GBK has. */
  readonly rare: number;
  /** Characters of four bytes. */
  readonly long: number;
}

/** The characters beyond ASCII, read as GB 18030; null when a byte does not fit. */
function countGb(bytes: Uint8Array): GbCount | null {
  let [common, rare, long] = [0, 0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    if (lead === 0x80 || lead === 0xff) return null;
    if (trail >= 0x30 && trail <= 0x39) {
      const [third, fourth] = [bytes[at + 2] ?? 0, bytes[at + 3] ?? 0];
      if (third < 0x81 || third > 0xfe || fourth < 0x30 || fourth > 0x39) return null;
      long += 1;
      at += 3;
      continue;
    }
    if (trail < 0x40 || trail === 0x7f || trail === 0xff) return null;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) common += 1;
    else rare += 1;
    at += 1;
  }
  return { common, rare, long };
}

function unsure(): never {
  throw stop(refuseWorkbook('WORKBOOK_ENCODING', {}));
}
