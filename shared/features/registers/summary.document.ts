import type { Block, PrintedDocument } from '../../kernel/document.ts';
import { chineseDate } from '../../kernel/local-date.ts';
import { type Summary, summaryStateTitles } from './summary.ts';

export interface SummaryModel {
  readonly bureau: string;
  readonly summary: Summary;
  readonly printedOn: string;
}

const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The summary as 公文, with the list of its figures and where each was counted. Not yet approved it says so on every page. */
export function summaryDocument({ bureau, summary, printedOn }: SummaryModel): PrintedDocument {
  const { newest, state, isInternal } = summary;
  return {
    title: newest.title,
    layout: 'official',
    printedOn,
    ...(state === 'approved' ? {} : { watermark: summaryStateTitles[state] }),
    blocks: [
      ...(isInternal ? [{ kind: 'paragraph', bold: true, text: '内部资料　不公开' } as const] : []),
      { kind: 'title', level: 1, text: newest.title },
      ...sectionBlocks(newest.sections),
      { kind: 'closing', lines: [bureau, chineseDate(printedOn)] },
      { kind: 'page-break' },
      { kind: 'title', level: 2, text: '附　数据来源' },
      {
        kind: 'table',
        size: 10.5,
        columns: [
          { title: '序号', width: 10, align: 'center' },
          { title: '数据', width: 44 },
          { title: '数值', width: 20, align: 'right' },
          { title: '来源', width: 40 },
        ],
        rows: newest.figures.list.map(({ label, value, unit, source }, index) => [
          `${index + 1}`,
          label,
          `${value}${unit}`,
          source.title,
        ]),
        empty: '没有数据',
      },
      {
        kind: 'foot-note',
        text: `统计期间：${newest.figures.fromOn}至${newest.figures.toOn}，数据截至${newest.figures.asOf}。`,
      },
    ],
  };
}

function sectionBlocks(sections: Summary['newest']['sections']): Block[] {
  let number = 0;
  return sections.flatMap(({ heading, text }): Block[] => {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (heading !== '' && lines.length === 0) return [];
    const titled = heading === '' ? [] : [`${NUMBERS[number++] ?? number}、${heading}`];
    return [
      ...titled.map((line): Block => ({ kind: 'paragraph', indent: true, bold: true, text: line })),
      ...lines.map((line): Block => ({ kind: 'paragraph', indent: true, text: line })),
    ];
  });
}
