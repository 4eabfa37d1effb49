import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeUscc } from '../../../shared/kernel/uscc.ts';
import { blankObject } from '../../support/objects.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { finishedJob, must } from '../../support/outcomes.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice({ today: '2026-09-07' });
});
afterEach(() => office.close());

const rosters = () => office.as('operator').rosters;
const code = (n: number) => makeUscc('91150784', n);

async function stage(rows: ReadonlyArray<readonly string[]>): Promise<number> {
  const csv = rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
  const started = await office.upload<{ jobId: number }>(
    'operator',
    '/uploads/rosters/objects',
    new TextEncoder().encode(`\ufeff${csv}`),
    '名录.csv',
  );
  return (await finishedJob<{ stageId: number }>(office, 'operator', must(started).jobId)).stageId;
}

const confirm = async (id: number) => must(await rosters().confirmImport.mutate({ id }));
const heads = ['名称', '统一社会信用代码', '地址', '负责人', '联系电话'];
const one = ['示例一厂', code(1), '北街1号', '示例甲', '13800001111'];
const two = ['示例（二）厂', code(2), '北街2号', '示例乙', '13800002222'];

async function entryOf(name: string) {
  const [line] = (await rosters().objects.query({ text: name })).lines;
  return rosters().object.query({ id: line?.id ?? 0 });
}

async function openRoster(): Promise<void> {
  await confirm(await stage([heads, one, two]));
}

test('更新逐项对照，逐项、逐户、逐列选择，选的是什么就写入什么', async () => {
  await openRoster();
  const id = await stage([
    heads,
    ['示例一厂（新）', code(1), '南街1号', '示例丙', ''],
    ['示例（二）厂', code(2), '南街2号', '示例丁', '13911112222'],
  ]);
  const seen = await rosters().importUpdates.query({ id });
  expect(seen.total).toBe(2);
  expect(seen.lines[0]?.conflicts.map(({ label, roster, file, side }) => [label, roster, file, side])).toEqual([
    ['名称（姓名）', '示例一厂', '示例一厂（新）', 'file'],
    ['地址（住所）', '北街1号', '南街1号', 'file'],
    ['负责人姓名', '示例甲', '示例丙', 'file'],
  ]);
  expect(JSON.stringify(seen)).not.toContain('13800002222');

  must(await rosters().chooseSide.mutate({ id, side: 'roster' }));
  must(await rosters().chooseSide.mutate({ id, field: 'address', side: 'file' }));
  must(await rosters().chooseSide.mutate({ id, row: 2, field: 'principal', side: 'file' }));
  must(await rosters().chooseSide.mutate({ id, row: 3, side: 'roster' }));
  expect(await confirm(id)).toMatchObject({ added: 0, updated: 1 });
  expect(await entryOf('示例一厂')).toMatchObject({
    name: '示例一厂',
    address: '南街1号',
    personInCharge: '示例丙',
    maskedPhone: '138****1111',
  });
  expect(await entryOf('示例（二）厂')).toMatchObject({ address: '北街2号', personInCharge: '示例乙' });
  expect((await entryOf('示例（二）厂')).history).toHaveLength(1);
});

test('空白不覆盖名录；勾选空白也覆盖才清空，表里没有的列怎样都不动', async () => {
  await openRoster();
  const rows = [heads.slice(0, 4), ['示例一厂', code(1), '', '示例甲']];
  const kept = await stage(rows);
  expect((await rosters().importUpdates.query({ id: kept })).total).toBe(0);
  await confirm(kept);
  expect((await entryOf('示例一厂')).address).toBe('北街1号');

  const erased = await stage(rows);
  must(await rosters().chooseBlanks.mutate({ id: erased, blankErases: true }));
  expect((await rosters().importUpdates.query({ id: erased })).lines[0]?.conflicts).toMatchObject([
    { label: '地址（住所）', roster: '北街1号', file: '' },
  ]);
  await confirm(erased);
  expect(await entryOf('示例一厂')).toMatchObject({ address: '', maskedPhone: '138****1111' });
});

