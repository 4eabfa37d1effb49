import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseWorkbook } from '../../../electron/workbooks/parse.ts';
import { makeUscc } from '../../../shared/kernel/uscc.ts';
import { everything, exportedObjects } from '../../support/objects.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { finishedJob, must } from '../../support/outcomes.ts';

const fixtures = new URL('../../../resources/samples/', import.meta.url);
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(name, fixtures)));

let office: Office;
beforeEach(async () => {
  office = await openOffice({ today: '2026-09-07' });
});
afterEach(() => office.close());

const operator = () => office.as('operator').rosters;

/** Uploads a workbook and waits until it is checked; gives the stage's number, or throws with the refusal's code. */
async function stage(kind: 'objects' | 'officers', bytes: Uint8Array): Promise<number> {
  const { jobId } = must(
    await office.upload<{ jobId: number }>('operator', `/uploads/rosters/${kind}`, bytes, '名录.xlsx'),
  );
  return (await finishedJob<{ stageId: number }>(office, 'operator', jobId)).stageId;
}

const confirm = async (id: number) => must(await operator().confirmImport.mutate({ id }));
const importFixture = async (kind: 'objects' | 'officers', name: string) => confirm(await stage(kind, fixture(name)));
const all = { limit: 2_000 };

test('六十户名录：先看到每一处问题，什么都没有写入；确认后好的五十五户入库', async () => {
  const id = await stage('objects', fixture('objects-60.xlsx'));
  const seen = (await operator().stage.query({ id })) ?? expect.fail('no stage');
  expect(seen.counts).toEqual({ read: 60, added: 55, updated: 0, leftOut: 5, errors: 5, warnings: 2, notices: 2 });
  expect(seen.problems.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`)).toContain(
    '检查对象名录 14 统一社会信用代码（身份证号码）',
  );
  expect(seen.problems[0]?.severity).toBe('error');
  expect(seen.rows).toHaveLength(55);
  expect(seen.rows[0]).toMatchObject({ row: 2, update: false, name: '示例一号矿业有限公司' });
  expect(await operator().counts.query()).toEqual({ objects: 0, officers: 0, recusals: 0 });

  expect(await confirm(id)).toMatchObject({ added: 55, updated: 0 });
  expect(await operator().stage.query({ id })).toBeNull();
  const { lines, total } = await operator().objects.query(all);
  expect([total, lines.length]).toEqual([55, 55]);
  const [line] = await office.as('operator').ledger.lines.query({ limit: 1 });
  expect(line).toMatchObject({ action: 'rosters.confirm-import', subject: '名录.xlsx' });
});

test('问题清单可以下载，每行写明表、行、列和一句话', async () => {
  const id = await stage('objects', fixture('objects-60.xlsx'));
  const result = await parseWorkbook(await office.download('operator', `/files/rosters/stages/${id}/problems.xlsx`));
  const rows = result.ok ? result.value[0]?.rows.map(({ cells }) => cells.map(({ text }) => text)) : [];
  expect(rows).toHaveLength(10);
  expect(rows).toContainEqual([
    '检查对象名录',
    '14',
    '统一社会信用代码（身份证号码）',
    '不能导入',
    '“统一社会信用代码（身份证号码）”是数字格式，后几位已丢失。请在表格中将该列设为文本后重新填写。',
  ]);
});

test('执法人员十二名入库，发给编号，单位归到部门简称，回避四对', async () => {
  await importFixture('objects', 'objects-60.xlsx');
  await importFixture('officers', 'officers-12.xlsx');
  const officers = await operator().officers.query();
  expect(officers.map(({ code, department }) => `${code} ${department}`)).toEqual([
    ...['ZF001', 'ZF002', 'ZF003', 'ZF004', 'ZF005', 'ZF006'].map((code) => `${code} 工信`),
    'ZF007 应急',
    'ZF008 应急',
    'ZF009 消防',
    'ZF010 消防',
    'ZF011 市监',
    'ZF012 市监',
  ]);
  expect(officers.filter(({ bars }) => bars.length > 0).map(({ name, bars }) => [name, bars])).toEqual([
    ['示例戊', ['EXPIRED']],
  ]);
  const recusals = await operator().recusals.query();
  expect(recusals.map(({ officerName, reasonCode }) => `${officerName} ${reasonCode}`)).toEqual([
    '示例甲 R1',
    '示例乙 R2',
    '示例庚 R5',
    '示例子 R4',
  ]);
});

test('撤销导入：整批退回，台账和历史都留下', async () => {
  const { batchId } = await importFixture('objects', 'objects-60.xlsx');
  const [first] = (await operator().objects.query(all)).lines;
  expect(await operator().undoImport.mutate({ id: batchId, reason: '选错文件' })).toMatchObject({ ok: true });
  expect(await operator().counts.query()).toMatchObject({ objects: 0 });
  expect(await operator().batches.query()).toMatchObject([
    { state: 'undone', undoReason: '选错文件', undoneBy: '示例经办', added: 55 },
  ]);
  expect(await operator().undoImport.mutate({ id: batchId, reason: '再撤' })).toMatchObject({ code: 'IMPORT_UNDONE' });

  await importFixture('objects', 'objects-60.xlsx');
  const again = (await operator().objects.query(all)).lines;
  expect(again).toHaveLength(55);
  expect(again.some(({ id }) => id === first?.id)).toBe(false);
});

test('再次导入同一文件：全部是更新，没有改动的不记历史', async () => {
  await importFixture('objects', 'objects-60.xlsx');
  const id = await stage('objects', fixture('objects-60.xlsx'));
  expect((await operator().stage.query({ id }))?.counts).toMatchObject({ added: 0, updated: 55 });
  await confirm(id);
  const [line] = (await operator().objects.query(all)).lines;
  expect((await operator().object.query({ id: line?.id ?? 0 })).history).toHaveLength(1);
});

test('检查之后名录变了：先看新的结果，再确认', async () => {
  const id = await stage('objects', fixture('objects-60.xlsx'));
  await importFixture('objects', 'objects-60.xlsx');
  expect(await operator().confirmImport.mutate({ id })).toMatchObject({ code: 'STAGE_OUTDATED' });
  expect((await operator().stage.query({ id }))?.counts).toMatchObject({ added: 0, updated: 55 });
  expect(await operator().confirmImport.mutate({ id })).toMatchObject({ ok: true });
  expect(await operator().confirmImport.mutate({ id })).toMatchObject({ code: 'STAGE_GONE' });
});

test('导入后改过的对象挡住撤销，说出是哪一户', async () => {
  const { batchId } = await importFixture('objects', 'objects-60.xlsx');
  const object = await changeFirst({ status: '停业' });
  expect(await operator().undoImport.mutate({ id: batchId, reason: '选错文件' })).toMatchObject({
    code: 'IMPORT_CHANGED_SINCE',
    details: { names: [object.name] },
  });
});

test('有回避关系的对象不能移出，挡住整批撤销', async () => {
  const { batchId } = await importFixture('objects', 'objects-60.xlsx');
  await importFixture('officers', 'officers-12.xlsx');
  expect(await operator().undoImport.mutate({ id: batchId, reason: '选错文件' })).toMatchObject({
    code: 'IMPORT_IN_USE',
  });
  expect(await operator().counts.query()).toMatchObject({ objects: 55 });
  const [recusal] = await operator().recusals.query();
  const id = recusal?.objectId ?? 0;
  expect(await operator().removeObject.mutate({ id, reason: '已注销' })).toMatchObject({ code: 'ENTRY_IN_USE' });
});

/** Changes the first object of the roster by form. */
async function changeFirst(part: { status?: '停业'; phone?: string }) {
  const [line] = (await operator().objects.query(all)).lines;
  const object = await operator().object.query({ id: line?.id ?? 0 });
  const entry = {
    name: object.name,
    code: object.code,
    kind: object.kind,
    address: object.address,
    principal: object.personInCharge,
    phone: object.maskedPhone,
    industry: object.industry,
    town: object.township,
    registrar: object.registeredBy,
    ...(object.foundedOn === null ? {} : { establishedOn: object.foundedOn }),
    status: object.status,
    aboveScale: object.isAboveScale,
    priority: object.isKey,
    tags: [...object.tags],
    licences: object.licences.map(({ name, number, expiresOn }) => ({
      name,
      number,
      ...(expiresOn === null ? {} : { until: expiresOn }),
    })),
    ...part,
  };
  const changed = await operator().changeObject.mutate({ id: object.id, entry, reason: '企业来函' });
  return { ...object, changed };
}

test('变更写明何时、何人、为何、由何变何；没有变动的不受理', async () => {
  await importFixture('objects', 'objects-60.xlsx');
  const { id, changed } = await changeFirst({ status: '停业' });
  expect(changed).toMatchObject({ ok: true });
  const { history } = await operator().object.query({ id });
  expect(history[0]).toMatchObject({
    byName: '示例经办',
    reason: '企业来函',
    fields: [{ label: '状态', before: '存续', after: '停业' }],
  });
  expect((await changeFirst({})).changed).toMatchObject({ code: 'UNCHANGED' });
});

test('某一天的名录可以再现', async () => {
  await importFixture('objects', 'objects-60.xlsx');
  office.setNow('2026-09-20T01:00:00.000Z');
  await office.restart();
  await changeFirst({ status: '停业' });
  const statusesOn = async (day: string) => {
    const { lines } = await office.as('leader').rosters.objectsOn.query({ on: day, limit: 2_000 });
    return lines.map(({ status }) => status);
  };
  expect(await statusesOn('2026-09-06')).toEqual([]);
  expect((await statusesOn('2026-09-19')).filter((status) => status === '停业')).toHaveLength(0);
  expect((await statusesOn('2026-09-20')).filter((status) => status === '停业')).toHaveLength(1);
});

test('列表和导出里没有完整的电话；完整导出记入台账', async () => {
  await importFixture('objects', 'objects-60.xlsx');
  const { lines } = await operator().objects.query(all);
  expect(JSON.stringify(lines)).not.toMatch(/1380000\d{4}/);
  const textOf = async (bytes: Promise<Uint8Array>) => JSON.stringify(await parseWorkbook(await bytes));
  expect(await textOf(exportedObjects(office, 'operator', everything))).not.toMatch(/1380000\d{4}/);
  expect(await textOf(exportedObjects(office, 'operator', everything, '逐户通知'))).toMatch(/1380000\d{4}/);
  const [line] = await office.as('operator').ledger.lines.query({ limit: 1 });
  expect(line).toMatchObject({
    action: 'rosters.export-full',
    details: JSON.stringify({ entries: 55, reason: '逐户通知' }),
  });
});

test('完整导出的名录再导入，一字不变', async () => {
  await importFixture('objects', 'objects-60.xlsx');
  const id = await stage('objects', await exportedObjects(office, 'operator', everything, '核对'));
  expect((await operator().stage.query({ id }))?.counts).toMatchObject({ added: 0, updated: 55, errors: 0 });
  await confirm(id);
  const { lines } = await operator().objects.query(all);
  for (const line of lines.slice(0, 5))
    expect((await operator().object.query({ id: line.id })).history).toHaveLength(1);
});

test('自然人的身份证号码不出现在列表、详情和历史里，抽取用名录编号', async () => {
  const idCard = '11010519491231002X';
  const entry = {
    name: '示例人',
    code: idCard,
    kind: '自然人' as const,
    status: '存续' as const,
    aboveScale: false,
    priority: false,
  };
  const added = await operator().addObject.mutate({ entry, reason: '新登记' });
  expect(added).toMatchObject({ ok: true });
  expect(await operator().addObject.mutate({ entry, reason: '重复' })).toMatchObject({ code: 'OBJECT_CODE_TAKEN' });
  const { lines } = await operator().objects.query(all);
  const detail = await operator().object.query({ id: lines[0]?.id ?? 0 });
  expect(lines[0]?.code).toMatch(/^ZR\d{6}$/);
  expect(JSON.stringify([lines, detail, await office.as('operator').ledger.lines.query({})])).not.toContain(
    idCard.slice(6, 14),
  );
  const changed = await operator().changeObject.mutate({
    id: detail.id,
    entry: { ...entry, code: '', phone: '13800000000' },
    reason: '补电话',
  });
  expect(changed).toMatchObject({ ok: true });
});

test('按名称、代码、拼音首字母、乡镇和规上都找得到', async () => {
  await importFixture('objects', 'objects-60.xlsx');
  const find = async (filter: Parameters<ReturnType<typeof operator>['objects']['query']>[0]) =>
    (await operator().objects.query(filter)).total;
  expect(await find({ text: '示例五十号' })).toBe(1);
  expect(await find({ text: makeUscc('91150784', 90_000_050) })).toBe(1);
  expect(await find({ text: 'slwsh' })).toBe(1);
  expect(await find({ townships: ['示例苏木'] })).toBeGreaterThan(10);
  expect(await find({ aboveScale: true, priority: true })).toBe(10);
  const page = await operator().objects.query({ limit: 10, offset: 50, sort: 'name', descending: true });
  expect([page.lines.length, page.total]).toEqual([5, 55]);
});

test('只有经办人可以导入和变更；被拒绝的操作说出谁可以', async () => {
  const reply = await office.upload('reviewer', '/uploads/rosters/objects', fixture('objects-60.xlsx'), '名录.xlsx');
  expect(reply).toMatchObject({ ok: false, code: 'NOT_ALLOWED', details: { who: ['示例经办（经办人）'] } });
  expect(await office.as('leader').rosters.confirmImport.mutate({ id: 1 })).toMatchObject({ code: 'NOT_ALLOWED' });
});

test('不是工作簿的文件说出原因', async () => {
  await expect(stage('objects', new TextEncoder().encode('情况说明'))).rejects.toThrow('WORKBOOK_RENAMED');
  await expect(stage('objects', new TextEncoder().encode('名称,统一社会信用代码'))).rejects.toThrow('SHEET_EMPTY');
  await expect(stage('objects', fixture('national-grades.xlsx').subarray(0, 5_000))).rejects.toThrow(
    'WORKBOOK_TRUNCATED',
  );
  await expect(stage('objects', new TextEncoder().encode('\n;\n'))).rejects.toThrow('HEADINGS_NOT_FOUND');
});
