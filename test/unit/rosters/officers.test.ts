import { expect, test } from 'vitest';
import {
  checkOfficers,
  type KnownOfficer,
  type OfficerDraft,
} from '../../../shared/features/rosters/check-officers.ts';
import { checkRecusals } from '../../../shared/features/rosters/check-recusals.ts';
import { problemSentence } from '../../../shared/kernel/problem-text.ts';
import type { Staged } from '../../../shared/kernel/staging.ts';
import { makeUscc } from '../../../shared/kernel/uscc.ts';
import { sheetOf, type Typed } from './sheets.ts';

const TODAY = '2026-09-07';
const HEADS = [
  '姓名',
  '单位',
  '行政执法证号',
  '证件有效期',
  '是否行政编制',
  '业务领域/事项范围',
  '是否组长',
  '状态',
  '请假开始',
  '请假结束',
];
const good = (name: string, certificate: string): Typed[] => [
  name,
  '示例工信局',
  certificate,
  '2027-12-31',
  '是',
  '安全生产、节能',
  '有',
  '在职',
];

function staged(rows: ReadonlyArray<readonly Typed[]>, known: readonly KnownOfficer[] = []): Staged<OfficerDraft> {
  const result = checkOfficers([sheetOf('执法检查人员名录', [HEADS, ...rows])], known, TODAY);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

const codes = ({ problems }: Staged<unknown>) =>
  problems.map(({ severity, code, column }) => `${severity} ${code} ${column}`);

test('好的一行读出证号、有效期、领域和组长资格', () => {
  expect(staged([good('示例甲', '05040001001')]).rows[0]?.draft).toMatchObject({
    name: '示例甲',
    department: '示例工信局',
    certificate: '05040001001',
    certificateUntil: '2027-12-31',
    established: true,
    scopes: ['安全生产', '节能'],
    leader: true,
    status: '在岗',
  });
});

test.each<[string, readonly Typed[], readonly string[]]>([
  ['没有姓名', ['', '示例局', '1', '2027-12-31'], ['error MISSING 姓名']],
  ['没有单位', ['示例甲', '', '1', '2027-12-31'], ['error MISSING 单位']],
  ['没有证件：入库，不参加抽取', ['示例甲', '示例局'], ['warning CERTIFICATE_MISSING 行政执法证号']],
  ['没有有效期', ['示例甲', '示例局', '1'], ['warning CERTIFICATE_EXPIRY_MISSING 执法证有效期至']],
  ['证件昨天到期', ['示例甲', '示例局', '1', '2026-09-06'], ['warning CERTIFICATE_EXPIRED 执法证有效期至']],
  ['证件今天到期，当日仍有效', ['示例甲', '示例局', '1', '2026-09-07'], []],
  [
    '证件有效期写错',
    ['示例甲', '示例局', '1', '2027-13-01'],
    ['error BAD_DATE 执法证有效期至', 'warning CERTIFICATE_EXPIRY_MISSING 执法证有效期至'],
  ],
  ['不是行政编制', ['示例甲', '示例局', '1', '2027-12-31', '事业编制'], ['warning NOT_ESTABLISHED 行政编制']],
  ['组长资格无法识别', ['示例甲', '示例局', '1', '2027-12-31', '', '', '也许'], ['error UNKNOWN_CHOICE 组长资格']],
  [
    '证号数字太长',
    ['示例甲', '示例局', 1234567890123456, '2027-12-31'],
    ['error DIGITS_LOST 行政执法证号', 'warning CERTIFICATE_MISSING 行政执法证号'],
  ],
  [
    '请假倒着写',
    ['示例甲', '示例局', '1', '2027-12-31', '', '', '', '', '2026-09-09', '2026-09-08'],
    ['error DATES_REVERSED 请假结束'],
  ],
])('%s', (_, row, problems) => {
  expect(codes(staged([row]))).toEqual(problems);
});

test('执法证号在文件内重复：后一行不导入', () => {
  const result = staged([good('示例甲', '05-1'), good('示例乙', '05-1')]);
  expect(result.rows.map(({ draft }) => draft.name)).toEqual(['示例甲']);
  expect(result.problems.map(problemSentence)).toEqual([
    '第3行“行政执法证号”与第2行重复，本行不导入。请删除多余的一行。',
  ]);
});

test('同名同单位且都没有证件的两行是一个人；不同单位的是两个人', () => {
  const result = staged([
    ['示例甲', '示例局'],
    ['示例 甲', '示例局'],
    ['示例甲', '另一示例局'],
  ]);
  expect(result.rows.map(({ row }) => row)).toEqual([2, 4]);
});

test('按证号更新；先前无证、现在有证的是同一个人', () => {
  const known = [
    { name: '示例甲', department: '示例工信局', certificate: '05-1' },
    { name: '示例乙', department: '示例工信局', certificate: '' },
  ];
  const result = staged([good('示例甲', '05-1'), good('示例乙', '05-2'), good('示例丙', '05-3')], known);
  expect(result.rows.map(({ update }) => update)).toEqual([true, true, false]);
});

const officers = [
  { name: '示例甲', department: '示例工信局', certificate: '05-1' },
  { name: '示例乙', department: '示例工信局', certificate: '05-2' },
  { name: '示例乙', department: '示例应急局', certificate: '05-3' },
];
const objects = [
  { name: '示例一号（公司）', code: makeUscc('91150784', 1) },
  { name: '示例二号', code: makeUscc('91150784', 2) },
  { name: '示例二号', code: makeUscc('91150784', 3) },
];
const RECUSAL_HEADS = ['执法人员姓名', '单位', '检查对象名称', '统一社会信用代码', '回避原因', '依据'];

function recusals(...rows: ReadonlyArray<readonly Typed[]>) {
  const sheets = [sheetOf('执法检查人员名录', [HEADS]), sheetOf('回避关系', [RECUSAL_HEADS, ...rows])];
  const known = [{ officer: '05-3', object: objects[0]?.code ?? '', reason: '亲属', evidence: '' } as const];
  return checkRecusals(sheets, officers, objects, known);
}

test('回避关系找得到人和户，括号写法不同也行', () => {
  expect(recusals(['示例甲', '', '示例一号(公司)', '', '近亲属', '本人说明']).rows[0]?.draft).toEqual({
    officer: '05-1',
    object: objects[0]?.code,
    reason: '亲属',
    evidence: '本人说明',
  });
});

test.each<[string, readonly Typed[], readonly string[]]>([
  ['人不在名录', ['示例丁', '', '示例一号（公司）', '', '亲属'], ['error OFFICER_UNKNOWN 执法人员姓名']],
  ['户不在名录', ['示例甲', '', '示例九号', '', '亲属'], ['error OBJECT_UNKNOWN 检查对象名称']],
  ['同名的人没写单位', ['示例乙', '', '示例一号（公司）', '', '亲属'], ['error OFFICER_AMBIGUOUS 单位']],
  ['同名的人写了单位', ['示例乙', '示例工信局', '示例一号（公司）', '', '亲属'], []],
  ['同名的户没写代码', ['示例甲', '', '示例二号', '', '亲属'], ['error OBJECT_AMBIGUOUS 统一社会信用代码']],
  ['同名的户写了代码', ['示例甲', '', '示例二号', objects[2]?.code ?? '', '亲属'], []],
  ['没有原因', ['示例甲', '', '示例一号（公司）', '', ''], ['error MISSING 回避原因']],
])('%s', (_, row, problems) => {
  expect(codes(recusals(row))).toEqual(problems);
});

test('同一对回避只导入一次，名录中已有的是更新', () => {
  const row = ['示例甲', '', '示例一号（公司）', '', '亲属'];
  expect(recusals(row, row).rows).toHaveLength(1);
  expect(recusals(['示例乙', '示例应急局', '示例一号（公司）', '', '持股']).rows[0]?.update).toBe(true);
});

test('没有“回避关系”表的文件没有回避', () => {
  expect(
    checkRecusals([sheetOf('执法检查人员名录', [HEADS, good('示例甲', '1')])], officers, objects, []),
  ).toMatchObject({ rows: [], problems: [] });
});