test('导出的隐去号码导回来不覆盖名录的号码，空白也覆盖、合并时也不', async () => {
  await openRoster();
  const phones = async () => {
    const reveal = async (id: number) =>
      must(await rosters().revealOfObject.mutate({ id, field: 'phone', reason: '核对' })).value;
    return [await reveal((await entryOf('示例一厂')).id), await reveal((await entryOf('示例（二）厂')).id)];
  };
  const id = await stage([
    heads,
    one.with(2, '南街1号').with(4, '138****1111'),
    two.with(1, code(3)).with(4, '138****2222'),
  ]);
  const { problems } = (await rosters().stage.query({ id })) ?? expect.fail('no stage');
  expect(problems.filter(({ column }) => column === '联系方式').map(({ code: found }) => found)).toEqual([
    'PHONE_HIDDEN',
    'PHONE_HIDDEN',
  ]);
  must(await rosters().chooseTwins.mutate({ id, rows: [], decision: 'merge', reason: '同一户' }));
  must(await rosters().chooseBlanks.mutate({ id, blankErases: true }));
  expect(await confirm(id)).toMatchObject({ added: 0, updated: 1 });
  expect(await phones()).toEqual(['13800001111', '13800002222']);
  await confirm(await stage([heads, ['示例三厂', code(4), '', '', '138****1111']]));
  expect(await entryOf('示例三厂')).toMatchObject({ maskedPhone: '' });
});

test('疑似重复的合并、另立一户或不导入，理由写进变更记录，撤销整批恢复原样', async () => {
  await openRoster();
  const id = await stage([
    heads,
    ['示例(二)厂', code(12), '东街2号', '示例乙', ''],
    ['示例三厂', code(13), '北街1号', '示例甲', ''],
    ['示例四厂', code(14), '西街', '示例戊', ''],
  ]);
  const twins = await rosters().importTwins.query({ id });
  expect(twins.lines.map(({ row, why, existing, decision }) => [row, why, existing.name, decision])).toEqual([
    [2, 'name', '示例（二）厂', 'own'],
    [3, 'place', '示例一厂', 'own'],
  ]);
  must(await rosters().chooseTwins.mutate({ id, rows: [2], decision: 'merge', reason: '换发执照' }));
  must(await rosters().chooseTwins.mutate({ id, rows: [3], decision: 'leave', reason: '同一户的分店' }));
  const { batchId, added, updated } = await confirm(id);
  expect([added, updated]).toEqual([1, 1]);
  const merged = await entryOf('示例(二)厂');
  expect(merged).toMatchObject({ code: code(2), address: '东街2号', maskedPhone: '138****2222' });
  expect(merged.history[0]?.reason).toBe('导入名录.csv，第2行合并：换发执照');
  expect((await rosters().counts.query()).objects).toBe(3);

  must(await rosters().undoImport.mutate({ id: batchId, reason: '选错文件' }));
  expect(await entryOf('示例（二）厂')).toMatchObject({ name: '示例（二）厂', address: '北街2号' });
  expect((await rosters().counts.query()).objects).toBe(2);
});

test('合并时代码保留名录的，点明用文件的才改', async () => {
  await openRoster();
  const id = await stage([heads, ['示例(二)厂', code(12), '', '', '']]);
  must(await rosters().chooseTwins.mutate({ id, rows: [2], decision: 'merge', reason: '原代码登记错误' }));
  must(await rosters().chooseSide.mutate({ id, row: 2, field: 'code', side: 'file' }));
  await confirm(id);
  expect((await entryOf('示例(二)厂')).code).toBe(code(12));
});

test('撤销时原来的代码已经登记在另一户名下，说出是哪一户，什么也不动', async () => {
  await openRoster();
  const id = await stage([heads, one.with(1, code(5))]);
  must(await rosters().chooseTwins.mutate({ id, rows: [], decision: 'merge', reason: '代码登记有误' }));
  must(await rosters().chooseSide.mutate({ id, row: 2, field: 'code', side: 'file' }));
  const { batchId } = await confirm(id);
  await confirm(await stage([heads, ['示例九厂', code(1), '', '', '']]));
  expect(await rosters().undoImport.mutate({ id: batchId, reason: '再核对' })).toMatchObject({
    code: 'IMPORT_CHANGED_SINCE',
    details: { names: ['示例一厂'] },
  });
  expect(await entryOf('示例一厂')).toMatchObject({ code: code(5) });
});

test('没有写明自然人的身份证号码不当作代码导入；名录中的自然人没有类型一列也能更新', async () => {
  const idCard = '11010519491231002X';
  const id = await stage([heads, ['示例人', idCard, '北街', '', '']]);
  const { counts, problems } = (await rosters().stage.query({ id })) ?? expect.fail('no stage');
  expect([counts.added, problems[0]?.code]).toEqual([0, 'ID_CARD_FOR_USCC']);
  await confirm(
    await stage([
      [...heads, '类型'],
      ['示例人', idCard, '北街', '', '', '自然人'],
    ]),
  );
  expect(await confirm(await stage([heads, ['示例人', idCard, '南街', '', '']]))).toMatchObject({ updated: 1 });
  expect(await entryOf('示例人')).toMatchObject({ kind: '自然人', address: '南街' });
  const entry = { ...blankObject, name: '示例人二', code: idCard };
  const added = rosters().addObject.mutate({ entry, reason: '新登记' });
  await expect(added).rejects.toThrow('这是身份证号码');
});

