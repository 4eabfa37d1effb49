import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createInspectionsRepo } from '../../../electron/features/inspections/inspections.repo.ts';
import type { ResultInput } from '../../../shared/features/inspections/schemas.ts';
import { type InspectedOffice, openInspectedOffice } from '../../support/inspected-office.ts';

let office: InspectedOffice;
beforeEach(async () => {
  office = await openInspectedOffice();
});
afterEach(() => office.close());

const facts: ResultInput = {
  inspectedOn: '2026-09-15',
  completedOn: '2026-09-16',
  methods: ['on-site'],
  result: 'no-problem',
  problems: [],
  findings: '安全生产责任制健全。',
  evidence: '',
  refusals: [],
  refusalTimes: 0,
  disposal: 'none',
  disposalNote: '',
};
const approve = { decision: 'approve', opinion: '' } as const;
const notice = {
  inspectOn: '2026-09-15',
  address: '示例镇工业街',
  contact: '示例负责人',
  items: '安全生产',
  materials: '',
};

async function noticed(inspectionId = 1) {
  const issued = await office.as('operator').inspections.issueNotice.mutate({ ...notice, inspectionId });
  await office.setNow('2026-09-17T02:00:00.000Z');
  return issued;
}

async function submitted(inspectionId = 1, change: Partial<ResultInput> = {}) {
  await office.setNow('2026-09-07T02:00:00.000Z');
  await noticed(inspectionId);
  return office.as('operator').inspections.submitResult.mutate({ inspectionId, facts: { ...facts, ...change } });
}

async function published(inspectionId = 1, change: Partial<ResultInput> = {}) {
  await submitted(inspectionId, change);
  await office.as('reviewer').inspections.reviewResult.mutate({ inspectionId, ...approve });
  return office.as('operator').inspections.publish.mutate({ inspectionIds: [inspectionId] });
}

const look = (id = 1) => office.as('operator').inspections.byId.query({ id });
const raw = (sql: string) => () => office.db.prepare(sql).run();

describe('抽取记录完成后', () => {
  test('每户一次检查，名称、信用代码和检查组照抽取时的样子固定下来', async () => {
    office.db.prepare(`update objects set name = '改名后的厂' where id = 1`).run();
    const list = await office.as('operator').inspections.list.query({});
    expect(list.map(({ objectName }) => objectName)).toEqual(['示例机械厂', '示例乳品公司', '示例木业公司']);
    expect(list[1]).toMatchObject({
      team: ['示例乙', '示例甲'],
      state: 'open',
      drawNumber: '2026-001',
      taskNumber: '额工信抽查〔2026〕1号',
    });
    expect(list[0]?.due).toMatchObject({ step: 'inspect', on: '2026-11-30' });
  });

  test('本年已担任的席位和已受检查的次数，供下次抽取计算', () => {
    const repo = createInspectionsRepo(office.db);
    expect([...repo.seatsThisYear(2026)]).toEqual([
      [1, 3],
      [2, 3],
    ]);
    expect(repo.seatsThisYear(2025).size).toBe(0);
    expect(repo.visits(2026).get(2)).toEqual({ all: 1, items: [1] });
  });
});

describe('通知书', () => {
  test('文号按年连续，不能重复出具，检查日期不早于今天', async () => {
    expect(await noticed(1)).toMatchObject({ ok: true, value: { number: '额工信检通〔2026〕1号' } });
    await office.setNow('2026-09-08T02:00:00.000Z');
    expect(await noticed(2)).toMatchObject({ ok: true, value: { number: '额工信检通〔2026〕2号' } });
    expect(await noticed(1)).toMatchObject({ ok: false, code: 'NOTICE_ALREADY_ISSUED' });
    expect(await noticed(3)).toMatchObject({ ok: false, code: 'NOTICE_BEFORE_DRAW' });
  });

  test('没有通知书不能录入结果；审核人不能出具', async () => {
    await office.setNow('2026-09-17T02:00:00.000Z');
    const early = await office.as('operator').inspections.submitResult.mutate({ inspectionId: 1, facts });
    expect(early).toMatchObject({ ok: false, code: 'NOTICE_MISSING' });
    expect(await office.as('reviewer').inspections.issueNotice.mutate({ ...notice, inspectionId: 1 })).toMatchObject({
      ok: false,
      code: 'NOT_ALLOWED',
    });
  });

  test('表单先填好名录里的地址和联系人、计划里的检查内容', async () => {
    expect(await office.as('operator').inspections.noticeDraft.query({ id: 1 })).toEqual({
      address: '示例镇工业街',
      contact: '示例负责人，0470-0000000',
      items: '安全生产责任制落实情况；安全生产隐患',
    });
  });
});

