import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { parseWorkbook } from '../../../electron/workbooks/parse.ts';
import { renderWorkbook } from '../../../electron/workbooks/write.ts';
import { checkObjects } from '../../../shared/features/rosters/check-objects.ts';
import { checkOfficers } from '../../../shared/features/rosters/check-officers.ts';
import { checkRecusals } from '../../../shared/features/rosters/check-recusals.ts';
import { objectTemplate, officerTemplate } from '../../../shared/features/rosters/templates.ts';
import type { Problem } from '../../../shared/kernel/problems.ts';
import type { Sheet } from '../../../shared/kernel/sheet.ts';
import { recogniseHeadings } from '../../../shared/kernel/sheet-columns.ts';

const TODAY = '2026-09-07';
const CREATED_AT = '2026-09-07T01:00:00.000Z';
const expected = JSON.parse(readFileSync(new URL('../../fixtures/rosters/rosters.json', import.meta.url), 'utf8'));

async function sheetsOf(bytes: Uint8Array): Promise<Sheet[]> {
  const result = await parseWorkbook(bytes);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

const fixture = (name: string) =>
  sheetsOf(readFileSync(new URL(`../../../resources/samples/${name}`, import.meta.url)));

function codesByRow(problems: readonly Problem[]): Record<string, string[]> {
  const rows: Record<string, string[]> = {};
  for (const { row, code } of problems) rows[row] = [...(rows[row] ?? []), code];
  return rows;
}

test('六十户名录：好坏各行正如说明', async () => {
  const objects = checkObjects(await fixture('objects-60.xlsx'), [], TODAY);
  if (!objects.ok) throw new Error(objects.code);
  const { rows, rowsRead, problems } = objects.value;
  expect({ rowsRead, imported: rows.length, found: codesByRow(problems) }).toEqual(expected['objects-60.xlsx']);
});

test('十二名执法人员和回避关系：一人证件过期，四对回避都对得上', async () => {
  const sheets = await fixture('officers-12.xlsx');
  const objects = checkObjects(await fixture('objects-60.xlsx'), [], TODAY);
  const officers = checkOfficers(sheets, [], TODAY);
  if (!objects.ok || !officers.ok) throw new Error('fixtures are readable');
  const drafts = officers.value.rows.map(({ draft }) => draft);
  const recusals = checkRecusals(
    sheets,
    drafts,
    objects.value.rows.map(({ draft }) => draft),
    [],
  );
  expect({
    rowsRead: officers.value.rowsRead,
    imported: drafts.length,
    found: codesByRow(officers.value.problems),
    recusals: recusals.rows.length,
  }).toEqual(expected['officers-12.xlsx']);
  expect(new Set(drafts.map(({ department }) => department)).size).toBe(4);
});

test('国家信用等级表只用九级', async () => {
  const [sheet] = await fixture('national-grades.xlsx');
  const grades = sheet?.rows.slice(1).map(({ cells }) => cells[2]?.text);
  expect(grades).toHaveLength(expected['national-grades.xlsx'].rowsRead);
  expect([...new Set(grades)].sort()).toEqual(['优', '优+', '差', '中', '中+', '良', '良+', '良-'].sort());
});

test.each([
  ['检查对象', objectTemplate],
  ['执法检查人员', officerTemplate],
])('%s模板：表头冻结，代码和电话列是文本，有下拉列表和填表说明，自己认得自己', async (_, template) => {
  const bytes = await renderWorkbook({ ...template, createdAt: CREATED_AT });
  const book = new exceljs.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  expect(book.worksheets.map(({ name }) => name)).toEqual([...template.sheets.map(({ name }) => name), '填表说明']);
  for (const { name, columns } of template.sheets) {
    const sheet = book.getWorksheet(name);
    expect(sheet?.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
    columns.forEach((column, index) => {
      const written = sheet?.getColumn(index + 1);
      expect([written?.width, written?.numFmt]).toEqual([column.width, column.kind === 'text' ? '@' : 'yyyy-mm-dd']);
      const rule = sheet?.getCell(3, index + 1).dataValidation;
      expect(rule?.formulae).toEqual(column.choices === undefined ? undefined : [`"${column.choices.join(',')}"`]);
    });
  }
  const sheets = await sheetsOf(bytes);
  template.sheets.forEach(({ columns }, index) => {
    const headings = recogniseHeadings(sheets[index] as Sheet, columns);
    expect([...(headings?.columns.keys() ?? [])]).toEqual(columns.map(({ key }) => key));
  });
});

test('超过255字的下拉列表放在隐藏的表里，读回时不当作名录', async () => {
  const choices = Array.from({ length: 60 }, (_, i) => `示例乡镇苏木${i}`);
  const columns = [{ heading: '所属乡镇苏木', kind: 'text', width: 20, choices }] as const;
  const bytes = await renderWorkbook({ createdAt: CREATED_AT, sheets: [{ name: '名录', columns, rows: [] }] });
  const book = new exceljs.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  expect(book.getWorksheet('名录')?.getCell('A3').dataValidation.formulae).toEqual(['下拉列表!$A$1:$A$60']);
  const [, lists] = await sheetsOf(bytes);
  expect([lists?.name, lists?.hidden, lists?.rows.length]).toEqual(['下拉列表', true, 60]);
});

test('写出的公式样文字在表格里是文字，不是公式', async () => {
  const columns = [
    { heading: '名称', kind: 'text', width: 20 },
    { heading: '日期', kind: 'date', width: 12 },
  ] as const;
  const bytes = await renderWorkbook({
    createdAt: CREATED_AT,
    sheets: [
      {
        name: '名录',
        columns,
        rows: [
          ['=HYPERLINK("http://x")', '2021-02-30'],
          ['甲\n＝1', '-1'],
        ],
      },
    ],
  });
  const [sheet] = await sheetsOf(bytes);
  expect(sheet?.rows.slice(1).map(({ cells }) => cells.map(({ kind, text }) => `${kind} ${text}`))).toEqual([
    ['text \'=HYPERLINK("http://x")', 'text 2021-02-30'],
    ["text 甲\n'＝1", "text '-1"],
  ]);
});
