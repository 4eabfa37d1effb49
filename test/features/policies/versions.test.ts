import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../electron/database/open.ts';
import type { Entry } from '../../../shared/features/policies/fields.ts';
import { addEnterprises, gradeWorkbook } from '../../support/grade-files.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { finishedJob, must } from '../../support/outcomes.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice({ today: '2026-09-07' });
});
afterEach(() => office.close());

const operator = () => office.as('operator').policies;
const leader = () => office.as('leader').policies;

async function inForceId(): Promise<number> {
  return (await operator().versions.query()).inForceId ?? 0;
}

async function drafted(): Promise<number> {
  return must(await operator().draft.mutate({ kind: 'version', id: await inForceId() })).id;
}

/** An entry of the draft with some of its fields typed anew. */
async function retyped(
  id: number,
  chapter: 'ungraded' | 'deadlines' | 'grades' | 'measures',
  key: string,
  part: Entry,
) {
  const { pack } = await operator().version.query({ id });
  const value: unknown = pack[chapter];
  const entries = (Array.isArray(value) ? value : [value]) as Entry[];
  const was = entries.find((entry) => entry.id === key || entry.grade === key || chapter === key);
  return operator().saveEntry.mutate({ id, chapter, key, entry: { ...was, ...part } });
}

async function approved(id: number, inForceOn = '2026-09-07') {
  must(await operator().submit.mutate({ id, inForceOn, because: '示例：局务会研究同意' }));
  return must(await leader().approve.mutate({ id, opinion: '同意' }));
}

/** Two made-up enterprises: one with the national grade 良, one without any. */
async function gradedPair(): Promise<void> {
  const [first = ''] = await addEnterprises(office, 2);
  const workbook = await gradeWorkbook([['示例企业1有限公司', first, '良', '2026-08-31']]);
  const { jobId } = must(
    await office.upload<{ jobId: number }>('operator', '/uploads/grading/import', workbook, '等级.xlsx'),
  );
  const { stageId } = await finishedJob<{ stageId: number }>(office, 'operator', jobId);
  must(await office.as('operator').grading.confirmImport.mutate({ stageId }));
}

async function letters(): Promise<readonly (string | null)[]> {
  return (await office.as('operator').grading.list.query()).lines.map(({ current }) => current?.grade ?? null);
}

/** The program opened again on a later day. */
async function onDay(day: string): Promise<void> {
  office.setNow(`${day}T01:00:00.000Z`);
  await office.restart();
}

test('设立时采用随程序提供的规则包，是第1版，当日起现行', async () => {
  const { versions, inForceId: id } = await operator().versions.query();
  expect(versions).toHaveLength(1);
  expect(versions[0]).toMatchObject({
    id,
    packId: 'erguna-2023',
    version: 1,
    state: 'approved',
    inForceOn: '2026-09-07',
    madeBy: null,
    inForceUntil: null,
  });
});

test('新版本批准并到施行日才现行，旧版本仍能解释按它作出的决定', async () => {
  const id = await drafted();
  must(await retyped(id, 'deadlines', 'publish-result', { workingDays: 20 }));
  expect(await approved(id, '2026-09-10')).toMatchObject({ inForceOn: '2026-09-10', graded: null });
  expect(await inForceId()).not.toBe(id);
  await onDay('2026-09-10');
  expect(await inForceId()).toBe(id);
  const [now, before] = (await operator().versions.query()).versions;
  expect(now).toMatchObject({ version: 2, approvedBy: '示例分管', changedBecause: '示例：局务会研究同意' });
  expect(before).toMatchObject({ version: 1, inForceUntil: '2026-09-09' });
  const old = await operator().version.query({ id: before?.id ?? 0 });
  expect(old.pack.deadlines[0]?.workingDays).toBe(30);
});

test('当日施行的，批准时就按新规定重新评定', async () => {
  await gradedPair();
  expect(await letters()).toEqual(['B', 'B']);
  const id = await drafted();
  must(await retyped(id, 'ungraded', 'ungraded', { grade: 'C' }));
  expect(await approved(id)).toMatchObject({ graded: { graded: 2, changed: 1 } });
  expect(await letters()).toEqual(['B', 'C']);
});

test('以后施行的，到那天第一次使用时重新评定一次，记在台账上', async () => {
  await gradedPair();
  const id = await drafted();
  must(await retyped(id, 'ungraded', 'ungraded', { grade: 'C' }));
  await approved(id, '2026-10-01');
  expect(await letters()).toEqual(['B', 'B']);
  await onDay('2026-10-01');
  expect(await letters()).toEqual(['B', 'C']);
  await office.restart();
  const { total } = await office.as('leader').ledger.summary.query({ action: 'policies.come-into-force' });
  expect(total).toBe(1);
});

