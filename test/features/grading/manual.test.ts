import { afterAll, beforeAll, expect, test } from 'vitest';
import { addEnterprises, gradeWorkbook } from '../../support/grade-files.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { wordFile } from '../../support/office-files.ts';
import { finishedJob, must } from '../../support/outcomes.ts';

let office: Office;
let ids: readonly number[];

beforeAll(async () => {
  office = await openOffice({ today: '2026-09-07' });
  const codes = await addEnterprises(office, 4);
  const bytes = await gradeWorkbook(
    codes.map((code, index) => [
      `示例企业${index + 1}有限公司`,
      code,
      ['优', '良', '中', '差'][index] ?? '',
      '2026-08-01',
    ]),
  );
  const started = await office.upload<{ jobId: number }>('operator', '/uploads/grading/import', bytes, '等级.xlsx');
  const { stageId } = await finishedJob<{ stageId: number }>(office, 'operator', must(started).jobId);
  must(await office.as('operator').grading.confirmImport.mutate({ stageId }));
  const { lines } = await office.as('operator').grading.list.query({ sort: 'code' });
  ids = codes.map((code) => lines.find((line) => line.code === code)?.objectId ?? 0);
});
afterAll(() => office.close());

const idOf = (n: number) => ids[n - 1] ?? 0;
const gradeOf = async (n: number) =>
  (await office.as('reviewer').grading.explanation.query({ objectId: idOf(n) }))?.grade;
async function onDay(day: string): Promise<void> {
  office.setNow(`${day}T01:00:00.000Z`);
  await office.restart();
}

const allMoves = { text: '' };
const proposal = (n: number, toGrade: 'A' | 'B' | 'C' | 'D', expiresOn = '2026-12-31') => ({
  objectId: idOf(n),
  toGrade,
  reason: '示例理由：连续两年未发现问题',
  expiresOn,
});
const attach = (id: number) =>
  office.upload('operator', `/uploads/attachments/grade-change/${id}`, wordFile, '依据.docx');

test('导入、调整以外没有变动；首次评定不算变动', async () => {
  expect((await office.as('leader').grading.moves.query(allMoves)).total).toBe(0);
});

test('人工调整须写明理由和到期日，不能与现等级相同，不能已过期', async () => {
  const propose = office.as('operator').grading.proposeManual.mutate;
  expect(await propose(proposal(3, 'C'))).toMatchObject({ code: 'MANUAL_SAME_GRADE', details: { title: 'C级' } });
  expect(await propose(proposal(3, 'B', '2026-09-07'))).toMatchObject({ code: 'MANUAL_EXPIRY_PAST' });
  expect(await propose({ ...proposal(3, 'B'), reason: ' ' }).catch((error: Error) => error)).toBeTruthy();
});

test('经办人提出，附了材料，由另一人审核后生效，写进解释和变动', async () => {
  const { id } = must(await office.as('operator').grading.proposeManual.mutate(proposal(3, 'B')));
  expect(await office.as('operator').grading.proposeManual.mutate(proposal(3, 'A'))).toMatchObject({
    code: 'MANUAL_OPEN',
  });
  const approve = { id, decision: 'approve' } as const;
  expect(await office.as('operator').grading.decideManual.mutate(approve)).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await office.as('reviewer').grading.decideManual.mutate(approve)).toMatchObject({
    code: 'MANUAL_WITHOUT_DOCUMENT',
  });
  must(await attach(id));
  expect(await gradeOf(3)).toBe('C');
  must(await office.as('reviewer').grading.decideManual.mutate(approve));
  const explained = await office.as('operator').grading.explanation.query({ objectId: idOf(3) });
  expect(explained).toMatchObject({
    grade: 'B',
    basis: 'manual',
    computed: { grade: 'C' },
    nextChangeOn: '2027-01-01',
  });
  expect(explained?.reasons.map(({ text }) => text).join('')).toContain(
    '经审核人工调整为B级，有效期至2026-12-31，理由是：示例理由：连续两年未发现问题。按规则评定为C级。',
  );
  const { lines } = await office.as('leader').grading.moves.query(allMoves);
  expect(lines.map(({ fromGrade, toGrade, cause, changedBy }) => [fromGrade, toGrade, cause, changedBy])).toEqual([
    ['C', 'B', 'grading.decide-manual', '示例审核'],
  ]);
  expect(await office.as('operator').grading.proposeManual.mutate(proposal(3, 'A'))).toMatchObject({
    code: 'MANUAL_IN_FORCE',
  });
});

