/**
 * Breaking a paragraph into lines as Chinese typesetting asks (避头尾): no closing mark starts a line, no opening mark ends
 * one, numbers and Latin words stay whole. Pure: widths come in, positions go out, all in one unit (points).
 */
export interface Cell {
  readonly codePoint: number;
  readonly width: number;
}

export interface Line {
  /** Cells `start` (included) to `end` (excluded); spaces at a break belong to no line. */
  readonly start: number;
  readonly end: number;
  readonly width: number;
  /** Share (0 to 1) of every punctuation mark's spare room taken out so that the line fits. */
  readonly squeeze: number;
  /** Last line of its paragraph: never stretched. */
  readonly last: boolean;
}

// A longer run (a hash, an address) may break anywhere; a 统一社会信用代码 has 18.
const longestWholeWord = 24;

const closing = codePoints('、。，．：；？！）》〉」』】〕〗］｝”’…—～·％℃‰°′″)]},.:;!?%ーゝ々〻\u2E3A');
const opening = codePoints('（《〈「『【〔〖［｛“‘([{￥＄$№');
// Marks whose ink fills only half of their square.
const halfClosing = codePoints('、。，．：；！？）》〉」』】〕〗］｝”’');
const halfOpening = codePoints('（《〈「『【〔〖［｛“‘');

/** Lines of one paragraph. `em` is the size of a character square, `widthOf` the width of the n-th line. */
export function breakLines(cells: readonly Cell[], em: number, widthOf: (line: number) => number): Line[] {
  const lines: Line[] = [];
  const breaks = breakPoints(cells);
  let start = 0;
  while (start < cells.length) {
    const line = nextLine(cells, breaks, start, em, widthOf(lines.length));
    lines.push(line);
    start = line.end;
    while (start < cells.length && isSpace(cells[start])) start += 1;
  }
  const last = lines.at(-1);
  if (last) lines[lines.length - 1] = { ...last, last: true };
  return lines;
}

/** Room a mark can give up without touching its ink; at the end of a line all of it, within a line half. */
export function spareRoom(codePoint: number, em: number, endsLine: boolean): number {
  if (halfClosing.has(codePoint)) return endsLine ? em / 2 : em / 4;
  return halfOpening.has(codePoint) ? em / 4 : 0;
}

/** Whether a mark gives up room before its ink (opening) rather than after it. */
export function opensBracket(codePoint: number): boolean {
  return halfOpening.has(codePoint);
}

/** Whether the gap between two neighbours may grow when a line is stretched: never inside a word or number. */
export function mayStretch(before: Cell, after: Cell): boolean {
  return !(isWord(before.codePoint) && isWord(after.codePoint));
}

/** Gaps of a line that may be stretched. */
export function openGaps(cells: readonly Cell[], { start, end }: Line): number {
  let gaps = 0;
  for (let i = start + 1; i < end; i += 1) {
    if (mayStretch(cells[i - 1] as Cell, cells[i] as Cell)) gaps += 1;
  }
  return gaps;
}

function nextLine(cells: readonly Cell[], breaks: readonly boolean[], start: number, em: number, limit: number): Line {
  const tolerance = em / 1000;
  let width = 0;
  let fit = { end: start, width: 0 };
  for (let i = start; i < cells.length; i += 1) {
    const cell = cells[i] as Cell;
    width += cell.width;
    if (isSpace(cell)) {
      if (i > start && width - cell.width <= limit + tolerance) fit = trimmed(cells, start, i, width - cell.width);
      continue;
    }
    if (width > limit + tolerance) {
      const squeezed = squeezedLine(cells, breaks, start, i, em, limit);
      if (squeezed) return squeezed;
      if (fit.end > start) return { start, ...fit, squeeze: 0, last: false };
      return wholeCells(cells, start, limit + tolerance);
    }
    if (breaks[i + 1] || i + 1 === cells.length) fit = trimmed(cells, start, i + 1, width);
  }
  return { start, ...fit, squeeze: 0, last: false };
}

/** The line that also takes in the closing marks from `over` on, when taking room out of its punctuation makes them fit. */
function squeezedLine(
  cells: readonly Cell[],
  breaks: readonly boolean[],
  start: number,
  over: number,
  em: number,
  limit: number,
): Line | undefined {
  let end = over;
  while (end < cells.length && !breaks[end + 1] && end + 1 < cells.length) end += 1;
  end += 1;
  for (let i = over; i < end; i += 1) if (!halfClosing.has((cells[i] as Cell).codePoint)) return undefined;
  let width = 0;
  let spare = 0;
  for (let i = start; i < end; i += 1) {
    const cell = cells[i] as Cell;
    width += cell.width;
    spare += spareRoom(cell.codePoint, em, i === end - 1);
  }
  const squeeze = (width - limit) / spare;
  return squeeze <= 1 ? { start, end, width: limit, squeeze, last: false } : undefined;
}

/** One word is wider than the line: as many whole cells as fit, at least one. */
function wholeCells(cells: readonly Cell[], start: number, limit: number): Line {
  let [end, width] = [start + 1, cells[start]?.width ?? 0];
  while (end < cells.length && width + (cells[end]?.width ?? 0) <= limit) {
    width += cells[end]?.width ?? 0;
    end += 1;
  }
  return { start, end, width, squeeze: 0, last: false };
}

function trimmed(cells: readonly Cell[], start: number, end: number, width: number): { end: number; width: number } {
  while (end > start + 1 && isSpace(cells[end - 1])) {
    end -= 1;
    width -= cells[end]?.width ?? 0;
  }
  return { end, width };
}

/** breaks[i]: a line may end before cell i. */
function breakPoints(cells: readonly Cell[]): boolean[] {
  const breaks = new Array<boolean>(cells.length).fill(false);
  let wordStart = 0;
  for (let i = 1; i < cells.length; i += 1) {
    const [before, here] = [(cells[i - 1] as Cell).codePoint, (cells[i] as Cell).codePoint];
    if (isWord(before) && isWord(here)) {
      if (i - wordStart < longestWholeWord) continue;
      for (let k = wordStart + 1; k <= i; k += 1) breaks[k] = true;
      continue;
    }
    wordStart = i;
    breaks[i] = here !== 0x20 && !closing.has(here) && !opening.has(before) && !isMark(here);
  }
  return breaks;
}

function isSpace(cell: Cell | undefined): boolean {
  return cell?.codePoint === 0x20;
}

/** Letters, digits and the signs inside words, numbers, addresses and dates. */
function isWord(codePoint: number): boolean {
  return codePoint > 0x20 && codePoint < 0x2e80 && !closingWide(codePoint);
}

function closingWide(codePoint: number): boolean {
  return codePoint > 0x7e && (closing.has(codePoint) || opening.has(codePoint));
}

/** Combining marks and variation selectors stay with what they change. */
function isMark(codePoint: number): boolean {
  return (codePoint >= 0x300 && codePoint < 0x370) || (codePoint >= 0xfe00 && codePoint < 0xfe10);
}

function codePoints(text: string): ReadonlySet<number> {
  return new Set([...text].map((character) => character.codePointAt(0) ?? 0));
}
