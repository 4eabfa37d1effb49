import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { printDocument } from '../../electron/documents/assemble.ts';
import type { PrintedDocument } from '../../shared/kernel/document.ts';
import { canReadPdfs, complaints, pageTexts, solidText, unpacked, words } from '../support/pdf.ts';
import { aDocument, bundledFonts, paragraphs } from '../support/prints.ts';

const fonts = bundledFonts();
const long =
  '根据《额尔古纳市工业和信息化局“双随机、一公开”抽查工作细则》（试行），业务股室实施年度抽查工作计划，应当通过随机抽取的方式，从本业务领域抽查企业名录库中确定被检查对象——每个检查对象不少于2名执法人员……占比5%，于2026-09-07前完成。联系人：买买提·艾力，0470-1234567，代码91150784MA0N000012。';

function print(document: PrintedDocument): Uint8Array {
  const printed = printDocument(document, fonts);
  if (!printed.ok) throw new Error(JSON.stringify(printed));
  return printed.value.bytes;
}

describe.skipIf(!canReadPdfs)('打印的文书', () => {
  test('每一段都能原样读回，前面已打印五十份别的文书也不例外', () => {
    for (let i = 0; i < 50; i += 1) print(aDocument(paragraphs(`第${i}份⼀二⼆，${'汉字乙丙丁戊'.slice(i % 6)}`)));
    const text = solidText(print(aDocument(paragraphs(long, '一二三', '⼀⼆'))));
    expect(text).toContain(long.replace(/\s/g, ''));
    expect(text).toContain('一二三');
    expect(text).toContain('⼀⼆');
  });

  test('各种文书块都读得回文字，文件经 qpdf 检查无误，没有空缺字形', () => {
    const bytes = print(
      aDocument(
        [
          { kind: 'letterhead', agency: '示例市工业和信息化局文件', number: '示工信发〔2026〕7号' },
          { kind: 'title', level: 1, text: '关于开展抽查的通知' },
          { kind: 'title', level: 2, text: '一、总体要求' },
          { kind: 'title', level: 3, text: '（一）范围' },
          { kind: 'number', text: '抽取编号：2026-001', align: 'right' },
          ...paragraphs(long),
          {
            kind: 'facts',
            rows: [
              ['任务编号', '示工信抽查〔2026〕1号'],
              ['任务名称', '工业企业安全生产检查'],
            ],
            perRow: 2,
          },
          {
            kind: 'table',
            columns: [
              { title: '序号', width: 1 },
              { title: '名称', width: 4 },
            ],
            rows: [['1', '示例机械厂']],
          },
          { kind: 'table', columns: [{ title: '回避', width: 1 }], rows: [], empty: '没有回避' },
          {
            kind: 'checks',
            label: '核查方式：',
            options: [
              { text: '实地核查', checked: true },
              { text: '书面检查', checked: false },
            ],
          },
          { kind: 'hex', label: '名单承诺值', text: '0123456789abcdef'.repeat(4) },
          { kind: 'qr', text: '0123456789abcdef', caption: '扫码核对' },
          { kind: 'signatures', places: ['操作人', '见证人', '监督人', '被检查单位负责人（签名）'] },
          { kind: 'closing', lines: ['示例市工业和信息化局', '2026年9月7日'], seal: true },
          { kind: 'foot-note', text: '打印日期 2026-09-07' },
        ],
        { layout: 'official', watermark: '演练', title: '通知 <一> & 二' },
      ),
    );
    const text = solidText(bytes);
    for (const part of [
      '示例市工业和信息化局文件',
      '示工信发〔2026〕7号',
      '关于开展抽查的通知',
      '一、总体要求',
      '（一）范围',
      '抽取编号：2026-001',
      '示工信抽查〔2026〕1号',
      '工业企业安全生产检查',
      '示例机械厂',
      '没有回避',
      '核查方式：实地核查书面检查',
      '0123456789abcdef'.repeat(4),
      '扫码核对',
      '见证人：',
      '被检查单位负责人（签名）：',
      '2026年9月7日',
      '打印日期2026-09-07',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/演.*练/);
    expect(complaints(bytes)).toBe('');
    const operators = unpacked(bytes);
    expect(operators).not.toMatch(/\[[^\]]*<(?:[0-9a-f]{4})*0000(?:[0-9a-f]{4})*>[^\]]*\] TJ/);
    expect(operators).toContain('&#60;');
    expect(operators).not.toContain('<一>');
  });

  test('通用规范汉字表八千一百零五字全部印得出、读得回', () => {
    const characters = readFileSync(new URL('../fixtures/documents/chars8105.txt', import.meta.url), 'utf8').replace(
      /\s/g,
      '',
    );
    expect([...characters].length).toBeGreaterThan(8105);
    const text = solidText(print(aDocument(paragraphs(characters), { layout: 'official' }))).replace(/—\d+—/g, '');
    const found = new Set(text);
    expect([...characters].filter((character) => !found.has(character))).toEqual([]);
  });

  test('每面22行，每行28字，误差不过半磅，订口28毫米、天头37毫米', () => {
    const bytes = print(aDocument([{ kind: 'paragraph', text: '检'.repeat(28 * 22 + 1) }], { layout: 'official' }));
    const mm = (points: number) => (points * 25.4) / 72;
    const lines = words(bytes).filter(({ page, text }) => page === 1 && text.startsWith('检'));
    expect(lines.map(({ text }) => text.length)).toEqual(Array.from({ length: 22 }, () => 28));
    for (const [i, { left, right, top }] of lines.entries()) {
      expect(Math.abs(left - (28 * 72) / 25.4)).toBeLessThan(0.5);
      expect(Math.abs(right - (184 * 72) / 25.4)).toBeLessThan(0.5);
      expect(Math.abs(top - (lines[0]?.top ?? 0) - (i * 225 * 72) / 25.4 / 22)).toBeLessThan(0.5);
    }
    // pdftotext boxes reach from the font's ascent to its descent; the character square is 16 pt of that.
    const [first, last] = [lines[0], lines[21]];
    expect(mm(first?.top ?? 0)).toBeGreaterThan(36);
    expect(mm((last?.top ?? 0) + 16)).toBeLessThan(263);
  });

  test('公文页码：单页在右，双页在左，各空一字；版心随之换边', () => {
    const bytes = print(aDocument([{ kind: 'paragraph', text: '检'.repeat(28 * 22 + 28) }], { layout: 'official' }));
    const dashes = words(bytes).filter(({ text }) => text === '—');
    const middle = (105 * 72) / 25.4;
    expect(dashes.filter(({ page }) => page === 1).every(({ left }) => left > middle)).toBe(true);
    expect(dashes.filter(({ page }) => page === 2).every(({ left }) => left < middle)).toBe(true);
    const body = words(bytes).filter(({ text }) => text.startsWith('检'));
    expect(body.find(({ page }) => page === 1)?.left).toBeCloseTo((28 * 72) / 25.4, 0);
    expect(body.find(({ page }) => page === 2)?.left).toBeCloseTo((26 * 72) / 25.4, 0);
  });

  test('表头每页重复，过高的行接排到下页，一字不丢', () => {
    const rows = Array.from({ length: 60 }, (_, i) => [
      `${i + 1}`,
      `示例第${i + 1}厂`,
      i === 20 ? long.repeat(12) : '无',
    ]);
    const bytes = print(
      aDocument([
        {
          kind: 'table',
          columns: [
            { title: '序号', width: 1 },
            { title: '检查对象', width: 2 },
            { title: '检查情况', width: 6 },
          ],
          rows,
        },
      ]),
    );
    const pages = pageTexts(bytes);
    expect(pages.length).toBeGreaterThan(3);
    for (const [i, page] of pages.entries()) {
      expect(page).toContain('检查对象');
      expect(page).toContain(`第${i + 1}页 共${pages.length}页`);
    }
    const cellText = words(bytes)
      .filter(({ left }) => left > 200)
      .map(({ text }) => text)
      .join('')
      .replace(/第\d+页|共\d+页|检查情况/g, '');
    expect(cellText).toContain(long.replace(/\s/g, '').repeat(12));
    const all = solidText(bytes);
    for (const [, name] of rows) expect(all).toContain(name);
  });

  test('横排的表打印在横放的A4纸上，表宽到右边距，每页有页码', () => {
    const columns = Array.from({ length: 8 }, (_, i) => ({ title: `第${i + 1}栏`, width: 1 }));
    const rows = Array.from({ length: 30 }, (_, i) => columns.map(() => `第${i + 1}行，抽查依据和抽查内容都较长`));
    const bytes = print(aDocument([{ kind: 'table', columns, rows }], { layout: 'landscape' }));
    expect(complaints(bytes)).toBe('');
    expect(unpacked(bytes)).toMatch(/\/MediaBox \[\s*0\s+0\s+841\.\d+\s+595\.\d+\s*\]/);
    const pages = pageTexts(bytes);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.every((page, i) => page.includes(`第${i + 1}页 共${pages.length}页`))).toBe(true);
    const right = Math.max(...words(bytes).map((word) => word.right));
    expect(right).toBeGreaterThan(700);
    expect(right).toBeLessThan(842 - 51);
  });

  test('没有一处文字出了版心', () => {
    const bytes = print(
      aDocument([
        {
          kind: 'table',
          columns: [
            { title: '承诺值', width: 1 },
            { title: '名称', width: 9 },
          ],
          rows: [['0123456789abcdef'.repeat(4), long]],
        },
        { kind: 'facts', rows: [['特别长的项目名称也要排得下去', `${'W'.repeat(200)}`]], perRow: 2 },
      ]),
    );
    for (const { left, right } of words(bytes)) {
      expect(left).toBeGreaterThan((28 * 72) / 25.4 - 0.5);
      expect(right).toBeLessThan((190 * 72) / 25.4 + 0.5);
    }
  });

  test('同一份文书两次打印，字节完全相同', () => {
    const document = aDocument([...paragraphs(long), { kind: 'qr', text: 'x', caption: '码' }]);
    expect(Buffer.compare(print(document), print(document))).toBe(0);
    expect(Buffer.compare(print(document), print({ ...document, printedOn: '2026-09-08' }))).not.toBe(0);
  });
});

test('字库里没有的字不打印空框，而是停下并指出是哪个字', () => {
  const printed = printDocument(aDocument(paragraphs('负责人：示例\u{323AF}某')), fonts);
  expect(printed).toEqual({
    ok: false,
    code: 'CHARACTER_WITHOUT_FONT',
    details: { character: '\u{323AF}', codePoint: 'U+323AF', text: '负责人：示例\u{323AF}某' },
  });
});
