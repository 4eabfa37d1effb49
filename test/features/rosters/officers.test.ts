import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderWorkbook } from '../../../electron/workbooks/write.ts';
import { anItem, approveList } from '../../support/check-items.ts';
import { blankObject } from '../../support/objects.ts';
import type { Office } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { officerForm, openRosterOffice, staged } from '../../support/roster-office.ts';

let office: Office;
beforeEach(async () => {
  office = await openRosterOffice();
});
afterEach(() => office.close());

const operator = () => office.as('operator').rosters;
const officerNamed = async (name: string) =>
  (await operator().officers.query()).find((one) => one.name === name) ?? expect.fail(name);
/** Days pass; everybody signs in again, for an idle session locks. */
async function on(day: string): Promise<void> {
  office.setNow(`${day}T01:00:00.000Z`);
  await office.restart();
}
async function change(id: number, part: Record<string, unknown>, reason = '示例变更') {
  return operator().changeOfficer.mutate({ id, entry: { ...(await officerForm(office, id)), ...part }, reason });
}

test('请假不必打开整份信息就可以登记、撤销；当日在假中的不参加抽取', async () => {
  const { id } = await officerNamed('示例甲');
  const leave = { fromOn: '2026-09-05', toOn: '2026-09-09', kind: '病假' as const, reason: '住院' };
  must(await operator().addLeave.mutate({ id, leave }));
  expect(await officerNamed('示例甲')).toMatchObject({ bars: ['ON_LEAVE'], leaveToday: { toOn: '2026-09-09' } });
  expect(
    await operator().addLeave.mutate({ id, leave: { fromOn: '2026-09-09', toOn: '2026-09-12', kind: '事假' } }),
  ).toMatchObject({ code: 'LEAVE_THERE' });
  must(await operator().addLeave.mutate({ id, leave: { fromOn: '2026-10-01', toOn: '2026-10-03', kind: '年休假' } }));
  must(await operator().cancelLeave.mutate({ id, fromOn: '2026-09-05', toOn: '2026-09-09', reason: '提前到岗' }));
  const officer = await operator().officer.query({ id });
  expect(officer.bars).toEqual([]);
  expect(officer.leaves).toEqual([{ fromOn: '2026-10-01', toOn: '2026-10-03', kind: '年休假' }]);
  expect(officer.history.map(({ reason }) => reason).slice(0, 3)).toEqual([
    '销假：提前到岗',
    '请假：2026-10-01至2026-10-03 年休假',
    '请假：2026-09-05至2026-09-09 病假（住院）',
  ]);
});

test('执法证到期前六十日起提示，名单和首页一致', async () => {
  const { id } = await officerNamed('示例乙');
  must(await change(id, { certificateUntil: '2026-11-06' }));
  expect((await officerNamed('示例乙')).certificate).toBe('即将到期');
  const dues = (await office.as('operator').home.summary.query()).dues.filter(({ what }) => what === '执法证到期');
  expect(dues).toContainEqual(expect.objectContaining({ subject: '示例乙', path: `/rosters/officers?id=${id}` }));
  must(await change(id, { certificateUntil: '2026-11-07' }));
  expect((await officerNamed('示例乙')).certificate).toBe('有效');
  must(await change(id, { certificateUntil: '2026-09-06' }));
  expect((await officerNamed('示例乙')).certificate).toBe('已过期');
  must(await change(id, { status: '调离' }));
  const later = (await office.as('operator').home.summary.query()).dues;
  expect(later.some(({ subject, what }) => what === '执法证到期' && subject === '示例乙')).toBe(false);
});

test('本局和参与部门的人员分得开', async () => {
  const sides = (await operator().officers.query()).map(({ isOwn }) => isOwn);
  expect([sides.filter(Boolean).length, sides.length]).toEqual([6, 12]);
});

test('亲属申报只给经办人和局领导看；改动记入历史，旁人看不到姓名', async () => {
  const { id } = await officerNamed('示例甲');
  const relatives = [{ relation: '配偶' as const, name: '示例亲属某', company: '示例十号公司' }];
  must(await change(id, { relatives }, '本人申报'));
  expect((await operator().officer.query({ id })).relatives).toEqual(relatives);
  expect((await office.as('leader').rosters.officer.query({ id })).relatives).toEqual(relatives);
  const seen = await office.as('reviewer').rosters.officer.query({ id });
  expect(seen).toMatchObject({ relatives: null, relativesDeclared: 1 });
  expect(JSON.stringify(seen)).not.toContain('示例亲属某');
  expect(JSON.stringify(await office.as('reviewer').rosters.officers.query())).not.toContain('示例亲属某');
  const lines = await office.as('leader').ledger.lines.query({ limit: 5 });
  expect(JSON.stringify(lines)).not.toContain('示例亲属某');
});

