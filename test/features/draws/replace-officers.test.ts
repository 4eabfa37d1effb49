import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { replay } from '../../../electron/commands/replay.ts';
import { inFolder } from '../../support/draw-folder.ts';
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
const paper = { note: '因病住院，附诊断证明', document: '', documentOn: null };

async function propose(drawId: number, officerId: number, reason: 'SICK' | 'RECUSED' = 'SICK') {
  return draws().proposeOfficers.mutate({ drawId, out: [{ officerId, reason }], ...paper });
}

async function decide(
  role: 'reviewer' | 'leader' | 'principal',
  changeId: number,
  decision: 'approve' | 'return' = 'approve',
) {
  return office.as(role).draws.decideChange.mutate({ changeId, decision, opinion: '同意' });
}

/** Replays the 验证包 with the program's command and with verify.py. */
async function replayed(drawId: number) {
  const bytes = await office.download('operator', `/files/draws/${drawId}/package.zip?kind=witness&to=x`);
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, Buffer.from(content)]),
  );
  return inFolder(files, (folder) => ({
    names: Object.keys(files),
    result: files['result.tsv']!.toString(),
    replay: replay(folder).exit,
    python: spawnSync('python3', [join(folder, 'verify.py'), folder]).status,
  }));
}

describe('笔录之后，检查开始之前', () => {
  test('同一检查人员写了两次，说明后退回', async () => {
    const drawId = await completeDraw(office, taskId);
    const { officerId } = (await view(drawId)).drawn[0]!.team[0]!;
    const out = [
      { officerId, reason: 'SICK' as const },
      { officerId, reason: 'DUTY' as const },
    ];
    await expect(draws().proposeOfficers.mutate({ drawId, out, ...paper })).rejects.toThrow('同一检查人员只写一次');
  });

  test('批准后另排一次，种子和对象不变；前一次的检查组和结果留存，检查随之换人，验证包复算一致', async () => {
    const drawId = await completeDraw(office, taskId);
    const before = await view(drawId);
    const out = before.drawn[0]!.team[1]!;
    const { changeId } = must(await propose(drawId, out.officerId));
    expect(await propose(drawId, out.officerId)).toMatchObject({ code: 'OFFICERS_CHANGE_WAITS' });
    expect((await view(drawId)).stage).toBe(1);
    must(await decide('leader', changeId));
    expect(await decide('reviewer', changeId)).toMatchObject({ code: 'CHANGE_DECIDED' });

    const after = await view(drawId);
    expect([after.stage, after.seed, after.state, after.recordedAt, after.staffedAt]).toEqual([
      2,
      before.seed,
      'recorded',
      before.recordedAt,
      before.staffedAt,
    ]);
    expect(after.drawn.map(({ code }) => code)).toEqual(before.drawn.map(({ code }) => code));
    expect(after.drawn.flatMap(({ team }) => team.map(({ code }) => code))).not.toContain(out.code);
    expect(after.earlierStages).toEqual([
      {
        stage: 1,
        tmin: before.tmin,
        resultHash: before.resultHash,
        staffedAt: before.staffedAt,
        teams: before.drawn.map(({ order, name, team }) => ({ order, name, officers: team.map((seat) => seat.name) })),
      },
    ]);
    expect(after.amendments).toMatchObject([
      {
        stage: 2,
        reason: paper.note,
        cause: `${out.name}（病假、产假等请假）不能参加检查。`,
        approvedBy: '示例分管',
      },
    ]);
    for (const [index, row] of (await inspections()).entries()) {
      expect(row.team).toEqual(after.drawn[index]!.team.map(({ name }) => name));
      const { handovers } = (await office.as('operator').inspections.byId.query({ id: row.id }))!;
      const changed = before.drawn[index]!.team.filter(
        ({ code }, seat) => after.drawn[index]!.team[seat]!.code !== code,
      );
      expect(handovers.map(({ from }) => from)).toEqual(changed.map(({ name }) => name));
      expect(handovers.every(({ reason }) => reason.includes('第2次排定'))).toBe(true);
    }
    const proof = await replayed(drawId);
    expect(proof).toMatchObject({ replay: 0, python: 0 });
    expect(proof.names).toEqual(expect.arrayContaining(['amend-r2.txt', 'officers.r2.tsv', 'recusals.r2.tsv']));
    expect(proof.names.filter((name) => name.startsWith('result'))).toEqual(['result.tsv']);
    expect(proof.result).not.toContain(out.code);
  });

  test('还可以有第三次；替补的检查组也随每一次另排', async () => {
    const drawId = await completeDraw(office, taskId);
    const [first] = (await view(drawId)).drawn;
    const substitution = must(
      await draws().proposeSubstitution.mutate({
        drawId,
        objectId: first!.objectId,
        reason: 'CLOSED',
        note: '已停业',
        document: '',
        documentOn: null,
        passed: [],
      }),
    );
    must(await decide('leader', substitution.changeId));
    const outs: string[] = [];
    for (const stage of [2, 3]) {
      const out = (await view(drawId)).drawn[1]!.team[1]!;
      outs.push(out.code);
      const { changeId } = must(await propose(drawId, out.officerId));
      must(await decide('leader', changeId));
      const { drawn, stage: reached } = await view(drawId);
      expect(reached).toBe(stage);
      // Who was out before does not come back.
      const seated = drawn.flatMap(({ team }) => team.map(({ code }) => code));
      expect(outs.filter((code) => seated.includes(code))).toEqual([]);
    }
    const after = await view(drawId);
    expect(after.earlierStages.map(({ stage }) => stage)).toEqual([1, 2]);
    expect(after.substitutions[0]!.team.map(({ name }) => name)).toEqual(after.drawn[0]!.team.map(({ name }) => name));
    const open = (await inspections()).filter(({ state }) => state === 'open');
    expect(open.map(({ team }) => team)).toEqual([
      after.drawn[1]!.team.map(({ name }) => name),
      after.substitutions[0]!.team.map(({ name }) => name),
    ]);
    expect(await replayed(drawId)).toMatchObject({ replay: 0, python: 0 });
  });

  test('新发现须回避的，先登记回避；只避开那一户，不离开名单', async () => {
    const drawId = await completeDraw(office, taskId);
    const [first] = (await view(drawId)).drawn;
    const out = first!.team[0]!;
    expect(await propose(drawId, out.officerId, 'RECUSED')).toMatchObject({ code: 'NO_RECUSAL_ENTERED' });
    must(
      await office.as('operator').rosters.addRecusal.mutate({
        officerId: out.officerId,
        objectId: first!.objectId,
        reason: '亲属',
        evidence: '示例',
        fromOn: '2026-09-07',
      }),
    );
    const { changeId } = must(await propose(drawId, out.officerId, 'RECUSED'));
    must(await decide('reviewer', changeId));
    const after = await view(drawId);
    expect(after.drawn[0]!.team.map(({ code }) => code)).not.toContain(out.code);
    expect(await replayed(drawId)).toMatchObject({ replay: 0, python: 0 });
  });

  test('出具通知书以后不再整体更换，指向离岗移交；不在检查组的不需要更换', async () => {
    const drawId = await completeDraw(office, taskId);
    const { drawn } = await view(drawId);
    const seated = new Set(drawn.flatMap(({ team }) => team.map(({ officerId }) => officerId)));
    const officers = await office.as('operator').rosters.officers.query();
    const other = officers.find(({ id }) => !seated.has(id));
    expect(await propose(drawId, other!.id)).toMatchObject({ code: 'NOT_IN_A_TEAM', details: { name: other!.name } });
    const { changeId } = must(await propose(drawId, drawn[0]!.team[0]!.officerId));
    const [row] = await inspections();
    must(
      await office.as('operator').inspections.issueNotice.mutate({
        inspectionId: row!.id,
        inspectOn: '2026-09-15',
        address: '示例镇工业街1号',
        contact: '示例负责人',
        items: '安全生产责任制',
        materials: '',
      }),
    );
    const refused = { code: 'TEAMS_AT_WORK', details: { name: row!.objectName } };
    expect(await decide('leader', changeId)).toMatchObject(refused);
    expect(await propose(drawId, drawn[0]!.team[0]!.officerId)).toMatchObject(refused);
    expect((await view(drawId)).stage).toBe(1);
  });
});

test('笔录之前同样可以更换，笔录按最后一次', async () => {
  const { drawId } = must(await draws().freeze.mutate(freezeOf(taskId)));
  await sealDraw(office, drawId);
  must(await draws().drawObjects.mutate({ drawId }));
  must(await draws().drawOfficers.mutate({ drawId }));
  const { changeId } = must(await propose(drawId, (await view(drawId)).drawn[0]!.team[1]!.officerId));
  must(await decide('reviewer', changeId));
  expect(await view(drawId)).toMatchObject({ state: 'staffed', stage: 2 });
  // The large screen shows the seats of the last stage, not of both.
  expect((await draws().projector.query({ drawId })).script).toEqual({ kind: 'teams', objects: 2, seats: 2 });
  must(await draws().record.mutate({ drawId }));
  const { drawn } = await view(drawId);
  expect((await inspections()).map(({ team }) => team)).toEqual(drawn.map(({ team }) => team.map(({ name }) => name)));
});
