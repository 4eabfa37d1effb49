import type { Block } from '../../shared/kernel/document.ts';
import { type Flow, need, newPage, remaining, setLines, skip, snap } from './flow.ts';
import { drawChecks, drawHex, drawQr, drawSignatures } from './marks.ts';
import { baselineIn, geometries, grey, red } from './page.ts';
import { mm } from './pdf.ts';
import { drawTable, type TableCell, type TableLook } from './table.ts';
import type { TextStyle } from './typeset.ts';

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** Draws the blocks one below the other. */
export function drawBlocks(flow: Flow, blocks: readonly Block[]): void {
  blocks.forEach((block, i) => {
    if (block.kind !== 'space' && block.kind !== 'page-break') snap(flow);
    drawBlock(flow, block, blocks[i + 1]);
  });
}

function drawBlock(flow: Flow, block: Block, next: Block | undefined): void {
  switch (block.kind) {
    case 'letterhead':
      drawLetterhead(flow, block);
      break;
    case 'title':
      drawTitle(flow, block, next);
      break;
    case 'number':
      drawNumber(flow, block);
      break;
    case 'paragraph':
      drawParagraph(flow, block);
      break;
    case 'facts':
      drawFacts(flow, block, next);
      break;
    case 'table':
      drawColumns(flow, block);
      break;
    case 'checks':
      drawChecks(flow, block);
      break;
    case 'hex':
      drawHex(flow, block);
      break;
    case 'qr':
      drawQr(flow, block);
      break;
    case 'signatures':
      drawSignatures(flow, block);
      break;
    case 'closing':
      drawClosing(flow, block);
      break;
    case 'foot-note':
      skip(flow, 4);
      drawText(flow, { text: block.text, style: { face: 'song', size: 9 }, pitch: 14, colour: grey });
      break;
    case 'space':
      skip(flow, mm(block.mm));
      break;
    case 'scan':
      if (flow.y > flow.top) newPage(flow);
      flow.sheet.scan = block.scan;
      flow.y = flow.bottom;
      break;
    case 'page-break':
      if (flow.y > flow.top) newPage(flow);
  }
}

function drawLetterhead(flow: Flow, { agency, number }: Of<'letterhead'>): void {
  const { pen, geometry } = flow;
  const size = Math.min(40, flow.width / Math.max(1, [...agency].length));
  // The mark stands 35 mm below the upper edge of the text area where the page has a grid.
  if (geometry.grid) skip(flow, mm(35));
  const mark = pen.typesetter.line(agency, { face: 'bold', size });
  pen.line(flow.sheet, mark, flow.left + (flow.width - mark.width) / 2, flow.y + baselineIn(size * 1.2, size), red);
  flow.y += size * 1.2;
  if (number) {
    flow.y += geometry.pitch;
    const line = pen.typesetter.line(number, geometry.body);
    pen.line(
      flow.sheet,
      line,
      flow.left + (flow.width - line.width) / 2,
      flow.y + baselineIn(geometry.pitch, line.size),
    );
    flow.y += geometry.pitch;
  }
  flow.y += mm(3);
  pen.rule(flow.sheet, flow.left, flow.y, flow.left + flow.width, flow.y, 1.5, red);
  flow.y += geometry.pitch;
}

const titleStyles: Record<'official' | 'form' | 'cover', readonly [TextStyle, TextStyle, TextStyle]> = {
  official: [
    { face: 'bold', size: 22 },
    { face: 'hei', size: 16, ...trackingOfGrid() },
    { face: 'kai', size: 16, ...trackingOfGrid() },
  ],
  form: [
    { face: 'bold', size: 20 },
    { face: 'hei', size: 14 },
    { face: 'hei', size: 12 },
  ],
  cover: [
    { face: 'bold', size: 30, tracking: 4 },
    { face: 'bold', size: 22 },
    { face: 'hei', size: 16 },
  ],
};

/** What must fit below a heading: the header of a table and a first row of a few lines; one row of signatures; a hash whole. */
const leastBelow: Partial<Record<Block['kind'], number>> = { table: mm(40), signatures: mm(25), hex: mm(45) };

/** Level 1 is centred; below it, headings of a 公文 are set in by two characters and those of a form stand at the margin. */
function drawTitle(flow: Flow, { text, level }: Of<'title'>, next: Block | undefined): void {
  const { geometry } = flow;
  const style = titleStyles[layoutOf(flow)][level - 1] ?? titleStyles.form[2];
  const centred = level === 1 || geometry === geometries.cover;
  const pitch = centred ? style.size * 1.5 : geometry.pitch;
  const indent = !centred && geometry.grid ? 2 * (style.size + (style.tracking ?? 0)) : 0;
  if (!centred && !geometry.grid) skip(flow, flow.y > flow.top ? 6 : 0);
  const lines = flow.pen.typesetter.lines({ text, style, width: flow.width, indent, justify: false });
  // A heading is not left alone at the foot of a page.
  need(flow, lines.length * pitch + ((next && leastBelow[next.kind]) ?? 2 * geometry.pitch));
  setLines(flow, lines, pitch, (line, i) => (centred ? (flow.width - line.width) / 2 : i === 0 ? indent : 0));
  if (!centred) return;
  snap(flow);
  if (next?.kind !== 'number' && next?.kind !== 'title') skip(flow, geometry.grid ? geometry.pitch : 8);
}

function drawNumber(flow: Flow, { text, align }: Of<'number'>): void {
  drawText(flow, { text, style: flow.geometry.body, pitch: flow.geometry.pitch, align });
  skip(flow, flow.geometry.grid ? flow.geometry.pitch : 6);
}

