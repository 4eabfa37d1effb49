import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { completeDraw, freezeOf, openDrawOffice, voidWitnesses } from '../../support/draw-office.ts';
import type { Office } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { solidText } from '../../support/pdf.ts';

let office: Office;
let taskId: number;
beforeEach(async () => {
  ({ office, taskId } = await openDrawOffice());
});
afterEach(() => office.close());

const draws = () => office.as('operator').draws;
const frozen = async () => must(await draws().freeze.mutate(freezeOf(taskId)));

describe('作废', () => {
  test('兼任局领导的主持人不能作废自己主持的抽取', async () => {
    const { drawId } = await frozen();
    const accounts = await office.as('admin').office.accounts.query();
    const both = accounts.find(({ login }) => login === 'operator');
    if (both === undefined) throw new Error('sample account');
    must(await office.as('admin').office.changeAccount.mutate({ ...both, isLeader: true }));
    expect(await draws().void.mutate({ drawId, reason: '不满意', witnesses: [...voidWitnesses] })).toMatchObject({
      code: 'OWN_DRAW',
      details: { number: '2026-001' },
    });
  });

  test('作废时还待批准的替补和人员更换随之终止：不能再批，检查组和人员名单不变', async () => {
    const drawId = await completeDraw(office, taskId);
    const before = await draws().byId.query({ drawId });
    const [first] = before.drawn;
    const paper = { note: '大门紧闭', document: '', documentOn: null };
    const substitution = { drawId, objectId: first!.objectId, reason: 'CLOSED' as const, ...paper, passed: [] };
    const out = [{ officerId: first!.team[0]!.officerId, reason: 'SICK' as const }];
    const changes = [
      must(await draws().proposeSubstitution.mutate(substitution)),
      must(await draws().proposeOfficers.mutate({ drawId, out, ...paper })),
    ];
    must(await office.as('leader').draws.void.mutate({ drawId, reason: '投影故障', witnesses: [...voidWitnesses] }));
    for (const { changeId } of changes) {
      const decision = { changeId, decision: 'approve' as const, opinion: '同意' };
      const refused = { code: 'DRAW_STATE', details: { state: 'void' } };
      expect(await office.as('reviewer').draws.decideChange.mutate(decision)).toMatchObject(refused);
      expect(await draws().withdrawChange.mutate({ changeId })).toMatchObject(refused);
    }
    const after = await draws().byId.query({ drawId });
    expect([after.stage, after.substitutions, after.drawn]).toEqual([1, [], before.drawn]);
    expect((await office.as('reviewer').home.summary.query()).approvableChanges).toEqual([]);
  });

  test('写明理由、批准人和见证人，仍在列表中，编号不再使用', async () => {
    const { drawId } = await frozen();
    must(await office.as('leader').draws.void.mutate({ drawId, reason: '投影故障', witnesses: [...voidWitnesses] }));
    expect(await draws().byId.query({ drawId })).toMatchObject({
      state: 'void',
      voided: {
        approver: '示例分管',
        reason: '投影故障',
        witnesses: '示例见证甲（示例纪检监察组，纪检监察人员）、示例见证丁（示例志愿者协会，志愿者）',
        present: [
          { name: '示例见证甲', unit: '示例纪检监察组', identity: '纪检监察人员' },
          { name: '示例见证丁', unit: '示例志愿者协会', identity: '志愿者' },
        ],
      },
    });
    expect((await frozen()).number).toBe('2026-002');
    expect((await draws().list.query()).map(({ number, state }) => [number, state])).toEqual([
      ['2026-002', 'frozen'],
      ['2026-001', 'void'],
    ]);
    const text = solidText(await office.download('operator', `/files/draws/${drawId}/record.pdf`));
    expect(text).toContain('本次抽取已作废');
  });

  test('在场见证人逐一写明，至少两名，操作人和批准人不算', async () => {
    const { drawId } = await frozen();
    const attempt = (names: readonly string[]) =>
      office.as('leader').draws.void.mutate({
        drawId,
        reason: '投影故障',
        witnesses: names.map((name) => ({ name, unit: '示例社区', kind: 'community' as const })),
      });
    await expect(attempt(['示例甲'])).rejects.toThrow();
    expect(await attempt(['示例甲', '示例经办'])).toMatchObject({ code: 'WITNESS_IS_OPERATOR' });
    expect(await attempt(['示例甲', '示例 分管'])).toMatchObject({ code: 'WITNESS_IS_APPROVER' });
    expect(await attempt(['示例甲', '示例甲'])).toMatchObject({ code: 'WITNESS_TWICE' });
    expect((await draws().byId.query({ drawId })).state).toBe('frozen');
  });

  test('笔录之后、通知之前还能作废：检查随之终止，可以重抽；笔录时间和结果保留', async () => {
    const drawId = await completeDraw(office, taskId);
    const before = await draws().byId.query({ drawId });
    must(await office.as('leader').draws.void.mutate({ drawId, reason: '名单有误', witnesses: [...voidWitnesses] }));
    expect(await draws().byId.query({ drawId })).toMatchObject({
      state: 'void',
      recordedAt: before.recordedAt,
      resultHash: before.resultHash,
      ledgerHead: before.ledgerHead,
    });
    const sheet = solidText(await office.download('operator', `/files/draws/${drawId}/void-sheet.pdf`));
    expect(sheet).toContain(`已列入检查的${before.drawn.length}户随之终止`);
    expect(sheet).toContain('见证人示例见证丁：');
    const [entry] = await office.as('operator').ledger.lines.query({ action: 'draws.void', limit: 1 });
    expect(JSON.parse(entry?.details ?? '')).toMatchObject({ state: 'recorded', ended: before.drawn.length });
    const rows = await office.as('operator').inspections.list.query({ year: null, taskId });
    expect(rows.map(({ state, replacedWhy }) => [state, replacedWhy])).toEqual(
      rows.map(() => ['replaced', '因抽取2026-001作废终止：名单有误']),
    );
    const home = await office.as('operator').home.summary.query();
    expect([home.covered, home.inspections.total]).toEqual([0, 0]);
    const candidates = await draws().candidates.query({ taskId });
    expect(candidates.lines.filter(({ visits }) => visits > 0)).toEqual([]);
    expect((await frozen()).number).toBe('2026-002');
  });

  test('没有替补、已不再检查的，作废单不算在终止的户数里', async () => {
    const { lines } = await draws().candidates.query({ taskId });
    const drawId = await completeDraw(office, taskId, { must: [lines[0]!.code] });
    const { drawn } = await draws().byId.query({ drawId });
    const { objectId } = drawn.find(({ kind }) => kind === '必检')!;
    const out = { drawId, objectId, reason: 'DEREGISTERED', note: '已注销', document: '', documentOn: null } as const;
    const { changeId } = must(await draws().proposeSubstitution.mutate({ ...out, passed: [] }));
    const approval = { changeId, decision: 'approve', opinion: '同意' } as const;
    must(await office.as('reviewer').draws.decideChange.mutate(approval));
    must(await office.as('leader').draws.void.mutate({ drawId, reason: '名单有误', witnesses: [...voidWitnesses] }));
    const sheet = solidText(await office.download('operator', `/files/draws/${drawId}/void-sheet.pdf`));
    expect(sheet).toContain(`已列入检查的${drawn.length - 1}户随之终止`);
    const [entry] = await office.as('operator').ledger.lines.query({ action: 'draws.void', limit: 1 });
    expect(JSON.parse(entry?.details ?? '')).toMatchObject({ ended: drawn.length - 1 });
  });

  test('有一户已通知，就不能作废，说明是哪一户', async () => {
    const drawId = await completeDraw(office, taskId);
    const [first] = await office.as('operator').inspections.list.query({ year: null, taskId });
    const inspectionId = first?.id ?? 0;
    const draft = await office.as('operator').inspections.noticeDraft.query({ id: inspectionId });
    must(
      await office.as('operator').inspections.issueNotice.mutate({
        address: '示例路1号',
        contact: '示例联系人',
        items: draft?.items ?? '示例事项',
        materials: '',
        inspectionId,
        inspectOn: '2026-09-15',
      }),
    );
    const late = await office
      .as('leader')
      .draws.void.mutate({ drawId, reason: '不满意', witnesses: [...voidWitnesses] });
    expect(late).toMatchObject({ code: 'INSPECTIONS_BEGUN', details: { count: 1, name: first?.objectName } });
    expect((await draws().byId.query({ drawId })).state).toBe('recorded');
  });
});
