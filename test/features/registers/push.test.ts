import { afterEach, beforeAll, expect, test } from 'vitest';
import { ensureFonts } from '../../../electron/build/fonts.ts';
import { parseWorkbook } from '../../../electron/workbooks/parse.ts';
import { addRecord, type CreditOffice, openCreditOffice, penaltyOf } from '../../support/credit-office.ts';
import { must } from '../../support/outcomes.ts';

let credit: CreditOffice;
beforeAll(() => void ensureFonts());
afterEach(() => credit.office.close());

async function twoRecords(): Promise<readonly [first: number, second: number]> {
  credit = await openCreditOffice(2);
  const [first = 0, second = 0] = credit.ids;
  await addRecord(credit.office, penaltyOf(first, { happenedOn: '2026-08-03' }));
  const listing = { kind: 'abnormal-list' as const, severity: undefined, amountFen: undefined, persons: [] };
  await addRecord(
    credit.office,
    penaltyOf(second, { ...listing, documentNumber: '示列〔2026〕2号', summary: '通过登记的住所无法联系' }),
  );
  return [first, second];
}

test('推送上级平台：在列的名单和期间内的信用记录都在代码之下，没有等级', async () => {
  await twoRecords();
  const query = 'target=gsxt&from=2026-09-01&to=2026-09-07';
  const bytes = await credit.office.download('operator', `/files/registers/platform.xlsx?${query}`);
  const book = must(await parseWorkbook(bytes));
  const textOf = (name: string) =>
    (book.find((sheet) => sheet.name === name)?.rows ?? []).slice(1).map(({ cells }) => cells.map(({ text }) => text));
  expect(textOf('名单推送').map((row) => row.slice(0, 5))).toEqual([
    ['示例企业2有限公司', credit.codes[1], '企业经营异常名录', '2026-09-01', '通过登记的住所无法联系'],
  ]);
  expect(textOf('名单推送')[0]?.at(-1)).toContain('招投标');
  expect(textOf('涉企信息归集').map((row) => row[2])).toEqual(['列入异常名录']);
  expect(JSON.stringify(textOf('名单推送'))).not.toMatch(/[ABCD]级/);
});

test('推送的内容不带等级、电话和全名，停止公示的不推送', async () => {
  const [first, second] = await twoRecords();
  const summary = '示例甲（电话13800001234）违规作业';
  await addRecord(credit.office, penaltyOf(first, { documentNumber: '示罚7号', summary }));
  await addRecord(credit.office, penaltyOf(first, { documentNumber: '示罚8号', summary: '信用等级为D级，责令改正' }));
  const stopped = await addRecord(credit.office, penaltyOf(second, { documentNumber: '示罚9号' }));
  const { publicity } = credit.office.as('operator').credit;
  must(await publicity.publish.mutate({ ids: [stopped], on: '2026-09-02', where: '示例网站' }));
  must(await publicity.stop.mutate({ id: stopped, on: '2026-09-03', reason: '已修复' }));
  const query = 'target=gsxt&from=2026-08-01&to=2026-09-07';
  const bytes = await credit.office.download('operator', `/files/registers/platform.xlsx?${query}`);
  const book = must(await parseWorkbook(bytes));
  const sheet = book.find(({ name }) => name === '涉企信息归集');
  const rows = (sheet?.rows ?? []).slice(1).map(({ cells }) => [cells[4]?.text, cells[5]?.text]);
  expect(rows).toEqual([
    ['示罚〔2026〕1号', '示例违法事实，罚款'],
    ['示列〔2026〕2号', '通过登记的住所无法联系'],
    ['示罚7号', '示某某（电话138****1234）违规作业'],
    ['示罚8号', ''],
  ]);
});

test('总结数得出归集的记录和逾期没有公示的', async () => {
  await twoRecords();
  const { registers } = credit.office.as('operator');
  const annual = { kind: 'annual', year: 2026, field: '', isInternal: false, filter: {} } as const;
  const { id } = must(await registers.draftSummary.mutate(annual));
  const { newest } = await registers.summary.query({ id });
  const counted = (figure: string) => newest.figures.list.find((one) => one.id === figure)?.value;
  expect([counted('records'), counted('penalties'), counted('publicity-due')]).toEqual([2, 1, 1]);
  expect(['in-time', 'late', 'open', 'overdue'].map((part) => counted(`publicity-${part}`))).toEqual([0, 0, 1, 1]);
  expect(newest.sections.at(-1)?.text).toContain('有1条行政许可、行政处罚等信息未在规定时限内公示');
  const said = newest.sections.map(({ text }) => text).join('\n');
  expect(said).toContain('按期公示0条，逾期公示0条，尚未公示1条，其中已过规定时限1条。');
  // No register of 公职人员信用 has an entry here, so nothing is claimed of it.
  expect(said).not.toContain('公职人员');
});

test('专项治理记下开始时在哪些名单上', async () => {
  const [, second] = await twoRecords();
  const { registers } = credit.office.as('operator');
  const campaign = { name: '专项', field: '生产', fromOn: '2026-09-01', toOn: '2026-09-30', goal: '整改', basis: '' };
  const { id } = must(await registers.openCampaign.mutate({ ...campaign, filter: {} }));
  const { objects } = await registers.campaign.query({ id });
  expect(objects.find(({ objectId }) => objectId === second)?.start).toMatchObject({
    adverse: 1,
    lists: ['经营异常名录'],
  });
});
