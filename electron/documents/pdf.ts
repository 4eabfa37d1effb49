import PDFDocument from 'pdfkit';
import type { Font, Glyph } from './fonts.ts';

/** Millimetres to points. */
export function mm(length: number): number {
  return (length * 72) / 25.4;
}

/** Width and height of a page, points. */
export interface Paper {
  readonly width: number;
  readonly height: number;
}

export const upright: Paper = { width: mm(210), height: mm(297) };
export const landscape: Paper = { width: mm(297), height: mm(210) };

/** A PDF under construction: glyphs get their codes at once, pages are handed in finished. */
export interface Pdf {
  /** Resource name of the glyph's font and its four-digit hexadecimal code there. */
  code(glyph: Glyph): { readonly font: string; readonly hex: string };
  /** Adds a page. `content` is in PDF operators, origin at the lower left, using the fonts named. */
  addPage(paper: Paper, content: string, fonts: Iterable<string>): void;
  /** A bookmark to the n-th page (from 0). */
  bookmark(title: string, page: number): void;
  end(): Uint8Array;
}

/** The parts of pdfkit this file relies on beside its public face: font codes, resources and the XMP writer. */
interface Kit {
  _font: EmbeddedFont;
  info: { Title?: string };
  page: { fonts: Record<string, unknown> };
  outline: { options: { expanded?: boolean }; addItem(title: string, options: { pageNumber: number }): unknown };
  font(name: string): unknown;
  registerFont(name: string, source: unknown, family: string): unknown;
  addPage(options: { size: readonly [number, number]; margin: number }): unknown;
  addContent(content: Uint8Array): unknown;
  read(): Uint8Array | null;
  push(chunk: Uint8Array | null): boolean;
  end(): void;
  _addInfo(): void;
}

interface EmbeddedFont {
  readonly id: string;
  readonly widths: number[];
  readonly unicode: number[][];
  readonly subset: Subset;
  ref(): unknown;
}

interface Subset {
  slotOf(glyph: Glyph): number;
  encode(): Uint8Array;
}

/** PDF 1.7, PDF/A-2b. The same calls give the same bytes: the only date in the file is `createdOn`. */
export function createPdf({ title, createdOn }: { title: string; createdOn: string }): Pdf {
  const kit = openKit(title, createdOn);
  // The header is already in the stream; all that follows is taken as it comes, without waiting for the event loop.
  const header = kit.read();
  const chunks = header ? [header] : [];
  kit.push = (chunk) => {
    if (chunk) chunks.push(chunk);
    return true;
  };
  const open = new Map<Font, EmbeddedFont>();
  const codes = new Map<Glyph, { font: string; hex: string }>();

  function embedded(font: Font): EmbeddedFont {
    const known = open.get(font);
    if (known) return known;
    kit.registerFont(font.name, sourceOf(font), font.name);
    kit.font(font.name);
    open.set(font, kit._font);
    return kit._font;
  }

  function codeOf(glyph: Glyph): { font: string; hex: string } {
    const font = embedded(glyph.font);
    const slot = font.subset.slotOf(glyph);
    font.widths[slot] = glyph.width;
    font.unicode[slot] = unicodeOf(glyph);
    return { font: font.id, hex: slot.toString(16).padStart(4, '0') };
  }

  return {
    code(glyph) {
      const known = codes.get(glyph);
      if (known) return known;
      const code = codeOf(glyph);
      codes.set(glyph, code);
      return code;
    },
    addPage(paper, content, fonts) {
      kit.addPage({ size: [paper.width, paper.height], margin: 0 });
      const byId = new Map([...open.values()].map((font) => [font.id, font]));
      for (const id of fonts) kit.page.fonts[id] = byId.get(id)?.ref();
      // pdfkit has turned the page upside down; the same turn undoes it.
      kit.addContent(Buffer.from(`1 0 0 -1 0 ${paper.height.toFixed(6)} cm\n${content}\n`, 'latin1'));
    },
    bookmark(text, page) {
      kit.outline.addItem(text, { pageNumber: page });
    },
    end() {
      kit.end();
      return joined(chunks);
    },
  };
}

function openKit(title: string, createdOn: string): Kit {
  const instant = new Date(`${createdOn}T00:00:00Z`);
  const kit = new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    lang: 'zh-CN',
    displayTitle: true,
    autoFirstPage: false,
    // The type declarations do not know that null opens no default font.
    font: null as unknown as string,
    info: { Title: title, Producer: '明签', Creator: '明签', CreationDate: instant, ModDate: instant },
  }) as unknown as Kit;
  // pdfkit leaves /Count out of the outline root unless it counts as expanded.
  kit.outline.options = { expanded: true };
  const writeXmp = kit._addInfo;
  // pdfkit writes the title into XML unescaped; the info dictionary is already out by then.
  kit._addInfo = () => {
    kit.info.Title = title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    writeXmp.call(kit);
  };
  return kit;
}

/** What pdfkit wants to see of a font. Parsed outlines are shared by all prints; layout and subset are fresh for each. */
function sourceOf({ name, outlines }: Font): unknown {
  const scale = 1000 / outlines.unitsPerEm;
  return {
    postscriptName: name,
    unitsPerEm: 1000,
    ascent: outlines.ascent * scale,
    descent: outlines.descent * scale,
    capHeight: outlines.capHeight * scale,
    xHeight: outlines.xHeight * scale,
    lineGap: 0,
    italicAngle: 0,
    bbox: {
      minX: outlines.bbox.minX * scale,
      minY: outlines.bbox.minY * scale,
      maxX: outlines.bbox.maxX * scale,
      maxY: outlines.bbox.maxY * scale,
    },
    post: { isFixedPitch: 0 },
    head: { macStyle: { italic: false } },
    getGlyph: (id: number) => ({ id, advanceWidth: outlines.widthOf(id), codePoints: [] }),
    layout: (text: string) => {
      const glyphs = [...text].map((character) => {
        const codePoint = character.codePointAt(0) ?? 0;
        const id = outlines.glyphOf(codePoint);
        return { id, advanceWidth: outlines.widthOf(id), codePoints: [codePoint] };
      });
      const positions = glyphs.map(({ advanceWidth }) => ({
        advanceWidth,
        xAdvance: advanceWidth,
        yAdvance: 0,
        xOffset: 0,
        yOffset: 0,
      }));
      return { glyphs, positions, advanceWidth: glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0) };
    },
    createSubset: () => createSubset(outlines.subsetOf),
  };
}

/** One place per character rather than per outline: 一 and ⼀ share a glyph, and each must be read back as itself. */
function createSubset(subsetOf: (glyphs: readonly number[]) => Uint8Array): Subset {
  const glyphs = [0];
  return {
    slotOf: ({ id }) => glyphs.push(id) - 1,
    encode: () => subsetOf(glyphs),
  };
}

/** The double dash glyph stands for two dashes in the text. */
function unicodeOf({ codePoint }: Glyph): number[] {
  return codePoint === 0x2e3a ? [0x2014, 0x2014] : [codePoint];
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