function drawParagraph(flow: Flow, { text, indent, align = 'left', size, bold }: Of<'paragraph'>): void {
  const { body, pitch, grid } = flow.geometry;
  const own = size !== undefined && size !== body.size;
  const style: TextStyle = {
    face: bold ? 'bold' : body.face,
    size: size ?? body.size,
    ...(own || body.tracking === undefined ? {} : { tracking: body.tracking }),
  };
  // Small type stays on the grid of the body where there is one.
  const distance = own ? (grid && size <= body.size ? pitch : size * 1.6) : pitch;
  drawText(flow, { text, style, pitch: distance, align, indent: indent ?? false });
}

interface PlainText {
  readonly text: string;
  readonly style: TextStyle;
  readonly pitch: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly indent?: boolean;
  readonly colour?: string;
}

function drawText(flow: Flow, { text, style, pitch, align = 'left', indent = false, colour }: PlainText): void {
  for (const paragraph of text.split('\n')) {
    const first = indent && align === 'left' ? 2 * (style.size + (style.tracking ?? 0)) : 0;
    const lines = flow.pen.typesetter.lines({
      text: paragraph,
      style,
      width: flow.width,
      indent: first,
      justify: align === 'left',
    });
    setLines(
      flow,
      lines,
      pitch,
      (line, i) =>
        align === 'left' ? (i === 0 ? first : 0) : (flow.width - line.width) / (align === 'center' ? 2 : 1),
      colour,
    );
  }
}

const tableLook: TableLook = { leading: 1.4, padding: { x: 3.5, y: 3.5 }, minHeight: 22, ruled: true };
const factsLook: TableLook = { leading: 1.5, padding: { x: 5, y: 4 }, minHeight: 27, ruled: true };
const coverLook: TableLook = { leading: 1.5, padding: { x: 4, y: 4 }, minHeight: 38, ruled: false };

function drawFacts(flow: Flow, { rows, perRow = 1 }: Of<'facts'>, next: Block | undefined): void {
  const onCover = flow.geometry === geometries.cover;
  const size = onCover ? 16 : flow.geometry.grid ? 14 : 12;
  const style: TextStyle = { face: 'song', size };
  const look = onCover ? coverLook : factsLook;
  const pairs = flow.width / perRow;
  const widest = Math.max(0, ...rows.map(([label]) => flow.pen.typesetter.line(label, style).width));
  const labelWidth = Math.min(widest + 2 * look.padding.x + 1, pairs * 0.4);
  const cells = (label: string, value: string, width: number): TableCell[] => [
    { text: label, style, align: onCover ? 'right' : 'center', width: labelWidth },
    { text: value, style, align: onCover ? 'center' : 'left', width: width - labelWidth, underlined: onCover },
  ];
  const lines: TableCell[][] = [];
  for (let i = 0; i < rows.length; i += perRow) {
    const together = rows.slice(i, i + perRow);
    const width = flow.width / together.length;
    lines.push(together.flatMap(([label, value]) => cells(label, value, width)));
  }
  drawTable(flow, undefined, lines, look);
  // Rows of facts one after the other make one form.
  if (next?.kind !== 'facts') skip(flow, 6);
}

function drawColumns(flow: Flow, { columns, rows, empty = '无', size }: Of<'table'>): void {
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  const width = (share: number) => (share / shares) * flow.width;
  const letters = size ?? (flow.geometry.grid ? 12 : 10.5);
  const style: TextStyle = { face: 'song', size: letters };
  const header = columns.map(
    (column): TableCell => ({
      text: column.title,
      style: { face: 'hei', size: letters },
      align: 'center',
      width: width(column.width),
    }),
  );
  const body = rows.map((row) =>
    columns.map(
      (column, i): TableCell => ({
        text: row[i] ?? '',
        style: column.size === undefined ? style : { ...style, size: column.size },
        align: column.align ?? 'left',
        width: width(column.width),
      }),
    ),
  );
  const none: TableCell = { text: empty, style, align: 'center', width: flow.width };
  skip(flow, 2);
  drawTable(flow, header, body.length > 0 ? body : [[none]], tableLook);
  skip(flow, 4);
}

/** Agency and date, right of the middle; under a seal there is room above them, less where they would go to a page of their own (GB/T 9704 7.3.5.1: 采取调整行距的措施). */
function drawClosing(flow: Flow, { lines, seal }: Of<'closing'>): void {
  const { pitch, body, grid } = flow.geometry;
  const own = lines.length * pitch;
  const isTight = seal && remaining(flow) < own + 3 * pitch && remaining(flow) >= own + pitch;
  const room = (seal && !isTight ? 2 : 1) * pitch;
  need(flow, room + own + (seal && !isTight ? pitch : 0));
  skip(flow, room);
  const set = lines.map((text) => flow.pen.typesetter.line(text, body));
  const widest = Math.max(0, ...set.map((line) => line.width));
  // 成文日期右空四字 (GB/T 9704 7.3.5.1); a form needs less.
  const right = Math.min((grid ? 4 : 2) * body.size, Math.max(0, flow.width - widest));
  setLines(flow, set, pitch, (line) => flow.width - right - widest + (widest - line.width) / 2);
  if (seal) skip(flow, Math.min(pitch, remaining(flow)));
}

function layoutOf({ geometry }: Flow): 'official' | 'form' | 'cover' {
  if (geometry === geometries.cover) return 'cover';
  return geometry.grid ? 'official' : 'form';
}

function trackingOfGrid(): { tracking?: number } {
  const { tracking } = geometries.official.body;
  return tracking === undefined ? {} : { tracking };
}
