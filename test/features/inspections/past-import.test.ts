import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemReason } from '../../../shared/kernel/problem-text.ts';
import { addEnterprises } from '../../support/grade-files.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { type PastRow, pastWorkbook, stagePastFile } from '../../support/past-files.ts';

let office: Office;
let codes: string[];

beforeAll(async () => {
  office = await openOffice({ today: '2026-09-07' });
  codes = await addEnterprises(office, 6);
  const officers = [
    ['示例甲', '额尔古纳市工业和信息化局', 'SL15070001'],
    ['示例乙', '额尔古纳市应急管理局', 'SL15070002'],
    ['示例重名', '额尔古纳市工业和信息化局', 'SL15070003'],
    ['示例重名', '额尔古纳市应急管理局', ''],
  ] as const;
  for (const [name, department, certificate] of officers) {
    const entry = { name, department, certificate, established: true, leader: false, status: '在岗' } as const;
    must(await office.as('operator').rosters.addOfficer.mutate({ entry, reason: '示例入库' }));
  }
});
afterAll(() => office.close());

const named = (n: number): PastRow => ({
  object: `示例企业${n}有限公司`,
  item: '工业企业安全生产检查',
  inspectedOn: '2026-03-10',
  result: '未发现问题',
});
const stageOf = async (rows: readonly PastRow[]) => {
  const stageId = await stagePastFile(office, await pastWorkbook(rows));
  const stage = await office.as('operator').inspections.past.stage.query({ stageId });
  if (stage === null) throw new Error('no stage');
  return stage;
};
const list = () => office.as('reviewer').inspections.past.list.query();
const confirm = (stageId: number) => office.as('operator').inspections.past.confirmImport.mutate({ stageId });
const reasons = (stage: Awaited<ReturnType<typeof stageOf>>) =>
  stage.problems
    .filter(({ code }) => code !== 'ITEM_UNKNOWN')
    .map((one) => [one.row, one.column, one.severity, problemReason(one)]);

