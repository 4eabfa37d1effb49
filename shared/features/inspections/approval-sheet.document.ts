import type { PrintedDocument } from '../../kernel/document.ts';
import { chineseDate, localTimeOf } from '../../kernel/local-date.ts';
import { disposalTitles, methodTitles, resultSentence } from './results.ts';
import { correctionTitles, stateTitles } from './states.ts';
import type { ResultVersion } from './views.ts';

export interface ApprovalSheetModel {
  readonly bureau: string;
  readonly objectName: string;
  readonly objectCode: string;
  readonly taskNumber: string;
  readonly taskTitle: string;
  readonly version: ResultVersion;
  readonly printedOn: string;
}

const decisions = { approve: '同意', return: '退回' } as const;
const steps = { review: '审核', sign: '局主要领导签字' } as const;

/** 检查结果审批表: what was sent for review, and every opinion on it in order. */
export function approvalSheetDocument(model: ApprovalSheetModel): PrintedDocument {
  const { version } = model;
  const isCorrection = version.version > 1;
  const note = version.disposalNote === '' ? '' : `：${version.disposalNote}`;
  return {
    title: `${model.objectName}检查结果审批表`,
    layout: 'form',
    printedOn: model.printedOn,
    blocks: [
      { kind: 'title', level: 1, text: isCorrection ? '检查结果更正审批表' : '检查结果审批表' },
      {
        kind: 'facts',
        rows: [
          ['任务', `${model.taskNumber}　${model.taskTitle}`],
          ['检查对象', `${model.objectName}（${model.objectCode}）`],
          ['检查日期', `${chineseDate(version.inspectedOn)}检查，${chineseDate(version.completedOn)}完成`],
          ['核查方式', version.methods.map((method) => methodTitles[method]).join('、')],
          ['检查情况', version.findings],
          ['检查结果', resultSentence(version)],
          ['后续处置', `${disposalTitles[version.disposal]}${note}`],
          ...(version.reason === null ? [] : [['更正理由', version.reason] as const]),
          ['录入', `${version.enteredBy}　${localTimeOf(version.enteredAt)}`],
          ['状态', (isCorrection ? correctionTitles : stateTitles)[version.state]],
        ],
      },
      {
        kind: 'table',
        columns: [
          { title: '环节', width: 3, align: 'center' },
          { title: '决定', width: 2, align: 'center' },
          { title: '意见', width: 6 },
          { title: '姓名', width: 2, align: 'center' },
          { title: '时间', width: 4, align: 'center' },
        ],
        rows: version.reviews.map(({ step, decision, opinion, by, at }) => [
          steps[step],
          decisions[decision],
          opinion,
          by,
          localTimeOf(at),
        ]),
        empty: '尚无审核意见',
      },
      {
        kind: 'signatures',
        places: isCorrection ? ['经办人', '审核人', '局主要领导'] : ['经办人', '审核人', '负责人'],
      },
    ],
  };
}
