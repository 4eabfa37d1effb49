import type { PrintedDocument } from '../../kernel/document.ts';
import { chineseDate } from '../../kernel/local-date.ts';
import {
  differenceTitles,
  type ItemDifference,
  type ListDifference,
  sayDifference,
  sayReason,
} from './check-item-diff.ts';
import { type CheckList, checkItemTitles, sayListState } from './check-items.ts';

export interface CheckListDiffModel {
  readonly bureau: string;
  readonly before: CheckList;
  readonly after: CheckList;
  readonly difference: ListDifference;
  readonly printedOn: string;
}

/** 清单调整对照表 between two versions. */
export function checkListDiffDocument({
  bureau,
  before,
  after,
  difference,
  printedOn,
}: CheckListDiffModel): PrintedDocument {
  const title = `${bureau}随机抽查事项清单调整对照表`;
  return {
    title,
    layout: 'landscape',
    printedOn,
    blocks: [
      { kind: 'title', level: 1, text: title },
      { kind: 'paragraph', size: 10.5, text: `原清单：${nameOf(before)}` },
      { kind: 'paragraph', size: 10.5, text: `现清单：${nameOf(after)}` },
      { kind: 'paragraph', size: 10.5, text: sayDifference(difference) },
      {
        kind: 'table',
        size: 9,
        empty: '两版内容相同',
        columns: [
          { title: '变动', width: 12, align: 'center' },
          { title: '事项编码', width: 15, align: 'center' },
          { title: checkItemTitles.name, width: 34 },
          { title: '栏目', width: 20, align: 'center' },
          { title: '原清单', width: 62 },
          { title: '现清单', width: 62 },
          { title: '调整依据', width: 46 },
        ],
        rows: difference.items.flatMap(rowsOf),
      },
      { kind: 'foot-note', text: `打印日期 ${chineseDate(printedOn)}` },
      { kind: 'signatures', places: ['经办人', '股室负责人', '局领导'] },
    ],
  };
}

/** `第2版《…清单》（2026年6月1日批准）`. */
export function nameOf(list: CheckList): string {
  const { version, title, approvedOn } = list;
  if (version === null || approvedOn === null) return `《${title}》（${sayListState(list)}）`;
  return `第${version}版《${title}》（${chineseDate(approvedOn)}批准）`;
}

/** One row a field that changed; what is added or taken away stands in one. */
function rowsOf({ kind, code, name, fields, reasons }: ItemDifference): string[][] {
  const head = [differenceTitles[kind], code, name];
  const why = reasons.map(sayReason).join('\n');
  const whole = fields
    .filter(({ field }) => field !== 'name')
    .map(({ field, before, after }) => `${checkItemTitles[field]}：${before}${after}`)
    .join('\n');
  if (kind === 'added') return [[...head, '全部', '', whole, why]];
  if (kind === 'removed') return [[...head, '全部', whole, '', why]];
  return fields.map(({ field, before, after }, i) => [
    ...head,
    checkItemTitles[field],
    before,
    after,
    i === 0 ? why : '',
  ]);
}
