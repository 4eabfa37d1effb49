/** Reading a TrueType font far enough to set type with it: character map, widths, outlines, names, permission to embed. */
export interface TrueType {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  /** OS/2 fsType: what the maker permits. */
  readonly embedding: number;
  /** Glyph id of a code point, 0 when the font has none. */
  glyphOf(codePoint: number): number;
  /** Advance width in thousandths of an em. */
  widthOf(glyph: number): number;
  /** A font of exactly these glyphs, in this order (parts of composite glyphs are added at the end). */
  subsetOf(glyphs: readonly number[]): Uint8Array;
}

type Tables = ReadonlyMap<string, Uint8Array>;

/** Reads one font of a .ttf or .ttc file; `face` names one of a collection by its PostScript name (default: the first). */
export function readTrueType(bytes: Uint8Array, face?: string): TrueType {
  // A Buffer's slice() is a view on the same memory; of a plain array it is a copy, as patching a table needs.
  const file = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (tagAt(file, 0) !== 'ttcf') return openFont(tablesAt(file, 0));
  const header = viewOf(file);
  for (let i = 0; i < header.getUint32(8); i += 1) {
    const font = openFont(tablesAt(file, header.getUint32(12 + 4 * i)));
    if (face === undefined || font.postscriptName === face) return font;
  }
  throw new Error(`The font collection holds no ${face}`);
}

/** Puts tables together into a font file, with their checksums. */
export function fontFileOf(tables: Tables): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  let offset = 12 + 16 * sorted.length;
  const file = new Uint8Array(sorted.reduce((size, [, data]) => size + ((data.length + 3) & ~3), offset));
  const view = viewOf(file);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, sorted.length);
  const power = 31 - Math.clz32(sorted.length);
  view.setUint16(6, 16 << power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * sorted.length - (16 << power));
  sorted.forEach(([tag, data], i) => {
    const entry = 12 + 16 * i;
    for (let c = 0; c < 4; c += 1) file[entry + c] = tag.charCodeAt(c);
    file.set(data, offset);
    const end = offset + ((data.length + 3) & ~3);
    view.setUint32(entry + 4, checksum(view, offset, end));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, data.length);
    offset = end;
  });
  return file;
}

function openFont(tables: Tables): TrueType {
  const table = (tag: string) => {
    const data = tables.get(tag);
    if (!data) throw new Error(`The font has no ${tag} table`);
    return data;
  };
  const [head, hhea, maxp, hmtx] = [viewOf(table('head')), viewOf(table('hhea')), viewOf(table('maxp')), table('hmtx')];
  const os2 = tables.has('OS/2') ? viewOf(table('OS/2')) : undefined;
  const hasHeights = os2 !== undefined && os2.byteLength >= 90 && os2.getUint16(0) >= 2;
  const unitsPerEm = head.getUint16(18);
  const metrics = hhea.getUint16(34);
  const widths = viewOf(hmtx);
  const ascent = hhea.getInt16(4);
  const glyphOf = characterMap(table('cmap'));
  const outlines = outlinesOf(table('glyf'), viewOf(table('loca')), head.getInt16(50));
  const advance = (glyph: number) => widths.getUint16(4 * Math.min(glyph, metrics - 1));
  return {
    postscriptName: postscriptNameOf(table('name')),
    unitsPerEm,
    ascent,
    descent: hhea.getInt16(6),
    capHeight: hasHeights ? os2.getInt16(88) : ascent,
    xHeight: hasHeights ? os2.getInt16(86) : 0,
    bbox: { minX: head.getInt16(36), minY: head.getInt16(38), maxX: head.getInt16(40), maxY: head.getInt16(42) },
    embedding: os2 ? os2.getUint16(8) : 0,
    glyphOf: (codePoint) => {
      const glyph = glyphOf(codePoint);
      return glyph < maxp.getUint16(4) ? glyph : 0;
    },
    widthOf: (glyph) => (advance(glyph) * 1000) / unitsPerEm,
    subsetOf: (glyphs) => subsetOf(tables, outlines, glyphs, metrics),
  };
}

type Outline = (glyph: number) => Uint8Array;

function outlinesOf(glyf: Uint8Array, loca: DataView, longOffsets: number): Outline {
  const at = (i: number) => (longOffsets ? loca.getUint32(4 * i) : 2 * loca.getUint16(2 * i));
  return (glyph) => glyf.subarray(at(glyph), at(glyph + 1));
}