test('没有带上申报内容的变更，申报保持原样；导入名录也不动它', async () => {
  const { id } = await officerNamed('示例甲');
  const formerEmployers = [{ employer: '示例旧厂', toOn: '2019-06-30' }];
  must(await change(id, { formerEmployers }));
  must(await change(id, { post: '科长' }));
  expect((await operator().officer.query({ id })).formerEmployers).toEqual(formerEmployers);
  must(await change(id, { formerEmployers: [] }));
  expect((await operator().officer.query({ id })).formerEmployers).toEqual([]);
});

test('回避有起止；同一对同时只有一条；解除后留在名册，不再计入抽取', async () => {
  const officerId = (await officerNamed('示例甲')).id;
  const objectId = (await operator().objects.query({ text: '示例五十号' })).lines[0]?.id ?? 0;
  const recusal = { officerId, objectId, reason: '亲属' as const, evidence: '', fromOn: '2026-09-10' };
  const { id } = must(await operator().addRecusal.mutate(recusal));
  const stateOn = async (day: string) => {
    await on(day);
    return (await operator().recusals.query()).find((one) => one.id === id)?.state;
  };
  expect(await operator().addRecusal.mutate(recusal)).toMatchObject({ code: 'RECUSAL_THERE' });
  expect(await stateOn('2026-09-09')).toBe('未开始');
  expect(await stateOn('2026-09-10')).toBe('现行');
  expect(await operator().liftRecusal.mutate({ id, on: '2026-09-09', reason: '关系已消除' })).toMatchObject({
    code: 'LIFTED_BEFORE',
  });
  must(await operator().liftRecusal.mutate({ id, on: '2026-09-12', reason: '关系已消除' }));
  expect(await operator().liftRecusal.mutate({ id, on: '2026-09-13', reason: '再解' })).toMatchObject({
    code: 'RECUSAL_LIFTED',
  });
  expect(await stateOn('2026-09-11')).toBe('现行');
  expect(await stateOn('2026-09-12')).toBe('已解除');
  const heldOn = async (day: string) =>
    (await operator().recusalsOn.query({ on: day })).filter((one) => one.id === id).map(({ state }) => state);
  expect(await heldOn('2026-09-06')).toEqual([]);
  expect(await heldOn('2026-09-09')).toEqual(['未开始']);
  expect(await heldOn('2026-09-11')).toEqual(['现行']);
  expect(await heldOn('2026-09-12')).toEqual(['已解除']);
  must(await operator().addRecusal.mutate({ ...recusal, fromOn: '2026-09-12', toOn: '2026-09-20' }));
  expect(await stateOn('2026-09-12')).toBe('已解除');
  const states = (await operator().recusals.query()).filter((one) => one.objectId === objectId);
  expect(states.map(({ state }) => state)).toEqual(['已解除', '现行']);
});

test('申报曾任职单位、亲属，自动建议回避；登记一次即生效', async () => {
  const objects = (await operator().objects.query({ limit: 2_000 })).lines;
  const [first, second] = [objects[20], objects[30]];
  const { id } = await officerNamed('示例甲');
  expect(await operator().suggestedRecusals.query()).toEqual([]);
  must(
    await change(id, {
      formerEmployers: [{ employer: ` ${first?.name} `, toOn: '2019-06-30' }],
      relatives: [{ relation: '配偶', name: second?.personInCharge ?? '' }],
    }),
  );
  const found = await operator().suggestedRecusals.query();
  const pairs = found.map(({ officerName, objectName, reason }) => [officerName, objectName, reason]);
  expect(pairs).toContainEqual(['示例甲', first?.name, '曾任职']);
  expect(pairs).toContainEqual(['示例甲', second?.name, '亲属']);
  must(await operator().registerSuggested.mutate({ pairs: [{ officerId: id, objectId: first?.id ?? 0 }] }));
  expect(await operator().recusals.query()).toContainEqual(
    expect.objectContaining({
      officerId: id,
      objectId: first?.id,
      reason: '曾任职',
      state: '现行',
      fromOn: '2026-09-07',
    }),
  );
  const gone = await operator().registerSuggested.mutate({ pairs: [{ officerId: id, objectId: first?.id ?? 0 }] });
  expect(gone).toMatchObject({ code: 'SUGGESTION_GONE' });
});