describe('逐行检查', () => {
  test('每个问题写明表、行、列和办法，好的行照常导入', async () => {
    const stage = await stageOf([
      named(1),
      { ...named(2), object: '示例无此企业' },
      { ...named(2), inspectedOn: '2026-09-08' },
      { ...named(2), inspectedOn: '去年三月' },
      { ...named(2), result: '良好' },
      { ...named(1), officers: '示例甲' },
      { ...named(2), result: '' },
      { ...named(2), code: codes[2] ?? '' },
      { ...named(2), officers: '示例甲、示例乙', certificates: 'SL15070001' },
      { ...named(2), inspectedOn: '1998-01-05' },
    ]);
    expect(stage.rows.map(({ row }) => row)).toEqual([2, 9]);
    expect(stage.rowsRead).toBe(10);
    expect(reasons(stage)).toEqual([
      [3, '检查对象名称', 'error', '检查对象“示例无此企业”不在检查对象名录中。请核对名称和代码，或先导入该对象。'],
      [4, '检查日期', 'error', '“检查日期”2026-09-08还没有到。请核对。'],
      [5, '检查日期', 'error', '“检查日期”的“去年三月”不是日期。请写成2020-01-31的形式。'],
      [6, '检查结果', 'error', expect.stringContaining('“检查结果”的“良好”无法识别，只能填未发现问题、')],
      [7, '检查对象名称', 'error', '“检查对象名称”与第2行重复，本行不导入。请删除多余的一行。'],
      [8, '检查结果', 'error', '“检查结果”没有填写。请补填后重新导入。'],
      [9, '检查对象名称', 'warning', '名录中这个代码的名称是“示例企业3有限公司”，与表中不同。已按代码对应，请核对。'],
      [10, '行政执法证号', 'error', '检查人员有2名，执法证号有1个，对不上。请用顿号按同样的顺序填写。'],
      [11, '检查日期', 'error', '“检查日期”1998-01-05早于2000-01-01。请核对。'],
    ]);
    expect(await list()).toEqual([]);
  });

  test('人员按执法证号，或按姓名加单位对应；对不上的按姓名保留并提示', async () => {
    const own = await stageOf([
      { ...named(1), officers: '示例甲（组长）、示例乙' },
      { ...named(2), officers: '示例重名（工信局）、示例重名（应急局）' },
      { ...named(3), officers: '示例重名', certificates: 'sl15070003' },
      { ...named(4), officers: '示例重名', department: '应急管理局' },
      { ...named(5), officers: '示例离任、示例甲' },
      { ...named(6), officers: '示例乙', certificates: 'SL15070001' },
    ]);
    const ids = own.rows.map(({ draft }) => draft.team.map(({ officerId }) => officerId));
    expect(ids).toEqual([[1, 2], [3, 4], [3], [4], [null, 1], [null]]);
    expect(own.rows[4]?.draft.team[0]).toEqual({ officerId: null, name: '示例离任', certificate: '' });
    expect(reasons(own).map(([row, , severity]) => [row, severity])).toEqual([
      [6, 'warning'],
      [7, 'warning'],
    ]);
    const unclear = await stageOf([{ ...named(1), officers: '示例重名', department: '工信局、应急局' }]);
    expect(reasons(unclear)[0]?.[3]).toContain('名录中有几名执法人员叫“示例重名”');
  });

  test('其他部门的人员不在名录中是常事，不提示', async () => {
    const stage = await stageOf([{ ...named(1), department: '市场监督管理局', officers: '示例外单位人员' }]);
    expect(reasons(stage)).toEqual([]);
    expect(stage.rows[0]?.draft).toMatchObject({ isOwn: false, department: '市监' });
  });

  test('检查部门不填就是本机关；联合检查有本机关的也是', async () => {
    const stage = await stageOf([
      named(1),
      { ...named(2), department: '额尔古纳市工业和信息化局' },
      { ...named(3), department: '应急管理局、工信局' },
      { ...named(4), department: '示例园区管委会' },
    ]);
    expect(stage.rows.map(({ draft }) => [draft.isOwn, draft.department])).toEqual([
      [true, '工信'],
      [true, '工信'],
      [true, '应急、工信'],
      [false, '示例园区管委会'],
    ]);
  });

  test('结果的常见写法都能识别，原来的写法留在备注里', async () => {
    const written = ['合格', '已整改', '限期整改', '通过登记的住所（经营场所）无法联系', '已停业', '迁 出'];
    const stage = await stageOf(written.map((result, n) => ({ ...named(n + 1), result, note: '示例备注' })));
    expect(stage.rows.map(({ draft }) => draft.result)).toEqual([
      'no-problem',
      'corrected',
      'pending',
      'pending',
      'closed',
      'moved',
    ]);
    expect(stage.rows[0]?.draft.note).toBe('原表结果：合格；示例备注');
    expect(stage.rows[5]?.draft.note).toBe('示例备注');
  });

  test('身份证号码不在问题清单里露出来', async () => {
    const stage = await stageOf([{ ...named(1), code: ' 15078419900101001X ' }]);
    expect(JSON.stringify(stage.problems)).not.toContain('19900101');
    expect(reasons(stage).some(([, , severity]) => severity === 'error')).toBe(true);
  });
});

