import { creditKindTitles } from '../../kernel/credit-facts.ts';
import type { PrintedDocument } from '../../kernel/document.ts';
import { chineseDate, type LocalDate } from '../../kernel/local-date.ts';
import { type PublicityLine, publicityStanding } from './record-sheets.ts';

export interface PublicityLedgerModel {
  readonly bureau: string;
  /** What the lines are of: `2026-01-01至2026-09-07`, or empty. */
  readonly span: string;
  /** `行政许可、行政处罚自决定之日起7个工作日内（鸡西方案第12项）`. */
  readonly terms: readonly string[];
  readonly lines: readonly PublicityLine[];
  readonly printedOn: LocalDate;
}

/** 双公示台账 to be printed, signed and filed. */
export function publicityLedger({ bureau, span, terms, lines, printedOn }: PublicityLedgerModel): PrintedDocument {
  const title = '行政许可和行政处罚等信用信息公示台账（双公示台账）';
  const overdue = lines.filter(({ isOverdue, publicity }) => isOverdue && publicity === 'pending').length;
  return {
    title,
    layout: 'landscape',
    printedOn,
    blocks: [
      { kind: 'title', level: 1, text: title },
      {
        kind: 'paragraph',
        text: `填报机关：${bureau}　${span === '' ? '' : `决定日期：${span}　`}打印日期：${chineseDate(printedOn)}　共${lines.length}条${overdue === 0 ? '' : `，其中逾期未公示${overdue}条`}`,
      },
      ...terms.map((text) => ({ kind: 'paragraph' as const, text: `公示时限：${text}。`, size: 10 })),
      {
        kind: 'table',
        size: 9,
        empty: '没有应当公示的信用信息。',
        columns: [
          { title: '序号', width: 26, align: 'center' },
          { title: '类别', width: 52 },
          { title: '企业名称', width: 112 },
          { title: '统一社会信用代码', width: 116 },
          { title: '文书号', width: 100 },
          { title: '决定日期', width: 66, align: 'center' },
          { title: '应公示日期', width: 66, align: 'center' },
          { title: '公示日期', width: 66, align: 'center' },
          { title: '公示地址', width: 86 },
          { title: '状态', width: 66 },
        ],
        rows: lines.map((line, index) => [
          `${index + 1}`,
          creditKindTitles[line.kind],
          line.objectName,
          line.objectCode,
          line.documentNumber,
          line.happenedOn,
          line.dueOn ?? '',
          line.publishedOn ?? '',
          line.publishedWhere ?? '',
          publicityStanding(line),
        ]),
      },
      { kind: 'signatures', places: ['填表人', '审核人', '负责人'] },
    ],
  };
}