describe('结果', () => {
  test('录入、退回、修改、审核、公示，每次意见都留下', async () => {
    await submitted();
    await office
      .as('reviewer')
      .inspections.reviewResult.mutate({ inspectionId: 1, decision: 'return', opinion: '请写明检查了什么' });
    expect((await look())?.state).toBe('returned');
    await office
      .as('operator')
      .inspections.submitResult.mutate({ inspectionId: 1, facts: { ...facts, findings: '查看培训台账12份。' } });
    await office.as('reviewer').inspections.reviewResult.mutate({ inspectionId: 1, ...approve });
    expect((await look())?.state).toBe('approved');
    expect(await office.as('operator').inspections.publish.mutate({ inspectionIds: [1] })).toMatchObject({ ok: true });
    expect(office.backups).toEqual(['publication']);
    expect(await look()).toMatchObject({
      state: 'published',
      publishedOn: '2026-09-17',
      isClosed: true,
      due: null,
      versions: [
        { version: 1, findings: '查看培训台账12份。', reviews: [{ decision: 'return' }, { decision: 'approve' }] },
      ],
    });
  });

  test('退回必须写明意见；不完整的结果不能送审', async () => {
    await submitted();
    expect(
      await office
        .as('reviewer')
        .inspections.reviewResult.mutate({ inspectionId: 1, decision: 'return', opinion: ' ' }),
    ).toMatchObject({ ok: false, code: 'OPINION_MISSING' });
    expect(await submitted(2, { result: 'revoked', disposal: 'to-daily' })).toEqual({
      ok: false,
      code: 'RESULT_INCOMPLETE',
      details: { problems: ['EVIDENCE_MISSING'] },
    });
  });

  test('不能审核自己录入的；自己审核过的不能由自己公示', async () => {
    await noticed();
    await office.as('both').inspections.submitResult.mutate({ inspectionId: 1, facts });
    expect(await office.as('both').inspections.reviewResult.mutate({ inspectionId: 1, ...approve })).toMatchObject({
      code: 'OWN_ENTRY',
    });
    await submitted(2);
    await office.as('both').inspections.reviewResult.mutate({ inspectionId: 2, ...approve });
    expect(await office.as('both').inspections.publish.mutate({ inspectionIds: [2] })).toMatchObject({
      code: 'OWN_ENTRY',
    });
    expect(await office.as('operator').inspections.publish.mutate({ inspectionIds: [2] })).toMatchObject({ ok: true });
  });

  test('未审核的不能公示，一条不行则整批不动', async () => {
    await submitted(1);
    await office.as('reviewer').inspections.reviewResult.mutate({ inspectionId: 1, ...approve });
    await submitted(2);
    expect(await office.as('operator').inspections.publish.mutate({ inspectionIds: [1, 2] })).toMatchObject({
      code: 'WRONG_RESULT_STATE',
      details: { objectName: '示例乳品公司', state: 'submitted' },
    });
    expect((await look(1))?.state).toBe('approved');
    expect(await office.as('operator').inspections.publications.query()).toEqual([]);
  });

  test('全部公示后任务才算完成（细则第十三条）', async () => {
    const state = () => office.db.prepare('select state from tasks').pluck().get();
    await published(1);
    await published(2);
    expect(state()).toBe('running');
    await published(3);
    expect(state()).toBe('finished');
  });

  test('有后续处置的，公示后是未完结，办结后才完结', async () => {
    await published(1, { result: 'corrected', disposal: 'order' });
    expect((await look())?.isClosed).toBe(false);
    const close = (closedOn: string) =>
      office.as('operator').inspections.closeDisposal.mutate({ inspectionId: 1, closedOn, note: '已复核' });
    expect(await close('2026-09-16')).toMatchObject({ code: 'CLOSED_BEFORE_PUBLISHED' });
    expect(await close('2026-09-20')).toMatchObject({ ok: true });
    expect((await look())?.isClosed).toBe(true);
    expect(await close('2026-09-21')).toMatchObject({ code: 'NOTHING_TO_CLOSE' });
  });
});

