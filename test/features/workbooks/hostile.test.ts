import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { parseWorkbook } from '../../../electron/workbooks/parse.ts';
import { readWorkbook } from '../../../electron/workbooks/read.ts';
import { fc } from '../../support/properties.ts';
import { type RawBook, rawBook, rawParts, textRow } from '../../support/workbook-files.ts';
import { openPool } from '../../support/workbook-pool.ts';

const pool = openPool();
afterAll(() => pool.close());

async function refusalOf(bytes: Uint8Array): Promise<unknown> {
  const result = await readWorkbook(pool, bytes);
  if (result.ok) return 'read';
  const { code, details } = result;
  return { code, details };
}

const good = rawBook({ sheet: textRow('示例企业') });
const bytesOf = (text: string) => new TextEncoder().encode(text);
const book = (more: Partial<RawBook>) => rawBook({ sheet: textRow('示例企业'), ...more });

test('对照：未动过手脚的文件读得进来', async () => {
  expect(await refusalOf(good)).toBe('read');
});

test.each([
  ['空文件', new Uint8Array(), { code: 'WORKBOOK_EMPTY', details: {} }],
  [
    '超过20MB',
    new Uint8Array(20 * 1024 * 1024 + 1),
    { code: 'WORKBOOK_TOO_LARGE', details: { bytes: 20971521, limit: 20971520 } },
  ],
  [
    '旧版.xls',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    { code: 'WORKBOOK_OLD_FORMAT', details: { encrypted: false } },
  ],
  [
    '加了密码',
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
    { code: 'WORKBOOK_OLD_FORMAT', details: { encrypted: true } },
  ],
  [
    '改名的网页',
    bytesOf('\ufeff\n<html><table><tr><td>1</td></tr></table></html>'),
    { code: 'WORKBOOK_RENAMED', details: { really: 'html' } },
  ],
  [
    '改名的XML表格',
    bytesOf('<?xml version="1.0"?><Workbook/>'),
    { code: 'WORKBOOK_RENAMED', details: { really: 'xml' } },
  ],
  ['改名的文章', bytesOf('示例企业的情况说明'), { code: 'WORKBOOK_RENAMED', details: { really: 'text' } }],
  ['图片', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), { code: 'NOT_A_WORKBOOK', details: {} }],
  ['普通压缩包', zipSync({ 'a.txt': strToU8('1') }), { code: 'NOT_A_WORKBOOK', details: {} }],
  [
    '文字处理文档',
    zipSync({
      '_rels/.rels': strToU8(
        '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
    }),
    { code: 'NOT_A_WORKBOOK', details: {} },
  ],
  ['截断一半', good.subarray(0, good.length >> 1), { code: 'WORKBOOK_TRUNCATED', details: {} }],
  ['少最后一个字节', good.subarray(0, good.length - 1), { code: 'WORKBOOK_TRUNCATED', details: {} }],
  [
    '一千零一个条目',
    book({ more: Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`x/${i}`, strToU8('')])) }),
    { code: 'WORKBOOK_BOMB', details: { what: 'entries' } },
  ],
  [
    '解压后过大',
    book({ more: { 'a.bin': new Uint8Array(201 * 1024 * 1024) } }),
    { code: 'WORKBOOK_BOMB', details: { what: 'inflated' } },
  ],
  [
    '压缩比过大',
    book({ more: { 'a.bin': new Uint8Array(2 * 1024 * 1024) } }),
    { code: 'WORKBOOK_BOMB', details: { what: 'ratio' } },
  ],
  [
    'DOCTYPE',
    book({ worksheetXml: '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' }),
    { code: 'WORKBOOK_BOMB', details: { what: 'doctype' } },
  ],
  [
    '整表合并',
    book({ sheet: `${textRow('甲')}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>` }),
    { code: 'WORKBOOK_BOMB', details: { what: 'merges' } },
  ],
  ['路径越界', book({ more: { '../a.xml': strToU8('1') } }), { code: 'WORKBOOK_UNSAFE_NAME', details: {} }],
  ['盘符路径', book({ more: { 'C:/a.xml': strToU8('1') } }), { code: 'WORKBOOK_UNSAFE_NAME', details: {} }],
  ['保留文件名', book({ more: { 'xl/CON.xml': strToU8('1') } }), { code: 'WORKBOOK_UNSAFE_NAME', details: {} }],
  [
    '符号链接',
    book({ more: { 'xl/a': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] } }),
    { code: 'WORKBOOK_UNSAFE_NAME', details: {} },
  ],
  [
    '坏编码',
    book({ more: { 'xl/worksheets/sheet1.xml': new Uint8Array([0x3c, 0xff, 0xfe, 0x3e]) } }),
    { code: 'WORKBOOK_DAMAGED', details: { part: 'xl/worksheets/sheet1.xml' } },
  ],
  [
    '列太多',
    book({ sheet: '<sheetData><row r="3"><c r="GS3"><v>1</v></c></row></sheetData>' }),
    { code: 'WORKBOOK_TOO_MANY_COLUMNS', details: { sheet: '名录', row: 3, limit: 200 } },
  ],
  [
    '行太多',
    book({
      sheet: `<sheetData>${Array.from({ length: 100_021 }, (_, i) => `<row><c><v>${i}</v></c></row>`).join('')}</sheetData>`,
    }),
    { code: 'WORKBOOK_TOO_MANY_ROWS', details: { sheet: '名录', limit: 100_000 } },
  ],
] as const)('%s：说得出原因', async (_, bytes, refusal) => {
  expect(await refusalOf(bytes)).toEqual(refusal);
});

