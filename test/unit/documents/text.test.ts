import { expect, test } from 'vitest';
import { breakLines, type Cell, openGaps, spareRoom } from '../../../electron/documents/text.ts';
import { fc } from '../../support/properties.ts';

/** Characters one unit wide, Latin half of it: as on a manuscript grid. */
function cells(text: string): Cell[] {
  return [...text].map((character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return { codePoint, width: codePoint < 0x2000 ? 0.5 : 1 };
  });
}

function linesOf(text: string, width: number): string[] {
  const all = [...text];
  return breakLines(cells(text), 1, () => width).map(({ start, end }) => all.slice(start, end).join(''));
}

test('满行28字，第29字另起一行', () => {
  const text = '检'.repeat(57);
  expect(linesOf(text, 28).map((line) => line.length)).toEqual([28, 28, 1]);
});

test('逗号句号不在行首：挤得下就挤进本行', () => {
  expect(linesOf('检查，结果，公示。完毕', 8)).toEqual(['检查，结果，公示。', '完毕']);
});

test('挤不下时把前一字一并移到下一行', () => {
  expect(linesOf('检查结果公示，完毕', 6)).toEqual(['检查结果公', '示，完毕']);
});

test('左书名号、左括号不在行末', () => {
  expect(linesOf('遵照执行《细则》', 5)).toEqual(['遵照执行', '《细则》']);
  expect(linesOf('检查（二）', 3)).toEqual(['检查', '（二）']);
});

test('间隔号、破折号、省略号不在行首', () => {
  expect(linesOf('买买提·艾力', 3)).toEqual(['买买', '提·艾', '力']);
});

test('日期、数字、信用代码整体移行', () => {
  expect(linesOf('于2026-09-07检查', 6)).toEqual(['于2026-09-07', '检查']);
  expect(linesOf('信用代码91150784MA0N000012登记', 10)).toEqual(['信用代码', '91150784MA0N000012登', '记']);
});

test('六十四位承诺值可在任意处断开', () => {
  const hash = '9f86d081884c7d65'.repeat(4);
  expect(linesOf(hash, 20).map((line) => line.length)).toEqual([40, 24]);
});

test('行末空格不占位，也不带到下一行', () => {
  expect(linesOf('aaaa bbbb cccc', 4.5)).toEqual(['aaaa bbbb', 'cccc']);
});

test('比一行还长的词按字断开，一字不丢', () => {
  expect(linesOf('ABCDEFGHIJ', 2)).toEqual(['ABCD', 'EFGH', 'IJ']);
});

const marks = '，。、；：？！）》”';
const paragraph = fc
  .array(fc.constantFrom(...'检查企业结果公示，。、；：？！（）《》“”—…·2026A5% ab'), { minLength: 1, maxLength: 200 })
  .map((characters) => characters.join(''));

test('任何文本：除断行处空格外一字不丢，没有一行超宽', () => {
  fc.assert(
    fc.property(paragraph, fc.integer({ min: 4, max: 30 }), (text, width) => {
      const all = cells(text);
      const lines = breakLines(all, 1, () => width);
      const kept = lines.map(({ start, end }) => [...text].slice(start, end).join(''));
      expect(kept.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      for (const { start, end, squeeze } of lines) {
        const natural = all.slice(start, end).reduce((sum, cell) => sum + cell.width, 0);
        const spare = all
          .slice(start, end)
          .reduce((sum, cell, i) => sum + spareRoom(cell.codePoint, 1, start + i === end - 1), 0);
        expect(squeeze).toBeLessThanOrEqual(1);
        if (end - start > 1) expect(natural - squeeze * spare).toBeLessThanOrEqual(width + 0.01);
      }
    }),
    { numRuns: 500 },
  );
});

test('正常行文：标点不在行首，可拉伸的空隙够分', () => {
  const sentence = fc.array(fc.tuple(fc.stringMatching(/^[检查企业结果公示]{3,9}$/), fc.constantFrom(...marks)), {
    minLength: 5,
    maxLength: 30,
  });
  fc.assert(
    fc.property(sentence, fc.integer({ min: 8, max: 30 }), (pieces, width) => {
      const text = pieces.map(([words, mark]) => words + mark).join('');
      const all = cells(text);
      for (const line of breakLines(all, 1, () => width)) {
        expect(marks).not.toContain([...text][line.start]);
        expect(openGaps(all, line)).toBe(line.end - line.start - 1);
      }
    }),
    { numRuns: 300 },
  );
});
