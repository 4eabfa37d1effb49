import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseWorkbook } from '../../../electron/workbooks/parse.ts';
import { renderWorkbook } from '../../../electron/workbooks/write.ts';
import { officerColumns, officerSheetName } from '../../../shared/features/rosters/officer-columns.ts';
import type { Office } from '../../support/office.ts';
import { finishedJob, must } from '../../support/outcomes.ts';
import { openRosterOffice } from '../../support/roster-office.ts';

let office: Office;
beforeEach(async () => {
  office = await openRosterOffice();
});
afterEach(() => office.close());

const operator = () => office.as('operator').rosters;
type Row = (string | null)[];
const phone = officerColumns.findIndex(({ key }) => key === 'phone');
const post = officerColumns.findIndex(({ key }) => key === 'post');

/** The department's workbook as the office sends it, its rows as text. */
async function exported(department: string, part: Record<string, unknown> = {}): Promise<Row[]> {
  const body = JSON.stringify({ department, withPhones: false, reason: '', ...part });
  const response = await office.fetch('operator', '/files/rosters/exchange', { method: 'POST', body });
  const book = await parseWorkbook(new Uint8Array(await response.arrayBuffer()));
  if (!book.ok) throw new Error(book.code);
  const rows = book.value.find(({ name }) => name === officerSheetName)?.rows ?? [];
  return rows.slice(1).map(({ cells }) => officerColumns.map((_, i) => cells[i]?.text ?? null));
}

/** Sends rows back as the department's workbook and gives the stage. */
async function sent(department: string, rows: readonly Row[]): Promise<number> {
  const sheets = [{ name: officerSheetName, columns: officerColumns, rows }];
  const bytes = await renderWorkbook({ sheets, createdAt: '2026-09-07T01:00:00.000Z' });
  const response = await office.fetch('operator', '/uploads/rosters/exchange', {
    method: 'POST',
    body: bytes as Uint8Array<ArrayBuffer>,
    headers: { 'x-file-name': 'exchange.xlsx', 'x-department': encodeURIComponent(department) },
  });
  const { jobId } = must<{ jobId: number }>(await response.json());
  return (await finishedJob<{ stageId: number }>(office, 'operator', jobId)).stageId;
}

async function preview(stageId: number) {
  return (await operator().exchange.query({ stageId })) ?? expect.fail('no exchange');
}

async function confirm(stageId: number, markLeft: boolean) {
  const { asOf } = await preview(stageId);
  return operator().confirmExchange.mutate({ stageId, asOf, markLeft });
}

const standing = async () =>
  (await operator().officers.query()).map(({ name, department, status }) => `${department} ${name} ${status}`);

test('导出的交换表只有这个部门的人，没有电话；要电话须写事由', async () => {
  const rows = await exported('应急');
  expect(rows).toHaveLength(2);
  expect(rows.every((row) => (row[phone] ?? '') === '')).toBe(true);
  const refused = await office.fetch('operator', '/files/rosters/exchange', {
    method: 'POST',
    body: JSON.stringify({ department: '应急', withPhones: true, reason: '' }),
  });
  expect(await refused.json()).toMatchObject({ code: 'BAD_INPUT' });
  expect((await exported('应急', { withPhones: true, reason: '发通知' })).some((row) => row[phone])).toBe(true);
});

test('原样发回没有变化；发回的新增、变更、未再列入逐人列出，确认后才写入', async () => {
  const rows = await exported('应急');
  expect((await preview(await sent('应急', rows))).lines.map(({ change }) => change)).toEqual(['无变化', '无变化']);

  const before = await standing();
  const [kept = []] = rows;
  const changed = kept.with(post, '示例股长');
  const added = kept.with(0, '示例新人').with(4, '15078499001');
  const stageId = await sent('应急', [changed, added]);
  const { lines } = await preview(stageId);
  expect(lines.map(({ change, name }) => `${change} ${name}`)).toEqual([
    `变更 ${kept[0]}`,
    '新增 示例新人',
    `未再列入 ${rows[1]?.[0]}`,
  ]);
  expect(lines[0]?.fields).toMatchObject([{ label: '职务', after: '示例股长' }]);
  expect(await standing()).toEqual(before);

  const done = must(await confirm(stageId, true));
  expect(done).toMatchObject({ added: 1, updated: 2, left: 1 });
  const after = await standing();
  expect(after).toContain('应急 示例新人 在岗');
  expect(after).toContain(`应急 ${rows[1]?.[0]} 调离`);
  expect(after.filter((one) => !one.startsWith('应急'))).toEqual(before.filter((one) => !one.startsWith('应急')));

  must(await operator().undoImport.mutate({ id: done.batchId, reason: '表发错了' }));
  expect(await standing()).toEqual(before);
});

test('没有勾选的，未再列入的人员不动', async () => {
  const [first = []] = await exported('应急');
  const before = await standing();
  must(await confirm(await sent('应急', [first.with(post, '示例股长')]), false));
  expect(await standing()).toEqual(before);
});

test('电话不填、整列没有的，保留名录原有的', async () => {
  const [first = [], second = []] = await exported('应急');
  const phoneOf = async () => {
    const officer = (await operator().officers.query()).find(({ name }) => name === first[0]);
    const shown = await operator().revealOfOfficer.mutate({ id: officer?.id ?? 0, reason: '核对' });
    return must(shown).value;
  };
  const known = await phoneOf();
  must(await confirm(await sent('应急', [first.with(post, '示例股长'), second]), false));
  expect(await phoneOf()).toBe(known);
});

test('确认后台账记下名录当时的校验值', async () => {
  const [first = [], second = []] = await exported('应急');
  must(await confirm(await sent('应急', [first.with(post, '示例股长'), second]), false));
  const [line] = await office.as('leader').ledger.lines.query({ limit: 1 });
  expect(JSON.parse(line?.details ?? '')).toMatchObject({ rosterSha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test('别的部门的人混进来不能导入；有错的表说不准谁未再列入，先改好', async () => {
  const [own = []] = await exported('应急');
  const [other = []] = await exported('消防');
  const stageId = await sent('应急', [own, other, own.with(4, other[4] ?? '')]);
  const { problems } = await preview(stageId);
  expect(problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
    'DUPLICATE_IN_FILE',
    'NOT_OF_DEPARTMENT',
  ]);
  expect(await confirm(stageId, true)).toMatchObject({ code: 'EXCHANGE_HAS_ERRORS' });
  const stolen = await sent('应急', [own, own.with(0, '示例某').with(4, other[4] ?? '')]);
  expect((await preview(stolen)).problems.map(({ code }) => code)).toContain('IN_OTHER_DEPARTMENT');
});

test('核对之后名录变了，先看新的结果', async () => {
  const rows = await exported('应急');
  const stageId = await sent('应急', [rows[0] ?? []]);
  const { asOf } = await preview(stageId);
  const officer = (await operator().officers.query())[0];
  const leave = { fromOn: '2026-09-14', toOn: '2026-09-18' };
  must(await operator().addLeave.mutate({ id: officer?.id ?? 0, leave }));
  expect(await operator().confirmExchange.mutate({ stageId, asOf, markLeft: true })).toMatchObject({
    code: 'STAGE_OUTDATED',
  });
  must(await confirm(stageId, true));
});
