import { afterAll, beforeAll, expect, test } from 'vitest';
import { addEnterprises } from '../../support/grade-files.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { canReadPdfs, solidText } from '../../support/pdf.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ today: '2026-09-07' });
  await addEnterprises(office, 3);
  must(await office.as('operator').grading.regrade.mutate());
});
afterAll(() => office.close());

const applications = (who: 'operator' | 'reviewer' | 'leader' | 'principal' = 'operator') =>
  office.as(who).credit.applications;
const register = (objectId: number, title = '技术改造项目') =>
  applications().register.mutate({
    objectId,
    kind: 'project',
    title,
    amountFen: 500_000_00,
    documentNumber: '',
    receivedOn: '2026-09-07',
    note: '',
    askedBy: '企业服务股',
  });

/** A 承诺书 of the pack's item, issued and signed; gives its number in the table. */
async function signed(objectId: number, itemId: string): Promise<number> {
  const { commitments } = office.as('operator').supervision;
  must(await commitments.issue.mutate({ targets: { objectIds: [objectId] }, itemId, matter: '', expected: 1 }));
  const [letter] = await commitments.ofObject.query({ objectId });
  must(
    await commitments.sign.mutate({ selection: { ids: [letter!.id] }, signedOn: '2026-09-07', signedBy: '示例负责人' }),
  );
  return letter!.id;
}

async function onAbnormalList(objectId: number): Promise<number> {
  const { records } = office.as('operator').credit;
  must(
    await records.add.mutate({
      objectId,
      kind: 'abnormal-list',
      happenedOn: '2026-06-01',
      source: '示例市场监管局',
      documentNumber: '示列〔2026〕1号',
      summary: '未按期公示年度报告',
    }),
  );
  const [record] = await office.as('operator').credit.enterprise.records.query({ id: objectId });
  return record?.id ?? 0;
}

test('登记申报即查询信用并留存；没有诚信问题，但没有承诺书不能同意上报', async () => {
  const { id, number, findings } = must(await register(1));
  expect([number, findings]).toEqual(['信审〔2026〕1号', 0]);
  const found = await applications().byId.query({ id });
  expect(found?.checks[0]).toMatchObject({ lookupNumber: '信查〔2026〕1号', proposal: 'support', decision: null });
  const decide = { id, outcome: 'support', reason: '信用良好，同意上报。' } as const;
  expect(await applications('leader').decide.mutate(decide)).toMatchObject({ code: 'PROMISE_MISSING' });
  expect(await applications().decide.mutate(decide)).toMatchObject({ code: 'NOT_ALLOWED' });
  const commitmentId = await signed(1, 'project');
  must(await applications().promise.mutate({ id, commitmentId }));
  must(await applications('leader').decide.mutate(decide));
  expect(await applications('leader').decide.mutate(decide)).toMatchObject({ code: 'APPLICATION_STATE' });
});

test('别的企业的承诺书不能用', async () => {
  const { id } = must(await register(2, '另一项目'));
  const [letter] = await office.as('operator').supervision.commitments.ofObject.query({ objectId: 1 });
  expect(await applications().promise.mutate({ id, commitmentId: letter!.id })).toMatchObject({
    code: 'PROMISE_NOT_USABLE',
  });
});