test('不予登记的建议留有理由，依据变了才再提；解除过的也不再提', async () => {
  const object = (await operator().objects.query({ limit: 2_000 })).lines[20];
  const { id } = await officerNamed('示例甲');
  const pairs = [{ officerId: id, objectId: object?.id ?? 0 }];
  must(await change(id, { formerEmployers: [{ employer: object?.name }] }));
  must(await operator().dismissSuggested.mutate({ pairs, why: '实习两周，不影响公正' }));
  expect(await operator().suggestedRecusals.query()).toMatchObject([{ dismissed: { why: '实习两周，不影响公正' } }]);
  must(await change(id, { post: '科员甲' }));
  expect(await operator().suggestedRecusals.query()).toMatchObject([{ dismissed: { byName: '示例经办' } }]);

  must(await change(id, { formerEmployers: [{ employer: object?.name, fromOn: '2015-01-01' }] }));
  expect(await operator().suggestedRecusals.query()).toMatchObject([{ dismissed: null, isAgain: true }]);
  must(await operator().registerSuggested.mutate({ pairs }));
  expect(await operator().suggestedRecusals.query()).toEqual([]);
  const recusal = (await operator().recusals.query()).find(({ objectId }) => objectId === object?.id);
  must(await operator().liftRecusal.mutate({ id: recusal?.id ?? 0, on: '2026-09-07', reason: '已满三年' }));
  expect(await operator().suggestedRecusals.query()).toEqual([]);
});

test('登记不成的建议不留痕迹，下次仍按实情查找', async () => {
  const object = (await operator().objects.query({ limit: 2_000 })).lines[20];
  const { id } = await officerNamed('示例甲');
  must(await change(id, { formerEmployers: [{ employer: object?.name }] }));
  const pair = { officerId: id, objectId: object?.id ?? 0 };
  expect(await operator().registerSuggested.mutate({ pairs: [pair, pair] })).toMatchObject({ code: 'SUGGESTION_GONE' });
  expect(await operator().suggestedRecusals.query()).toHaveLength(1);
});

test('某一天的人员名录可以再现，参加抽取按当日算，电话和亲属不在其中', async () => {
  const { id } = await officerNamed('示例甲');
  await on('2026-09-20');
  must(await operator().addLeave.mutate({ id, leave: { fromOn: '2026-09-20', toOn: '2026-09-22', kind: '事假' } }));
  const { id: other } = await officerNamed('示例乙');
  must(await change(other, { status: '退休' }));
  const onDay = async (day: string, name: string) =>
    (await operator().officersOn.query({ on: day })).find((one) => one.name === name);
  expect(await operator().officersOn.query({ on: '2026-09-06' })).toEqual([]);
  expect(await onDay('2026-09-19', '示例甲')).toMatchObject({ status: '在岗', bars: [] });
  expect(await onDay('2026-09-20', '示例甲')).toMatchObject({ bars: ['ON_LEAVE'] });
  expect(await onDay('2026-09-19', '示例乙')).toMatchObject({ status: '在岗' });
  expect(await onDay('2026-09-20', '示例乙')).toMatchObject({ status: '退休' });
  expect(Object.keys((await onDay('2026-09-19', '示例甲')) ?? {})).not.toContain('phone');
});

test('几名人员一次变更，全部成功或全部不动，各自的历史都有', async () => {
  const ids = (await operator().officers.query()).slice(0, 3).map((one) => one.id);
  const leave = { fromOn: '2026-09-14', toOn: '2026-09-18', kind: '学习培训' as const };
  const [first = 0, second = 0] = ids;
  must(await operator().addLeave.mutate({ id: second, leave: { ...leave, toOn: '2026-09-14' } }));
  const change = { what: 'leave' as const, leave };
  expect(await operator().changeOfficers.mutate({ ids, change, reason: '集中培训' })).toMatchObject({
    code: 'LEAVE_THERE',
  });
  expect((await operator().officer.query({ id: first })).leaves).toEqual([]);
  must(
    await operator().changeOfficers.mutate({ ids, change: { what: 'scopes', scopes: ['节能'] }, reason: '职责调整' }),
  );
  for (const id of ids) {
    const officer = await operator().officer.query({ id });
    expect([officer.scopes, officer.history[0]?.reason]).toEqual([['节能'], '职责调整']);
  }
});