test('内容与校验值不符的文件被拒绝', async () => {
  const stored = zipSync(rawParts({ sheet: textRow('AAAA') }), { level: 0 });
  stored[Buffer.from(stored).indexOf('AAAA')] = 0x42;
  expect(await refusalOf(stored)).toEqual({ code: 'WORKBOOK_DAMAGED', details: { part: 'xl/worksheets/sheet1.xml' } });
});

test('目录少报解压大小的条目读到声明处为止即被拒绝', async () => {
  const zip = Buffer.from(good);
  const name = zip.lastIndexOf('xl/worksheets/sheet1.xml');
  zip.writeUInt32LE(10, name - 46 + 24);
  expect(await refusalOf(zip)).toEqual({ code: 'WORKBOOK_BOMB', details: { what: 'inflated' } });
});

test('宏、外部链接、整列数据有效性不影响读取，也不被执行', async () => {
  const sheet = `${textRow('示例企业')}<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"是"</formula1></dataValidation></dataValidations>`;
  const more = {
    'xl/vbaProject.bin': deflateRawSync('macro'),
    'xl/externalLinks/externalLink1.xml': strToU8('<!DOCTYPE x>'),
  };
  expect(await refusalOf(book({ sheet, more }))).toBe('read');
});

/** Ten thousand inputs a parser: none crashes it, and what is not read is refused with one of the codes. */
const MANY = 10_000;
const CODES = /^(sheets|WORKBOOK_|NOT_A_WORKBOOK|CSV_QUOTE_OPEN)/;

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  const result = await parseWorkbook(bytes);
  return result.ok ? 'sheets' : result.code;
}

test('任意字节都读不垮', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, zipLike) => {
      const outcome = await outcomeOf(zipLike ? new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]) : bytes);
      expect(outcome).toMatch(zipLike ? /^(WORKBOOK_|NOT_A_WORKBOOK)/ : CODES);
    }),
    { numRuns: MANY },
  );
});

test('任意拼出的.csv都读不垮，读出的行列不超过文件里的', async () => {
  const piece = fc.constantFrom(
    ...['"', '""', ',', ';', '\t', '\r\n', '\n', '\r', '="', "'", 'sep=;\n', ' ', '示例', '（', 'A1', '9115', '=1+1'],
  );
  const raw = fc.constantFrom(
    ...[[0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xca, 0xbe], [0x81, 0x30, 0x81, 0x30], [0xff], [0xe7]],
  );
  const text = fc.array(fc.oneof({ weight: 9, arbitrary: piece }, raw), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(text, async (parts) => {
      const bytes = Buffer.concat(parts.map((part) => Buffer.from(part as never)));
      const result = await parseWorkbook(new Uint8Array(bytes));
      expect(result.ok ? 'sheets' : result.code).toMatch(CODES);
      if (!result.ok) return;
      const cells = result.value.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
      expect(cells.length).toBeLessThanOrEqual(bytes.length + 1);
    }),
    { numRuns: MANY },
  );
});

test('改动好文件里任意几个字节，或读出表格，或说出原因', async () => {
  const patches = fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(patches, async (changes) => {
      const bytes = Uint8Array.from(good);
      for (const [at, byte] of changes) bytes[at] = byte;
      expect(await outcomeOf(bytes)).toMatch(CODES);
    }),
    { numRuns: MANY },
  );
});

test('任意拼出的表格XML都读不垮', async () => {
  const piece = fc.constantFrom(
    '<row r="1">',
    '<row>',
    '<row r="99999999">',
    '</row>',
    '<c r="A1" t="s">',
    '<c r="ZZZ9999999">',
    '<c t="inlineStr">',
    '</c>',
    '<v>',
    '</v>',
    '<v/>',
    '<is><t>',
    '</t></is>',
    '<f/>',
    '<f>',
    '1e999',
    '示例',
    '&#x110000;',
    '&amp;',
    '&bad;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '<x:v>',
    '"',
    "'",
    '<',
    '>',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const parts = rawParts({ sheet: `<sheetData>${pieces.join('')}</sheetData>` });
      expect(await outcomeOf(zipSync(parts, { level: 0 }))).toMatch(CODES);
    }),
    { numRuns: MANY },
  );
});
