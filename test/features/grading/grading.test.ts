import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportedRows } from '../../support/exported-rows.ts';
import { addEnterprises, gradeWorkbook } from '../../support/grade-files.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { finishedJob, must } from '../../support/outcomes.ts';

let office: Office;
let codes: string[];

beforeAll(async () => {
  office = await openOffice({ today: '2026-09-07' });
  codes = await addEnterprises(office, 10);
  nine = await gradeWorkbook(
    NINE.map((grade, index) => [`示例企业${index + 1}有限公司`, code(index + 1), grade, '2026-08-01']),
  );
});
afterAll(() => office.close());

const code = (n: number) => codes[n - 1] ?? '';
const line = async (n: number) => {
  const found = (await office.as('reviewer').grading.list.query()).lines.find((entry) => entry.code === code(n));
  if (found === undefined) throw new Error(`no enterprise ${n}`);
  return found;
};

async function stageBytes(bytes: Uint8Array): Promise<number> {
  const started = await office.upload<{ jobId: number }>('operator', '/uploads/grading/import', bytes, '等级.xlsx');
  return (await finishedJob<{ stageId: number }>(office, 'operator', must(started).jobId)).stageId;
}

const stageOf = async (rows: Parameters<typeof gradeWorkbook>[0]) => stageBytes(await gradeWorkbook(rows));

let nine: Uint8Array;
const NINE = ['优+', '优', '良+', '良', '良-', '中+', '中', '中-', '差'];

test('入库而未评定的企业显示为未评定', async () => {
  expect((await line(1)).current).toBeNull();
});

test('有问题的行逐行说明，好的行照常导入', async () => {
  const stageId = await stageOf([
    ['示例企业1有限公司', code(1), '优', '2026-08-01'],
    ['另一名称', ` ${code(2).toLowerCase()} `, '良＋', '2026-08-01'],
    ['示例企业3有限公司', code(3), '优-', '2026-08-01'],
    ['示例企业1有限公司', code(1), '差', '2026-08-01'],
    ['示例无此企业', '91150784999999999X', '良', '2026-08-01'],
    ['示例企业4有限公司', '', '良', '2026-08-01'],
    ['示例企业5有限公司', code(5), '', ''],
    ['示例企业6有限公司', code(6), '良', '八月'],
  ]);
  const stage = await office.as('operator').grading.stage.query({ stageId });
  expect(stage?.rows.map(({ row, grade }) => [row, grade])).toEqual([
    [2, '优'],
    [3, '良+'],
  ]);
  expect(stage?.problems.map(({ row, severity, column }) => [row, severity, column])).toEqual([
    [3, 'warning', '企业名称'],
    [4, 'error', '国家信用等级'],
    [5, 'error', '统一社会信用代码'],
    [6, 'error', '统一社会信用代码'],
    [7, 'error', '统一社会信用代码'],
    [8, 'notice', '国家信用等级'],
    [9, 'error', '评价日期'],
  ]);
  expect(stage?.problems[1]?.sentence).toContain('没有“优-”这一等级');
  expect((await line(1)).current).toBeNull();
});

test('导入后每户都有A至D级和依据的条款，首次评定不算变动，未取得国家评价的也写明', async () => {
  const stageId = await stageBytes(nine);
  expect(must(await office.as('operator').grading.confirmImport.mutate({ stageId }))).toEqual({
    imported: 9,
    leftOut: 0,
    graded: 10,
    changed: 0,
  });
  const { lines } = await office.as('reviewer').grading.list.query();
  const grades = new Map(lines.map((entry) => [entry.code, entry.current?.grade]));
  expect(codes.map((entry) => grades.get(entry))).toEqual(['A', 'A', 'B', 'B', 'B', 'C', 'C', 'C', 'D', 'B']);
  for (const { current } of lines) expect(current?.reasons[0]?.article).toBe('制度第五条');
  expect((await line(10)).current).toMatchObject({ basis: 'no-national-grade', nationalGrade: null });
  expect((await line(10)).current?.reasons[0]?.text).toContain('待核');
});

test('同一文件不重复导入，预览用过即失效', async () => {
  const stageId = await stageBytes(nine);
  expect(await office.as('operator').grading.confirmImport.mutate({ stageId })).toMatchObject({
    code: 'GRADES_ALREADY_IMPORTED',
  });
  expect(await office.as('operator').grading.confirmImport.mutate({ stageId: 99 })).toMatchObject({
    code: 'GRADE_STAGE_GONE',
  });
});