test('不同意的写明意见，等级不变；通过的由审核人撤回，经办人不能', async () => {
  const { id } = must(await office.as('operator').grading.proposeManual.mutate(proposal(2, 'A')));
  expect(await office.as('leader').grading.decideManual.mutate({ id, decision: 'reject' })).toMatchObject({
    code: 'MANUAL_NEEDS_OPINION',
  });
  must(await office.as('leader').grading.decideManual.mutate({ id, decision: 'reject', opinion: '依据不足' }));
  expect(await gradeOf(2)).toBe('B');
  expect(await office.as('leader').grading.decideManual.mutate({ id, decision: 'approve' })).toMatchObject({
    code: 'MANUAL_DECIDED',
  });
  const second = must(await office.as('operator').grading.proposeManual.mutate(proposal(2, 'A')));
  must(await attach(second.id));
  must(await office.as('leader').grading.decideManual.mutate({ id: second.id, decision: 'approve' }));
  expect(await gradeOf(2)).toBe('A');
  const withdraw = { id: second.id, reason: '材料有误' };
  expect(await office.as('operator').grading.withdrawManual.mutate(withdraw)).toMatchObject({
    code: 'MANUAL_WITHDRAWN_BY_REVIEWER',
  });
  must(await office.as('reviewer').grading.withdrawManual.mutate(withdraw));
  expect(await gradeOf(2)).toBe('B');
  expect(await office.as('reviewer').grading.withdrawManual.mutate(withdraw)).toMatchObject({ code: 'MANUAL_OVER' });
  const kept = await office.as('operator').grading.manualChangesOf.query({ objectId: idOf(2) });
  expect(kept.map(({ state }) => state)).toEqual(['withdrawn', 'rejected']);
});

test('等级变动可以按升降、原因、日期查找，知悉后不再列为未知悉', async () => {
  const moves = office.as('operator').grading.moves.query;
  const down = await moves({ direction: 'down' });
  expect(down.lines.every(({ fromGrade, toGrade }) => (fromGrade ?? '') < toGrade)).toBe(true);
  expect((await moves({ cause: 'grading.decide-manual' })).total).toBe(2);
  expect((await moves({ from: '2026-09-07', to: '2026-09-07' })).total).toBe(3);
  expect((await moves({ from: '2026-09-08' })).total).toBe(0);
  const all = await moves(allMoves);
  const [first] = all.lines;
  expect(must(await office.as('reviewer').grading.noteMoves.mutate({ ids: [first?.id ?? 0] }))).toEqual({ count: 1 });
  expect((await moves({ isNoted: 'no' })).total).toBe(all.total - 1);
  const open = {
    text: '',
    direction: '',
    toGrade: '',
    cause: '',
    isNoted: 'no',
    from: '',
    to: '',
    offset: 0,
    limit: 50,
  } as const;
  const [last] = (await moves(open)).lines;
  must(await office.as('reviewer').grading.noteMoves.mutate({ all: open, except: [last?.id ?? 0] }));
  expect((await moves(open)).lines.map(({ id }) => id)).toEqual([last?.id]);
  must(await office.as('reviewer').grading.noteMoves.mutate({ all: open }));
  expect((await office.as('operator').grading.moveChoices.query()).open).toBe(0);
});

test('每户企业的国家等级按批次留有历史', async () => {
  const history = await office.as('reviewer').grading.nationalHistory.query({ objectId: idOf(1) });
  expect(history.map(({ grade, evaluatedOn, isUndone }) => [grade, evaluatedOn, isUndone])).toEqual([
    ['优', '2026-08-01', false],
  ]);
});

test('人工调整到最后一天仍有效，次日自动恢复，变动记为到日自动', async () => {
  await onDay('2026-12-31');
  expect(await gradeOf(3)).toBe('B');
  await onDay('2027-01-01');
  expect(await gradeOf(3)).toBe('C');
  const after = await office.as('leader').grading.moves.query({ from: '2027-01-01', to: '2027-01-01' });
  expect(after.lines).toMatchObject([{ fromGrade: 'B', toGrade: 'C', cause: 'grading.day', changedBy: null }]);
  expect(after.lines[0]?.why[0]?.text).toBe('人工调整已到期或撤回，恢复按规则评定。');
  const [entry] = (await office.as('leader').ledger.lines.query({ action: 'grading.day' })).slice(-1);
  expect(entry).toMatchObject({ actor: '（程序）', subject: '1户' });
});
