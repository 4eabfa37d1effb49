import { expect, test } from 'vitest';
import { noApplications } from '../../../shared/features/home/applications.ts';
import { noDecisions } from '../../../shared/features/home/decisions.ts';
import { noFollowUp } from '../../../shared/features/home/follow-up.ts';
import { type HomeFacts, progressOf, setUpSteps, todosOf } from '../../../shared/features/home/summary.ts';

const empty: HomeFacts = {
  today: '2026-09-07',
  backupKeptOn: '2026-09-01',
  headPrintedOn: '2026-09-01',
  objects: 0,
  officers: 0,
  leaversWithWork: 0,
  graded: 0,
  usesNational: true,
  pastInspections: 0,
  draftPlans: 0,
  approvablePlans: 0,
  approvableTasks: 0,
  approvableChanges: [],
  approvedPlans: 0,
  checkList: { isInForce: false, isUnpublished: false, open: null },
  tasks: { ever: 0, recorded: 0, thisYear: 0, finished: 0 },
  undrawn: [],
  unsigned: [],
  inspections: {
    total: 0,
    withoutNotice: 0,
    withoutResult: 0,
    waitingForReview: 0,
    returned: 0,
    waitingForPublication: 0,
    waitingForSignature: 0,
    published: 0,
    closed: 0,
    filed: 0,
  },
  covered: 0,
  followUp: noFollowUp,
  decisions: noDecisions,
  applications: noApplications,
  dues: [],
};

test('信用监管的待办紧急的在前，只有经办人有', () => {
  const facts = {
    ...empty,
    followUp: { ...noFollowUp, urgentWarnings: 2, overdueMeasures: 3, unsignedCommitments: 1 },
  };
  expect(todosOf(facts, ['operator']).map(({ text }) => text)).toEqual([
    '2条紧急预警待处置',
    '3项措施任务已逾期',
    '1份承诺书待签署',
  ]);
  expect(todosOf(facts, ['reviewer'])).toEqual([]);
});

test('许可申请、申报由经办人办理，是否上报由局领导决定', () => {
  const applications = { licencesOpen: 1, withoutPromise: 2 };
  const facts = { ...empty, applications, decisions: { ...noDecisions, applications: 3 } };
  expect(todosOf(facts, ['operator']).map(({ text }) => text)).toEqual([
    '1件许可申请待登记办理结果',
    '2件申报还没有承诺书',
  ]);
  expect(todosOf(facts, ['leader']).map(({ text }) => text)).toEqual(['3件申报待决定是否上报']);
});

test('每人只见自己角色的待办', () => {
  const facts: HomeFacts = {
    ...empty,
    draftPlans: 2,
    approvablePlans: 1,
    approvableTasks: 2,
    inspections: { ...empty.inspections, waitingForReview: 3, waitingForSignature: 1, waitingForPublication: 2 },
  };
  const texts = (...roles: Parameters<typeof todosOf>[1]) => todosOf(facts, roles).map((todo) => todo.text);
  expect(texts('admin')).toEqual([]);
  expect(texts('reviewer')).toEqual(['3条结果待审核']);
  expect(texts('leader')).toEqual(['1份年度计划待批准', '2个临时任务待批准']);
  expect(texts('leader', 'principal')).toEqual(['1份年度计划待批准', '2个临时任务待批准', '1条更正待签字']);
  expect(texts('operator')).toEqual(['2条结果待公示']);
});

test('管理员每周另存备份，每月打印台账校验单；名录还空着时不催', () => {
  const texts = (facts: Partial<HomeFacts>) =>
    todosOf({ ...empty, objects: 55, ...facts }, ['admin']).map(({ text }) => text);
  expect(texts({})).toEqual([]);
  expect(texts({ backupKeptOn: '2026-08-31' })).toEqual([]);
  expect(texts({ backupKeptOn: '2026-08-30' })).toEqual(['请把最新的备份保存到U盘（上次2026-08-30）']);
  expect(texts({ headPrintedOn: null })).toEqual(['请打印台账校验单，签名归档（从未办过）']);
  expect(texts({ headPrintedOn: null, backupKeptOn: null, objects: 0 })).toEqual([]);
});