test('出现诚信问题坚决不予上报，修复后重新审核才可以', async () => {
  const recordId = await onAbnormalList(3);
  const { id, findings } = must(await register(3, '绿色工厂项目'));
  expect(findings).toBe(1);
  const view = await applications().byId.query({ id });
  expect(view?.checks[0]?.findings[0]?.text).toContain('示列〔2026〕1号');
  expect(view?.checks[0]?.findings[0]?.article).toContain('工作方案');
  const commitmentId = await signed(3, 'project');
  must(await applications().promise.mutate({ id, commitmentId }));
  const support = { id, outcome: 'support', reason: '同意' } as const;
  expect(await applications('leader').decide.mutate(support)).toMatchObject({ code: 'APPLICATION_BARRED' });
  const refused = { id, outcome: 'refuse', reason: '列入经营异常名录尚未移出。' } as const;
  expect(await applications('leader').decide.mutate({ ...refused, reason: '信用等级为D级' })).toMatchObject({
    code: 'GRADE_ON_PAPER',
  });
  expect(must(await applications('leader').decide.mutate(refused)).noticeNumber).toMatch(/^额工信信告〔2026〕3-1号$/);
  const checkId = view?.checks[0]?.id ?? 0;
  const pdf = await office.download('operator', `/files/credit/applications/${id}/notices/${checkId}/notice.pdf`);
  if (canReadPdfs) {
    const text = solidText(pdf);
    expect(text).toContain('不予上报告知书');
    expect(text).toContain('示列〔2026〕1号');
    expect(text).not.toMatch(/信用等级|[ABCD]级/);
  }
  must(await office.as('operator').credit.records.end.mutate({ id: recordId, endedOn: '2026-09-07' }));
  expect(must(await applications().recheck.mutate({ id, remedy: '已补报年度报告，移出异常名录' })).findings).toBe(0);
  must(await applications('leader').decide.mutate(support));
  const after = await applications().byId.query({ id });
  expect(after?.checks.map(({ decision }) => decision?.outcome)).toEqual(['refuse', 'support']);
});

test('办理许可按信用给出路径和理由，改走别的路径须由局领导写明理由', async () => {
  const { licences } = office.as('operator').credit;
  const { id, path } = must(
    await licences.register.mutate({ objectId: 1, licence: '示例许可', appliedOn: '2026-09-07', askedBy: '审批股' }),
  );
  expect(path).toBe('一般程序');
  const view = await licences.byId.query({ id });
  expect(view?.reasons[0]?.text).toContain('信用等级为B级，适用“一般程序”');
  const take = { id, decision: 'granted', decidedOn: '2026-09-07', licenceNumber: '示许〔2026〕1号' } as const;
  expect(await licences.takePath.mutate({ ...take, path: 'green' })).toMatchObject({ code: 'PATH_NEEDS_LEADER' });
  const byLeader = office.as('leader').credit.licences;
  expect(await byLeader.takePath.mutate({ ...take, path: 'green' })).toMatchObject({ code: 'PATH_REASON_MISSING' });
  must(await byLeader.takePath.mutate({ ...take, path: 'green', differsWhy: '重点招商项目' }));
  expect((await licences.byId.query({ id }))?.taken).toMatchObject({ name: '绿色通道', differsWhy: '重点招商项目' });
  expect(
    await licences.checkAfter.mutate({ id, checkedOn: '2026-09-07', result: 'kept', findings: '无' }),
  ).toMatchObject({ code: 'NOTHING_TO_CHECK_AFTER' });
});

test('申报和许可的经过都在企业的时间线上', async () => {
  const { events } = await office
    .as('reviewer')
    .credit.enterprise.timeline.query({ id: 3, kinds: ['application'], year: null, page: 1, size: 50 });
  expect(events.map(({ title }) => title)).toEqual(
    expect.arrayContaining([expect.stringContaining('不予上报'), expect.stringContaining('同意上报')]),
  );
});

test('本局规则包自己的等级名称，同样不得写入告知书', async () => {
  const other = await openOffice({ today: '2026-09-07', packId: 'chenbarhu-2023' });
  await addEnterprises(other, 1);
  const asked = {
    objectId: 1,
    kind: 'project',
    title: '示例项目',
    receivedOn: '2026-09-07',
    askedBy: '示例股',
  } as const;
  const form = { ...asked, amountFen: null, documentNumber: '', note: '' };
  const { id } = must(await other.as('operator').credit.applications.register.mutate(form));
  const refused = { id, outcome: 'refuse', reason: '该企业属于较差类。' } as const;
  const told = { code: 'GRADE_ON_PAPER', details: { found: '属于较差类' } };
  expect(await other.as('leader').credit.applications.decide.mutate(refused)).toMatchObject(told);
  await other.close();
});
