import type { Block, PrintedDocument } from '../../kernel/document.ts';
import { chineseDate } from '../../kernel/local-date.ts';
import { handoverText, type SeatHandover } from './handover.ts';
import {
  disposalTitles,
  methods,
  methodTitles,
  problemKinds,
  problemTitles,
  refusalTitles,
  resultSentence,
  results,
  resultTitles,
} from './results.ts';
import type { Notice, ResultVersion, TeamMember } from './views.ts';

export interface VisitRecordModel {
  readonly bureau: string;
  readonly objectName: string;
  readonly objectCode: string;
  readonly taskNumber: string;
  readonly taskTitle: string;
  readonly members: readonly TeamMember[];
  readonly handovers: readonly SeatHandover[];
  readonly notice: Notice | null;
  /** Null prints the blank form that is taken along. */
  readonly version: ResultVersion | null;
  readonly printedOn: string;
}

/** 现场检查记录表: blank to be filled by hand, or with the result as entered. */
export function visitRecordDocument(model: VisitRecordModel): PrintedDocument {
  const { version, notice } = model;
  return {
    title: `${model.objectName}现场检查记录表`,
    layout: 'form',
    printedOn: version?.completedOn ?? model.printedOn,
    blocks: [
      { kind: 'title', level: 1, text: '现场检查记录表' },
      {
        kind: 'facts',
        perRow: 2,
        rows: [
          ['任务编号', model.taskNumber],
          ['通知书文号', notice?.number ?? ''],
          ['检查对象', model.objectName],
          ['信用代码', model.objectCode],
          ['检查日期', version === null ? '　　　　年　　月　　日' : chineseDate(version.inspectedOn)],
          ['检查地点', notice?.address ?? ''],
        ],
      },
      {
        kind: 'facts',
        rows: [
          ['任务名称', model.taskTitle],
          [
            '检查人员',
            model.members.map(({ seat, name, unit }) => `${name}（${unit}${seat === 0 ? '，组长' : ''}）`).join('、'),
          ],
          ...(model.handovers.length === 0
            ? []
            : [['人员更换', model.handovers.map(handoverText).join('；')] as const]),
          ['检查内容', notice?.items ?? ''],
          ['检查情况', version === null ? room(6) : version.findings],
          ...(version === null || version.evidence !== '' ? [['证据', version?.evidence ?? room(1)] as const] : []),
        ],
      },
      {
        kind: 'checks',
        label: '核查方式：',
        options: methods.map((method) => ({
          text: methodTitles[method],
          checked: version?.methods.includes(method) ?? false,
        })),
      },
      {
        kind: 'checks',
        label: '检查结果：',
        options: results.map((result) => ({ text: resultTitles[result], checked: version?.result === result })),
      },
      ...problems(version),
      ...outcome(version),
      {
        kind: 'signatures',
        places: ['检查组组长（签名）', '检查人员（签名）', '被检查单位负责人（签名）', '见证人（签名）'],
        perRow: 2,
      },
    ],
  };
}

function problems(version: ResultVersion | null): Block[] {
  if (version !== null && version.result !== 'pending') return [];
  const options = problemKinds.map((kind) => ({
    text: problemTitles[kind],
    checked: version?.problems.includes(kind) ?? false,
  }));
  return [{ kind: 'checks', label: '问题情形：', options }];
}

function outcome(version: ResultVersion | null): Block[] {
  if (version === null) return [{ kind: 'facts', rows: [['后续处置', '']] }];
  const refused = version.refusals.map((kind) => refusalTitles[kind]).join('；');
  const note = version.disposalNote === '' ? '' : `：${version.disposalNote}`;
  return [
    {
      kind: 'facts',
      rows: [
        ['抽查结果', resultSentence(version)],
        ...(refused === '' ? [] : [['不予配合', `${refused}；共${version.refusalTimes}次`] as const]),
        ['后续处置', `${disposalTitles[version.disposal]}${note}`],
        ['完成日期', chineseDate(version.completedOn)],
      ],
    },
  ];
}

/** Empty lines to write on. */
function room(lines: number): string {
  return '\n'.repeat(lines - 1);
}
