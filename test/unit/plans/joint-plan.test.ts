import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseWorkbook } from '../../../electron/workbooks/parse.ts';
import { type JointPlan, readJointPlan } from '../../../shared/features/plans/joint-plan.ts';
import { monthsOf } from '../../../shared/features/plans/period-text.ts';
import { PLAN_COLUMN_KEYS, PLAN_COLUMNS } from '../../../shared/features/plans/plan-columns.ts';
import type { WarningCode } from '../../../shared/features/plans/plan-warnings.ts';
import { PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import { visitsAsked } from '../../../shared/kernel/quota-reading.ts';
import type { Cell, Sheet } from '../../../shared/kernel/sheet.ts';

const { departments } = PolicyPack.parse(
  JSON.parse(readFileSync(new URL('../../../resources/policies/erguna-2023.json', import.meta.url), 'utf8')),
);

let sheet: Sheet;
let plan: JointPlan;

beforeAll(async () => {
  const bytes = readFileSync(new URL('../../../resources/samples/joint-plan-2023.xlsx', import.meta.url));
  const book = await parseWorkbook(bytes);
  if (!book.ok || book.value[0] === undefined) throw new Error('fixture cannot be read');
  sheet = book.value[0];
  plan = planOf(sheet);
});

function planOf(from: Sheet): JointPlan {
  const result = readJointPlan(from, departments);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

function item(number: number, from = plan) {
  const found = from.items.find((candidate) => candidate.number === number);
  if (found === undefined) throw new Error(`no item ${number}`);
  return found;
}

/** The details of the warnings of an item, by code. */
function warningsOf(number: number, code: WarningCode, from = plan) {
  const { row } = item(number, from);
  return from.warnings.filter((warning) => warning.row === row && warning.code === code).map(({ details }) => details);
}

const text = (value: string): Cell => (value === '' ? { kind: 'empty', text: '' } : { kind: 'text', text: value });
const HEADER = PLAN_COLUMN_KEYS.map((column) => PLAN_COLUMNS[column]);

/** A plain sheet: a title, a one-row header and the given rows. */
function plainSheet(title: string, ...rows: string[][]): Sheet {
  const all = [[title], HEADER, ...rows].map((cells, index) => ({ number: index + 1, cells: cells.map(text) }));
  return { name: '计划', hidden: false, merges: [], rows: all };
}

const ROW = [
  '1',
  '示例检查',
  '示例企业',
  '工信局',
  '消防',
  '实地核查',
  '旗市区',
  '2家',
  '3月至5月',
  '甲',
  '乙',
  '丙',
  '',
];
const rowWith = (changes: Partial<Record<(typeof PLAN_COLUMN_KEYS)[number], string>>) =>
  ROW.map((value, index) => changes[PLAN_COLUMN_KEYS[index] ?? 'number'] ?? value);

describe('2023年度联合抽查计划表', () => {
  test('二十二项一项不少，标题与年度读出', () => {
    expect(plan.items.map(({ number }) => number)).toEqual(Array.from({ length: 22 }, (_, index) => index + 1));
    expect(plan.title).toBe('额尔古纳市市场监管领域2023年度部门联合“双随机、一公开”抽查计划表');
    expect(plan.year).toBe(2023);
  });

  test('每个单元格与来源表逐字相同', () => {
    const source = readFileSync(new URL('../../fixtures/plans/joint-plan-2023.tsv', import.meta.url), 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([number]) => /^\d+$/.test(number ?? ''));
    expect(source).toHaveLength(22);
    for (const cells of source) {
      const read = item(Number(cells[0])).cells;
      const expected = cells.slice(0, 13);
      // 第7项的名称和对象与第6项是合并单元格。
      if (cells[0] === '7') expected.splice(1, 2, read.name, read.objects);
      expect(PLAN_COLUMN_KEYS.map((column) => read[column])).toEqual(expected);
    }
  });

  test('重复的页标题和表头残片略去并列明', () => {
    expect(plan.dropped.map(({ text }) => text.slice(-6))).toEqual([
      '”抽查计划表',
      '联合抽查事项',
      '”抽查计划表',
      '联合抽查事项',
    ]);
    expect(plan.warnings.filter(({ code }) => code === 'ROW_NOT_UNDERSTOOD')).toEqual([]);
  });

  test('每项的比例或数量都读得懂', () => {
    expect(plan.warnings.filter(({ code }) => code === 'QUOTA_NOT_UNDERSTOOD')).toEqual([]);
    expect(plan.items.every(({ quota, period }) => quota !== null && period !== null)).toBe(true);
  });

  test('第5、7项承接第4、6项，空着的比例、时间随上一项', () => {
    expect(item(5)).toMatchObject({
      continues: 4,
      inherited: ['participants', 'methods', 'quota', 'period'],
      texts: { quota: '不少于5%', period: '2023年3月至12月', participants: '市场监管部门' },
      cells: { quota: '', period: '' },
      quota: item(4).quota,
    });
    expect(item(7)).toMatchObject({
      continues: 6,
      inherited: ['participants', 'methods', 'period'],
      texts: { name: '宾馆、旅店监督抽查', objects: '各类宾馆、旅店', quota: '不少于5%' },
    });
    expect(warningsOf(7, 'CONTINUES')).toEqual([{ number: 6, inherited: item(7).inherited }]);
    expect(item(8).continues).toBeNull();
  });

  test('检查方式是自由文字的，保留并提示', () => {
    expect(item(2).methods).toEqual(['实地核查', '抽样检测']);
    expect(warningsOf(2, 'METHOD_FREE_TEXT')).toEqual([{ methods: ['抽样检测'] }]);
    expect(warningsOf(3, 'METHOD_FREE_TEXT')).toEqual([{ methods: ['遗传材料检测'] }]);
    expect(warningsOf(4, 'METHOD_FREE_TEXT')).toEqual([]);
  });

  test('第11项读作七个节日各抽2家，第12项每部门每月1户', () => {
    const eleven = item(11);
    expect(eleven.occasions).toEqual(['元旦', '春节', '元宵节', '五一', '两会', '中秋', '国庆']);
    const days = { months: 12, departments: null, occasions: eleven.occasions.length };
    expect(eleven.quota && visitsAsked(eleven.quota, [null], days)).toBe(14);
    const twelve = item(12);
    const months = twelve.period === null ? 0 : monthsOf(twelve.period);
    expect(twelve.participants).toEqual({ departments: [], andOthers: false, all: true });
    expect(twelve.quota && visitsAsked(twelve.quota, [null], { months, departments: 9, occasions: null })).toBe(108);
    expect(
      twelve.quota && visitsAsked(twelve.quota, [null], { months, departments: null, occasions: null }),
    ).toBeNull();
    expect([warningsOf(11, 'QUOTA_IN_ROUNDS').length, warningsOf(12, 'QUOTA_IN_ROUNDS').length]).toEqual([1, 1]);
  });

  test('第12项的空格列明，不当作承接上一项', () => {
    expect(item(12).continues).toBeNull();
    expect(warningsOf(12, 'CELLS_BLANK')).toEqual([{ columns: ['initiatorItems', 'participantItems', 'focus'] }]);
  });

  test('第21项的年份与计划不符：提示并保留', () => {
    expect(item(21).period).toEqual({ fromOn: '2022-09-01', toOn: '2022-11-30' });
    expect(warningsOf(21, 'PERIOD_OTHER_YEAR')).toEqual([{ text: '2022年9月至11月', found: 2022, planYear: 2023 }]);
  });

  test('第22项由工信局发起，应急、消防、市监参与', () => {
    expect(item(22).initiators.departments).toEqual([{ text: '工信局', name: '工业和信息化局', short: '工信' }]);
    expect(item(22).participants.departments.map(({ name }) => name)).toEqual([
      '应急管理局',
      '消防救援机构',
      '市场监督管理局',
    ]);
    expect(item(22).quota?.clauses).toEqual([
      { classes: [], base: null, atLeast: false, figure: { kind: 'count', count: 2, unit: '家' } },
    ]);
    expect(item(22).period).toEqual({ fromOn: '2023-09-01', toOn: '2023-11-30' });
  });

  test('部门名称全部认得，带“等”的名单注明未列全', () => {
    expect(plan.warnings.filter(({ code }) => code === 'DEPARTMENT_UNKNOWN')).toEqual([]);
    expect(item(11).participants).toMatchObject({ andOthers: true });
    expect(item(17).participants.departments.map(({ name }) => name)).toEqual([
      '市场监督管理局',
      '生态环境局',
      '应急管理局',
      '气象局',
      '交通运输局',
      '税务局',
    ]);
    expect(item(18).participants.departments).toEqual([{ text: '住建部门', name: '住房和城乡建设局', short: '住建' }]);
    expect([11, 12, 17, 19].every((number) => warningsOf(number, 'DEPARTMENTS_OPEN').length === 1)).toBe(true);
  });
});

describe('其他表格', () => {
  test('未合并而留空的单元格，读法与合并的相同', () => {
    const unmerged = { ...sheet, merges: sheet.merges.filter(({ left, right }) => right - left > 0 || left > 3) };
    const other = planOf(unmerged);
    expect(other.items.map(({ texts, continues }) => [texts.name, texts.quota, continues])).toEqual(
      plan.items.map(({ texts, continues }) => [texts.name, texts.quota, continues]),
    );
  });

  test('序号也合并时，承接的行仍单独成项', () => {
    const merged = planOf(
      plainSheet(
        '示例2026年度计划表',
        rowWith({}),
        rowWith({ initiators: '住建部门', quota: '' }),
        rowWith({ number: '2', name: '另一检查' }),
      ),
    );
    expect(merged.items.map(({ number, continues, texts }) => [number, continues, texts.quota])).toEqual([
      [1, null, '2家'],
      [1, 1, '2家'],
      [2, null, '2家'],
    ]);
    expect(merged.warnings.map(({ code }) => code)).toEqual(['CONTINUES']);
  });

  test('列的次序不同也按表头认列', () => {
    const reversed = plainSheet('示例2026年度计划表', ROW);
    const rows = reversed.rows.map((row, index) => (index === 0 ? row : { ...row, cells: row.cells.toReversed() }));
    expect(planOf({ ...reversed, rows }).items[0]?.texts).toEqual(planOf(reversed).items[0]?.texts);
  });

  test('表头多出的列不采用，列明列名', () => {
    const plain = plainSheet('示例2026年度计划表', ROW);
    const wider = plain.rows.map((row, index) => ({
      ...row,
      cells: [...row.cells, text(index === 0 ? '' : '责任股室')],
    }));
    const read = planOf({ ...plain, rows: wider });
    expect(read.items).toHaveLength(1);
    expect(read.warnings).toMatchObject([{ row: 2, code: 'COLUMNS_UNKNOWN', details: { titles: ['责任股室'] } }]);
  });

  test('读不懂的比例、时间、部门各有提示，行不丢', () => {
    const odd = planOf(
      plainSheet('示例计划表', rowWith({ quota: '5%左右', period: '适时', participants: '某某中心', number: '一' }), [
        '注：以上为初稿',
      ]),
    );
    expect(odd.items).toHaveLength(1);
    expect(odd.items[0]).toMatchObject({
      quota: null,
      period: null,
      number: null,
      texts: { quota: '5%左右', period: '适时' },
    });
    expect(odd.warnings.map(({ code }) => code)).toEqual([
      'YEAR_UNKNOWN',
      'NUMBER_MISSING',
      'DEPARTMENT_UNKNOWN',
      'QUOTA_NOT_UNDERSTOOD',
      'PERIOD_NOT_UNDERSTOOD',
      'ROW_NOT_UNDERSTOOD',
    ]);
  });

  test('缺列、没有表头、没有内容的表不予采用并说明', () => {
    const whole = plainSheet('示例2026年度计划表', ROW);
    const without = { ...whole, rows: whole.rows.map((row) => ({ ...row, cells: row.cells.slice(0, 8) })) };
    expect(readJointPlan(without, departments)).toMatchObject({
      code: 'PLAN_COLUMNS_MISSING',
      details: { columns: ['period', 'initiatorItems', 'participantItems', 'focus'] },
    });
    expect(readJointPlan({ ...whole, rows: whole.rows.slice(2) }, departments)).toMatchObject({
      code: 'PLAN_HEADER_NOT_FOUND',
    });
    expect(readJointPlan({ ...whole, rows: whole.rows.slice(0, 2) }, departments)).toMatchObject({
      code: 'PLAN_WITHOUT_ITEMS',
    });
  });
});