describe('确认与撤销', () => {
  test('模板下载下来，填了就能导入', async () => {
    const bytes = await office.download('reviewer', '/files/inspections/past-template.xlsx');
    expect(new TextDecoder('latin1').decode(bytes.slice(0, 2))).toBe('PK');
    await expect(stagePastFile(office, bytes)).rejects.toThrow('SHEET_EMPTY');
  });

  test('一次写入，整批撤销要写事由，撤销后登记留着、可以重新导入', async () => {
    const bytes = await pastWorkbook([
      { ...named(1), officers: '示例甲、示例乙', documentNumber: '示例文书1号' },
      named(2),
    ]);
    const stageId = await stagePastFile(office, bytes);
    expect(must(await confirm(stageId))).toEqual({ imported: 2, leftOut: 0 });
    expect(await confirm(stageId)).toMatchObject({ code: 'PAST_STAGE_GONE' });
    expect((await list()).map(({ objectName, department, batch }) => [objectName, department, batch?.row])).toEqual([
      ['示例企业2有限公司', '工信', 3],
      ['示例企业1有限公司', '工信', 2],
    ]);
    const again = await stagePastFile(office, bytes);
    const stage = await office.as('operator').inspections.past.stage.query({ stageId: again });
    expect(stage?.problems.map(({ code }) => code).filter((code) => code !== 'ITEM_UNKNOWN')).toEqual([
      'INSPECTION_THERE',
      'INSPECTION_THERE',
    ]);
    expect(await confirm(again)).toMatchObject({ code: 'NO_PAST_TO_IMPORT' });

    const [batch] = await office.as('operator').inspections.past.batches.query();
    const id = batch?.id ?? 0;
    const undo = (reason: string) => office.as('operator').inspections.past.undoImport.mutate({ id, reason });
    await expect(undo(' ')).rejects.toThrow('请填写撤销事由');
    expect(must(await undo('选错了文件'))).toEqual({ revoked: 2 });
    expect(await undo('再撤一次')).toMatchObject({ code: 'PAST_IMPORT_UNDONE' });
    expect((await list()).map(({ revoked }) => revoked?.reason)).toEqual(['选错了文件', '选错了文件']);
    expect(must(await confirm(await stagePastFile(office, bytes)))).toEqual({ imported: 2, leftOut: 0 });
  });

  test('上传之后情况变了，先看新的检查结果', async () => {
    const stageId = await stagePastFile(office, await pastWorkbook([named(3)]));
    const form = { ...(await formOf(3)), inspectedOn: '2026-03-10' };
    const { id } = must(await office.as('operator').inspections.past.add.mutate(form));
    expect(await confirm(stageId)).toMatchObject({ code: 'PAST_STAGE_OUTDATED' });
    const stage = await office.as('operator').inspections.past.stage.query({ stageId });
    expect(stage?.problems.at(-1)).toMatchObject({ code: 'INSPECTION_THERE', details: { from: '手工登记' } });
    must(await office.as('operator').inspections.past.revoke.mutate({ id, reason: '改由表格导入' }));
    expect(await confirm(stageId)).toMatchObject({ code: 'PAST_STAGE_OUTDATED' });
    expect(must(await confirm(stageId)).imported).toBe(1);
  });

  test('审核人不能导入，台账记下每一步', async () => {
    const stageId = await stagePastFile(office, await pastWorkbook([named(4)]));
    const refused = await office.as('reviewer').inspections.past.confirmImport.mutate({ stageId });
    expect(refused).toMatchObject({ code: 'NOT_ALLOWED' });
    const lines = await office.as('admin').ledger.lines.query({});
    expect(lines.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['inspection.import-past', 'inspection.undo-past-import', 'inspection.revoke-past']),
    );
  });
});

async function formOf(n: number) {
  const { lines } = await office.as('operator').rosters.objects.query({ text: codes[n - 1] ?? '' });
  return {
    objectId: lines[0]?.id ?? 0,
    itemName: '工业企业安全生产检查',
    inspectedOn: '2026-02-03',
    result: 'no-problem' as const,
  };
}

describe('手工登记', () => {
  test('登记一次，重复的和还没到的日期退回', async () => {
    const form = { ...(await formOf(5)), officerIds: [2, 1], otherPeople: ['示例外援'], department: '工信局，应急局' };
    const { past } = office.as('operator').inspections;
    must(await past.add.mutate(form));
    expect(await past.add.mutate(form)).toMatchObject({ code: 'PAST_THERE', details: { from: '手工登记' } });
    expect(await past.add.mutate({ ...form, inspectedOn: '2026-09-08' })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await past.add.mutate({ ...form, objectId: 999 })).toMatchObject({ code: 'NOT_FOUND' });
    const one = (await list()).find(({ inspectedOn }) => inspectedOn === '2026-02-03');
    expect(one).toMatchObject({
      department: '工信、应急',
      isOwn: true,
      batch: null,
      enteredBy: '示例经办',
      isItemKnown: false,
    });
    expect(one?.team.map(({ name }) => name)).toEqual(['示例甲', '示例乙', '示例外援']);
  });

  test('撤销要写事由，只撤一次，在对象的检查里不再出现', async () => {
    const form = await formOf(6);
    const { inspections } = office.as('operator');
    const { id } = must(await inspections.past.add.mutate(form));
    const { objectId } = form;
    expect(await inspections.ofObject.query({ objectId })).toMatchObject([
      { on: '2026-02-03', result: '未发现问题', kind: 'past' },
    ]);
    await expect(inspections.past.revoke.mutate({ id, reason: '' })).rejects.toThrow('请填写撤销事由');
    must(await inspections.past.revoke.mutate({ id, reason: '登记错了户' }));
    expect(await inspections.past.revoke.mutate({ id, reason: '再撤' })).toMatchObject({ code: 'PAST_REVOKED' });
    expect(await inspections.ofObject.query({ objectId })).toEqual([]);
  });

  test('登记过检查的对象不能移出名录', async () => {
    const { objectId: id } = await formOf(5);
    const removed = await office.as('operator').rosters.removeObject.mutate({ id, reason: '示例' });
    expect(removed).toMatchObject({ code: 'ENTRY_IN_USE' });
  });
});
