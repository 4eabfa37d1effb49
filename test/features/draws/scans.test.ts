import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { completeDraw, freezeOf, openDrawOffice, voidWitnesses } from '../../support/draw-office.ts';
import type { Office } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { pageTexts, solidText } from '../../support/pdf.ts';
import { scannedJpeg, scannedPdf, scannedPng, unreadablePdf } from '../../support/scans.ts';

let office: Office;
let taskId: number;
beforeEach(async () => {
  ({ office, taskId } = await openDrawOffice());
}, 60_000);
afterEach(() => office.close());

const draws = () => office.as('operator').draws;
const attach = (drawId: number, paper: string, bytes: Uint8Array, name = '签字.pdf') =>
  office.upload<{ id: number; pages: number }>('operator', `/uploads/draws/${drawId}/scans/${paper}`, bytes, name);
const todos = async () => (await office.as('operator').home.summary.query()).unsigned.map(({ paper }) => paper);

test('笔录之后提醒存入签字件，存入后不再提醒；作错的仍列出，提醒恢复', async () => {
  const drawId = await completeDraw(office, taskId);
  expect(await todos()).toEqual(['抽取记录']);
  const pdf = await scannedPdf(3);
  const { id, pages } = must(await attach(drawId, 'record', pdf, '记录扫描.pdf'));
  expect(pages).toBe(3);
  expect(await todos()).toEqual([]);
  expect(await office.download('leader', `/files/draws/${drawId}/scans/${id}`)).toEqual(pdf);
  expect(await attach(drawId, 'record', pdf, '又一份.pdf')).toMatchObject({ code: 'SCAN_TWICE' });
  must(await attach(drawId, 'freeze-sheet', scannedJpeg, '冻结单第1页.jpg'));
  must(await attach(drawId, 'freeze-sheet', scannedPng, '冻结单第2页.png'));

  const [inspection] = await office.as('operator').inspections.list.query({ year: null, taskId });
  const dossier = await office.download('operator', `/files/dossiers/${inspection?.id}.pdf`);
  expect(solidText(dossier)).toContain('随机抽取记录（签字件）');
  expect(pageTexts(dossier).some((page) => page.includes('page 3'))).toBe(true);

  must(await draws().withdrawScan.mutate({ drawId, scanId: id, reason: '漏扫第2页' }));
  expect(await todos()).toEqual(['抽取记录']);
  const listed = await draws().scans.query({ drawId });
  expect(
    listed.map(({ paper, fileName, type, pages: count, withdrawn }) => [
      paper,
      fileName,
      type,
      count,
      withdrawn?.reason,
    ]),
  ).toEqual([
    ['record', '记录扫描.pdf', 'application/pdf', 3, '漏扫第2页'],
    ['freeze-sheet', '冻结单第1页.jpg', 'image/jpeg', 1, undefined],
    ['freeze-sheet', '冻结单第2页.png', 'image/png', 1, undefined],
  ]);
  expect(await draws().withdrawScan.mutate({ drawId, scanId: id, reason: '又一次' })).toMatchObject({
    code: 'NOT_FOUND',
  });
  must(await attach(drawId, 'record', pdf, '重扫.pdf'));
  const [entry] = await office.as('operator').ledger.lines.query({ action: 'draws.attach-scan', limit: 1 });
  expect(JSON.parse(entry?.details ?? '')).toMatchObject({
    paper: '抽取记录',
    file: '重扫.pdf',
    pages: 3,
    sha256: createHash('sha256').update(pdf).digest('hex'),
  });
});

test('没有的纸不能存；坏的、空的、别的格式说明白；只有经办人能存', async () => {
  const { drawId } = must(await draws().freeze.mutate(freezeOf(taskId, { isRehearsal: true })));
  const pdf = await scannedPdf(1);
  expect(await attach(drawId, 'record', pdf)).toMatchObject({ code: 'SCAN_TOO_EARLY', details: { paper: 'record' } });
  expect(await attach(drawId, 'void-sheet', pdf)).toMatchObject({ code: 'SCAN_TOO_EARLY' });
  expect(await attach(drawId, 'other', pdf)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await attach(drawId, 'freeze-sheet', new Uint8Array())).toMatchObject({ code: 'SCAN_EMPTY' });
  expect(await attach(drawId, 'freeze-sheet', new TextEncoder().encode('不是扫描件'))).toMatchObject({
    code: 'SCAN_TYPE',
  });
  const broken = new TextEncoder().encode('%PDF-1.4\n乱\nstartxref\n0\n%%EOF\n');
  expect(await attach(drawId, 'freeze-sheet', broken)).toMatchObject({ code: 'SCAN_DAMAGED' });
  expect(await attach(drawId, 'freeze-sheet', await unreadablePdf())).toMatchObject({ code: 'SCAN_DAMAGED' });
  const asLeader = await office.upload('leader', `/uploads/draws/${drawId}/scans/freeze-sheet`, pdf, '签字.pdf');
  expect(asLeader).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await draws().scans.query({ drawId })).toEqual([]);

  must(await office.as('leader').draws.void.mutate({ drawId, reason: '投影故障', witnesses: [...voidWitnesses] }));
  must(await attach(drawId, 'void-sheet', pdf));
  expect(await todos()).toEqual([]);
});
