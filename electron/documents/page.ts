import type { ScannedPage } from '../../shared/kernel/document.ts';
import { landscape, mm, type Paper, type Pdf, upright } from './pdf.ts';
import type { SetGlyph, SetLine, TextStyle, Typesetter } from './typeset.ts';

export type Layout = 'official' | 'form' | 'landscape' | 'cover';

/** A page of one layout, points. The binding margin is on the left of odd pages and on the right of even ones. */
export interface Geometry {
  readonly paper: Paper;
  readonly top: number;
  readonly bottom: number;
  readonly binding: number;
  readonly outer: number;
  readonly body: TextStyle;
  /** Distance of the lines of body text. */
  readonly pitch: number;
  /** Every line of body text on the grid of 22 lines (GB/T 9704). */
  readonly grid: boolean;
}

const officialWidth = mm(156);

export const geometries: Record<Layout, Geometry> = {
  // GB/T 9704-2012: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm of 22 lines with 28 characters of 3号.
  official: {
    paper: upright,
    top: mm(37),
    bottom: mm(35),
    binding: mm(28),
    outer: mm(26),
    body: { face: 'fang', size: 16, tracking: (officialWidth - 28 * 16) / 27 },
    pitch: mm(225) / 22,
    grid: true,
  },
  form: {
    paper: upright,
    top: mm(25),
    bottom: mm(22),
    binding: mm(28),
    outer: mm(20),
    body: { face: 'song', size: 12 },
    pitch: 20,
    grid: false,
  },
  // Bound at its upper edge with the upright pages before and behind it.
  landscape: {
    paper: landscape,
    top: mm(25),
    bottom: mm(20),
    binding: mm(18),
    outer: mm(18),
    body: { face: 'song', size: 12 },
    pitch: 20,
    grid: false,
  },
  cover: {
    paper: upright,
    top: mm(37),
    bottom: mm(30),
    binding: mm(30),
    outer: mm(24),
    body: { face: 'song', size: 16 },
    pitch: 30,
    grid: false,
  },
};

export interface Sheet {
  readonly geometry: Geometry;
  /** Whether the page is a front side (odd), bound on its left. */
  readonly odd: boolean;
  /** Drawn under everything else. */
  readonly under: string[];
  readonly over: string[];
  readonly fonts: Set<string>;
  /** Set on it once the rest is printed. */
  scan?: ScannedPage;
}

/** The pen of one print: puts lines, rules and boxes on sheets. Positions are points from the upper left corner of the page. */
export interface Pen {
  readonly typesetter: Typesetter;
  /** Sets a line with its left end at `x` and its baseline at `y`. */
  line(sheet: Sheet, line: SetLine, x: number, y: number, colour?: string): void;
  rule(sheet: Sheet, x1: number, y1: number, x2: number, y2: number, thickness: number, colour?: string): void;
  /** Filled rectangles. */
  fill(sheet: Sheet, boxes: readonly (readonly [x: number, y: number, width: number, height: number])[]): void;
  /** A polyline. */
  stroke(sheet: Sheet, points: readonly (readonly [x: number, y: number])[], thickness: number): void;
  /** A large grey text across the page, under everything else. */
  watermark(sheet: Sheet, text: string): void;
}

export const black = '0 g';
export const grey = '0.45 g';
const paleGrey = '0.88 g';
/** 发文机关标志: red (GB/T 9704 7.2.4). */
export const red = '0.85 0.05 0.05 rg';

export function blankSheet(geometry: Geometry, odd: boolean): Sheet {
  return { geometry, odd, under: [], over: [], fonts: new Set() };
}

/** Left edge and width of the text area. */
export function textArea({ geometry, odd }: Sheet): { left: number; width: number } {
  const { binding, outer, paper } = geometry;
  return { left: odd ? binding : outer, width: paper.width - binding - outer };
}

/** Where the baseline lies in a line `pitch` high so that Chinese characters stand in its middle. */
export function baselineIn(pitch: number, size: number): number {
  return pitch / 2 + 0.372 * size;
}

