import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { completeDraw, freezeOf, openDrawOffice, sealDraw } from '../../support/draw-office.ts';
import type { Office } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';

let office: Office;
let taskId: number;
beforeEach(async () => {
  ({ office, taskId } = await openDrawOffice());
}, 60_000);
afterEach(() => office.close());

const draws = () => office.as('operator').draws;
const view = (drawId: number) => draws().byId.query({ drawId });
const inspections = () => office.as('operator').inspections.list.query({ year: null, taskId });

const paper = {
  note: '现场查明大门紧闭，登记的电话无人接听',
  document: '额工信查〔2026〕1号',
  documentOn: '2026-09-07',
};

async function propose(drawId: number, objectId: number, part: object = {}) {
  return draws().proposeSubstitution.mutate({ drawId, objectId, reason: 'UNREACHABLE', ...paper, passed: [], ...part });
}

async function approve(changeId: number, role: 'reviewer' | 'leader' = 'reviewer') {
  return office.as(role).draws.decideChange.mutate({ changeId, decision: 'approve', opinion: '情况属实' });
}

async function reserveOf(drawId: number, objectId: number) {
  const found = await draws().replaceable.query({ drawId, objectId });
  if (found === null) throw new Error('not standing');
  return found.reserve;
}

describe('笔录之后', () => {
  test('由本组递补名单的下一张票替补，经他人批准，检查随之替换', async () => {
    const drawId = await completeDraw(office, taskId);
    const before = await view(drawId);
    const [first] = before.drawn;
    const reserve = await reserveOf(drawId, first!.objectId);
    const { changeId } = must(await propose(drawId, first!.objectId));
    expect((await view(drawId)).substitutions).toEqual([]);
    expect((await view(drawId)).changes[0]).toMatchObject({
      state: 'proposed',
      substitution: { outName: first!.name, inName: reserve[0]!.name, place: 1 },
    });
    expect(await approve(changeId)).toMatchObject({ ok: true });

    const after = await view(drawId);
    expect([after.seed, after.resultHash, after.drawn]).toEqual([before.seed, before.resultHash, before.drawn]);
    expect(after.substitutions).toMatchObject([
      {
        outCode: first!.code,
        inCode: reserve[0]!.code,
        reason: 'UNREACHABLE',
        ticket: reserve[0]!.ticket,
        by: '示例经办',
        approvedBy: '示例审核',
        alone: null,
      },
    ]);
    // Nobody is recused, so the team goes on.
    expect(after.substitutions[0]!.team.map(({ code, candidates }) => [code, candidates])).toEqual(
      first!.team.map(({ code }) => [code, null]),
    );
    const rows = await inspections();
    expect(rows.map(({ order, objectCode, state, standsFor }) => [order, objectCode, state, standsFor])).toEqual([
      [1, first!.code, 'replaced', null],
      [2, before.drawn[1]!.code, 'open', null],
      [3, reserve[0]!.code, 'open', first!.name],
    ]);
    expect(rows[0]!.replacedWhy).toContain(reserve[0]!.name);
    expect(rows[2]!.team).toEqual(first!.team.map(({ name }) => name));
  });

  test('次数上限、人员负荷和覆盖跟着替补走', async () => {
    const drawId = await completeDraw(office, taskId);
    const [first] = (await view(drawId)).drawn;
    const reserve = await reserveOf(drawId, first!.objectId);
    const covered = (await office.as('operator').home.summary.query()).covered;
    must(await approve(must(await propose(drawId, first!.objectId)).changeId));
    expect((await office.as('operator').home.summary.query()).covered).toBe(covered);
    const { lines: candidates } = await draws().candidates.query({ taskId });
    const visits = (code: string) => candidates.find((one) => one.code === code)?.visits;
    expect([visits(first!.code), visits(reserve[0]!.code)]).toEqual([0, 1]);
  });

  test('轮到的对象也不能检查的，写明各自的情形跳过，只能按票号顺序', async () => {
    const drawId = await completeDraw(office, taskId);
    const [first] = (await view(drawId)).drawn;
    const reserve = await reserveOf(drawId, first!.objectId);
    const passed = (index: number, reason = 'CLOSED') => ({ code: reserve[index]!.code, reason, note: '已停业' });
    expect(await propose(drawId, first!.objectId, { passed: [passed(1)] })).toMatchObject({
      code: 'RESERVE_ORDER',
      details: { next: reserve[0]!.name },
    });
    expect(await propose(drawId, first!.objectId, { passed: [passed(0, 'CAP')] })).toMatchObject({
      code: 'CAP_NOT_REACHED',
    });
    expect(await propose(drawId, first!.objectId, { passed: [passed(0, 'RECUSED')] })).toMatchObject({
      code: 'STILL_STAFFABLE',
    });
    must(await approve(must(await propose(drawId, first!.objectId, { passed: [passed(0), passed(1)] })).changeId));
    const [line] = (await view(drawId)).substitutions;
    expect([line!.inCode, line!.place]).toEqual([reserve[2]!.code, 3]);
    expect(line!.passed).toMatchObject([
      { place: 1, code: reserve[0]!.code, reason: 'CLOSED', note: '已停业' },
      { place: 2, code: reserve[1]!.code, reason: 'CLOSED', note: '已停业' },
    ]);
    expect((await reserveOf(drawId, line!.inId!))[0]!.code).toBe(reserve[3]!.code);
  });

  test('名录中已注销的，不能递补', async () => {
    const drawId = await completeDraw(office, taskId);
    const [first] = (await view(drawId)).drawn;
    const [next] = await reserveOf(drawId, first!.objectId);
    const { lines } = await office.as('operator').rosters.objects.query({ text: next!.code, limit: 10 });
    const { rosters } = office.as('operator');
    const selection = { ids: [lines[0]!.id] };
    const change = { kind: 'status', status: '注销', statusOn: '2026-09-01', statusDocument: '' } as const;
    must(await rosters.batchChangeObjects.mutate({ selection, change, reason: '示例：注销', expected: 1 }));
    expect((await reserveOf(drawId, first!.objectId))[0]!.against).toBe('DEREGISTERED');
    expect(await propose(drawId, first!.objectId)).toMatchObject({
      code: 'SUBSTITUTE_UNFIT',
      details: { name: next!.name, why: '已注销' },
    });
  });

  test('提出人、主持人不能批；退回写明意见，递补名单不动，可以重报', async () => {
    const drawId = await completeDraw(office, taskId);
    const [first] = (await view(drawId)).drawn;
    const [next] = await reserveOf(drawId, first!.objectId);
    const { changeId } = must(await propose(drawId, first!.objectId));
    expect(await propose(drawId, first!.objectId)).toMatchObject({ code: 'ALREADY_REPLACED' });
    expect(
      await office.as('operator').draws.decideChange.mutate({ changeId, decision: 'approve', opinion: '' }),
    ).toMatchObject({ code: 'NOT_ALLOWED' });
    const accounts = await office.as('admin').office.accounts.query();
    const operator = accounts.find(({ login }) => login === 'operator');
    must(await office.as('admin').office.changeAccount.mutate({ ...operator!, isLeader: true }));
    expect(
      await office.as('operator').draws.decideChange.mutate({ changeId, decision: 'approve', opinion: '' }),
    ).toMatchObject({ code: 'OWN_CHANGE' });
    const back = { changeId, decision: 'return' as const };
    expect(await office.as('leader').draws.decideChange.mutate({ ...back, opinion: '' })).toMatchObject({
      code: 'CHANGE_OPINION_MISSING',
    });
    must(await office.as('leader').draws.decideChange.mutate({ ...back, opinion: '请附现场照片' }));
    expect(await approve(changeId)).toMatchObject({ code: 'CHANGE_DECIDED', details: { state: 'returned' } });
    expect((await reserveOf(drawId, first!.objectId))[0]!.code).toBe(next!.code);
    must(await propose(drawId, first!.objectId));
  });

  test('必检的没有递补，只是不再检查', async () => {
    const { lines: candidates } = await draws().candidates.query({ taskId });
    const drawId = await completeDraw(office, taskId, { must: [candidates[0]!.code] });
    const { drawn } = await view(drawId);
    const due = drawn.find(({ kind }) => kind === '必检')!;
    expect(await reserveOf(drawId, due.objectId)).toEqual([]);
    must(await approve(must(await propose(drawId, due.objectId, { reason: 'DEREGISTERED' })).changeId));
    expect((await view(drawId)).substitutions).toMatchObject([
      { outCode: due.code, inCode: null, alone: 'must', team: [] },
    ]);
    expect((await inspections()).map(({ state }) => state).sort()).toEqual(['open', 'replaced']);
    expect(await propose(drawId, due.objectId)).toMatchObject({ code: 'NOT_DRAWN' });
  });

  test('先提出的占着次序在前的候补，未办结前后一份不能批准：否则撤回前一份就跳过了一户', async () => {
    const drawId = await completeDraw(office, taskId);
    const [first, second] = (await view(drawId)).drawn;
    const [next] = await reserveOf(drawId, first!.objectId);
    const earlier = must(await propose(drawId, first!.objectId));
    const later = must(await propose(drawId, second!.objectId));
    expect(await approve(later.changeId)).toMatchObject({
      code: 'EARLIER_CHANGE_WAITS',
      details: { name: next!.name },
    });
    must(await approve(earlier.changeId));
    must(await approve(later.changeId));
    expect((await view(drawId)).substitutions.map(({ outName, place }) => [outName, place])).toEqual([
      [first!.name, 1],
      [second!.name, 2],
    ]);
    // What the 验证包 tells of it: the place and the ticket of each, who proposed and who approved.
    const bytes = await office.download('operator', `/files/draws/${drawId}/package.zip?kind=witness&to=x`);
    const transcript = strFromU8(unzipSync(bytes)['过程记录.txt']!);
    for (const { place, inName, inCode, ticket } of (await view(drawId)).substitutions) {
      expect(transcript).toContain(`由候补第${place}位${inName}（${inCode}，票号${ticket}）替补`);
    }
    expect(transcript).toContain('提出：示例经办　批准：示例审核');
  });

  test('录入结果以后不能替补；送批之后才录入的，批准时拒绝；已替换的检查不能再办', async () => {
    const drawId = await completeDraw(office, taskId);
    const { drawn } = await view(drawId);
    const [first, second] = drawn;
    const { changeId } = must(await propose(drawId, first!.objectId));
    const other = must(await propose(drawId, second!.objectId));
    const { inspections: calls } = office.as('operator');
    const notice = { inspectOn: '2026-09-07', address: '示例', contact: '示例', items: '示例', materials: '' };
    const facts = {
      inspectedOn: '2026-09-07',
      completedOn: '2026-09-07',
      methods: ['on-site' as const],
      result: 'no-problem' as const,
      findings: '未见异常',
      disposal: 'none' as const,
    };
    const rows = await inspections();
    const inspectionId = rows[0]!.id;
    must(await calls.issueNotice.mutate({ inspectionId, ...notice }));
    must(await calls.submitResult.mutate({ inspectionId, facts }));
    expect(await approve(changeId)).toMatchObject({ code: 'RESULT_IS_ENTERED', details: { name: first!.name } });
    expect((await view(drawId)).changes.map(({ state }) => state)).toEqual(['proposed', 'proposed']);
    must(await draws().withdrawChange.mutate({ changeId }));
    expect(await propose(drawId, first!.objectId)).toMatchObject({ code: 'RESULT_IS_ENTERED' });
    // Withdrawn before it: the place in the reserve is free again, so the other one no longer takes its turn.
    expect(await approve(other.changeId)).toMatchObject({ code: 'CHANGE_OUTDATED' });
    must(await draws().withdrawChange.mutate({ changeId: other.changeId }));
    must(await approve(must(await propose(drawId, second!.objectId)).changeId));
    const replaced = { inspectionId: rows[1]!.id };
    must(await calls.issueNotice.mutate({ inspectionId: (await inspections())[2]!.id, ...notice }));
    expect(await calls.issueNotice.mutate({ ...replaced, ...notice })).toMatchObject({ code: 'INSPECTION_REPLACED' });
    expect(await calls.submitResult.mutate({ ...replaced, facts })).toMatchObject({ code: 'WRONG_RESULT_STATE' });
  });

  test('替补的对象又不能检查，再由下一张票替补', async () => {
    const drawId = await completeDraw(office, taskId);
    const [first] = (await view(drawId)).drawn;
    const reserve = await reserveOf(drawId, first!.objectId);
    must(await approve(must(await propose(drawId, first!.objectId)).changeId));
    const again = (await view(drawId)).substitutions[0]!.inId!;
    must(await approve(must(await propose(drawId, again, { reason: 'MOVED' })).changeId, 'leader'));
    expect((await view(drawId)).substitutions.map(({ outCode, inCode }) => [outCode, inCode])).toEqual([
      [first!.code, reserve[0]!.code],
      [reserve[0]!.code, reserve[1]!.code],
    ]);
    const open = (await inspections()).filter(({ state }) => state === 'open');
    expect(open).toHaveLength(2);
  });

  test('原检查组有人须回避的，只为替补的对象按票另排，其他检查组不动', async () => {
    const drawId = await completeDraw(office, taskId);
    const { drawn } = await view(drawId);
    const [first] = drawn;
    const [next] = await reserveOf(drawId, first!.objectId);
    const { lines } = await office.as('operator').rosters.objects.query({ text: next!.code, limit: 10 });
    must(
      await office.as('operator').rosters.addRecusal.mutate({
        officerId: first!.team[1]!.officerId,
        objectId: lines[0]!.id,
        reason: '亲属',
        evidence: '示例',
        fromOn: '2026-09-07',
      }),
    );
    must(await approve(must(await propose(drawId, first!.objectId)).changeId));
    const after = await view(drawId);
    const team = after.substitutions[0]!.team;
    expect(team).toHaveLength(first!.team.length);
    expect(team.map(({ code }) => code)).not.toContain(first!.team[1]!.code);
    expect(team.every(({ candidates }) => candidates !== null && candidates > 0)).toBe(true);
    expect(after.drawn).toEqual(drawn);
  });
});