test('起草、修改、送审过的人不能批准，没有参与的局领导才能批准', async () => {
  const id = await drafted();
  must(await retyped(id, 'ungraded', 'ungraded', { grade: 'C' }));
  must(await operator().submit.mutate({ id, inForceOn: '2026-09-07', because: '示例' }));
  expect(await operator().approve.mutate({ id })).toMatchObject({ ok: false, code: 'NOT_ALLOWED' });
  expect(await office.as('reviewer').policies.approve.mutate({ id })).toMatchObject({ code: 'NOT_ALLOWED' });
  must(await leader().approve.mutate({ id }));
});

test('送审后不能再改；退回后可以改，再送审', async () => {
  const id = await drafted();
  must(await retyped(id, 'ungraded', 'ungraded', { grade: 'C' }));
  must(await operator().submit.mutate({ id, inForceOn: '2026-09-07', because: '示例' }));
  expect(await retyped(id, 'ungraded', 'ungraded', { grade: 'D' })).toMatchObject({ code: 'POLICY_NOT_OPEN' });
  must(await leader().returnBack.mutate({ id, opinion: '理由不充分' }));
  expect((await operator().version.query({ id })).reviews).toMatchObject([
    { decision: 'return', opinion: '理由不充分' },
  ]);
  must(await retyped(id, 'ungraded', 'ungraded', { grade: 'D' }));
  await approved(id);
  expect(await retyped(id, 'ungraded', 'ungraded', { grade: 'B' })).toMatchObject({ code: 'POLICY_NOT_OPEN' });
});

test('没有改动的、条目之间对不上的，不能送审', async () => {
  const id = await drafted();
  const send = () => operator().submit.mutate({ id, inForceOn: '2026-09-07', because: '示例' });
  expect(await send()).toMatchObject({ code: 'POLICY_UNCHANGED' });
  const saved = must(await operator().removeEntry.mutate({ id, chapter: 'grades', key: 'D' }));
  expect(saved.problems).toContain('各等级的监管措施 · 工作约谈提醒：用到了D级，而规则包没有这个等级。请改选。');
  expect(await send()).toMatchObject({ code: 'POLICY_NOT_WHOLE' });
});

test('已导入的国家等级没有对应的，不能送审', async () => {
  await gradedPair();
  const id = await drafted();
  must(await retyped(id, 'grades', 'B', { national: ['良+', '良-'] }));
  expect(await operator().submit.mutate({ id, inForceOn: '2026-09-07', because: '示例' })).toMatchObject({
    code: 'POLICY_UNMAPPED_GRADES',
    details: { grades: ['良'] },
  });
});

test('一次只办一个新版本；放弃的草稿不占版次', async () => {
  const id = await drafted();
  expect(await operator().draft.mutate({ kind: 'version', id: await inForceId() })).toMatchObject({
    code: 'POLICY_DRAFT_OPEN',
  });
  must(await operator().drop.mutate({ id }));
  const again = await drafted();
  expect((await operator().version.query({ id: again })).version.version).toBe(2);
});

test('施行日期不早于今天，也不早于已批准的以后版本', async () => {
  const id = await drafted();
  must(await retyped(id, 'ungraded', 'ungraded', { grade: 'C' }));
  const send = (inForceOn: string) => operator().submit.mutate({ id, inForceOn, because: '示例' });
  expect(await send('2026-09-06')).toMatchObject({ code: 'POLICY_IN_THE_PAST' });
  await approved(id, '2026-10-01');
  const next = must(await operator().draft.mutate({ kind: 'version', id })).id;
  must(await retyped(next, 'ungraded', 'ungraded', { grade: 'D' }));
  expect(await operator().submit.mutate({ id: next, inForceOn: '2026-09-20', because: '示例' })).toMatchObject({
    code: 'POLICY_BEFORE_LATER',
    details: { on: '2026-10-01' },
  });
});

test('批准得晚的，自批准之日起施行', async () => {
  const id = await drafted();
  must(await retyped(id, 'ungraded', 'ungraded', { grade: 'C' }));
  must(await operator().submit.mutate({ id, inForceOn: '2026-09-08', because: '示例' }));
  await onDay('2026-09-15');
  expect(must(await leader().approve.mutate({ id }))).toMatchObject({ inForceOn: '2026-09-15' });
});

test('可以改用随程序提供的另一份规则包重新起草', async () => {
  const shipped = await operator().shipped.query();
  const { id } = must(await operator().draft.mutate({ kind: 'shipped', packId: shipped[0]?.id ?? '' }));
  expect((await operator().version.query({ id })).version).toMatchObject({ packId: shipped[0]?.id, basedOn: null });
});

test('批准的版本在库中也改不动', async () => {
  const id = await inForceId();
  const folder = await office.leave();
  const opened = openDatabase(`${folder}/mingqian.db`, 9_999);
  if (!opened.ok) throw new Error(opened.code);
  const db = opened.value;
  const change = (sql: string) => () => db.prepare(sql).run(id);
  expect(change(`update policy_versions set title = '改' where id = ?`)).toThrow('only a draft changes');
  expect(change(`update policy_versions set in_force_on = '2020-01-01' where id = ?`)).toThrow('does not change');
  expect(change('delete from policy_versions where id = ?')).toThrow('never deleted');
  db.close();
  office = await openOffice();
});
