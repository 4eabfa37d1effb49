import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ensureFonts } from '../../../electron/build/fonts.ts';
import { addObject } from '../../support/objects.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { canReadPdfs, solidText } from '../../support/pdf.ts';

let office: Office;
const registers = (role: 'operator' | 'reviewer' | 'leader' = 'operator') => office.as(role).registers;
const add = async (registerId: string, cells: Record<string, string | number>) =>
  must(await registers().addEntry.mutate({ registerId, cells })).id;
const linesOf = async (registerId: string) => (await registers().register.query({ registerId })).entries;
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(() => void ensureFonts());
afterEach(() => office.close());

for (const packId of ['erguna-2023', 'holingol-2024', 'wuzhong-2022', 'chenbarhu-2023', 'jixi-2021'] as const) {
  test(`${packId}：规则包规定的每本台账都能登记、打印`, { skip: !canReadPdfs, timeout: 60_000 }, async () => {
    office = await openOffice({ packId });
    const objectId = await addObject(office, '示例矿业有限公司', 1);
    const lines = await registers().registers.query();
    const [article = ''] = await registers().articles.query();
    expect(lines.length).toBeGreaterThan(5);
    for (const { id } of lines) {
      const { register } = await registers().register.query({ registerId: id });
      const filled = register.columns.map(({ id: column, kind, choices }) => {
        const cell = {
          text: '示例内容',
          long: '示例情况说明',
          day: '2026-09-01',
          count: 12,
          choice: choices?.[0] ?? '',
          enterprise: objectId,
          officer: '示例甲',
          money: '1234.5',
          article,
        }[kind as 'text'];
        return [column, cell ?? ''] as const;
      });
      await add(id, Object.fromEntries(filled));
      expect((await linesOf(id))[0]).toMatchObject({ version: 1, withdrawn: null, day: '2026-09-01' });
    }
    const [first] = lines;
    const text = solidText(await office.download('leader', `/files/registers/${first?.id}/register.pdf?year=2026`));
    expect(text).toContain(first?.name.replace(/\s/g, ''));
    expect(text).toContain('示例');
    expect((await registers().registers.query()).every(({ thisYear }) => thisYear === 1)).toBe(true);
  });
}

beforeEach(async () => {
  office = await openOffice();
});

const exposure = { on: '2026-09-01', fact: '拒不改正', basis: '示罚〔2026〕1号', channel: '门户网站' };

test('登记缺了必填的栏、写错了格式，逐栏说明，什么也不留下', async () => {
  const refused = await registers().addEntry.mutate({ registerId: 'exposure', cells: { on: '2026-13-01', fact: ' ' } });
  expect(refused).toMatchObject({
    code: 'BAD_INPUT',
    details: {
      problems: [
        { field: 'cells.on', sentence: '请填写日期' },
        { field: 'cells.enterprise', sentence: '请填写失信主体' },
        { field: 'cells.fact', sentence: '请填写失信事实' },
        { field: 'cells.basis' },
        { field: 'cells.channel' },
      ],
    },
  });
  expect(await linesOf('exposure')).toEqual([]);
  expect(await registers('reviewer').addEntry.mutate({ registerId: 'exposure', cells: {} })).toMatchObject({
    code: 'NOT_ALLOWED',
  });
});

test('更正留下原来的一版和事由；没有改动的不算更正；撤回的不再计入，仍然看得到', async () => {
  const enterprise = await addObject(office, '示例矿业有限公司', 1);
  const id = await add('exposure', { ...exposure, enterprise });
  const cells = { ...exposure, enterprise, fact: '拒不履行整改决定' };
  const same = { id, cells: { ...exposure, enterprise }, reason: '无' };
  expect(await registers().correctEntry.mutate(same)).toMatchObject({ code: 'ENTRY_UNCHANGED' });
  must(await registers().correctEntry.mutate({ id, cells, reason: '事实写得不全' }));
  const { entry, versions } = await registers().entry.query({ id });
  expect(entry.cells).toMatchObject({ fact: '拒不履行整改决定', enterprise: { name: '示例矿业有限公司' } });
  expect(versions).toMatchObject([
    { version: 2, reason: '事实写得不全' },
    { version: 1, cells: { fact: '拒不改正' } },
  ]);
  expect(await registers().entriesOfObject.query({ id: enterprise })).toHaveLength(1);
  must(await registers().withdrawEntry.mutate({ id, reason: '登记错了企业' }));
  expect(await registers().withdrawEntry.mutate({ id, reason: '再撤' })).toMatchObject({ code: 'ENTRY_WITHDRAWN' });
  expect((await linesOf('exposure'))[0]?.withdrawn).toMatchObject({ reason: '登记错了企业' });
  expect((await registers().registers.query()).find((line) => line.id === 'exposure')?.total).toBe(0);
  expect(await registers().entriesOfObject.query({ id: enterprise })).toEqual([]);
});

test('公示的台账标记到版：更正后须重新公示；内部台账不公示', async () => {
  const enterprise = await addObject(office, '示例矿业有限公司', 1);
  const id = await add('exposure', { ...exposure, enterprise });
  const publish = { id, publishedOn: '2026-09-05', place: '门户网站' };
  expect(await registers().publishEntry.mutate({ ...publish, publishedOn: '2026-09-08' })).toMatchObject({
    code: 'DAY_NOT_COME',
  });
  must(await registers().publishEntry.mutate(publish));
  expect(await registers().publishEntry.mutate(publish)).toMatchObject({ code: 'ENTRY_PUBLISHED_ALREADY' });
  must(
    await registers().correctEntry.mutate({ id, cells: { ...exposure, enterprise, channel: '报纸' }, reason: '渠道' }),
  );
  expect((await registers().registers.query()).find((line) => line.id === 'exposure')?.unpublished).toBe(1);
  must(await registers().publishEntry.mutate({ ...publish, publishedOn: '2026-09-07' }));
  const rated = await add('exposure', { ...exposure, enterprise, fact: '拒不改正，信用等级为D级' });
  expect(await registers().publishEntry.mutate({ ...publish, id: rated })).toMatchObject({
    code: 'ENTRY_TELLS_GRADE',
    details: { found: '信用等级为D级' },
  });
  const inner = await add('law-publicity', { on: '2026-09-01', law: '安全生产法' });
  expect(await registers().publishEntry.mutate({ ...publish, id: inner })).toMatchObject({
    code: 'REGISTER_NOT_PUBLIC',
  });
});

test('须附文件的台账没有附件时列为缺附件；到期前提醒，首页也列出', async () => {
  const kind = (await registers().register.query({ registerId: 'integrity-promises' })).register.columns.find(
    ({ id }) => id === 'kind',
  )?.choices?.[0];
  const id = await add('integrity-promises', {
    on: '2025-09-20',
    officer: '示例甲',
    until: '2026-09-20',
    kind: kind ?? '',
  });
  const line = async () => (await registers().registers.query()).find((one) => one.id === 'integrity-promises');
  expect(await line()).toMatchObject({ withoutFile: 1, due: 1 });
  const due = (await office.as('operator').home.summary.query()).dues.find(({ path }) => path.endsWith(`?id=${id}`));
  expect(due).toMatchObject({ on: '2026-09-20', isOverdue: false, article: '细则第十七条' });
  must(await office.upload('operator', `/uploads/attachments/register-entry/${id}`, onePixel, '承诺书.png'));
  expect(await line()).toMatchObject({ withoutFile: 0 });
});

test('账上没有的记录挂不上附件', async () => {
  const refused = await office.upload('operator', '/uploads/attachments/register-entry/99', onePixel, '扫描.png');
  expect(refused.ok).toBe(false);
});
