import { afterAll, expect, test } from 'vitest';
import { readWorkbook } from '../../../electron/workbooks/read.ts';
import { renderWorkbook, type WorkbookSpec, writeWorkbook } from '../../../electron/workbooks/write.ts';
import { type Cell, cellAt, expandMerges, rowAt, type Sheet } from '../../../shared/kernel/sheet.ts';
import { rawBook, textRow } from '../../support/workbook-files.ts';
import { openPool } from '../../support/workbook-pool.ts';

const pool = openPool();
afterAll(() => pool.close());

async function read(bytes: Uint8Array): Promise<Sheet[]> {
  const result = await readWorkbook(pool, bytes);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

async function cells(bytes: Uint8Array): Promise<readonly Cell[]> {
  const [sheet] = await read(bytes);
  return sheet?.rows[0]?.cells ?? [];
}

const oneRow = (inside: string) => `<sheetData><row r="1">${inside}</row></sheetData>`;

test('一百行写出再读回，一字不差', async () => {
  const rows = Array.from({ length: 100 }, (_, i) => [
    `示例企业（${i}）有限公司 <&>"'`,
    `9115078400000${String(i).padStart(4, '0')}X`,
    i * 1.5,
    '2026-02-28',
    '13800000000',
    i % 2 === 0 ? '存续' : null,
  ]);
  const spec: WorkbookSpec = {
    createdAt: '2026-09-07T01:00:00.000Z',
    notes: ['第一条说明', '第二条说明'],
    sheets: [
      {
        name: '检查对象',
        columns: [
          { heading: '名称', kind: 'text', width: 30 },
          { heading: '统一社会信用代码', kind: 'text', width: 22 },
          { heading: '数', kind: 'number', width: 8 },
          { heading: '成立日期', kind: 'date', width: 12 },
          { heading: '电话', kind: 'text', width: 14 },
          { heading: '状态', kind: 'text', width: 8, choices: ['存续', '注销'] },
        ],
        rows,
      },
    ],
  };
  const [sheet, notes] = await read(await writeWorkbook(pool, spec));
  expect(sheet?.rows).toHaveLength(101);
  rows.forEach((row, index) => {
    const back = rowAt(sheet as Sheet, index + 2);
    expect(row.map((_, column) => back && cellAt(back, column + 1).text)).toEqual(
      row.map((value) => String(value ?? '')),
    );
    expect(back?.cells[3]?.kind).toBe('date');
  });
  expect(notes).toMatchObject({
    name: '填表说明',
    rows: [{ cells: [{ text: '第一条说明' }] }, { cells: [{ text: '第二条说明' }] }],
  });
});

test('数字格式的代码看得出是数字：后几位已丢失', async () => {
  const [code] = await cells(rawBook({ sheet: oneRow('<c r="A1"><v>915078400000001000</v></c>') }));
  expect(code).toEqual({ kind: 'number', text: '915078400000001024', value: 915078400000001000 });
});

test('日期格式31（年月日）和自定义日期读作日期，百分数读作百分数', async () => {
  const styles =
    '<numFmts count="2"><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="0.00_ "/></numFmts>' +
    '<cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="170"/><xf numFmtId="9"/><xf numFmtId="171"/><xf numFmtId="22"/></cellXfs>';
  const values: ReadonlyArray<readonly [number, string]> = [
    [1, '46272'],
    [2, '46272'],
    [3, '0.05'],
    [4, '0.3'],
    [5, '46272.5'],
  ];
  const row = values.map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`).join('');
  expect((await cells(rawBook({ sheet: oneRow(row), styles }))).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'date 2026-09-07',
    'date 2026-09-07',
    'number 5%',
    'number 0.3',
    'date 2026-09-07 12:00',
  ]);
});

test('以1904年起算的日期照样读对', async () => {
  const styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
  const book = rawBook({
    sheet: oneRow('<c s="1"><v>44810</v></c>'),
    styles,
    workbookPr: '<workbookPr date1904="1"/>',
  });
  expect((await cells(book))[0]).toEqual({ kind: 'date', text: '2026-09-07' });
});

test('带命名空间前缀的文件不会读成空表', async () => {
  const xml =
    '<?xml version="1.0" encoding="UTF-8"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>示例企业</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
  expect(await cells(rawBook({ sheet: '', worksheetXml: xml }))).toEqual([{ kind: 'text', text: '示例企业' }]);
});

test('公式取其结果并注明；没有结果的公式看得出来', async () => {
  const row =
    '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1</f><v>二</v></c><c r="C1"><f>NOW()</f></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>';
  expect(await cells(rawBook({ sheet: oneRow(row) }))).toEqual([
    { kind: 'number', text: '2', value: 2, computed: true },
    { kind: 'text', text: '二', computed: true },
    { kind: 'error', text: '', computed: true },
    { kind: 'error', text: '#DIV/0!', computed: true },
  ]);
});

test('分段格式合成一段，拼音注音不算内容，转义只解一次', async () => {
  const strings =
    '<si><r><rPr><b/></rPr><t>示例</t></r><r><t xml:space="preserve"> 企业</t></r></si><si><t>名称</t><rPh sb="0" eb="2"><t>mingcheng</t></rPh></si><si/><si><t>A&amp;amp;B</t></si>';
  const row =
    '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="inlineStr"><is><r><t>一</t></r><r><t>二&amp;lt;</t></r></is></c><c t="b"><v>1</v></c>';
  expect((await cells(rawBook({ sheet: oneRow(row), strings }))).map(({ text }) => text)).toEqual([
    '示例 企业',
    '名称',
    '',
    'A&amp;B',
    '一二&lt;',
    'TRUE',
  ]);
});

test('行列未编号、编号有空档、带空白格的表都落在原位', async () => {
  const sheet =
    '<sheetData><row><c><v>1</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c><c r="XFD5" s="1"/></row><row r="9" s="1"/></sheetData>';
  const [read5] = await read(rawBook({ sheet }));
  expect(read5?.rows.map(({ number, cells: row }) => [number, row.map(({ text }) => text)])).toEqual([
    [1, ['1']],
    [5, ['', '', '3', '4']],
  ]);
});

test('合并单元格可以展开，只到有内容的地方', async () => {
  const sheet = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="C1"><v>1</v></c></row><row r="3"><c r="C3"><v>3</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B3"/></mergeCells>`;
  const [merged] = await read(rawBook({ sheet }));
  expect(merged?.merges).toEqual([{ top: 1, left: 1, bottom: 3, right: 2 }]);
  expect(expandMerges(merged as Sheet).rows.map(({ cells: row }) => row.map(({ text }) => text))).toEqual([
    ['甲', '甲', '1'],
    ['甲', '甲'],
    ['甲', '甲', '3'],
  ]);
});

test('大表读得完：一万行一字不差', async () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => [`示例企业${i}号有限责任公司`]);
  const [sheet] = await read(
    await renderWorkbook({
      createdAt: '2026-09-07T01:00:00.000Z',
      sheets: [{ name: '名录', columns: [{ heading: '名称', kind: 'text', width: 30 }], rows }],
    }),
  );
  expect(sheet?.rows.slice(1).map(({ cells: row }) => row[0]?.text)).toEqual(rows.map(([name]) => name));
});

test('空白字符和换行照原样读出', async () => {
  expect((await cells(rawBook({ sheet: textRow('甲_x000D_\n乙 ') })))[0]?.text).toBe('甲\r\n乙 ');
});