function subsetOf(tables: Tables, outline: Outline, wanted: readonly number[], metrics: number): Uint8Array {
  const glyphs = [...wanted];
  const slots = new Map(glyphs.map((glyph, slot) => [glyph, slot]));
  const slotOf = (glyph: number) => {
    const known = slots.get(glyph);
    if (known !== undefined) return known;
    slots.set(glyph, glyphs.length);
    glyphs.push(glyph);
    return glyphs.length - 1;
  };
  const shapes: Uint8Array[] = [];
  // The list grows while it is walked: a composite glyph brings its parts in at the end.
  for (let i = 0; i < glyphs.length; i += 1) shapes.push(withRenamedParts(outline(glyphs[i] ?? 0), slotOf));

  const hmtx = new Uint8Array(4 * glyphs.length);
  const widths = viewOf(hmtx);
  const source = viewOf(tables.get('hmtx') ?? new Uint8Array());
  glyphs.forEach((glyph, slot) => {
    widths.setUint16(4 * slot, source.getUint16(4 * Math.min(glyph, metrics - 1)));
    widths.setInt16(
      4 * slot + 2,
      source.getInt16(glyph < metrics ? 4 * glyph + 2 : 4 * metrics + 2 * (glyph - metrics)),
    );
  });
  const loca = new Uint8Array(4 * (glyphs.length + 1));
  const offsets = viewOf(loca);
  const glyf = new Uint8Array(shapes.reduce((size, shape) => size + ((shape.length + 3) & ~3), 0));
  let offset = 0;
  shapes.forEach((shape, slot) => {
    glyf.set(shape, offset);
    offset += (shape.length + 3) & ~3;
    offsets.setUint32(4 * (slot + 1), offset);
  });
  const changed = new Map<string, Uint8Array>([
    ['head', patched(tables, 'head', (view) => view.setInt16(50, 1))],
    ['hhea', patched(tables, 'hhea', (view) => view.setUint16(34, glyphs.length))],
    ['maxp', patched(tables, 'maxp', (view) => view.setUint16(4, glyphs.length))],
    ['hmtx', hmtx],
    ['loca', loca],
    ['glyf', glyf],
  ]);
  for (const tag of ['cvt ', 'fpgm', 'prep']) {
    const data = tables.get(tag);
    if (data) changed.set(tag, data);
  }
  return fontFileOf(changed);
}

/** A composite outline names its parts by glyph id; in the subset they have other ids. */
function withRenamedParts(shape: Uint8Array, slotOf: (glyph: number) => number): Uint8Array {
  if (shape.length < 10 || viewOf(shape).getInt16(0) >= 0) return shape;
  const copy = shape.slice();
  const view = viewOf(copy);
  let at = 10;
  for (;;) {
    const flags = view.getUint16(at);
    view.setUint16(at + 2, slotOf(view.getUint16(at + 2)));
    const scale = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
    at += 4 + (flags & 0x01 ? 4 : 2) + scale;
    if (!(flags & 0x20)) return copy;
  }
}

function patched(tables: Tables, tag: string, change: (view: DataView) => void): Uint8Array {
  const copy = (tables.get(tag) ?? new Uint8Array()).slice();
  change(viewOf(copy));
  return copy;
}

/** The Unicode map of the font: format 12 (all planes) before format 4 (the first plane). */
function characterMap(cmap: Uint8Array): (codePoint: number) => number {
  const view = viewOf(cmap);
  const formats = new Map<number, number>();
  for (let i = 0; i < view.getUint16(2); i += 1) {
    const [platform, offset] = [view.getUint16(4 + 8 * i), view.getUint32(8 + 8 * i)];
    if (platform === 0 || platform === 3) formats.set(view.getUint16(offset), offset);
  }
  const [all, first] = [formats.get(12), formats.get(4)];
  if (all !== undefined) return groupsMap(view, all);
  if (first !== undefined) return segmentsMap(view, first);
  throw new Error('The font has no Unicode character map');
}

function groupsMap(view: DataView, at: number): (codePoint: number) => number {
  const count = view.getUint32(at + 12);
  return (codePoint) => {
    let [low, high] = [0, count - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = at + 16 + 12 * middle;
      if (codePoint < view.getUint32(group)) high = middle - 1;
      else if (codePoint > view.getUint32(group + 4)) low = middle + 1;
      else return view.getUint32(group + 8) + codePoint - view.getUint32(group);
    }
    return 0;
  };
}

function segmentsMap(view: DataView, at: number): (codePoint: number) => number {
  const size = view.getUint16(at + 6);
  const [ends, starts, deltas, ranges] = [at + 14, at + 16 + size, at + 16 + 2 * size, at + 16 + 3 * size];
  return (codePoint) => {
    for (let i = 0; i < size; i += 2) {
      if (codePoint > view.getUint16(ends + i)) continue;
      const start = view.getUint16(starts + i);
      if (codePoint < start) return 0;
      const delta = view.getUint16(deltas + i);
      const range = view.getUint16(ranges + i);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = view.getUint16(ranges + i + range + 2 * (codePoint - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function postscriptNameOf(name: Uint8Array): string {
  const view = viewOf(name);
  const strings = view.getUint16(4);
  for (let i = 0; i < view.getUint16(2); i += 1) {
    const entry = 6 + 12 * i;
    if (view.getUint16(entry + 6) !== 6) continue;
    const wide = view.getUint16(entry) !== 1;
    const bytes = name.subarray(strings + view.getUint16(entry + 10)).subarray(0, view.getUint16(entry + 8));
    return [...bytes.filter((_, at) => !wide || at % 2 === 1)].map((byte) => String.fromCharCode(byte)).join('');
  }
  return 'Unnamed';
}

function tablesAt(file: Uint8Array, at: number): Tables {
  const view = viewOf(file);
  const tables = new Map<string, Uint8Array>();
  for (let i = 0; i < view.getUint16(at + 4); i += 1) {
    const entry = at + 12 + 16 * i;
    const offset = view.getUint32(entry + 8);
    tables.set(tagAt(file, entry), file.subarray(offset, offset + view.getUint32(entry + 12)));
  }
  return tables;
}

function checksum(view: DataView, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 4) sum = (sum + view.getUint32(at)) | 0;
  return sum >>> 0;
}

function tagAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
