import type { PrintedDocument } from '../../kernel/document.ts';
import { chineseDate } from '../../kernel/local-date.ts';
import {
  type CommitmentKind,
  type CommitmentState,
  commitmentKindTitles,
  commitmentStateTitles,
  type Fulfilment,
  fulfilmentTitles,
} from './commitment-rules.ts';

/** A line of the 承诺台账. */
export interface RegisterLine {
  readonly number: string;
  readonly objectName: string;
  readonly objectCode: string;
  readonly name: string;
  readonly kind: CommitmentKind;
  readonly matter: string;
  readonly state: CommitmentState;
  readonly issuedOn: string;
  readonly signedOn: string | null;
  readonly signedBy: string | null;
  readonly publishedOn: string | null;
  readonly publishedAt: string | null;
  readonly untilOn: string | null;
  readonly outcome: Fulfilment | null;
  readonly checkedOn: string | null;
  readonly scans: number;
}

export interface CommitmentRegisterModel {
  readonly bureau: string;
  /** The filter in words; empty = all. */
  readonly scope: string;
  readonly lines: readonly RegisterLine[];
  readonly printedOn: string;
}

export const registerHeadings = [
  '编号',
  '承诺主体',
  '统一社会信用代码',
  '承诺事项',
  '类型',
  '事由',
  '出具日期',
  '签署日期',
  '签署人',
  '公示日期',
  '公示位置',
  '有效期至',
  '状态',
  '践诺情况',
  '核查日期',
  '签署件',
] as const;

/** The line as the workbook holds it, one text a heading. */
export function registerRow(line: RegisterLine): string[] {
  return [
    line.number,
    line.objectName,
    line.objectCode,
    line.name,
    commitmentKindTitles[line.kind],
    line.matter,
    line.issuedOn,
    line.signedOn ?? '',
    line.signedBy ?? '',
    line.publishedOn ?? '',
    line.publishedAt ?? '',
    line.untilOn ?? '',
    commitmentStateTitles[line.state],
    line.outcome === null ? '' : fulfilmentTitles[line.outcome],
    line.checkedOn ?? '',
    line.scans === 0 ? '' : `${line.scans}份`,
  ];
}

/** 承诺台账 on paper: who promised what, signed, published, kept. */
export function commitmentRegisterDocument({
  bureau,
  scope,
  lines,
  printedOn,
}: CommitmentRegisterModel): PrintedDocument {
  return {
    title: `承诺台账-${printedOn}`,
    layout: 'landscape',
    printedOn,
    blocks: [
      { kind: 'title', level: 1, text: `${bureau}\n信用承诺台账` },
      {
        kind: 'paragraph',
        text: `${scope === '' ? '全部承诺' : scope}，共${lines.length}份。打印日期${chineseDate(printedOn)}。`,
      },
      {
        kind: 'table',
        size: 9,
        empty: '没有承诺书。',
        columns: [
          { title: '序号', width: 2, align: 'center' },
          { title: '编号', width: 5 },
          { title: '承诺主体', width: 7 },
          { title: '统一社会信用代码', width: 7 },
          { title: '承诺事项', width: 6 },
          { title: '签署', width: 4 },
          { title: '公示', width: 5 },
          { title: '有效期至', width: 4 },
          { title: '状态', width: 3 },
          { title: '践诺情况', width: 5 },
        ],
        rows: lines.map((line, index) => [
          String(index + 1),
          line.number,
          line.objectName,
          line.objectCode,
          line.matter === '' ? line.name : `${line.name}（${line.matter}）`,
          said(line.signedOn, line.signedBy),
          said(line.publishedOn, line.publishedAt),
          line.untilOn ?? '—',
          commitmentStateTitles[line.state],
          line.outcome === null ? '未核查' : said(fulfilmentTitles[line.outcome], line.checkedOn),
        ]),
      },
    ],
  };
}

function said(first: string | null, second: string | null): string {
  return first === null ? '—' : [first, second ?? ''].filter((part) => part !== '').join(' ');
}
