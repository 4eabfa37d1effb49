import { afterEach, beforeEach, expect, test } from 'vitest';
import { type InspectedOffice, openInspectedOffice } from '../../support/inspected-office.ts';
import { must } from '../../support/outcomes.ts';

let office: InspectedOffice;
beforeEach(async () => {
  office = await openInspectedOffice();
});
afterEach(() => office.close());

const rosters = () => office.as('operator').rosters;
const inspection = async (id: number) =>
  (await office.as('operator').inspections.byId.query({ id })) ?? expect.fail('no inspection');
const teamOf = async (id: number) => (await inspection(id)).members.map(({ name }) => name);

const certified = {
  department: '额尔古纳市工业和信息化局（示例）',
  certificateUntil: '2028-12-31',
  established: true,
  scopes: [],
  leader: true,
  status: '在岗' as const,
  phone: '',
};
let issued = 0;
async function officer(name: string, part: Record<string, unknown> = {}): Promise<number> {
  issued += 1;
  const entry = { ...certified, name, certificate: `1507840${issued}`, ...part };
  return must(await rosters().addOfficer.mutate({ entry, reason: '示例新增' })).id;
}
const leave = (successors: readonly number[], part: { status?: '调离' | '在岗'; onDay?: string } = {}) =>
  rosters().handOver.mutate({
    officerId: 1,
    status: '调离',
    onDay: '2026-09-07',
    reason: '调往示例局',
    seats: successors.map((successorId, i) => ({ inspectionId: i + 1, successorId })),
    ...part,
  });

test('有未公示检查的人员不能直接改为调离；移交后检查组换人，抽取结果不变', async () => {
  const successor = await officer('示例丙');
  const before = await rosters().officer.query({ id: 1 });
  const entry = {
    ...certified,
    name: before.name,
    certificate: before.certificateNumber,
    certificateUntil: undefined,
    status: '调离' as const,
  };
  expect(await rosters().changeOfficer.mutate({ id: 1, entry, reason: '调动' })).toMatchObject({
    code: 'OFFICER_HAS_WORK',
    details: { names: ['示例甲'], seats: 3 },
  });
  const work = await rosters().openWork.query({ id: 1 });
  expect(work.seats.map(({ seat }) => seat)).toEqual([0, 1, 0]);
  expect(work.successors).toMatchObject([{ name: '示例丙', bars: [] }]);

  expect(must(await leave([successor, successor, successor])).count).toBe(3);
  expect(await rosters().officer.query({ id: 1 })).toMatchObject({ status: '调离', openSeats: 0 });
  expect([await teamOf(1), await teamOf(2)]).toEqual([
    ['示例丙', '示例乙'],
    ['示例乙', '示例丙'],
  ]);
  expect((await inspection(1)).handovers).toEqual([
    { seat: 0, from: '示例甲', to: '示例丙', on: '2026-09-07', reason: '调往示例局' },
  ]);
  const drawn = office.db.prepare('select officer_name from inspection_team where inspection_id = 1 order by seat');
  expect(drawn.pluck().all()).toEqual(['示例甲', '示例乙']);
  expect(() => office.db.prepare(`update inspection_team set officer_name = '改'`).run()).toThrow('stays on record');
  const [line] = await office.as('leader').ledger.lines.query({ limit: 1 });
  expect(line).toMatchObject({ action: 'rosters.hand-over', subject: '示例甲' });
});

test('接替的人再离开，再移交一次，两步都在记录里；负担算在接替的人身上', async () => {
  const [third, fourth] = [await officer('示例丙'), await officer('示例丁')];
  must(await leave([third, third, third]));
  const seats = [1, 2, 3].map((inspectionId) => ({ inspectionId, successorId: fourth }));
  must(
    await rosters().handOver.mutate({ officerId: third, status: '退休', onDay: '2026-09-07', reason: '退休', seats }),
  );
  expect((await inspection(1)).handovers.map(({ from, to }) => `${from}→${to}`)).toEqual([
    '示例甲→示例丙',
    '示例丙→示例丁',
  ]);
  expect((await rosters().officer.query({ id: fourth })).openSeats).toBe(3);
});