describe('公示以后', () => {
  const corrected: ResultInput = {
    ...facts,
    result: 'corrected',
    findings: '复查发现一处隐患，已改正。',
    disposal: 'order',
  };
  const correct = (who: 'operator' | 'reviewer' = 'operator') =>
    office
      .as(who)
      .inspections.submitCorrection.mutate({ inspectionId: 1, facts: corrected, reason: '复查确认原结果有误' });

  test('什么办法也改不了已公示的结果，数据库也不让改', async () => {
    await published();
    const again = await office.as('operator').inspections.submitResult.mutate({ inspectionId: 1, facts: corrected });
    expect(again).toMatchObject({ code: 'WRONG_RESULT_STATE', details: { state: 'published' } });
    expect(await office.as('reviewer').inspections.reviewResult.mutate({ inspectionId: 1, ...approve })).toMatchObject({
      code: 'WRONG_RESULT_STATE',
    });
    expect(raw(`update inspection_results set findings = '改' where id = 1`)).toThrow(/published/);
    expect(raw('delete from inspection_results')).toThrow(/not deleted/);
    expect(raw('delete from publications')).toThrow(/not deleted/);
  });

  test('更正经审核和局主要领导签字，成为旁边的新版本（细则第十条）', async () => {
    await published();
    expect(await correct()).toMatchObject({ ok: true });
    expect(await look()).toMatchObject({ state: 'published', correction: 'submitted', result: 'no-problem' });
    await office.as('reviewer').inspections.reviewResult.mutate({ inspectionId: 1, ...approve });
    expect(await office.as('leader').inspections.signCorrection.mutate({ inspectionId: 1, ...approve })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await office.as('operator').inspections.publish.mutate({ inspectionIds: [1] })).toMatchObject({
      code: 'WRONG_RESULT_STATE',
    });
    expect(
      await office.as('principal').inspections.signCorrection.mutate({ inspectionId: 1, ...approve }),
    ).toMatchObject({ ok: true });
    const after = await look();
    expect(after).toMatchObject({ result: 'corrected', correction: null, corrections: 1 });
    expect(after?.versions).toMatchObject([
      { version: 1, result: 'no-problem', signedBy: null },
      { version: 2, result: 'corrected', reason: '复查确认原结果有误', signedBy: '示例局长' },
    ]);
    // The corrected result asks for a disposal of its own.
    expect(after?.isClosed).toBe(false);
    expect(await office.as('operator').inspections.publications.query()).toMatchObject([
      { isCorrection: true, count: 1 },
      { isCorrection: false },
    ]);
  });

  test('同时只办一次更正，内容相同的不算更正，局主要领导可退回', async () => {
    await published();
    const same = await office
      .as('operator')
      .inspections.submitCorrection.mutate({ inspectionId: 1, facts, reason: '无' });
    expect(same).toMatchObject({ code: 'NOTHING_CORRECTED' });
    await correct();
    expect(await correct()).toMatchObject({ code: 'CORRECTION_PENDING' });
    await office.as('reviewer').inspections.reviewResult.mutate({ inspectionId: 1, ...approve });
    const back = { inspectionId: 1, decision: 'return', opinion: '请附复查材料' } as const;
    expect(await office.as('principal').inspections.signCorrection.mutate(back)).toMatchObject({ ok: true });
    expect((await look())?.correction).toBe('returned');
    expect(await correct()).toMatchObject({ ok: true });
    expect((await look())?.versions.length).toBe(2);
  });
});

test('首页看到期限、逾期和依据的条款', async () => {
  await submitted(1);
  await office.setNow('2026-12-01T02:00:00.000Z');
  const home = await office.as('leader').home.summary.query();
  expect(home.inspections).toMatchObject({ total: 3, withoutNotice: 2, waitingForReview: 1, published: 0 });
  const dues = home.dues.filter(({ path }) => path.startsWith('/inspections'));
  expect(dues.map(({ what, isOverdue }) => [what, isOverdue])).toEqual([
    ['录入并公示结果', true],
    ['完成检查', true],
    ['完成检查', true],
  ]);
  expect(dues[0]).toMatchObject({ article: '细则第十三条', subject: '示例机械厂' });
});
