import { baselineIn, blankSheet, type Geometry, type Pen, type Sheet, textArea } from './page.ts';
import { mm } from './pdf.ts';
import type { SetLine } from './typeset.ts';

/** Text running down pages: where the next thing goes, and a new sheet when it does not fit. Points from the top. */
export interface Flow {
  readonly pen: Pen;
  readonly geometry: Geometry;
  readonly sheets: Sheet[];
  sheet: Sheet;
  left: number;
  width: number;
  y: number;
  readonly top: number;
  readonly bottom: number;
}

export function openFlow(pen: Pen, geometry: Geometry, odd: boolean): Flow {
  const sheet = blankSheet(geometry, odd);
  return {
    pen,
    geometry,
    sheets: [sheet],
    sheet,
    ...textArea(sheet),
    y: geometry.top,
    top: geometry.top,
    // Rounding must not push the last line of the grid over.
    bottom: geometry.paper.height - geometry.bottom + 0.01,
  };
}

export function newPage(flow: Flow): void {
  flow.sheet = blankSheet(flow.geometry, !flow.sheet.odd);
  flow.sheets.push(flow.sheet);
  Object.assign(flow, textArea(flow.sheet));
  flow.y = flow.top;
}

export function remaining(flow: Flow): number {
  return flow.bottom - flow.y;
}

/** Starts a new page unless `height` fits here; on an empty page nothing helps. */
export function need(flow: Flow, height: number): void {
  if (height > remaining(flow) && flow.y > flow.top) newPage(flow);
}

/** Moves down; space at the foot of a page is not carried over. */
export function skip(flow: Flow, height: number): void {
  flow.y = Math.min(flow.bottom, flow.y + height);
}

/** On a grid: down to the next grid line, so that what follows stands on it again. */
export function snap(flow: Flow): void {
  if (!flow.geometry.grid) return;
  const lines = Math.ceil((flow.y - flow.top) / flow.geometry.pitch - 0.001);
  flow.y = flow.top + lines * flow.geometry.pitch;
}

/** Sets lines one below the other, `offset` of each from the left of the text area, breaking pages as needed. */
export function setLines(
  flow: Flow,
  lines: readonly SetLine[],
  pitch: number,
  offset: (line: SetLine, i: number) => number,
  colour?: string,
): void {
  lines.forEach((line, i) => {
    need(flow, pitch);
    flow.pen.line(flow.sheet, line, flow.left + offset(line, i), flow.y + baselineIn(pitch, line.size), colour);
    flow.y += pitch;
  });
}

/** Page number of a 公文: 4号 宋体 between dashes, 7 mm below the text area, one character in from the outer side (GB/T 9704 7.5). */
export function numberOfficial(pen: Pen, sheet: Sheet, number: number): void {
  const line = pen.typesetter.line(`— ${number} —`, { face: 'song', size: 14 });
  const { left, width } = textArea(sheet);
  const x = sheet.odd ? left + width - 14 - line.width : left + 14;
  pen.line(sheet, line, x, sheet.geometry.paper.height - sheet.geometry.bottom + mm(7) + 5);
}

export function numberForm(pen: Pen, sheet: Sheet, number: number, total: number): void {
  const line = pen.typesetter.line(`第${number}页 共${total}页`, { face: 'song', size: 9 });
  const { left, width } = textArea(sheet);
  pen.line(sheet, line, left + (width - line.width) / 2, sheet.geometry.paper.height - mm(12));
}

/** Page number of a dossier: front sides upper right, back sides upper left (DA/T 22). */
export function numberDossier(pen: Pen, sheet: Sheet, number: number): void {
  const line = pen.typesetter.line(String(number), { face: 'song', size: 12 });
  const { left, width } = textArea(sheet);
  pen.line(sheet, line, sheet.odd ? left + width - line.width : left, mm(15));
}