test.each<[string, Record<string, unknown>, string]>([
  ['证件过期的', { certificateUntil: '2026-09-06' }, '不能参加检查：执法证已过期'],
  ['当日请假的', { leaves: [{ fromOn: '2026-09-07', toOn: '2026-09-08' }] }, '不能参加检查：请假'],
  ['没有组长资格的', { leader: false }, '没有组长资格'],
  ['其他部门的', { department: '额尔古纳市应急管理局' }, '不是同一部门'],
])('%s不能接替，说明是哪一户、为什么，一户也不移交', async (_, part, why) => {
  const [good, bad] = [await officer('示例丙'), await officer('示例丁', part)];
  expect(await leave([good, good, bad])).toMatchObject({
    code: 'HANDOVER_BARRED',
    details: { lines: [{ objectName: '示例木业公司', successor: '示例丁', why: [why] }] },
  });
  expect(await teamOf(1)).toEqual(['示例甲', '示例乙']);
  expect((await rosters().officer.query({ id: 1 })).status).toBe('在岗');
});

test('须回避的、已在组里的不能接替', async () => {
  const third = await officer('示例丙');
  must(
    await rosters().addRecusal.mutate({
      officerId: third,
      objectId: 2,
      reason: '亲属',
      evidence: '',
      fromOn: '2026-09-01',
    }),
  );
  expect(await leave([third, third, third])).toMatchObject({
    details: { lines: [{ objectName: '示例乳品公司', why: ['对该检查对象须回避'] }] },
  });
  expect(await leave([2, third, third])).toMatchObject({ code: 'HANDOVER_BARRED' });
  const { successors } = await rosters().openWork.query({ id: 1 });
  expect(successors).toMatchObject([{ name: '示例丙', bars: [{ inspectionId: 2, why: ['对该检查对象须回避'] }] }]);
});

test('离岗的必须全部移交；在岗的可以只移交一部分；日期不能在将来', async () => {
  const third = await officer('示例丙');
  expect(await leave([third])).toMatchObject({
    code: 'HANDOVER_INCOMPLETE',
    details: { objects: ['示例乳品公司', '示例木业公司'] },
  });
  expect(await leave([third, third, third], { onDay: '2026-09-08' })).toMatchObject({ code: 'HANDOVER_IN_FUTURE' });
  must(await leave([third], { status: '在岗' }));
  expect((await rosters().officer.query({ id: 1 })).openSeats).toBe(2);
});

test('停用账号：录入未公示的先移交接办人，录入人不改', async () => {
  const facts = {
    inspectedOn: '2026-09-07',
    completedOn: '2026-09-07',
    methods: ['on-site' as const],
    result: 'no-problem' as const,
    problems: [],
    findings: '未发现问题。',
    evidence: '照片1张',
    refusals: [],
    refusalTimes: 0,
    disposal: 'none' as const,
    disposalNote: '',
  };
  const notice = { inspectOn: '2026-09-07', address: '示例', contact: '示例', items: '示例', materials: '示例' };
  must(await office.as('operator').inspections.issueNotice.mutate({ inspectionId: 1, ...notice }));
  must(await office.as('operator').inspections.submitResult.mutate({ inspectionId: 1, facts }));
  const accounts = await office.as('admin').office.accounts.query();
  const idOf = (name: string) => accounts.find((account) => account.name === name)?.id ?? 0;
  const operator = accounts.find(({ login }) => login === 'operator') ?? expect.fail('no operator');
  expect(await office.as('admin').office.changeAccount.mutate({ ...operator, isActive: false })).toMatchObject({
    code: 'ACCOUNT_HAS_ENTRIES',
    details: { entries: 1 },
  });
  const handOver = (name: string) =>
    office.as('admin').office.handOverAccount.mutate({
      id: operator.id,
      successorId: idOf(name),
      onDay: '2026-09-07',
      reason: '调离',
    });
  expect(await handOver('示例审核')).toMatchObject({ code: 'SUCCESSOR_UNFIT' });
  expect(must(await handOver('示例兼任')).count).toBe(1);
  const seen = await office.as('reviewer').inspections.byId.query({ id: 1 });
  expect(seen?.entryHandovers).toEqual([{ from: '示例经办', to: '示例兼任', on: '2026-09-07', reason: '调离' }]);
  expect(seen?.versions[0]?.enteredBy).toBe('示例经办');
  expect((await office.as('admin').office.accounts.query()).find(({ id }) => id === operator.id)?.isActive).toBe(false);
  expect(await office.as('admin').office.openEntries.query({ id: idOf('示例兼任') })).toHaveLength(1);
});
