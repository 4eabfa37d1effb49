import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  attachmentSubjects,
  attachmentSubjectTitles,
  LARGEST_ATTACHMENT_MB,
} from '../../../shared/kernel/attachments.ts';
import { addEnterprises } from '../../support/grade-files.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { excelFile, macroFile, wordFile } from '../../support/office-files.ts';
import { must } from '../../support/outcomes.ts';
import { scannedJpeg, scannedPdf, scannedPng } from '../../support/scans.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  const letter = { kind: 'joint', source: 'none', sourceId: null, objectId: null, subjectName: '示例企业' } as const;
  const addressees = ['示例甲局', '示例乙局', '示例丙局', '示例丁局'];
  must(
    await office
      .as('operator')
      .registers.draftLetters.mutate({ ...letter, addressees, title: '示例通报函', body: '示例：请依法处理。' }),
  );
});
afterAll(() => office.close());

const attach = (bytes: Uint8Array, name: string, id = 1, role: 'operator' | 'reviewer' | 'admin' = 'operator') =>
  office.upload<{ id: number; pages: number | null }>(role, `/uploads/attachments/letter/${id}`, bytes, name);
const listed = (id = 1) => office.as('reviewer').attachments.of.query({ subject: 'letter', subjectId: id });

test('附件照原样存入、打开，台账记其校验值', async () => {
  const pdf = await scannedPdf(2);
  const { id, pages } = must(await attach(pdf, '约谈记录.pdf'));
  expect(pages).toBe(2);
  must(await attach(scannedJpeg, '照片.jpg'));
  must(await attach(scannedPng, '截图.png'));
  must(await attach(wordFile, '笔录.docx'));
  must(await attach(excelFile, '清单.xlsx'));
  expect((await listed()).map(({ fileName, pages: count }) => [fileName, count])).toEqual([
    ['约谈记录.pdf', 2],
    ['照片.jpg', 1],
    ['截图.png', 1],
    ['笔录.docx', null],
    ['清单.xlsx', null],
  ]);
  expect(await office.download('leader', `/files/attachments/${id}`)).toEqual(pdf);
  const [entry] = await office.as('operator').ledger.lines.query({ action: 'attachments.attach', limit: 1 });
  expect(entry?.subject).toMatch(/^通报函：.*1号 示例甲局$/);
  expect(JSON.parse(entry?.details ?? '')).toMatchObject({
    file: '清单.xlsx',
    sha256: createHash('sha256').update(excelFile).digest('hex'),
  });
});

test('撤下的附件写明原因，仍然列出，不再算数', async () => {
  const { id } = must(await attach(await scannedPdf(1), '附错.pdf', 2));
  must(await office.as('operator').attachments.withdraw.mutate({ id, reason: '附错了企业' }));
  expect(await listed(2)).toMatchObject([
    { fileName: '附错.pdf', withdrawn: { by: '示例经办', reason: '附错了企业' } },
  ]);
  expect(await office.as('operator').attachments.withdraw.mutate({ id, reason: '再撤' })).toMatchObject({
    code: 'NOT_FOUND',
  });
  must(await attach(await scannedPdf(1), '重附.pdf', 2));
});

test('不收的文件各有各的说法', async () => {
  const faultOf = async (bytes: Uint8Array) => {
    const reply = await attach(bytes, '文件.pdf', 3);
    return reply.ok ? 'taken' : [reply.code, (reply.details as { fault?: string }).fault];
  };
  expect(await faultOf(new Uint8Array())).toEqual(['ATTACHMENT_UNFIT', 'empty']);
  expect(await faultOf(new TextEncoder().encode('<html>'))).toEqual(['ATTACHMENT_UNFIT', 'unknown']);
  expect(await faultOf((await scannedPdf(1)).slice(0, -60))).toEqual(['ATTACHMENT_UNFIT', 'damaged']);
  expect(await faultOf(wordFile.slice(0, -30))).toEqual(['ATTACHMENT_UNFIT', 'damaged']);
  expect(await faultOf(macroFile)).toEqual(['ATTACHMENT_UNFIT', 'macro']);
  expect(await faultOf(new Uint8Array(LARGEST_ATTACHMENT_MB * 1_048_576 + 1))).toEqual([
    'ATTACHMENT_UNFIT',
    'too-large',
  ]);
  must(await attach(scannedPng, '一.png', 3));
  expect(await attach(scannedPng, '二.png', 3)).toMatchObject({ code: 'ATTACHMENT_TWICE', details: { as: '一.png' } });
});

test('没有的事项、别人经办的事项、只管账号的人，都不能存入或撤下', async () => {
  expect(await attach(scannedPng, '一.png', 4, 'admin')).toMatchObject({ code: 'NOT_ALLOWED' });
  const to = (path: string) => office.upload('operator', `/uploads/attachments/${path}`, scannedPng, '一.png');
  for (const subject of attachmentSubjects) {
    expect(await to(`${subject}/99`)).toMatchObject({
      code: 'ATTACHMENT_WITHOUT_MATTER',
      details: { title: attachmentSubjectTitles[subject] },
    });
  }
  expect(await to('other/1')).toMatchObject({ code: 'NOT_FOUND' });
  const refused = { code: 'ATTACHMENT_OF_OTHERS', details: { title: '通报函', may: ['经办人'] } };
  expect(await attach(scannedPng, '一.png', 4, 'reviewer')).toMatchObject(refused);
  const { id } = must(await attach(scannedPng, '复函.png', 4));
  expect(await office.as('leader').attachments.withdraw.mutate({ id, reason: '示例' })).toMatchObject(refused);
});

test('撤销的信用记录，附件不再存入、撤下', async () => {
  await addEnterprises(office, 1);
  const record = { objectId: 1, kind: 'complaint', source: '12345热线（示例）', happenedOn: '2026-09-01' } as const;
  const { id: recordId } = must(await office.as('operator').credit.records.add.mutate(record));
  const to = () => office.upload<{ id: number }>('operator', path, scannedPng, '一.png');
  const path = `/uploads/attachments/credit-record/${recordId}`;
  const { id } = must(await to());
  must(await office.as('operator').credit.records.withdraw.mutate({ id: recordId, reason: '示例：录错企业' }));
  const closed = { code: 'ATTACHMENT_CLOSED', details: { why: '已经撤销' } };
  expect(await to()).toMatchObject(closed);
  expect(await office.as('operator').attachments.withdraw.mutate({ id, reason: '示例' })).toMatchObject(closed);
});
