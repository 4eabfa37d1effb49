import type { Block, Dossier, DossierPart, PrintedDocument } from '../../shared/kernel/document.ts';
import { pageCountMark } from '../../shared/kernel/document.ts';
import { done, type Refusal, type Result, refuse } from '../../shared/kernel/result.ts';
import { drawBlocks } from './blocks.ts';
import { numberDossier, numberForm, numberOfficial, openFlow } from './flow.ts';
import type { Fonts } from './fonts.ts';
import { blankSheet, createPen, emit, type Geometry, geometries, type Pen, type Sheet } from './page.ts';
import { createPdf } from './pdf.ts';
import type { PlacedScan } from './scans.ts';
import { createTypesetter, type MissingCharacter } from './typeset.ts';

/** A character that no font has: the print stops and says which one, and where it stands. */
export type PrintRefusal = Refusal<'CHARACTER_WITHOUT_FONT', MissingCharacter>;

export interface Printed {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Pages that wait for a scan (see scans.ts); absent where there are none. */
  readonly placed?: readonly PlacedScan[];
}

/** Prints one document. */
export function printDocument(document: PrintedDocument, fonts: Fonts): Result<Printed, PrintRefusal> {
  const { title, printedOn } = document;
  return print(title, printedOn, fonts, (pen) => [{ sheets: documentSheets(pen, document, true), bookmarks: [] }]);
}

/** Prints a dossier: cover, 卷内目录, parts under one page numbering, 备考表. */
export function printDossier(dossier: Dossier, fonts: Fonts): Result<Printed, PrintRefusal> {
  return print(dossier.title, dossier.printedOn, fonts, (pen) => [dossierSheets(pen, dossier)]);
}

/**
 * Prints dossiers one behind the other into one file, each with its own page numbers and starting on a front side.
 * `progress` hears of each finished dossier; the first character without a font stops all.
 */
export function printDossiers(
  dossiers: readonly Dossier[],
  fonts: Fonts,
  progress: (done: number, total: number) => void = () => {},
): Result<Printed, PrintRefusal> {
  const [first] = dossiers;
  if (!first) throw new Error('There is no dossier to print');
  const title = dossiers.length === 1 ? first.title : `${first.title}等${dossiers.length}卷`;
  return print(title, first.printedOn, fonts, function* (pen) {
    for (const [i, dossier] of dossiers.entries()) {
      yield { sheets: dossierSheets(pen, dossier).sheets, bookmarks: [{ title: dossier.title, page: 0 }] };
      progress(i + 1, dossiers.length);
    }
  });
}

interface Bookmark {
  readonly title: string;
  /** Index of the page among the sheets. */
  readonly page: number;
}

interface SetSheets {
  readonly sheets: readonly Sheet[];
  readonly bookmarks: readonly Bookmark[];
}

function print(
  title: string,
  createdOn: string,
  fonts: Fonts,
  set: (pen: Pen) => Iterable<SetSheets>,
): Result<Printed, PrintRefusal> {
  const pdf = createPdf({ title, createdOn });
  const typesetter = createTypesetter(fonts);
  const pen = createPen(pdf, typesetter);
  const marks: Bookmark[] = [];
  let pages = 0;
  const placed: PlacedScan[] = [];
  const add = (sheet: Sheet) => {
    if (sheet.scan) placed.push({ at: pages, scan: sheet.scan });
    emit(pdf, sheet);
    pages += 1;
  };
  for (const { sheets, bookmarks } of set(pen)) {
    const missing = typesetter.missing();
    if (missing) return refuse('CHARACTER_WITHOUT_FONT', missing);
    if (pages % 2 === 1) add(blankSheet(geometries.form, false));
    for (const { title: text, page } of bookmarks) marks.push({ title: text, page: pages + page });
    sheets.forEach(add);
  }
  for (const { title: text, page } of marks) pdf.bookmark(text, page);
  return done({ bytes: pdf.end(), pages, ...(placed.length > 0 ? { placed } : {}) });
}

function documentSheets(pen: Pen, { layout, blocks, watermark, isUnnumbered }: PrintedDocument, odd: boolean): Sheet[] {
  const sheets = flowOf(pen, geometries[layout], blocks, odd);
  sheets.forEach((sheet, i) => {
    if (layout === 'official' && !isUnnumbered) numberOfficial(pen, sheet, i + 1);
    if ((layout === 'form' || layout === 'landscape') && !isUnnumbered) numberForm(pen, sheet, i + 1, sheets.length);
    if (watermark) pen.watermark(sheet, watermark);
  });
  return sheets;
}

function flowOf(pen: Pen, geometry: Geometry, blocks: readonly Block[], odd: boolean): Sheet[] {
  const flow = openFlow(pen, geometry, odd);
  drawBlocks(flow, blocks);
  return flow.sheets;
}

/** The parts are set first: the cover and the contents tell their page numbers. */
function dossierSheets(pen: Pen, dossier: Dossier): SetSheets {
  const parts: Sheet[] = [];
  const starts = dossier.parts.map(({ document, onFrontSide }) => {
    if (onFrontSide && parts.length % 2 === 1) parts.push(blankSheet(geometries.form, false));
    const start = parts.length + 1;
    for (const sheet of documentSheets(pen, document, parts.length % 2 === 0)) parts.push(sheet);
    return start;
  });
  for (const [i, sheet] of parts.entries()) numberDossier(pen, sheet, i + 1);
  const counted = (blocks: readonly Block[]) => withPageCount(blocks, parts.length);
  const front = flowOf(pen, geometries.cover, counted(dossier.cover), true);
  const contents = flowOf(
    pen,
    geometries.form,
    contentsOf(dossier.parts, starts, parts.length),
    front.length % 2 === 0,
  );
  const before = [...front, ...contents];
  // Page 1 is a front side.
  if (before.length % 2 === 1) before.push(blankSheet(geometries.form, false));
  const closing = flowOf(pen, geometries.form, counted(dossier.closing), parts.length % 2 === 0);
  const bookmarks = [
    { title: '卷内目录', page: front.length },
    ...dossier.parts.map(({ title }, i) => ({ title, page: before.length + (starts[i] ?? 1) - 1 })),
    { title: '备考表', page: before.length + parts.length },
  ];
  return { sheets: [...before, ...parts, ...closing], bookmarks };
}

/** 卷内目录 (DA/T 22): each document with the page it starts on, the last one with the page it ends on too. */
function contentsOf(parts: readonly DossierPart[], starts: readonly number[], pages: number): Block[] {
  const rows = parts.map(({ number, author, title, datedOn, remark }, i) => {
    const start = starts[i] ?? 1;
    const page = i + 1 === parts.length && pages > start ? `${start}-${pages}` : `${start}`;
    return [String(i + 1), number, author, title, datedOn, page, remark];
  });
  return [
    { kind: 'title', text: '卷内目录', level: 1 },
    {
      kind: 'table',
      columns: [
        { title: '序号', width: 5, align: 'center' },
        { title: '文号', width: 14 },
        { title: '责任者', width: 12 },
        { title: '题名', width: 25 },
        { title: '日期', width: 11, align: 'center' },
        { title: '页号', width: 7, align: 'center' },
        { title: '备注', width: 8 },
      ],
      rows,
    },
  ];
}

function withPageCount(blocks: readonly Block[], pages: number): readonly Block[] {
  return JSON.parse(JSON.stringify(blocks).replaceAll(pageCountMark, String(pages)));
}
