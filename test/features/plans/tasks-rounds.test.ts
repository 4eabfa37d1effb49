import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Office } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { canReadPdfs, pageTexts, solidText } from '../../support/pdf.ts';
import { complaint, itemIdOf, openPlanOffice, taskDraft } from '../../support/plan-office.ts';

let office: Office;
let planId = 0;

beforeAll(async () => {
  ({ office, planId } = await openPlanOffice({ today: '2023-03-10' }));
});
afterAll(() => office.close());

const operator = () => office.as('operator').plans;

test('第12项“每部门每月抽查1户”按月分期，选几期下达几个任务，编号连续', async () => {
  const itemId = await itemIdOf(office, planId, 12);
  const { draft } = await operator().draftTask.query({ itemId });
  expect(draft.rounds).toHaveLength(12);
  expect(draft.rounds.filter(({ isDue }) => isDue).map(({ title }) => title)).toEqual(['1月', '2月', '3月']);
  const one = { ...(await taskDraft(office, itemId)), checkItems: '消防安全责任制' };
  const of = ({ title, fromOn, toOn }: (typeof draft.rounds)[number]) => ({
    ...one,
    title: `${one.title}（${title}）`,
    round: title,
    fromOn: fromOn ?? '',
    toOn: toOn ?? '',
  });
  const made = must(await operator().createTasks.mutate({ tasks: draft.rounds.slice(1, 3).map(of) }));
  expect(made.map(({ number, round, fromOn }) => [number, round, fromOn])).toEqual([
    ['额工信抽查〔2023〕1号', '2月', '2023-02-01'],
    ['额工信抽查〔2023〕2号', '3月', '2023-03-01'],
  ]);
  const after = (await operator().draftTask.query({ itemId })).draft.rounds;
  expect(after.slice(0, 4).map(({ numbers, isDue, isPast }) => [numbers.length, isDue, isPast])).toEqual([
    [0, true, true],
    [1, false, true],
    [1, false, false],
    [0, false, false],
  ]);
  const again = await operator().createTasks.mutate({ tasks: draft.rounds.slice(2, 5).map(of) });
  expect(again).toMatchObject({ code: 'ITEM_HAS_TASKS', details: { numbers: ['额工信抽查〔2023〕2号'] } });
  expect(await operator().tasks.query()).toHaveLength(2);
  const due = await operator().dueRounds.query();
  expect(due.map(({ name, title }) => [name, title])).toEqual([['重点行业消防安全综合治理', '1月']]);
});

test('计划没有的期不下达；取消了的期可以另行下达', async () => {
  const itemId = await itemIdOf(office, planId, 12);
  const one = { ...(await taskDraft(office, itemId)), checkItems: '消防安全责任制' };
  expect(await operator().createTask.mutate({ ...one, round: '13月' })).toMatchObject({ code: 'NOT_OF_THE_ITEM' });
  const once = { ...(await taskDraft(office, await itemIdOf(office, planId, 22))), round: '1月' };
  expect(await operator().createTask.mutate(once)).toMatchObject({ code: 'NOT_OF_THE_ITEM' });
  const [last] = await operator().tasks.query();
  must(await office.as('leader').plans.cancelTask.mutate({ id: last?.id ?? 0, reason: '改期' }));
  const anew = must(await operator().createTask.mutate({ ...one, round: '3月' }));
  expect(anew).toMatchObject({ number: '额工信抽查〔2023〕3号', round: '3月' });
});

test('第11项按列出的节日分期', async () => {
  const { draft } = await operator().draftTask.query({ itemId: await itemIdOf(office, planId, 11) });
  const titles = draft.rounds.map(({ title }) => title);
  for (const festival of ['元旦', '春节', '元宵节', '五一', '中秋', '国庆']) expect(titles).toContain(festival);
});

test.skipIf(!canReadPdfs)('任务书一页，写明编号、来源、事项、范围、数量、日期、批准', async () => {
  const proposal = complaint({ quota: { kind: 'count', count: 1 }, fromOn: '2023-03-10', toOn: '2023-03-31' });
  const source = { ...proposal.source, receivedOn: '2023-03-09' };
  const task = must(await operator().proposeTask.mutate({ ...proposal, source }));
  const sheet = () => office.download('operator', `/files/plans/tasks/${task.id}/sheet.pdf`);
  const waiting = solidText(await sheet());
  expect(waiting).toContain('待局领导批准');
  must(await office.as('leader').plans.approveTask.mutate({ id: task.id }));
  const bytes = await sheet();
  expect(pageTexts(bytes)).toHaveLength(1);
  const text = solidText(bytes);
  for (const part of [
    task.number,
    '投诉举报',
    '示例来电〔2026〕12号，2023年3月9日收到，示例市政府值班室转来',
    '反映夜间违规动火作业',
    '名录中全部对象',
    '1户',
    '2023年3月31日',
    '示例分管2023年3月10日批准',
  ]) {
    expect(text).toContain(part);
  }
});
