/** Many small values as one block of bytes, a line of JSON each: handed between threads at once, kept without objects. */
export interface Lines<T> extends Iterable<T> {
  readonly length: number;
  at(index: number): T;
  readonly bytes: Uint8Array;
}

const PIECE = 1 << 16;

/** Writes the values one by one; none is kept. */
export function writeLines(values: Iterable<unknown>): Uint8Array<ArrayBuffer> {
  const pieces: Buffer[] = [];
  let text = '';
  for (const value of values) {
    text += `${JSON.stringify(value)}\n`;
    if (text.length < PIECE) continue;
    pieces.push(Buffer.from(text));
    text = '';
  }
  pieces.push(Buffer.from(text));
  // A buffer of its own, so that it can be handed over instead of copied.
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Reads them in any order; each reading parses its line anew. */
export function openLines<T>(bytes: Uint8Array): Lines<T> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends: number[] = [];
  for (let end = buffer.indexOf(10); end >= 0; end = buffer.indexOf(10, end + 1)) ends.push(end);
  const ofLine = Uint32Array.from(ends);
  const at = (index: number): T => {
    const end = ofLine[index];
    if (end === undefined) throw new RangeError(`no line ${index}`);
    return JSON.parse(buffer.toString('utf8', index === 0 ? 0 : (ofLine[index - 1] ?? 0) + 1, end)) as T;
  };
  return {
    length: ofLine.length,
    at,
    bytes,
    *[Symbol.iterator]() {
      for (let index = 0; index < ofLine.length; index += 1) yield at(index);
    },
  };
}
