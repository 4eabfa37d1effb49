import { encode } from 'uqr';
import type { Block } from '../../shared/kernel/document.ts';
import { type Flow, need, setLines, skip } from './flow.ts';
import { baselineIn } from './page.ts';
import { mm } from './pdf.ts';
import type { TextStyle } from './typeset.ts';

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** Check boxes in a row, wrapping like words. They are drawn: the bundled fonts have no ☑ and ☐. */
export function drawChecks(flow: Flow, { label, options }: Of<'checks'>): void {
  const { pen, geometry } = flow;
  const { body, pitch } = geometry;
  const [box, gap] = [body.size * 0.8, body.size * 0.3];
  const lead = label ? pen.typesetter.line(label, body) : undefined;
  need(flow, pitch);
  let x = 0;
  if (lead) {
    pen.line(flow.sheet, lead, flow.left, flow.y + baselineIn(pitch, body.size));
    x = lead.width + gap;
  }
  // A long label has the boxes below it.
  const hang = x > flow.width / 2 ? 0 : x;
  for (const { text, checked } of options) {
    const room = flow.width - hang - box - gap;
    const lines = pen.typesetter.lines({ text, style: body, width: room, justify: false });
    const width = box + gap + Math.max(...lines.map((line) => line.width));
    if (x > hang && x + width > flow.width + 0.01) {
      flow.y += pitch;
      need(flow, pitch);
      x = hang;
    }
    lines.forEach((line, i) => {
      if (i > 0) {
        flow.y += pitch;
        need(flow, pitch);
      } else drawBox(flow, flow.left + x, flow.y + (pitch - box) / 2, box, checked);
      pen.line(flow.sheet, line, flow.left + x + box + gap, flow.y + baselineIn(pitch, line.size));
    });
    x += width + body.size * 1.2;
  }
  flow.y += pitch + 3;
}

function drawBox({ pen, sheet }: Flow, x: number, y: number, size: number, checked: boolean): void {
  const corners = [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
    [x + size, y],
  ] as const;
  pen.stroke(sheet, corners, 0.7);
  if (!checked) return;
  const tick = [
    [0.18, 0.52],
    [0.42, 0.78],
    [0.84, 0.2],
  ] as const;
  pen.stroke(
    sheet,
    tick.map(([right, down]) => [x + right * size, y + down * size] as const),
    1.4,
  );
}

/** Groups in a line: all the width without a QR code, what is left of it with one. */
const groupsPerLine = { plain: 8, besideQr: 4 };

/** A hash in groups of four; the groups stand below each other, so that two sheets compare at a glance. */
export function drawHex(flow: Flow, { label, text, qr = false }: Of<'hex'>): void {
  const { geometry, pen } = flow;
  const groups = text.replace(/\s/g, '').match(/.{1,4}/gu) ?? [];
  const perLine = qr ? groupsPerLine.besideQr : groupsPerLine.plain;
  const style: TextStyle = { face: 'song', size: Math.min(14, geometry.body.size) * (qr ? 1.25 : 1) };
  const pitch = geometry.pitch * (qr ? 1.25 : 1);
  const indent = 2 * geometry.body.size;
  const code = qr ? encode(text, { ecc: 'M', border: 0 }) : undefined;
  const room = code ? qrSize + quietOf(code.size) : 0;
  const step = Math.min((qr ? 4.2 : 3) * style.size, (flow.width - indent - room) / perLine);
  const rows = Math.ceil(groups.length / perLine);
  const height = Math.max(rows * pitch, code ? qrSize + 2 * quietOf(code.size) : 0);
  need(flow, height + geometry.pitch);
  setLines(flow, [pen.typesetter.line(label, geometry.body)], geometry.pitch, () => 0);
  const top = flow.y + (height - rows * pitch) / 2;
  groups.forEach((group, i) => {
    const [row, column] = [Math.floor(i / perLine), i % perLine];
    const y = top + row * pitch + baselineIn(pitch, style.size);
    pen.line(flow.sheet, pen.typesetter.line(group, style), flow.left + indent + column * step, y);
  });
  if (code) {
    const left = flow.left + flow.width - qrSize - quietOf(code.size);
    fillModules(flow, code, left, flow.y + (height - qrSize) / 2);
  }
  skip(flow, height);
}

const qrSize = mm(30);

/** Four modules of white belong to the code. */
function quietOf(modules: number): number {
  return (4 * qrSize) / modules;
}

/** A QR code with its caption below, both centred. */
export function drawQr(flow: Flow, { text, caption }: Of<'qr'>): void {
  const { pen } = flow;
  const code = encode(text, { ecc: 'M', border: 0 });
  const quiet = quietOf(code.size);
  const lines = pen.typesetter.lines({
    text: caption,
    style: { face: 'song', size: 10.5 },
    width: flow.width,
    justify: false,
  });
  need(flow, qrSize + 2 * quiet + lines.length * 16);
  flow.y += quiet;
  fillModules(flow, code, flow.left + (flow.width - qrSize) / 2, flow.y);
  flow.y += qrSize + quiet;
  setLines(flow, lines, 16, (line) => (flow.width - line.width) / 2);
}

function fillModules(
  flow: Flow,
  { data, size }: { readonly data: readonly (readonly boolean[])[]; readonly size: number },
  left: number,
  top: number,
): void {
  const module = qrSize / size;
  const runs: [number, number, number, number][] = [];
  data.forEach((row, r) => {
    for (let from = 0; from < row.length; from += 1) {
      if (!row[from]) continue;
      let to = from;
      while (row[to]) to += 1;
      runs.push([left + from * module, top + r * module, (to - from) * module, module]);
      from = to;
    }
  });
  flow.pen.fill(flow.sheet, runs);
}

/** Places to sign: the role, a line to write on, and the date below it; fewer side by side when the roles are long. */
export function drawSignatures(flow: Flow, { places, perRow }: Of<'signatures'>): void {
  const { pen, geometry } = flow;
  const style: TextStyle = { face: geometry.body.face, size: Math.min(14, geometry.body.size) };
  const labels = places.map((place) => pen.typesetter.line(`${place}：`, style));
  const date = pen.typesetter.line('年　　月　　日', style);
  const roomiest = Math.max(0, ...labels.map((label) => label.width)) + 5 * style.size;
  const gap = style.size * 1.5;
  const fitting = Math.floor((flow.width + gap) / (roomiest + gap));
  const columns = Math.max(1, Math.min(perRow ?? 3, places.length, fitting));
  const width = (flow.width - (columns - 1) * gap) / columns;
  const pitch = style.size * 2;
  skip(flow, style.size / 2);
  labels.forEach((label, i) => {
    const column = i % columns;
    if (column === 0) need(flow, pitch * 2.4);
    const x = flow.left + column * (width + gap);
    const foot = flow.y + pitch * 0.82;
    pen.line(flow.sheet, label, x, flow.y + baselineIn(pitch, style.size));
    pen.rule(flow.sheet, x + label.width, foot, x + width, foot, 0.5);
    pen.line(flow.sheet, date, x + width - date.width, flow.y + pitch + baselineIn(pitch, style.size));
    if (column === columns - 1 || i === labels.length - 1) flow.y += pitch * 2.4;
  });
}