export function createPen(pdf: Pdf, typesetter: Typesetter): Pen {
  return {
    typesetter,
    line(sheet, line, x, y, colour = black) {
      if (line.glyphs.length > 0)
        sheet.over.push(textOperators(pdf, sheet, line, `1 0 0 1 ${at(x)} ${up(sheet, y)} Tm`, colour));
    },
    rule(sheet, x1, y1, x2, y2, thickness, colour = black) {
      const stroke = colour.toUpperCase();
      sheet.over.push(`${stroke} ${at(thickness)} w ${at(x1)} ${up(sheet, y1)} m ${at(x2)} ${up(sheet, y2)} l S`);
    },
    fill(sheet, boxes) {
      const rectangles = boxes.map(
        ([x, y, width, height]) => `${at(x)} ${up(sheet, y + height)} ${at(width)} ${at(height)} re`,
      );
      sheet.over.push(`${black} ${rectangles.join(' ')} f`);
    },
    stroke(sheet, points, thickness) {
      const path = points.map(([x, y], i) => `${at(x)} ${up(sheet, y)} ${i === 0 ? 'm' : 'l'}`);
      sheet.over.push(`0 G ${at(thickness)} w ${path.join(' ')} S`);
    },
    watermark(sheet, text) {
      const { paper } = sheet.geometry;
      const size = Math.min(150, mm(230) / Math.max(1, [...text].length));
      const line = typesetter.line(text, { face: 'hei', size });
      const [cos, sin] = [Math.cos(Math.PI / 4), Math.sin(Math.PI / 4)];
      const x = paper.width / 2 - (line.width / 2) * cos + 0.372 * size * sin;
      const y = paper.height / 2 - (line.width / 2) * sin - 0.372 * size * cos;
      const turned = `${at(cos)} ${at(sin)} ${at(-sin)} ${at(cos)} ${at(x)} ${at(y)} Tm`;
      sheet.under.push(textOperators(pdf, sheet, line, turned, paleGrey));
    },
  };
}

/** Hands a finished sheet to the file. */
export function emit(pdf: Pdf, sheet: Sheet): void {
  pdf.addPage(sheet.geometry.paper, [...sheet.under, ...sheet.over].join('\n'), sheet.fonts);
}

/** Text operators of one line: the spacing most gaps share as Tc, what differs from it in TJ. */
function textOperators(pdf: Pdf, sheet: Sheet, { glyphs, size }: SetLine, matrix: string, colour: string): string {
  const common = Number(gapBefore(glyphs, glyphs.length >> 1, size).toFixed(3));
  let operators = `BT ${colour} ${at(common)} Tc ${matrix}`;
  let font = '';
  glyphs.forEach(({ glyph }, i) => {
    const code = pdf.code(glyph);
    const changes = code.font !== font;
    if (changes) {
      operators += `${font ? '>] TJ' : ''} /${code.font} ${at(size)} Tf [<`;
      sheet.fonts.add(code.font);
      font = code.font;
    }
    // Tc follows every glyph, so the first one of the line starts without it.
    const off = gapBefore(glyphs, i, size) - (i === 0 ? 0 : common);
    if (Math.abs(off) >= 0.002) operators += `>${((-off * 1000) / size).toFixed(1)}<`;
    operators += code.hex;
  });
  return `${operators}>] TJ ET`;
}

/** What lies between the end of the previous glyph, as wide as its font has it, and the ink of this one. */
function gapBefore(glyphs: readonly SetGlyph[], i: number, size: number): number {
  const before = glyphs[i]?.before ?? 0;
  const previous = glyphs[i - 1];
  return previous ? before + previous.advance - previous.before - (previous.glyph.width * size) / 1000 : before;
}

function at(length: number): string {
  return String(Math.round(length * 1000) / 1000);
}

function up({ geometry }: Sheet, y: number): string {
  return at(geometry.paper.height - y);
}
