import { expect, test } from 'vitest';
import { checkObjects, type KnownObject, type ObjectDraft } from '../../../shared/features/rosters/check-objects.ts';
import { problemSentence } from '../../../shared/kernel/problem-text.ts';
import type { Staged } from '../../../shared/kernel/staging.ts';
import { makeUscc } from '../../../shared/kernel/uscc.ts';
import { fc } from '../../support/properties.ts';
import { sheetOf, type Typed } from './sheets.ts';

const TODAY = '2026-09-07';
const code = (n: number) => makeUscc('91150784', n);

function staged(rows: ReadonlyArray<readonly Typed[]>, known: readonly KnownObject[] = []): Staged<ObjectDraft> {
  const result = checkObjects([sheetOf('检查对象名录', rows)], known, TODAY);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

/** What is found in one row under the headings given. */
function found(headings: readonly string[], row: readonly Typed[], known?: readonly KnownObject[]): string[] {
  return staged([headings, row], known).problems.map(
    ({ severity, code: problem, column }) => `${severity} ${problem} ${column}`,
  );
}

const HEADS = ['名称', '统一社会信用代码'];
const CODE = '统一社会信用代码（身份证号码）';

test('好的一行原样入库，不填的按说明取值', () => {
  expect(staged([HEADS, ['示例一号有限公司', code(1)]]).rows).toEqual([
    {
      sheet: '检查对象名录',
      row: 2,
      update: false,
      blank: [
        'address',
        'principal',
        'phone',
        'kind',
        'industry',
        'town',
        'registrar',
        'establishedOn',
        'status',
        'statusOn',
        'statusDocument',
        'aboveScale',
        'priority',
        'tags',
        'licences',
      ],
      draft: {
        name: '示例一号有限公司',
        code: code(1),
        kind: '企业',
        address: '',
        principal: '',
        phone: '',
        industry: '',
        town: '',
        registrar: '',
        establishedOn: undefined,
        status: '存续',
        aboveScale: false,
        priority: false,
        tags: [],
        licences: [],
      },
    },
  ]);
});

test('表头换了说法、次序、括号和星号，上面还有标题，照样认得', () => {
  const rows = [
    ['额尔古纳市规上工业企业名录'],
    [],
    ['序号', '*社会信用代码（必填）', '企业 名称', '法定代表人', '登记状态'],
    ['1', code(1), '示例一号', '示例甲', '在业'],
  ];
  const result = staged(rows);
  expect(result.unknownHeadings).toEqual(['序号']);
  expect(result.rows[0]).toMatchObject({
    row: 4,
    draft: { name: '示例一号', code: code(1), principal: '示例甲', status: '存续' },
  });
});

test('没有名称或代码两列的表不读，说出需要哪些表头', () => {
  expect(
    checkObjects(
      [
        sheetOf('表', [
          ['名称', '电话'],
          ['示例', '1'],
        ]),
      ],
      [],
      TODAY,
    ),
  ).toEqual({
    ok: false,
    code: 'HEADINGS_NOT_FOUND',
    details: { required: ['名称（姓名）', CODE] },
  });
  expect(checkObjects([sheetOf('表', [HEADS, ['', ' ']])], [], TODAY)).toMatchObject({ code: 'SHEET_EMPTY' });
});

test.each<[string, readonly string[], readonly Typed[], readonly string[]]>([
  ['没有名称', HEADS, ['', code(1)], ['error MISSING 名称（姓名）']],
  ['没有代码', HEADS, ['示例', ' '], [`error MISSING ${CODE}`]],
  ['代码是数字格式', HEADS, ['示例', 911507840000010240], [`error DIGITS_LOST ${CODE}`]],
  ['代码少一位', HEADS, ['示例', code(1).slice(1)], [`error USCC_LENGTH ${CODE}`]],
  ['代码里有字母O', HEADS, ['示例', `O${code(1).slice(1)}`], [`error USCC_CHARACTER ${CODE}`]],
  ['校验码不符：提醒，照填的保留', HEADS, ['示例', '91350203M0001QAY9B'], [`warning USCC_CHECK_DIGIT ${CODE}`]],
  [
    '全角数字和空格：整理并说明',
    HEADS,
    ['示例 ', ` ${code(1).replace('9', '９')}`],
    ['notice NORMALISED 名称（姓名）', `notice NORMALISED ${CODE}`],
  ],
  ['代码是错误值', HEADS, ['示例', { kind: 'error', text: '#N/A' }], [`error CELL_ERROR ${CODE}`]],
  ['日期不存在', [...HEADS, '成立日期'], ['示例', code(1), '2021-02-30'], ['error BAD_DATE 成立日期']],
  ['日期还没有到', [...HEADS, '成立日期'], ['示例', code(1), '2026年9月8日'], ['warning DATE_IN_FUTURE 成立日期']],
  ['状态无法识别', [...HEADS, '状态'], ['示例', code(1), '失联'], ['error UNKNOWN_CHOICE 状态']],
  ['电话少一位', [...HEADS, '电话'], ['示例', code(1), '1380000000'], ['warning PHONE_SHAPE 联系方式']],
  ['电话是数字格式也认得', [...HEADS, '电话'], ['示例', code(1), 13800000000], []],
  [
    '许可证编号多于名称',
    [...HEADS, '许可证名称', '许可证编号'],
    ['示例', code(1), '甲证', '1；2'],
    ['error LICENCE_PARTS 许可证名称'],
  ],
  ['名称太长', HEADS, ['示'.repeat(501), code(1)], ['error TEXT_TOO_LONG 名称（姓名）']],
  [
    '没有的项目写横线、斜线或“无”：当作没填',
    [...HEADS, '电话', '成立日期', '监管标签'],
    ['示例', code(1), '-', '/', '无'],
    [],
  ],
  ['名称写“无”就是没填', HEADS, ['无', code(1)], ['error MISSING 名称（姓名）']],
  ['自然人填身份证号码', [...HEADS, '类型'], ['示例人', '11010519491231002X', '自然人'], []],
  ['自然人填了别的号码', [...HEADS, '类型'], ['示例人', code(1), '自然人'], [`error ID_CARD_SHAPE ${CODE}`]],
])('%s', (_, headings, row, problems) => {
  expect(found(headings, row)).toEqual(problems);
});

test('有错误的行不导入，只有提醒的行导入', () => {
  const { rows, rowsRead } = staged([
    HEADS,
    ['示例一', code(1)],
    ['示例二', code(2).slice(1)],
    ['示例三', '91350203M0001QAY9B'],
  ]);
  expect([rowsRead, rows.map(({ row }) => row)]).toEqual([3, [2, 4]]);
});

test('文件内代码重复：后一行不导入，指出前一行', () => {
  const { rows, problems } = staged([HEADS, ['示例一', code(1)], ['示例二', code(2)], ['示例一分号', code(1)]]);
  expect(rows.map(({ row }) => row)).toEqual([2, 3]);
  expect(problems.map(problemSentence)).toEqual([`第4行“${CODE}”与第2行重复，本行不导入。请删除多余的一行。`]);
});

test('名录中已有的对象是更新，不是新增', () => {
  const { rows, problems } = staged([HEADS, ['示例一（新名）', code(1)]], [{ code: code(1), name: '示例一' }]);
  expect(rows[0]?.update).toBe(true);
  expect(problems.map(problemSentence)).toEqual([]);
});

test('名称相同而代码不同的两户提醒核对', () => {
  expect(found(HEADS, ['示例 一（公司）', code(2)], [{ code: code(1), name: '示例一(公司)' }])).toEqual([
    'warning SAME_NAME 名称（姓名）',
  ]);
});

test('几个许可证按次序对应', () => {
  const headings = [...HEADS, '许可证名称', '许可证编号', '许可证有效期至'];
  const [row] = staged([headings, ['示例', code(1), '甲证；乙证', 'A-1；B-2', '；2027/1/31']]).rows;
  expect(row?.draft.licences).toEqual([
    { name: '甲证', number: 'A-1', until: undefined },
    { name: '乙证', number: 'B-2', until: '2027-01-31' },
  ]);
});

test('任何内容都查得下去，导入的行各有名称和不重复的代码', () => {
  const typed = fc.oneof(
    fc.constantFrom<Typed>(
      '',
      '示例',
      code(1),
      code(2),
      ' ',
      '2020-01-01',
      '是',
      { kind: 'error', text: '' },
      { kind: 'date', text: '2020-01-01' },
    ),
    fc.string(),
    fc.double({ noNaN: true }),
  );
  const headings = [...HEADS, '电话', '类型', '成立日期', '状态', '规上', '许可证名称', '许可证有效期至'];
  fc.assert(
    fc.property(fc.array(fc.array(typed, { maxLength: 9 }), { minLength: 1, maxLength: 20 }), (rows) => {
      const result = checkObjects([sheetOf('表', [headings, ...rows])], [], TODAY);
      if (!result.ok) return;
      const drafts = result.value.rows.map(({ draft }) => draft);
      expect(drafts.every(({ name, code: kept }) => name !== '' && kept !== '')).toBe(true);
      expect(new Set(drafts.map((draft) => draft.code)).size).toBe(drafts.length);
      for (const problem of result.value.problems) expect(problemSentence(problem)).toMatch(/^第\d+行.+。$/su);
    }),
    { numRuns: 500 },
  );
});