test('完整导出先问事由，事由记入台账；默认导出看不到电话', async () => {
  const bare = await office.fetch('operator', '/files/rosters/officers-full.xlsx', { method: 'POST', body: '{}' });
  expect(await bare.json()).toMatchObject({ code: 'BAD_INPUT' });
  const full = await office.fetch('operator', '/files/rosters/officers-full.xlsx', {
    method: 'POST',
    body: JSON.stringify({ reason: '上级核对人员' }),
  });
  expect(full.status).toBe(200);
  const [line] = await office.as('leader').ledger.lines.query({ limit: 1 });
  expect(line).toMatchObject({ action: 'rosters.export-full', details: expect.stringContaining('上级核对人员') });
});

test('人员表里没有的列、隐去几位的号码，导入后名录原有的不变', async () => {
  const { id } = await officerNamed('示例甲');
  must(await change(id, { phone: '13800001234', leader: true, scopes: ['示例事项'], section: '示例股' }));
  const before = await operator().officer.query({ id });
  const rows = [
    ['姓名', '单位', '行政执法证号', '职务', '联系方式'],
    [before.name, before.unit, before.certificateNumber, '示例股长', '138****1234'],
  ];
  const csv = new TextEncoder().encode(`\ufeff${rows.map((row) => row.join(',')).join('\n')}`);
  const stageId = await staged(office, '/uploads/rosters/officers', csv, '人员.csv');
  must(await operator().confirmImport.mutate({ id: stageId }));
  const { history } = await operator().officer.query({ id });
  expect(history[0]?.fields.map(({ label, after }) => `${label} ${after}`)).toEqual(['职务 示例股长']);
});

test('业务领域可以从现行抽查事项清单中选', async () => {
  await approveList(office, [anItem({ name: '示例安全生产检查' })]);
  expect(await office.as('operator').rosters.scopeChoices.query()).toContain('示例安全生产检查');
});

test('人员电话在详情里也隐去；经办人写明事由才看得到，变更时不动它就照旧', async () => {
  const { id } = await officerNamed('示例甲');
  must(await change(id, { phone: '13800001234' }));
  expect(JSON.stringify(await operator().officer.query({ id }))).not.toContain('13800001234');
  must(await change(id, { post: '示例股长' }));
  const reveal = (role: 'operator' | 'leader') =>
    office.as(role).rosters.revealOfOfficer.mutate({ id, reason: '通知检查' });
  expect(must(await reveal('operator'))).toEqual({ value: '13800001234' });
  const [line] = await office.as('leader').ledger.lines.query({ limit: 1 });
  expect(line).toMatchObject({
    action: 'rosters.reveal',
    details: JSON.stringify({ field: '联系方式', reason: '通知检查' }),
  });
  expect(await reveal('leader')).toMatchObject({ code: 'NOT_ALLOWED' });
});

test('人员表里须回避自然人的，以名录编号显示，导出后可以再导入', async () => {
  const code = '11010519491231002X';
  const entry = { ...blankObject, name: '示例人', kind: '自然人' as const, code };
  must(await operator().addObject.mutate({ entry, reason: '新登记' }));
  const { name, unit, certificateNumber } = await officerNamed('示例甲');
  const heads = (texts: readonly string[]) => texts.map((heading) => ({ heading, kind: 'text' as const, width: 10 }));
  const bytes = await renderWorkbook({
    sheets: [
      {
        name: '执法检查人员',
        columns: heads(['姓名', '单位', '行政执法证号']),
        rows: [[name, unit, certificateNumber]],
      },
      { name: '回避关系', columns: heads(['执法人员', '检查对象', '回避原因']), rows: [[name, '示例人', '亲属']] },
    ],
    createdAt: '2026-09-07T01:00:00.000Z',
  });
  const id = await staged(office, '/uploads/rosters/officers', bytes);
  const stage = (await operator().stage.query({ id })) ?? expect.fail('no stage');
  expect(stage.rows.map((row) => row.facts[0])).toContain('ZR000056');
  expect(JSON.stringify(stage)).not.toContain(code);
  must(await operator().confirmImport.mutate({ id }));

  const exported = await office.download('operator', '/files/rosters/officers.xlsx');
  const again = await staged(office, '/uploads/rosters/officers', exported);
  const { problems } = (await operator().stage.query({ id: again })) ?? expect.fail('no stage');
  expect(problems.filter(({ sheet }) => sheet === '回避关系')).toEqual([]);
});
