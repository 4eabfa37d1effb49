import type { PrintedDocument } from '../../kernel/document.ts';
import type { LocalDate } from '../../kernel/local-date.ts';

export interface LookupLedgerModel {
  readonly bureau: string;
  /** What was asked for, in words: `2026-01-01至2026-12-31，行政许可`; empty = all. */
  readonly filter: string;
  readonly lines: readonly {
    readonly number: string;
    readonly on: LocalDate;
    readonly objectName: string;
    readonly objectCode: string;
    readonly matter: string;
    readonly subject: string;
    readonly purpose: string;
    readonly askedBy: string;
    readonly lookedUpBy: string;
    readonly seen: string;
    readonly reportNumber: string;
  }[];
  readonly printedOn: LocalDate;
}

/** 信用查询台账 (逢办必查): an inner paper, for what was seen names the grade. */
export function lookupLedgerDocument({ bureau, filter, lines, printedOn }: LookupLedgerModel): PrintedDocument {
  return {
    title: '信用查询台账',
    layout: 'landscape',
    printedOn,
    watermark: '内部使用 不公开',
    blocks: [
      { kind: 'title', level: 1, text: '信用查询台账' },
      {
        kind: 'paragraph',
        text: `${bureau}　${filter === '' ? '' : `${filter}　`}共${lines.length}次　内部使用，不公开`,
      },
      {
        kind: 'table',
        size: 9,
        empty: '没有查询。',
        columns: [
          { title: '序号', width: 9, align: 'center' },
          { title: '编号', width: 30 },
          { title: '日期', width: 24, align: 'center' },
          { title: '企业', width: 38 },
          { title: '统一社会信用代码', width: 44 },
          { title: '事项', width: 40 },
          { title: '用途', width: 30 },
          { title: '提出', width: 22 },
          { title: '查询人', width: 18 },
          { title: '查询结果', width: 46 },
          { title: '信用报告', width: 28 },
        ],
        rows: lines.map((line, index) => [
          `${index + 1}`,
          line.number,
          line.on,
          line.objectName,
          line.objectCode,
          `${line.matter}：${line.subject}`,
          line.purpose,
          line.askedBy,
          line.lookedUpBy,
          line.seen,
          line.reportNumber,
        ]),
      },
      { kind: 'signatures', places: ['经办人', '审核人'], perRow: 2 },
    ],
  };
}
