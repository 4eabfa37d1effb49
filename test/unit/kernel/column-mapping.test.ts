import { expect, test } from 'vitest';
import { objectColumns } from '../../../shared/features/rosters/object-columns.ts';
import { faultOf, headingsOf, layoutOf, toRemember } from '../../../shared/kernel/column-mapping.ts';
import type { Merge, Sheet } from '../../../shared/kernel/sheet.ts';
import { recogniseHeadings } from '../../../shared/kernel/sheet-columns.ts';
import { sheetOf, type Typed } from '../rosters/sheets.ts';

const merge = (top: number, left: number, bottom: number, right: number): Merge => ({ top, left, bottom, right });
const withMerges = (rows: ReadonlyArray<readonly Typed[]>, ...merges: Merge[]): Sheet => ({
  ...sheetOf('名录', rows),
  merges,
});
const layout = (sheets: readonly Sheet[]) => {
  const found = layoutOf(sheets, objectColumns, [], null);
  return found.ok ? found.value : expect.fail(found.code);
};
const code = '91150784000000019M';

test('两行表头：上下合并的取一次，左右合并的与下面一行合读，上面的标题不算', () => {
  const sheet = withMerges(
    [
      ['示例旗企业名录', '', '', '', '', ''],
      ['企业名称', '信用代码', '联系方式', '', '许可证', ''],
      ['', '', '电话', '手机', '名称', '编号'],
      ['示例一厂', code, '04701234567', '13800000000', '示例许可证', '1'],
    ],
    merge(1, 1, 1, 6),
    merge(2, 1, 3, 1),
    merge(2, 2, 3, 2),
    merge(2, 3, 2, 4),
    merge(2, 5, 2, 6),
  );
  const headings = recogniseHeadings(sheet, objectColumns);
  expect(headings?.row).toBe(3);
  expect([...(headings?.columns ?? [])]).toEqual([
    ['name', 1],
    ['code', 2],
    ['phone', 3],
    ['licenceNames', 5],
    ['licenceNumbers', 6],
  ]);
  expect(headings?.unknown).toEqual(['联系方式/手机']);
});

test('一个表头占两列、下面就是数据的，不把数据当作表头', () => {
  const sheet = withMerges(
    [
      ['名称', '代码（统一社会信用代码）', '地址', ''],
      ['示例一厂', code, '北街', '1号'],
    ],
    merge(1, 3, 1, 4),
  );
  expect(recogniseHeadings(sheet, objectColumns)?.row ?? 1).toBe(1);
});

test('数据里上下合并的单元格，每一行都有这个值', () => {
  const sheet = withMerges(
    [
      ['名称', '统一社会信用代码', '所属乡镇'],
      ['示例一厂', code, '示例苏木'],
      ['示例二厂', '91150784000000027G', ''],
    ],
    merge(2, 3, 3, 3),
  );
  const found = layout([sheet]);
  expect(found.kind === 'found' && found.table.rows.map(({ cells }) => cells[2]?.text)).toEqual([
    '示例苏木',
    '示例苏木',
  ]);
});

test('表头都认得的直接采用，序号不问', () => {
  expect(
    layout([
      sheetOf('表', [
        ['序号', '名称', '信用代码'],
        ['1', '示例', code],
      ]),
    ]).kind,
  ).toBe('found');
});

test.each([
  [
    '缺必须有的列',
    [
      sheetOf('表', [
        ['字号', '证照号'],
        ['示例', code],
      ]),
    ],
  ],
  [
    '有不认得的列',
    [
      sheetOf('表', [
        ['名称', '信用代码', '驻地网格'],
        ['示例', code, '甲'],
      ]),
    ],
  ],
  [
    '几张表都合适',
    ['2025', '2026'].map((name) =>
      sheetOf(name, [
        ['名称', '信用代码'],
        ['示例', code],
      ]),
    ),
  ],
])('%s：请人来对应，给出表头和前几个值', (_, sheets) => {
  const found = layout(sheets);
  expect(found.kind).toBe('ask');
  expect(found.outlines[0]?.columns[0]?.samples).toEqual(['示例']);
});

test('选过的对应记住后，同样的表头换了次序也自动采用', () => {
  const heads = ['字号', '证照号', '网格'];
  const asked = layout([sheetOf('甲', [heads, ['示例', code, '一']])]);
  const [outline] = asked.outlines;
  if (outline === undefined) throw new Error('no outline');
  const remembered = { id: 7, ...toRemember(outline, ['name', 'code', null]) };
  const again = sheetOf('乙', [[...heads].reverse(), ['一', code, '示例']]);
  const found = layoutOf([again], objectColumns, [remembered], null);
  if (!found.ok || found.value.kind !== 'found') throw new Error('not found');
  expect(found.value.rememberedId).toBe(7);
  expect([...found.value.table.headings.columns]).toEqual([
    ['code', 2],
    ['name', 3],
  ]);
  expect(headingsOf(outline)).toEqual(remembered.headings);
});

test('手工对应缺必须有的列、一项对应两列，都说得出', () => {
  expect(faultOf(['name', 'name', null], objectColumns)).toEqual({
    missing: ['统一社会信用代码（身份证号码）'],
    twice: ['名称（姓名）'],
  });
  expect(faultOf(['code', 'name'], objectColumns)).toBeNull();
});