describe('笔录之前', () => {
  test('抽出对象以后即可替补；排定人员时一并排出替补的检查组，笔录只打开应检查的', async () => {
    const { drawId } = must(await draws().freeze.mutate(freezeOf(taskId)));
    await sealDraw(office, drawId);
    must(await draws().drawObjects.mutate({ drawId }));
    const [first] = (await view(drawId)).drawn;
    must(await approve(must(await propose(drawId, first!.objectId)).changeId));
    expect((await view(drawId)).substitutions[0]!.team).toEqual([]);
    must(await draws().drawOfficers.mutate({ drawId }));
    expect((await view(drawId)).substitutions[0]!.team).toHaveLength(2);
    must(await draws().record.mutate({ drawId }));
    const { drawn, substitutions } = await view(drawId);
    expect((await inspections()).map(({ objectCode, order }) => [objectCode, order])).toEqual([
      [drawn[1]!.code, 2],
      [substitutions[0]!.inCode, 3],
    ]);
  });

  test('替补的对象从冻结的名单中排不出检查组，公布补充后的名单再排，抽中的对象不动', async () => {
    const { rosters } = office.as('operator');
    const { drawId } = must(await draws().freeze.mutate(freezeOf(taskId)));
    await sealDraw(office, drawId);
    must(await draws().drawObjects.mutate({ drawId }));
    const [first] = (await view(drawId)).drawn;
    must(await approve(must(await propose(drawId, first!.objectId)).changeId));
    const before = await view(drawId);
    const objectId = before.substitutions[0]?.inId ?? 0;
    const present = await rosters.officers.query();
    for (const { id: officerId } of present) {
      await rosters.addRecusal.mutate({
        officerId,
        objectId,
        reason: '本人申请',
        evidence: '示例',
        fromOn: '2026-09-07',
      });
    }
    expect(await draws().drawOfficers.mutate({ drawId })).toMatchObject({ code: 'SUBSTITUTE_UNSEATED' });
    for (const name of ['示例新甲', '示例新乙']) {
      const own = present.find(({ department }) => department === '工信');
      const entry = {
        name,
        department: own?.unit ?? '',
        certificate: `1507849${name}`,
        certificateUntil: '2028-12-31',
        established: true,
        scopes: [],
        leader: true,
        status: '在岗' as const,
        phone: '',
      };
      must(await rosters.addOfficer.mutate({ entry, reason: '示例新增' }));
    }
    expect(must(await draws().amendOfficers.mutate({ drawId, reason: '补充人员' })).stage).toBe(2);
    must(await draws().drawOfficers.mutate({ drawId }));
    const after = await view(drawId);
    expect(after.drawn.map(({ code }) => code)).toEqual(before.drawn.map(({ code }) => code));
    expect(after.substitutions[0]?.team.map(({ name }) => name).toSorted()).toEqual(['示例新乙', '示例新甲']);
  });
});

test('批次顺序没有递补', async () => {
  const drawId = await completeDraw(office, taskId, { mode: 'batch', batchSize: 20 });
  const [first] = (await view(drawId)).drawn;
  expect(await propose(drawId, first!.objectId)).toMatchObject({ code: 'BATCH_HAS_NO_RESERVE' });
});
