import type { PrintedDocument } from '../../kernel/document.ts';
import { chineseDate, type LocalDate } from '../../kernel/local-date.ts';
import { type ObjectionMatter, sayCorrection } from './objections.ts';
import { sentence, serviceReceipt } from './paper-parts.ts';

export interface ObjectionAnswerModel {
  readonly bureau: string;
  readonly objection: ObjectionMatter;
  /** The day of the answer once it is given, before that the day of printing. */
  readonly answeredOn: LocalDate;
}

const decisions = {
  correct: '予以更正',
  withdraw: '予以撤销',
  keep: '予以维持',
} as const;

/** 信用信息异议答复书, of a 检查结果 the 复查情况告知书 (细则第十条); null before the decision. No grade stands on it. */
export function objectionAnswerDocument({
  bureau,
  objection,
  answeredOn,
}: ObjectionAnswerModel): PrintedDocument | null {
  const { decision, check } = objection;
  if (decision === null || check === null) return null;
  const isResult = objection.subject === 'inspection';
  const name = isResult ? '检查结果异议复查情况告知书' : '信用信息异议答复书';
  const paragraph = (text: string) => ({ kind: 'paragraph', indent: true, text }) as const;
  return {
    title: `${name} ${objection.number}`,
    layout: 'official',
    printedOn: answeredOn,
    blocks: [
      { kind: 'title', level: 1, text: `${bureau}\n${name}` },
      { kind: 'number', text: objection.number, align: 'right' },
      { kind: 'paragraph', text: `${objection.objectName}（统一社会信用代码${objection.objectCode}）：` },
      paragraph(
        `${objection.objector}于${chineseDate(objection.receivedOn)}就“${objection.title}”提出异议：${sentence(objection.claim)}`,
      ),
      paragraph(
        isResult
          ? `收到申请材料后，${check.supplier}组织了复查。${sentence(check.finding)}`
          : `我局${check.supplier === bureau ? '' : `会同${check.supplier}`}进行了核实。${sentence(check.finding)}`,
      ),
      paragraph(`${sentence(decision.opinion)}我局决定${decisions[decision.outcome]}${correctionOf(objection)}。`),
      ...(decision.isWrongful ? [paragraph('因信息有误造成的影响，我局将告知有关部门，及时予以消除。')] : []),
      paragraph(
        isResult
          ? '对异议结果不服的，可以依法申请行政复议或者提起行政诉讼。'
          : '对答复仍有异议的，可以向我局反馈，也可以依法申请行政复议或者提起行政诉讼。',
      ),
      { kind: 'closing', lines: [bureau, chineseDate(answeredOn)], seal: true },
      ...serviceReceipt,
    ],
  };
}

function correctionOf({ decision, check }: ObjectionMatter): string {
  const said = decision?.outcome === 'correct' && check !== null ? sayCorrection(check.correction) : '';
  return said === '' ? '' : `：${said}`;
}
