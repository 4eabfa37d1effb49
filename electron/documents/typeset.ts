import type { Face, Fonts, Glyph } from './fonts.ts';
import { breakLines, type Cell, mayStretch, openGaps, opensBracket, spareRoom } from './text.ts';

export interface TextStyle {
  readonly face: Face;
  /** Points. */
  readonly size: number;
  /** Added between characters, points. */
  readonly tracking?: number;
}

/** One glyph and what separates it from its neighbours, points: `before` its ink, and on to the next one. */
export interface SetGlyph {
  readonly glyph: Glyph;
  readonly before: number;
  readonly advance: number;
}

export interface SetLine {
  readonly glyphs: readonly SetGlyph[];
  readonly width: number;
  readonly size: number;
}

/** A character no font has, and the text it stands in. */
export interface MissingCharacter {
  readonly character: string;
  readonly codePoint: string;
  readonly text: string;
}

export interface Paragraph {
  readonly text: string;
  readonly style: TextStyle;
  readonly width: number;
  /** Indent of the first line, points. */
  readonly indent?: number;
  readonly justify?: boolean;
}

export interface Typesetter {
  /** Lines of a text; line feeds in it end a line. */
  lines(paragraph: Paragraph): SetLine[];
  /** One line, never broken. */
  line(text: string, style: TextStyle): SetLine;
  /** The first character that no font has; the print is then refused. */
  missing(): MissingCharacter | undefined;
}

interface MeasuredCell extends Cell {
  readonly glyph: Glyph;
  readonly before: number;
}

// A line with few gaps (a narrow cell, a long number) is left short rather than torn apart.
const widestStretch = 0.2;

const pairOfDashes = 0x2e3a;

/** Turns text into placed glyphs with the fonts of this print. */
export function createTypesetter(fonts: Fonts): Typesetter {
  let missing: MissingCharacter | undefined;

  function measure(text: string, style: TextStyle): MeasuredCell[] {
    const cells: MeasuredCell[] = [];
    for (const codePoint of charactersOf(text)) {
      const glyph = fonts.glyph(style.face, codePoint);
      if (glyph) cells.push(cellOf(glyph, style));
      else missing ??= missingIn(text, codePoint);
    }
    return cells;
  }

  function oneParagraph(text: string, { style, width, indent = 0, justify = true }: Paragraph): SetLine[] {
    const cells = measure(text, style);
    if (cells.length === 0) return [{ glyphs: [], width: 0, size: style.size }];
    // Tracking is between characters: a line of n has n-1 of it.
    const room = (line: number) => width - (line === 0 ? indent : 0) + (style.tracking ?? 0);
    return breakLines(cells, style.size, room).map((line, i) => {
      const free = justify && !line.last ? room(i) - line.width : 0;
      const gaps = free > 0 ? openGaps(cells, line) : 0;
      const stretch = gaps > 0 && free / gaps <= style.size * widestStretch ? free / gaps : 0;
      const glyphs: SetGlyph[] = [];
      for (let k = line.start; k < line.end; k += 1) {
        const cell = cells[k] as MeasuredCell;
        const spare = line.squeeze * spareRoom(cell.codePoint, style.size, k === line.end - 1);
        const next = k + 1 < line.end ? cells[k + 1] : undefined;
        const grown = stretch > 0 && next && mayStretch(cell, next) ? stretch : 0;
        const before = cell.before - (opensBracket(cell.codePoint) ? spare : 0);
        glyphs.push({ glyph: cell.glyph, before, advance: cell.width - spare + grown });
      }
      return { glyphs, width: line.width - (style.tracking ?? 0) + stretch * gaps, size: style.size };
    });
  }

  return {
    lines: (paragraph) => paragraph.text.split('\n').flatMap((text) => oneParagraph(text, paragraph)),
    line(text, style) {
      const cells = measure(text, style);
      const glyphs = cells.map(({ glyph, before, width }) => ({ glyph, before, advance: width }));
      const width = cells.reduce((sum, cell) => sum + cell.width, 0);
      return { glyphs, width: Math.max(0, width - (cells.length > 0 ? (style.tracking ?? 0) : 0)), size: style.size };
    },
    missing: () => missing,
  };
}

function cellOf(glyph: Glyph, { size, tracking = 0 }: TextStyle): MeasuredCell {
  const ink = (glyph.width * size) / 1000;
  const square = squareOf(glyph, size);
  const before = opensBracket(glyph.codePoint) ? square - ink : (square - ink) * centring(glyph.codePoint);
  return { codePoint: glyph.codePoint, glyph, before, width: square + tracking };
}

/** The room of a character: dashes, dots and quotation marks take whole squares in Chinese even where the font draws them narrow. */
function squareOf(glyph: Glyph, size: number): number {
  if (glyph.codePoint === pairOfDashes) return 2 * size;
  return chineseMarks.has(glyph.codePoint) ? size : (glyph.width * size) / 1000;
}

const chineseMarks = new Set([...'“”‘’—…·'].map((mark) => mark.codePointAt(0)));

/** Share of the spare room that goes before the ink: closing quotation marks lean on what they close. */
function centring(codePoint: number): number {
  return codePoint === 0x201d || codePoint === 0x2019 ? 0 : 0.5;
}

/** Code points to set: —— becomes one double dash, tabs become spaces, other control characters vanish. */
function* charactersOf(text: string): Generator<number> {
  const characters = [...text];
  for (let i = 0; i < characters.length; i += 1) {
    const codePoint = characters[i]?.codePointAt(0) ?? 0;
    if (codePoint === 0x2014 && characters[i + 1] === '—') {
      i += 1;
      yield pairOfDashes;
    } else if (codePoint === 0x09 || codePoint === 0xa0) yield 0x20;
    else if (codePoint >= 0x20 && !invisible.has(codePoint)) yield codePoint;
  }
}

// Zero-width space, joiners, direction marks, byte order mark: no ink and no width.
const invisible = new Set([0x7f, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff]);

function missingIn(text: string, codePoint: number): MissingCharacter {
  const hex = codePoint.toString(16).toUpperCase().padStart(4, '0');
  const whole = [...text];
  const at = whole.indexOf(String.fromCodePoint(codePoint));
  return {
    character: String.fromCodePoint(codePoint),
    codePoint: `U+${hex}`,
    text: whole.slice(Math.max(0, at - 12), at + 13).join(''),
  };
}