test('两行不能合并到同一户', async () => {
  await openRoster();
  const id = await stage([heads, ['示例(二)厂', code(12), '', '', ''], ['示例（二）厂 ', code(13), '', '', '']]);
  expect(await rosters().chooseTwins.mutate({ id, rows: [], decision: 'merge', reason: '同一户' })).toMatchObject({
    code: 'MERGED_TWICE',
    details: { rows: [2, 3] },
  });
});

test('检查之后名录变了、对照也变了，先看新的再确认', async () => {
  await openRoster();
  const id = await stage([heads, ['示例一厂', code(1), '南街1号', '示例甲', '']]);
  await confirm(await stage([heads, ['示例一厂', code(1), '西街9号', '示例甲', '']]));
  expect(await rosters().confirmImport.mutate({ id })).toMatchObject({ code: 'STAGE_OUTDATED' });
  expect((await rosters().importUpdates.query({ id })).lines[0]?.conflicts[0]).toMatchObject({ roster: '西街9号' });
  await confirm(id);
  expect((await entryOf('示例一厂')).address).toBe('南街1号');
});

test('别处的表先对应各列，记住后下次自动采用，可以不再记住', async () => {
  const foreign = ['字号', '证照号', '驻地'];
  const id = await stage([foreign, ['示例一厂', code(1), '北街1号']]);
  expect(await rosters().stage.query({ id })).toMatchObject({ asksColumns: true });
  expect(await rosters().confirmImport.mutate({ id })).toMatchObject({ code: 'STAGE_GONE' });
  const { outlines } = (await rosters().importColumns.query({ id })) ?? expect.fail('gone');
  const sheet = outlines[0]?.sheet ?? '';
  expect(
    await rosters().mapColumns.mutate({ id, sheet, fields: ['name', null, 'address'], remember: true }),
  ).toMatchObject({ code: 'COLUMNS_UNFIT' });
  const mapped = must(
    await rosters().mapColumns.mutate({ id, sheet, fields: ['name', 'code', 'address'], remember: true }),
  );
  await finishedJob(office, 'operator', mapped.jobId);
  expect((await rosters().stage.query({ id }))?.counts).toMatchObject({ added: 1 });
  await confirm(id);

  const next = await stage([foreign, ['示例二厂', code(2), '北街2号']]);
  expect(await rosters().stage.query({ id: next })).toMatchObject({
    asksColumns: false,
    remembered: { madeBy: '示例经办' },
    counts: { added: 1 },
  });
  const forgotten = must(await rosters().forgetColumns.mutate({ id: next }));
  await finishedJob(office, 'operator', forgotten.jobId);
  expect(await rosters().stage.query({ id: next })).toMatchObject({ asksColumns: true, remembered: null });
});

test('自然人的身份证号码在对照里也不完整显示', async () => {
  const idCard = '11010519491231002X';
  const personal = [...heads, '类型'];
  await confirm(await stage([personal, ['示例人', idCard, '北街', '', '', '自然人']]));
  const id = await stage([personal, ['示例人', idCard, '南街', '', '', '自然人']]);
  const seen = await rosters().importUpdates.query({ id });
  expect(seen.total).toBe(1);
  expect(JSON.stringify(seen)).not.toContain(idCard.slice(6, 14));
});

test('写入途中取消，什么也没有写入；写入时别的操作等着，查询照常', async () => {
  const rows = Array.from({ length: 3_000 }, (_, i) => [`示例第${i}厂`, code(100 + i), '', '', '']);
  const id = await stage([heads, ...rows]);
  const writing = rosters().confirmImport.mutate({ id });
  const job = await runningJob('写入导入的名录');
  const waiting = rosters().mapColumns.mutate({ id, sheet: '', fields: [], remember: false });
  expect(await rosters().batches.query()).toBeDefined();
  must(await office.as('operator').office.jobs.cancel.mutate({ id: job }));
  expect(await writing).toMatchObject({ code: 'CANCELLED' });
  expect(await waiting).toMatchObject({ ok: false });
  expect(await rosters().counts.query()).toMatchObject({ objects: 0 });
  expect(await rosters().batches.query()).toEqual([]);
  expect(await confirm(id)).toMatchObject({ added: 3_000 });
});

async function runningJob(title: string): Promise<number> {
  for (;;) {
    const job = (await office.as('operator').office.jobs.list.query()).find(
      (one) => one.title === title && one.state === 'running' && one.done > 0,
    );
    if (job !== undefined) return job.id;
    await new Promise(setImmediate);
  }
}
