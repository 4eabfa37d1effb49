import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { parseWorkbook } from '../../../electron/workbooks/parse.ts';
import { readWorkbook } from '../../../electron/workbooks/read.ts';
import type { Sheet } from '../../../shared/kernel/sheet.ts';
import { fc } from '../../support/properties.ts';
import { openPool } from '../../support/workbook-pool.ts';

const pool = openPool();
afterAll(() => pool.close());

const utf8 = (text: string) => new TextEncoder().encode(text);
const gb = (text: string) => new Uint8Array(iconv.encode(text, 'gb18030'));

async function sheet(bytes: Uint8Array): Promise<Sheet> {
  const result = await parseWorkbook(bytes);
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.details)}`);
  return result.value[0] ?? expect.fail('no sheet');
}

const rows = async (bytes: Uint8Array) =>
  (await sheet(bytes)).rows.map(({ number, cells }) => [number, ...cells.map(({ text }) => text)]);
const refusal = async (bytes: Uint8Array) => {
  const result = await parseWorkbook(bytes);
  return result.ok ? 'read' : { code: result.code, details: result.details };
};

const table = '名称,代码\r\n示例一号（额尔古纳）有限公司,91150784MA0N000017\r\n';
const read = [
  [1, '名称', '代码'],
  [2, '示例一号（额尔古纳）有限公司', '91150784MA0N000017'],
];

test.each([
  ['UTF-8', utf8(table)],
  ['带标记的UTF-8', utf8(`\ufeff${table}`)],
  ['GB 18030', gb(table)],
  ['UTF-16', new Uint8Array([0xff, 0xfe, ...Buffer.from(table, 'utf16le')])],
  ['分号分列', utf8(table.replaceAll(',', ';'))],
  ['制表符分列的GB 18030', gb(table.replaceAll(',', '\t'))],
])('%s的.csv读出同一张表', async (_, bytes) => {
  expect(await rows(bytes)).toEqual(read);
});

test('.csv经工作线程读出，与.xlsx一样是一张表', async () => {
  const result = await readWorkbook(pool, gb(table));
  expect(result).toMatchObject({ ok: true, value: [{ name: '文本表格', hidden: false, merges: [] }] });
});

test('引号里可以有逗号、换行和成对的引号，行号与表格程序显示的一致', async () => {
  const text = '名称,地址\n"示例""甲""厂","北街1号,\n二楼"\n\n示例乙厂,南街\n';
  expect(await rows(utf8(text))).toEqual([
    [1, '名称', '地址'],
    [2, '示例"甲"厂', '北街1号,\n二楼'],
    [4, '示例乙厂', '南街'],
  ]);
});

test('第一行写明分列符的照办', async () => {
  expect(await rows(utf8('sep=;\r\n名称;地址\r\n示例甲厂;北街1号,二楼\r\n'))).toEqual([
    [2, '名称', '地址'],
    [3, '示例甲厂', '北街1号,二楼'],
  ]);
});

test('长数字一位不少，="…"和前导撇号只取其中的文字', async () => {
  const text = '代码,电话\n911507840000000016,="04708881234"\n"=""150784199001010011""",\'013800000000\n';
  const { rows: found } = await sheet(utf8(text));
  expect(found.map(({ cells }) => cells.map(({ text: value }) => value))).toEqual([
    ['代码', '电话'],
    ['911507840000000016', '04708881234'],
    ['150784199001010011', '013800000000'],
  ]);
  expect(found.flatMap(({ cells }) => cells).every(({ kind }) => kind === 'text')).toBe(true);
});

test('看不准编码的不猜，只说一句话', async () => {
  // Each pair is a character of GB 2312 and a letter with an accent in UTF-8.
  expect(await refusal(new Uint8Array([0xc2, 0xb7, 0xc3, 0xa9, 0x2c, 0x31]))).toEqual({
    code: 'WORKBOOK_ENCODING',
    details: {},
  });
  expect(await refusal(new Uint8Array(iconv.encode('名稱,統一社會信用代碼\n測試企業,1', 'big5')))).toEqual({
    code: 'WORKBOOK_ENCODING',
    details: {},
  });
  expect(await refusal(utf8(table).subarray(0, 5))).toEqual({ code: 'WORKBOOK_ENCODING', details: {} });
  expect(await refusal(new Uint8Array([0xef, 0xbb, 0xbf, 0xc3, 0xfb, 0x2c]))).toEqual({
    code: 'WORKBOOK_ENCODING',
    details: {},
  });
});

test.each([
  ['没有分列的文字', utf8('这是一段说明'), { code: 'WORKBOOK_RENAMED', details: { really: 'text' } }],
  ['只有空白', utf8(' \r\n\t'), { code: 'WORKBOOK_EMPTY', details: {} }],
  ['没有结束的引号', utf8('名称,代码\n"示例,1\n示例,2\n'), { code: 'CSV_QUOTE_OPEN', details: { row: 2 } }],
  ['夹着控制字符', utf8(`${'名称,代码\n'.repeat(500)}\u0001,1`), { code: 'NOT_A_WORKBOOK', details: {} }],
  [
    '列太多',
    utf8(`名称,代码\n${'甲,'.repeat(200)}乙\n`),
    { code: 'WORKBOOK_TOO_MANY_COLUMNS', details: { sheet: '文本表格', row: 2, limit: 200 } },
  ],
  [
    '行太多',
    utf8('甲,乙\n'.repeat(100_021)),
    { code: 'WORKBOOK_TOO_MANY_ROWS', details: { sheet: '文本表格', limit: 100_000 } },
  ],
] as const)('%s：说得出原因', async (_, bytes, expected) => {
  expect(await refusal(bytes)).toEqual(expected);
});

test('任何文字写成.csv再读回，一字不差，两种编码都一样', async () => {
  const cell = fc
    .string({
      unit: fc.constantFrom('示', '例', '企', '业', '（', '·', 'A', '1', ',', ';', '"', '\n', ' '),
      maxLength: 8,
    })
    .filter((text) => !/^\s*="|^sep=/.test(text));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(utf8, gb),
      async (lines, encode) => {
        const quoted = lines
          .map((line) => line.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        const { rows: found } = await sheet(encode(`"名称","代码","地址"\r\n${quoted}\r\n`));
        const texts = new Map(found.map(({ number, cells }) => [number, cells.map(({ text }) => text)]));
        lines.forEach((line, index) => {
          const back = texts.get(index + 2) ?? [];
          expect(line.map((_, column) => back[column] ?? '')).toEqual([...line]);
        });
      },
    ),
    { numRuns: 500 },
  );
});
