import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseWorkbook } from '../../../electron/workbooks/parse.ts';
import { makeUscc } from '../../../shared/kernel/uscc.ts';
import { addObject, everything, exportedObjects } from '../../support/objects.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { finishedJob, must } from '../../support/outcomes.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await addObject(office, '示例甲矿业', 1, { phone: '13800000001', establishedOn: '2020-01-31', address: '=1+1' });
  await addObject(office, '示例乙商贸', 2, {
    phone: '13800000002',
    status: '注销',
    statusOn: '2026-03-01',
    statusDocument: '示注〔2026〕1号',
    licences: [
      { name: '许可甲', number: '1', from: '2024-01-01', until: '2027-01-01' },
      { name: '许可乙', number: '2' },
    ],
  });
  await addObject(office, '示例人', 3, { kind: '自然人', code: '11010519491231002X', phone: '13800000003' });
});
afterEach(() => office.close());

async function rowsOf(bytes: Uint8Array) {
  const read = await parseWorkbook(bytes);
  if (!read.ok) throw new Error(read.code);
  return (read.value[0]?.rows ?? []).map(({ cells }) => cells);
}

const textsOf = async (bytes: Uint8Array) => (await rowsOf(bytes)).map((cells) => cells.map(({ text }) => text));

test('导出列表所示：同样的列、条件和次序，代码是文本，日期是日期，号码隐去', async () => {
  const bytes = await exportedObjects(office, 'leader', {
    filter: { kinds: ['企业'] },
    sort: 'name',
    descending: true,
    columns: ['name', 'code', 'maskedPhone', 'foundedOn', 'statusOn'],
  });
  const [, first, second] = await rowsOf(bytes);
  expect(first?.map(({ text }) => text)).toEqual([
    '示例乙商贸',
    makeUscc('91150784', 2),
    '138****0002',
    '',
    '2026-03-01',
  ]);
  expect(second?.map(({ kind }) => kind).slice(0, 4)).toEqual(['text', 'text', 'text', 'date']);
  expect(second?.map(({ text }) => text).slice(0, 4)).toEqual([
    '示例甲矿业',
    expect.stringMatching(/^\d{17}.$/),
    '138****0001',
    '2020-01-31',
  ]);
});

test('全部栏目：有状态变更日期和文号、几个许可证各自的起止；像公式的写成文字', async () => {
  const [headings = [], mine, trade, person] = await textsOf(await exportedObjects(office, 'operator', everything));
  const cell = (row: readonly string[] = [], heading: string) => row[headings.indexOf(heading)] ?? '';
  expect(cell(mine, '地址（住所）')).toBe("'=1+1");
  expect(cell(trade, '状态变更文号')).toBe('示注〔2026〕1号');
  expect(cell(trade, '状态变更日期')).toBe('2026-03-01');
  expect(cell(trade, '许可证名称')).toBe('许可甲；许可乙');
  expect(cell(trade, '许可证有效期起')).toBe('2024-01-01；');
  expect(cell(person, '统一社会信用代码（身份证号码）')).toBe('110*************2X');
  expect(cell(person, '联系方式')).toBe('138****0003');
});

test('完整号码只有经办人、写明事由才能导出', async () => {
  const texts = await textsOf(await exportedObjects(office, 'operator', everything, '逐户通知'));
  expect(texts.flat()).toContain('11010519491231002X');
  const [line] = await office.as('operator').ledger.lines.query({ limit: 1 });
  expect(line).toMatchObject({
    action: 'rosters.export-full',
    details: JSON.stringify({ entries: 3, reason: '逐户通知' }),
  });
  const input = { ...everything, reason: '' };
  await expect(office.as('operator').rosters.exportObjectsFull.mutate(input)).rejects.toThrow('请填写导出事由');
  expect(await office.as('leader').rosters.exportObjectsFull.mutate({ ...input, reason: '看看' })).toMatchObject({
    code: 'NOT_ALLOWED',
  });
});

test('导出的文件取一次就不在了，别人取不到', async () => {
  const { jobId } = must(await office.as('operator').rosters.exportObjects.mutate(everything));
  const { exportId } = await finishedJob<{ exportId: number }>(office, 'operator', jobId);
  const fetched = (role: 'operator' | 'leader') => office.fetch(role, `/files/rosters/exports/${exportId}`);
  expect((await fetched('leader')).status).toBe(409);
  expect((await fetched('operator')).status).toBe(200);
  expect(await (await fetched('operator')).json()).toMatchObject({ code: 'EXPORT_GONE' });
  const none = { filter: { text: '查无此户' }, columns: null };
  expect(await office.as('operator').rosters.exportObjects.mutate(none)).toMatchObject({ code: 'NOTHING_TO_EXPORT' });
});

test('某日名录：分页、按名称找，当日之后移出的还在，之后新增的不在，个人信息隐去', async () => {
  office.setNow('2026-10-08T01:00:00.000Z');
  await office.restart();
  const operator = office.as('operator').rosters;
  const { lines } = await operator.objects.query({ text: '乙商贸' });
  must(await operator.removeObject.mutate({ id: lines[0]?.id ?? 0, reason: '误登记' }));
  await addObject(office, '示例丙新厂', 4);
  const on = async (day: string, part: { text?: string; offset?: number; limit?: number } = {}) => {
    const page = await office.as('leader').rosters.objectsOn.query({ on: day, ...part });
    return [page.total, ...page.lines.map(({ name }) => name.slice(2, 3))].join(' ');
  };
  expect(await on('2026-09-06')).toBe('0');
  expect(await on('2026-09-07')).toBe('3 甲 乙 人');
  expect(await on('2026-10-07')).toBe('3 甲 乙 人');
  expect(await on('2026-10-08')).toBe('3 甲 人 丙');
  expect(await on('2026-09-07', { offset: 1, limit: 1 })).toBe('3 乙');
  expect(await on('2026-09-07', { text: '商贸' })).toBe('1 乙');
  const page = await operator.objectsOn.query({ on: '2026-09-07' });
  expect(JSON.stringify(page)).not.toMatch(/1380000000\d|19491231/);

  const { jobId } = must(await operator.exportObjectsOn.mutate({ on: '2026-09-07' }));
  const { exportId } = await finishedJob<{ exportId: number }>(office, 'operator', jobId);
  const texts = await textsOf(await office.download('operator', `/files/rosters/exports/${exportId}`));
  expect(texts.slice(1).map(([name]) => name)).toEqual(['示例甲矿业', '示例乙商贸', '示例人']);
});
