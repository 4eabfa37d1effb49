/**
 * SHA-256 (FIPS 180-4) for one use: H(H(s) + id). H(s) is 64 hexadecimal characters, exactly one block, so the state
 * after it is computed once for a seed and every id costs one compression.
 */

/** Returns the eight 32-bit words of SHA-256(prefix + id). The array is reused by the next call. */
export type DigestOf = (id: string) => Uint32Array;

const INITIAL = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
] as const;
const BLOCK_BYTES = 64;
const LENGTH_BYTES = 8;

/** `prefix` is 64 ASCII characters. */
export function digestAfter(prefix: string): DigestOf {
  const schedule = new Int32Array(64);
  const words = new Int32Array(schedule.buffer, 0, 16);
  const midstate = Int32Array.from(INITIAL);
  loadBlock(words, bytesOf(prefix), 0);
  compress(midstate, schedule);

  const state = new Int32Array(8);
  const digest = new Uint32Array(state.buffer);
  return (id) => {
    state.set(midstate);
    if (!loadShortAscii(words, id)) absorbAllButLast(state, schedule, words, id);
    compress(state, schedule);
    return digest;
  };
}

/** Fills the last block for an ASCII id that leaves room for the length; says whether it could. */
function loadShortAscii(words: Int32Array, id: string): boolean {
  if (id.length >= BLOCK_BYTES - LENGTH_BYTES) return false;
  words.fill(0);
  for (let index = 0; index < id.length; index++) {
    const unit = id.charCodeAt(index);
    if (unit > 0x7f) return false;
    words[index >> 2]! |= unit << (24 - 8 * (index & 3));
  }
  words[id.length >> 2]! |= 0x80 << (24 - 8 * (id.length & 3));
  words[15] = (BLOCK_BYTES + id.length) * 8;
  return true;
}

function absorbAllButLast(state: Int32Array, schedule: Int32Array, words: Int32Array, id: string): void {
  const padded = paddedAfterBlock(bytesOf(id));
  const last = padded.length - BLOCK_BYTES;
  for (let at = 0; at < last; at += BLOCK_BYTES) {
    loadBlock(words, padded, at);
    compress(state, schedule);
  }
  loadBlock(words, padded, last);
}

function paddedAfterBlock(bytes: readonly number[]): number[] {
  const padded = [...bytes, 0x80];
  while (padded.length % BLOCK_BYTES !== BLOCK_BYTES - LENGTH_BYTES) padded.push(0);
  const bits = (BLOCK_BYTES + bytes.length) * 8;
  padded.push(0, 0, 0, 0, bits >>> 24, (bits >>> 16) & 0xff, (bits >>> 8) & 0xff, bits & 0xff);
  return padded;
}

function loadBlock(words: Int32Array, bytes: readonly number[], at: number): void {
  for (let word = 0; word < 16; word++) {
    const byte = at + word * 4;
    words[word] = (bytes[byte]! << 24) | (bytes[byte + 1]! << 16) | (bytes[byte + 2]! << 8) | bytes[byte + 3]!;
  }
}

function bytesOf(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), continuation(point));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), continuation(point >> 6), continuation(point));
    else bytes.push(0xf0 | (point >> 18), continuation(point >> 12), continuation(point >> 6), continuation(point));
  }
  return bytes;
}

function continuation(bits: number): number {
  return 0x80 | (bits & 0x3f);
}

// The words of the cube roots of the first 64 primes.
const ROUND = Int32Array.from([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
]);

/** One compression; the first sixteen words of `schedule` hold the block, the rest are scratch. */
function compress(state: Int32Array, schedule: Int32Array): void {
  for (let t = 16; t < 64; t++) {
    const x = schedule[t - 15]!;
    const y = schedule[t - 2]!;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    schedule[t] = (schedule[t - 16]! + s0 + schedule[t - 7]! + s1) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let t = 0; t < 64; t++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + (g ^ (e & (f ^ g))) + ROUND[t]! + schedule[t]!) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) | (c & (a ^ b)))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = (state[0]! + a) | 0;
  state[1] = (state[1]! + b) | 0;
  state[2] = (state[2]! + c) | 0;
  state[3] = (state[3]! + d) | 0;
  state[4] = (state[4]! + e) | 0;
  state[5] = (state[5]! + f) | 0;
  state[6] = (state[6]! + g) | 0;
  state[7] = (state[7]! + h) | 0;
}
