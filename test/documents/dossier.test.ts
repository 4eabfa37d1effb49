import { describe, expect, test } from 'vitest';
import { printDossier, printDossiers } from '../../electron/documents/assemble.ts';
import { mm } from '../../electron/documents/pdf.ts';
import { withScans } from '../../electron/documents/scans.ts';
import { type Block, type Dossier, pageCountMark, type ScannedFile } from '../../shared/kernel/document.ts';
import { canReadPdfs, complaints, greys, pageTexts, unpacked, words } from '../support/pdf.ts';
import { aDocument, aDossier, aPart, bundledFonts, paragraphs } from '../support/prints.ts';
import { scannedPdf, scannedPng, turnedJpeg, turnedPdf } from '../support/scans.ts';

const fonts = bundledFonts();

function print(dossier: Dossier): Uint8Array {
  const printed = printDossier(dossier, fonts);
  if (!printed.ok) throw new Error(JSON.stringify(printed));
  return printed.value.bytes;
}

const marginOf = (text: string) => text.trim().split('\n')[0]?.trim();

describe.skipIf(!canReadPdfs)('卷宗', () => {
  const parts = [aPart('抽取记录', 2), aPart('检查通知书', 1), aPart('现场检查记录表', 3), aPart('结果公示表', 1)];

  test('依次是封面、卷内目录、各件、备考表', () => {
    const pages = pageTexts(print(aDossier(parts)));
    expect(pages.length).toBe(2 + 7 + 1);
    expect(pages[0]).toContain('行政检查卷宗');
    expect(pages[1]).toContain('卷内目录');
    expect(pages[2]).toContain('抽取记录正文');
    expect(pages[4]).toContain('检查通知书正文');
    expect(pages[9]).toContain('卷内备考表');
  });

  test('目录页号与各件实际页号一致，末件写起止页', () => {
    const pages = pageTexts(print(aDossier([...parts, aPart('整改材料', 3)])));
    const contents = (pages[1] ?? '').replace(/\s+/g, ' ');
    const told = [...contents.matchAll(/(抽取记录|检查通知书|现场检查记录表|结果公示表|整改材料) 2026-09-07 (\S+)/g)];
    expect(told.map(([, title, page]) => [title, page])).toEqual([
      ['抽取记录', '1'],
      ['检查通知书', '3'],
      ['现场检查记录表', '4'],
      ['结果公示表', '7'],
      ['整改材料', '8-10'],
    ]);
    for (const [, title, page = ''] of told) {
      const shown = pages.find((text) => text.includes(`${title}正文`)) ?? '';
      expect(marginOf(shown)).toBe(page.split('-')[0]);
    }
  });

  test('页号连续：正面在右上，背面在左上；订口正面在左，背面在右', () => {
    const bytes = print(aDossier([aPart('现场检查记录表', 4), aPart('通知书', 3)]));
    const all = words(bytes);
    const middle = (105 * 72) / 25.4;
    for (let number = 1; number <= 7; number += 1) {
      const page = number + 2;
      const mark = all.find((word) => word.page === page && word.top < 60);
      expect(mark?.text).toBe(`${number}`);
      expect((mark?.left ?? 0) > middle).toBe(number % 2 === 1);
    }
    const leftOf = (page: number) =>
      Math.min(...all.filter((word) => word.page === page && word.text.includes('续页')).map(({ left }) => left));
    // First line set in by two characters of 12 pt.
    expect(leftOf(5) - 24).toBeCloseTo((28 * 72) / 25.4, 0);
    expect(leftOf(4) - 24).toBeCloseTo((20 * 72) / 25.4, 0);
  });

  test('须从正面起的文件前留空白背面，目录页号照实', () => {
    const pages = pageTexts(print(aDossier([aPart('记录', 1), aPart('决定书', 1, { onFrontSide: true })])));
    expect(pages[3]?.trim()).toBe('2');
    expect(pages[4]).toContain('决定书正文');
    expect(marginOf(pages[4] ?? '')).toBe('3');
    expect((pages[1] ?? '').replace(/\s+/g, ' ')).toContain('决定书 2026-09-07 3');
  });

  test('目录有几页时第一件仍从正面起', () => {
    const many = Array.from({ length: 90 }, (_, i) => aPart(`第${i + 1}件证据材料`, 1));
    const pages = pageTexts(print(aDossier(many)));
    const first = pages.findIndex((text) => text.includes('第1件证据材料正文'));
    expect(first % 2).toBe(0);
    expect(pages.filter((text) => /题名/.test(text)).length).toBeGreaterThan(1);
    expect(marginOf(pages[first + 89] ?? '')).toBe('90');
  });

  test('封面和备考表里的页数由打印填入', () => {
    const dossier = aDossier(parts, {
      cover: paragraphs(`共4件${pageCountMark}页`),
      closing: paragraphs(`本卷${pageCountMark}页`),
    });
    const pages = pageTexts(print(dossier));
    expect(pages[0]).toContain('共4件7页');
    expect(pages.at(-1)).toContain('本卷7页');
  });

  test('书签指向各件，文件经 qpdf 检查无误，两次打印字节相同', () => {
    const bytes = print(aDossier(parts));
    expect(complaints(bytes)).toBe('');
    const file = unpacked(bytes);
    expect(file).toMatch(/\/Count 6\b/);
    expect(file.match(/\/Dest \[/g)?.length).toBe(6);
    expect(file).toContain('/GTS_PDFA1');
    expect(Buffer.compare(bytes, print(aDossier(parts)))).toBe(0);
  });

  test('多卷合成一个文件：每卷从正面起，各自编页', () => {
    const one = aDossier([aPart('记录', 1)]);
    let told = 0;
    const printed = printDossiers([one, { ...one, title: '第二卷' }, one], fonts, (done) => {
      told = done;
    });
    if (!printed.ok) throw new Error('refused');
    const pages = pageTexts(printed.value.bytes);
    expect(pages.length).toBe(printed.value.pages);
    const starts = pages.flatMap((text, i) => (text.includes('行政检查卷宗') ? [i] : []));
    expect(starts).toEqual([0, 4, 8]);
    expect(pages.filter((text) => marginOf(text) === '1').length).toBe(3);
    expect(told).toBe(3);
  });
});

test('卷宗里一个字印不出，整卷不印', () => {
  const broken = aPart('记录', 1, { author: '示例\u{323AF}局' });
  const printed = printDossier(aDossier([broken]), fonts);
  expect(printed).toMatchObject({ ok: false, code: 'CHARACTER_WITHOUT_FONT', details: { codePoint: 'U+323AF' } });
});

describe.skipIf(!canReadPdfs)('签字件入卷', () => {
  test('扫描的每一页各占一页，连续编页号，进目录，文字还在', async () => {
    const file = { type: 'application/pdf', bytes: await scannedPdf(2) } as const;
    const picture = { type: 'image/png', bytes: scannedPng } as const;
    const blocks: Block[] = [
      { kind: 'scan', scan: { file, page: 0 } },
      { kind: 'scan', scan: { file, page: 1 } },
      { kind: 'scan', scan: { file: picture, page: 0 } },
    ];
    const signed = aDocument(blocks, { title: '签字件', layout: 'cover' });
    const parts = [aPart('抽取记录', 1), aPart('签字件', 1, { document: signed }), aPart('通知书', 1)];
    const printed = printDossier(aDossier(parts), fonts);
    if (!printed.ok) throw new Error(printed.code);
    expect(printed.value.placed?.map(({ scan }) => scan.page)).toEqual([0, 1, 0]);
    const bytes = await withScans(printed.value.bytes, printed.value.placed ?? []);
    expect(complaints(bytes)).toBe('');
    const pages = pageTexts(bytes);
    expect(pages).toHaveLength(printed.value.pages);
    const at = printed.value.placed?.[0]?.at ?? 0;
    expect(pages[at]).toMatch(/2[\s\S]*page 1/);
    expect(pages[at + 1]).toMatch(/3[\s\S]*page 2/);
    expect(pages[at + 3]).toContain('通知书');
    expect(Buffer.from(await withScans(printed.value.bytes, printed.value.placed ?? [])).equals(bytes)).toBe(true);
  });

  /** The dark part on the last page of a print onto which the scan was set, below the page number; in points. */
  async function darkPart(file: ScannedFile) {
    const signed = aDocument([{ kind: 'scan', scan: { file, page: 0 } }], { title: '签字件', layout: 'cover' });
    const printed = printDossier(aDossier([aPart('签字件', 1, { document: signed })]), fonts);
    if (!printed.ok) throw new Error(printed.code);
    const placed = printed.value.placed ?? [];
    const page = greys(await withScans(printed.value.bytes, placed), (placed[0]?.at ?? 0) + 1);
    const points = Array.from({ length: page.height - 54 }, (_, i) => i + 54).flatMap((y) =>
      Array.from({ length: page.width }, (_, x) => ({ x, y })).filter(({ x }) => page.at(x, y) < 64),
    );
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    const [left, top] = [xs, ys].map((all) => all.reduce((a, b) => Math.min(a, b), 999)) as [number, number];
    const [right, bottom] = [xs, ys].map((all) => all.reduce((a, b) => Math.max(a, b), 0) + 1) as [number, number];
    return { left, top, width: right - left, height: bottom - top };
  }

  // 595 by 842 less 10 mm each side and 19 mm above: a sheet twice as high as wide is 760 high, in the middle.
  const room = { left: mm(10), top: mm(19), width: mm(190), height: mm(268) };

  test.each([0, 90, 180, 270] as const)('扫描件转存%i度、纸边在别处：入卷是正的，只有裁切框以内', async (rotation) => {
    const { left, top, width, height } = await darkPart({ type: 'application/pdf', bytes: await turnedPdf(rotation) });
    expect(Math.abs(left - (room.left + room.width / 2 - room.height / 4))).toBeLessThan(2);
    expect(Math.abs(top - room.top)).toBeLessThan(2);
    expect(Math.abs(width - room.height / 4)).toBeLessThan(3);
    expect(Math.abs(height - room.height / 2)).toBeLessThan(3);
  });

  test.each([
    [1, 0, 0],
    [2, 2, 0],
    [3, 2, 1],
    [4, 0, 1],
    [5, 0, 0],
    [6, 1, 0],
    [7, 1, 2],
    [8, 0, 2],
  ])('拍照存的方向是%i：入卷是正的', async (orientation, column, row) => {
    const { left, top, width, height } = await darkPart({ type: 'image/jpeg', bytes: turnedJpeg(orientation) });
    const [columns, rows] = orientation < 5 ? [3, 2] : [2, 3];
    const side = Math.min(room.width / columns, room.height / rows);
    expect(Math.abs(width - side)).toBeLessThan(4);
    expect(Math.abs(height - side)).toBeLessThan(4);
    expect(Math.abs(left - (room.left + (room.width - columns * side) / 2 + column * side))).toBeLessThan(4);
    expect(Math.abs(top - (room.top + (room.height - rows * side) / 2 + row * side))).toBeLessThan(4);
  });
});
