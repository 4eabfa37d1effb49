import { type Severity, severityTitles } from '../../kernel/credit-facts.ts';
import type { PrintedDocument } from '../../kernel/document.ts';
import { chineseDate, type LocalDate } from '../../kernel/local-date.ts';
import { serviceReceipt } from './paper-parts.ts';
import { repairMaterials } from './repairs.ts';

export interface RepairNoticeModel {
  readonly bureau: string;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly objectName: string;
  readonly objectCode: string;
  /** The 处罚决定书 it is served with. */
  readonly penalty: { readonly number: string; readonly on: LocalDate };
  readonly severity: Severity;
  readonly minMonths: number;
  readonly maxMonths: number;
  readonly earliestOn: LocalDate;
  /** In full. */
  readonly article: string;
  readonly ways: readonly { readonly name: string; readonly proof: string }[];
}

/** 信用修复告知书, served together with the penalty (两书同达). */
export function repairNoticeDocument(model: RepairNoticeModel): PrintedDocument {
  const { bureau, penalty, severity, minMonths, maxMonths, ways } = model;
  const paragraph = (text: string) => ({ kind: 'paragraph', indent: true, text }) as const;
  const papers = Object.values(repairMaterials).join('、');
  return {
    title: `行政处罚信息信用修复告知书 ${model.number}`,
    layout: 'official',
    printedOn: model.issuedOn,
    blocks: [
      { kind: 'title', level: 1, text: `${bureau}\n行政处罚信息信用修复告知书` },
      { kind: 'number', text: model.number, align: 'right' },
      { kind: 'paragraph', text: `${model.objectName}（统一社会信用代码${model.objectCode}）：` },
      paragraph(
        `我局于${chineseDate(penalty.on)}对你单位作出行政处罚决定（${penalty.number === '' ? '文号见处罚决定书' : penalty.number}）。现将信用修复的有关事项与处罚决定书一并告知：`,
      ),
      paragraph(
        `一、公示期限。上述处罚信息属于${severityTitles[severity]}失信信息，依据${model.article}，自处罚决定书日期起${publicationSpan(minMonths, maxMonths)}。`,
      ),
      paragraph(`二、申请时间。自${chineseDate(model.earliestOn)}起，你单位可以向我局申请信用修复。`),
      paragraph(`三、申请条件和材料。已经履行处罚决定确定的义务，纠正违法行为、消除不良影响，并提交${papers}。`),
      ...(ways.length === 0
        ? []
        : [paragraph(`四、修复方式。${ways.map(({ name, proof }) => `${name}（${proof}）`).join('；')}。`)]),
      paragraph('完成信用修复后，停止公示上述处罚信息，解除有关的失信惩戒措施。'),
      { kind: 'closing', lines: [bureau, chineseDate(model.issuedOn)], seal: true },
      ...serviceReceipt,
    ],
  };
}

/** `最短公示3个月，最长公示12个月`; a tier that need not be shown says only its longest. */
export function publicationSpan(minMonths: number, maxMonths: number): string {
  return minMonths === 0 ? `公示期最长不超过${maxMonths}个月` : `最短公示${minMonths}个月，最长公示${maxMonths}个月`;
}
