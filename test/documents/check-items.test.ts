import { describe, expect, test } from 'vitest';
import { printDocument } from '../../electron/documents/assemble.ts';
import { checkListDiffDocument } from '../../shared/features/plans/check-item-diff.document.ts';
import { compareLists } from '../../shared/features/plans/check-item-diff.ts';
import { checkListDocument } from '../../shared/features/plans/check-items.document.ts';
import type { CheckItem, CheckList } from '../../shared/features/plans/check-items.ts';
import type { PrintedDocument } from '../../shared/kernel/document.ts';
import { anItem } from '../support/check-items.ts';
import { canReadPdfs, complaints, pageTexts, solidText, words } from '../support/pdf.ts';
import { bundledFonts } from '../support/prints.ts';

const fonts = bundledFonts();
const bureau = '额尔古纳市工业和信息化局（示例）';
const list: CheckList = {
  id: 1,
  version: 1,
  title: `${bureau}随机抽查事项清单（2026年版）`,
  state: 'approved',
  basedOn: null,
  ordinaryLimitBp: 1_000,
  draftedBy: '示例经办',
  draftedAt: '2026-01-05T01:00:00.000Z',
  submittedBy: '示例经办',
  submittedAt: '2026-01-06T01:00:00.000Z',
  approvedBy: '示例分管',
  approvedAt: '2026-01-07T01:00:00.000Z',
  approvedOn: '2026-01-07',
  supersededOn: null,
  approvalNumber: '示工信发〔2026〕1号',
  publishedOn: '2026-01-12',
  items: 0,
};

function itemAt(position: number, given: Partial<CheckItem> = {}): CheckItem {
  const code = `SX${String(position).padStart(3, '0')}`;
  return { ...anItem({ name: `示例事项${position}` }), id: position, position, code, ...given };
}

const clause = '（示例）规上工业企业落实生产法律法规，全员安全生产责任制落实情况，安全培训情况，安全投入等；';
/** Taller than a page: the row has to go on overleaf. */
const tall = Array.from({ length: 60 }, (_, i) => `${i + 1}.${clause}`).join('');

function print(document: PrintedDocument): Uint8Array {
  const printed = printDocument(document, fonts);
  if (!printed.ok) throw new Error(JSON.stringify(printed));
  return printed.value.bytes;
}

const published = (items: readonly CheckItem[], given: Partial<CheckList> = {}) =>
  print(checkListDocument({ list: { ...list, items: items.length, ...given }, items, printedOn: '2026-01-12' }));

describe.skipIf(!canReadPdfs)('随机抽查事项清单的打印件', () => {
  test('细则第五条的各栏、批准和公布的日期、文号都在', () => {
    const key = itemAt(1, {
      kind: 'key',
      quota: '100%',
      frequency: '每年1次',
      inBatches: true,
      methods: ['实地核查', '书面检查'],
    });
    const found = solidText(published([key, itemAt(2, { quota: '不少于5%' })]));
    for (const part of [
      '第1版　2026年1月7日局领导批准（示工信发〔2026〕1号）　2026年1月12日公布　共2项',
      '抽查对象',
      '抽查内容',
      '抽查依据',
      '抽查方式',
      '抽查比例和频次',
      '主管股室',
      '检查主体',
      'SX001',
      '实地核查、书面检查',
      '100%；每年1次；随机确定检查批次顺序',
      '重点检查事项1项',
      '一般检查事项1项，针对普通监管领域，抽查比例以10%为限',
    ]) {
      expect(found).toContain(part.replace(/\s/g, ''));
    }
  });

  test('长内容接排到下页，一字不丢，表头每页重复，有页码，不出版心', () => {
    const items = [itemAt(1, { content: tall, basis: clause.repeat(8) }), ...[2, 3, 4, 5, 6].map((n) => itemAt(n))];
    const bytes = published(items);
    expect(complaints(bytes)).toBe('');
    const pages = pageTexts(bytes);
    expect(pages.length).toBeGreaterThan(2);
    for (const [i, page] of pages.entries()) {
      expect(page).toContain(`第${i + 1}页 共${pages.length}页`);
      if (i + 1 < pages.length) expect(page).toContain('抽查依据');
    }
    const set = words(bytes);
    expect(Math.min(...set.map(({ left }) => left))).toBeGreaterThanOrEqual(51);
    expect(Math.max(...set.map(({ right }) => right))).toBeLessThanOrEqual(842 - 51);
    const digits = solidText(bytes);
    for (let i = 1; i <= 60; i += 1) expect(digits).toContain(`${i}.（示例）`);
  });

  test('没有批准的每页印有草稿字样，不写批准', () => {
    const found = solidText(
      published([itemAt(1)], { state: 'draft', version: null, approvedOn: null, publishedOn: null }),
    );
    expect(found).toContain('草稿');
    expect(found).not.toContain('局领导批准');
  });

  test('对照表逐栏列出原清单和现清单，写明依据', () => {
    const before = [itemAt(1), itemAt(2)];
    const after = [itemAt(1, { quota: '不少于8%' }), itemAt(3, { content: tall })];
    const difference = compareLists(before, after, [
      { code: 'SX001', reason: 'law', note: '示例规章修订' },
      { code: 'SX002', reason: 'function', note: '职能划出' },
    ]);
    const later = { ...list, id: 2, version: 2, approvedOn: '2026-06-01' };
    const model = { bureau, before: list, after: later, difference, printedOn: '2026-06-02' };
    const found = solidText(print(checkListDiffDocument(model)));
    for (const part of [
      '原清单：第1版',
      '（2026年6月1日批准）',
      '新增1项，调整1项，取消1项。',
      '调整SX001示例事项1抽查比例不少于5%不少于8%法律法规规章制修订：示例规章修订',
      '取消SX002示例事项2',
      '政府职能转变：职能划出',
    ]) {
      expect(found).toContain(part.replace(/\s/g, ''));
    }
  });
});