test('清单送审后在局领导待办里，自己起草的不在；退回和待公布的在经办人待办里', () => {
  const texts = (checkList: Partial<HomeFacts['checkList']>, role: 'leader' | 'operator') =>
    todosOf({ ...empty, checkList: { ...empty.checkList, ...checkList } }, [role]);
  const open = (isApprovable: boolean, isReturned = false) => ({ open: { id: 3, isApprovable, isReturned } });
  expect(texts(open(true), 'leader')).toEqual([{ text: '随机抽查事项清单待批准', path: '/plans/items/3' }]);
  expect(texts(open(false), 'leader')).toEqual([]);
  expect(texts(open(true), 'operator')).toEqual([]);
  expect(texts(open(false, true), 'operator')).toEqual([{ text: '随机抽查事项清单被退回', path: '/plans/items/3' }]);
  expect(texts({ isInForce: true, isUnpublished: true }, 'operator').map(({ text }) => text)).toEqual([
    '随机抽查事项清单已批准，待公布',
  ]);
});

test('中断的抽取列在待办里，点开即回到那一步', () => {
  const undrawn = [
    { number: '额工信抽查〔2026〕1号', title: '规上工业企业', toOn: '2026-10-31', draw: null },
    {
      number: '额工信抽查〔2026〕2号',
      title: '规上工业企业',
      toOn: '2026-11-30',
      draw: { id: 7, number: '2026-001', state: '见证取数' },
    },
  ];
  expect(todosOf({ ...empty, undrawn }, ['operator'])).toEqual([
    { text: '抽取2026-001尚未完成（见证取数）', path: '/draws/7' },
    { text: '1项任务待抽取', path: '/draws' },
  ]);
});

const done: HomeFacts = {
  ...empty,
  objects: 60,
  officers: 12,
  graded: 60,
  approvedPlans: 1,
  checkList: { isInForce: true, isUnpublished: false, open: null },
  tasks: { ever: 1, recorded: 1, thisYear: 0, finished: 0 },
};

test('开始使用的各步做完一步勾一步', () => {
  expect(setUpSteps(empty).every((step) => !step.isDone)).toBe(true);
  expect(setUpSteps({ ...done, graded: 0 }).filter((step) => !step.isDone)).toHaveLength(1);
  const own = setUpSteps({ ...done, usesNational: false }).map(({ title, path }) => `${title} ${path}`);
  expect(own).toContain('评定信用等级 /credit');
  expect(setUpSteps(done).every((step) => step.isDone)).toBe(true);
});

test('没有以往检查可导入的机关，抽过一次就不再提示', () => {
  const beforeDraw = { ...done, tasks: { ...done.tasks, recorded: 0 } };
  expect(setUpSteps(beforeDraw).filter((step) => !step.isDone)).toHaveLength(2);
  expect(setUpSteps({ ...beforeDraw, pastInspections: 3 }).filter((step) => !step.isDone)).toHaveLength(1);
});

test('已检查未公示的不算完成', () => {
  const inspections = { ...empty.inspections, total: 10, waitingForPublication: 4, published: 6, closed: 5 };
  const [, inspected, closed] = progressOf({ ...empty, inspections });
  expect(inspected).toMatchObject({ done: 6, of: 10 });
  expect(closed).toMatchObject({ done: 5, of: 6 });
});

test('等人决定的事，列在能决定的人的待办里', () => {
  const facts = { ...empty, decisions: { ...noDecisions, listings: 1, packs: 1, manualGrades: 2 } };
  const of = (role: 'leader' | 'reviewer' | 'operator') => todosOf(facts, [role]).map(({ text }) => text);
  expect(of('leader')).toEqual(['1份规则包草稿待批准', '1件名单事项待决定', '2项等级人工调整待审核']);
  expect(of('reviewer')).toEqual(['2项等级人工调整待审核']);
  expect(of('operator')).toEqual([]);
});
