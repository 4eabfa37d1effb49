import type { PrintedDocument } from '../../kernel/document.ts';
import { chineseDate } from '../../kernel/local-date.ts';
import { differenceTitles, type EntryDifference, sayDifferences } from './compare.ts';

export interface DifferenceModel {
  readonly bureau: string;
  readonly before: string;
  readonly after: string;
  readonly differences: readonly EntryDifference[];
  readonly printedOn: string;
}

/** 规则包改动对照表 of two versions, one row a field. */
export function differenceDocument({
  bureau,
  before,
  after,
  differences,
  printedOn,
}: DifferenceModel): PrintedDocument {
  const title = `${bureau}规则包改动对照表`;
  return {
    title,
    layout: 'landscape',
    printedOn,
    blocks: [
      { kind: 'title', level: 1, text: title },
      { kind: 'paragraph', size: 10.5, text: `原版本：${before}` },
      { kind: 'paragraph', size: 10.5, text: `现版本：${after}` },
      { kind: 'paragraph', size: 10.5, text: sayDifferences(differences) },
      {
        kind: 'table',
        size: 9,
        empty: '两版内容相同',
        columns: [
          { title: '变动', width: 14, align: 'center' },
          { title: '章', width: 34 },
          { title: '条目', width: 40 },
          { title: '栏目', width: 26 },
          { title: '原内容', width: 66 },
          { title: '现内容', width: 66 },
        ],
        rows: differences.flatMap(rowsOf),
      },
      { kind: 'foot-note', text: `打印日期 ${chineseDate(printedOn)}` },
      { kind: 'signatures', places: ['经办人', '局领导'] },
    ],
  };
}

/** One row a field that changed; what is added or taken away stands in one. */
function rowsOf({ kind, chapter, name, fields }: EntryDifference): string[][] {
  const head = [differenceTitles[kind], chapter, name === chapter ? '' : name];
  if (kind !== 'changed') {
    const whole = fields.map(({ title, before, after }) => `${title}：${before}${after}`).join('\n');
    return [[...head, '全部', kind === 'removed' ? whole : '', kind === 'added' ? whole : '']];
  }
  return fields.map(({ title, before, after }, index) => [
    ...(index === 0 ? head : ['', '', '']),
    title,
    before,
    after,
  ]);
}