test('等级变动留下历史，撤销导入后恢复并再记一笔', async () => {
  const stageId = await stageOf([['示例企业1有限公司', code(1), '差', '2026-09-01']]);
  expect(must(await office.as('operator').grading.confirmImport.mutate({ stageId })).changed).toBe(1);
  const { objectId, current } = await line(1);
  expect(current?.grade).toBe('D');
  const [latest] = await office.as('operator').grading.imports.query();
  must(await office.as('operator').grading.undoImport.mutate({ id: latest?.id ?? 0 }));
  expect((await line(1)).current?.grade).toBe('A');
  const { history, measures } = await office.as('reviewer').grading.object.query({ id: objectId });
  expect(history.map(({ fromGrade, toGrade, cause }) => [fromGrade, toGrade, cause])).toEqual([
    ['D', 'A', 'grading.undo-import'],
    ['A', 'D', 'grading.import'],
    [null, 'A', 'grading.import'],
  ]);
  expect(measures.map(({ article }) => article)).toEqual([
    '制度第八条',
    '制度第八条',
    '说明“下一步”段',
    '说明“下一步”段',
    '制度第十二条',
  ]);
  expect(await office.as('operator').grading.undoImport.mutate({ id: latest?.id ?? 0 })).toMatchObject({
    code: 'GRADE_IMPORT_UNDONE',
  });
});

test('列入异常名录增加检查频次，不改等级；移出后恢复', async () => {
  const { objectId } = await line(2);
  const record = { objectId, kind: 'abnormal-list', source: '示例市场监管局', happenedOn: '2026-08-20' } as const;
  const { id } = must(await office.as('operator').credit.records.add.mutate(record));
  expect((await line(2)).current).toMatchObject({ grade: 'A', raisedBy: ['abnormal-list'] });
  const view = await office.as('operator').grading.object.query({ id: objectId });
  expect(view.visits).toBe(2);
  expect(await office.as('operator').credit.records.end.mutate({ id, endedOn: '2026-08-01' })).toMatchObject({
    code: 'CREDIT_ENDED_BEFORE',
  });
  must(await office.as('operator').credit.records.end.mutate({ id, endedOn: '2026-09-07' }));
  expect((await line(2)).current?.raisedBy).toEqual([]);
});

test('投诉举报满三件才算多，且只看十二个月内', async () => {
  const { objectId } = await line(3);
  const on = ['2026-01-05', '2026-05-05', '2025-09-07', '2026-09-07'];
  for (const [index, happenedOn] of on.entries()) {
    const record = { objectId, kind: 'complaint', source: '12345热线（示例）', happenedOn } as const;
    must(await office.as('operator').credit.records.add.mutate(record));
    expect((await line(3)).current?.raisedBy).toEqual(index === 3 ? ['complaints'] : []);
  }
  const future = { objectId, kind: 'complaint', source: '示例', happenedOn: '2026-09-08' } as const;
  expect(await office.as('operator').credit.records.add.mutate(future)).toMatchObject({ code: 'CREDIT_IN_FUTURE' });
});

test('新入库的企业经重新评定取得等级', async () => {
  const [eleventh] = await addEnterprises(office, 1, 11);
  expect(must(await office.as('operator').grading.regrade.mutate())).toEqual({ graded: 11, changed: 0 });
  const { lines } = await office.as('operator').grading.list.query();
  expect(lines.find((entry) => entry.code === eleventh)?.current?.grade).toBe('B');
});

test('审核人不能导入等级', async () => {
  expect(await office.as('reviewer').grading.regrade.mutate()).toMatchObject({ code: 'NOT_ALLOWED' });
});

test('等级一览按现在的条件导出', async () => {
  const { exports, list } = office.as('reviewer').grading;
  const rowsOf = async (filter: { grade?: 'B' }) =>
    exportedRows(office, 'reviewer', 'grading', await exports.grades.mutate(filter));
  const { total } = await list.query({ grade: 'B' });
  const ofGrade = await rowsOf({ grade: 'B' });
  expect([ofGrade.length, ...new Set(ofGrade.map(([, , grade]) => grade))]).toEqual([total, 'B级']);
  expect((await rowsOf({})).length).toBe((await list.query()).total);
  expect(await exports.grades.mutate({ text: '没有这样的企业' })).toMatchObject({ code: 'NOTHING_TO_EXPORT' });
});

test('规则包没有写明各级对应哪些国家等级的，不收国家等级，说明按模型评定', async () => {
  const own = await openOffice({ packId: 'chenbarhu-2023' });
  const bytes = await gradeWorkbook([['示例企业1有限公司', code(1), '优', '2026-08-01']]);
  const started = await own.upload<{ jobId: number }>('operator', '/uploads/grading/import', bytes, '等级.xlsx');
  const { jobId } = must(started);
  await expect
    .poll(async () => (await own.as('operator').office.jobs.list.query()).find(({ id }) => id === jobId)?.outcome, {
      timeout: 20_000,
    })
    .toMatchObject({ code: 'GRADE_NATIONAL_UNUSED', details: { article: '方案第三部分第5项' } });
  expect(await own.as('operator').grading.counts.query()).toMatchObject({ usesNational: false, hasModel: true });
  await own.close();
});
