import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addEnterprises } from '../../support/grade-files.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { finishedJob, must } from '../../support/outcomes.ts';

const workbook = readFileSync(new URL('../../../resources/samples/joint-plan-2023.xlsx', import.meta.url));
let office: Office;
let planId = 0;

beforeAll(async () => {
  office = await openOffice({ today: '2026-09-07' });
  await addEnterprises(office, 13);
  const started = await office.upload<{ jobId: number }>('operator', '/uploads/plans/import', workbook, '计划表.xlsx');
  const { stageId } = await finishedJob<{ stageId: number }>(office, 'operator', must(started).jobId);
  planId = must(await office.as('operator').plans.confirmImport.mutate({ stageId, year: 2023 })).planId;
});
afterAll(() => office.close());

const figuresOf = async (number: number) => {
  const { items } = await office.as('operator').plans.items.query({ id: planId });
  return items.find((item) => item.number === number)?.figures;
};
const bind = async (name: string, poolFilter: { nameHas?: string; aboveScale?: boolean; tags?: string[] }) =>
  must(await office.as('operator').plans.bindClass.mutate({ name, poolFilter }));

test('没有绑定的类别列为待绑定，写明出现在哪一项；只按比例的算不出户数', async () => {
  const { unbound } = await office.as('operator').plans.classes.query();
  expect(unbound.find(({ name }) => name === '医疗机构')?.usedIn).toEqual(['2023年第16项']);
  expect((await figuresOf(8))?.clauses).toEqual([
    { text: '不少于5%', classes: [{ name: '互联网上网服务营业场所', size: null }], size: null, asked: null },
  ]);
  expect((await figuresOf(16))?.clauses.map(({ asked }) => asked)).toEqual([2, 10]);
});

test('绑定之后按类显示名录户数、应抽户数：13户的5%是1户', async () => {
  await bind('互联网上网服务营业场所', { aboveScale: true });
  expect(await figuresOf(8)).toMatchObject({ clauses: [{ size: 13, asked: 1 }], reckoned: 1 });
});

test('数量超过名录户数的，以名录户数为限', async () => {
  await bind('医疗机构', { nameHas: '示例' });
  await bind('药店', { nameHas: '没有这样的名字' });
  expect((await figuresOf(16))?.clauses.map(({ size, asked }) => [size, asked])).toEqual([
    [13, 2],
    [0, 0],
  ]);
});

test('几类合计一个比例的，同一户只计一次；有一类未绑定就不算', async () => {
  await bind('勘察设计企业', { aboveScale: true });
  await bind('工程监理企业', { aboveScale: true });
  expect((await figuresOf(1))?.clauses[1]).toMatchObject({ size: null, asked: null });
  await bind('招标代理机构', { nameHas: '示例' });
  expect((await figuresOf(1))?.clauses[1]).toMatchObject({ size: 13, asked: 2 });
});

test('每类节日各抽2家，共14户；每部门每月的，部门未定时不推算', async () => {
  expect(await figuresOf(11)).toMatchObject({ reckoned: 14, written: null });
  expect((await figuresOf(11))?.rounds.filter(({ fromOn }) => fromOn === null).map(({ title }) => title)).toEqual([
    '两会',
  ]);
  expect(await figuresOf(12)).toMatchObject({ reckoned: null });
  expect((await figuresOf(12))?.rounds).toHaveLength(12);
});

test('填写两会日期后，各次都有起止', async () => {
  must(
    await office
      .as('operator')
      .plans.setOccasion.mutate({ year: 2023, name: '两会', fromOn: '2023-03-04', toOn: '2023-03-13' }),
  );
  expect((await figuresOf(11))?.rounds.map(({ fromOn }) => fromOn)).not.toContain(null);
});

test('类别按写法的全角半角、空格归一，可以改绑和解除，只有经办人能办', async () => {
  await bind('药 店', { nameHas: '示例' });
  const { bound } = await office.as('operator').plans.classes.query();
  expect(bound.filter(({ name }) => name.includes('店'))).toMatchObject([{ name: '药 店', size: 13 }]);
  expect(await office.as('reviewer').plans.bindClass.mutate({ name: '药店', poolFilter: {} })).toMatchObject({
    code: 'NOT_ALLOWED',
  });
  must(await office.as('operator').plans.unbindClass.mutate({ name: '药店' }));
  expect(await office.as('operator').plans.unbindClass.mutate({ name: '药店' })).toMatchObject({ code: 'NOT_FOUND' });
});

test('规上企业建议按规模绑定，其余建议按名称', async () => {
  const suggest = (name: string) => office.as('operator').plans.suggestClass.query({ name });
  expect(await suggest('规上工业企业')).toEqual([
    { poolFilter: { aboveScale: true }, words: '规模以上工业企业', size: 13 },
  ]);
  expect((await suggest('示例企业')).at(-1)).toMatchObject({ poolFilter: { nameHas: '示例' }, size: 13 });
});

test('停业、注销的不算在预估的户数里', async () => {
  const { rosters } = office.as('operator');
  const [first] = (await rosters.objects.query({ limit: 1 })).lines;
  const selection = { ids: [first?.id ?? 0] };
  const change = { kind: 'status', status: '停业', statusOn: '2026-09-01', statusDocument: '' } as const;
  must(await rosters.batchChangeObjects.mutate({ selection, change, reason: '示例：停业', expected: 1 }));
  expect((await figuresOf(8))?.clauses).toMatchObject([{ size: 12, asked: 1 }]);
});
