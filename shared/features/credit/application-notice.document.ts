import type { PrintedDocument } from '../../kernel/document.ts';
import { chineseDate, type LocalDate } from '../../kernel/local-date.ts';
import type { PathReason } from './approval-path.ts';

export interface ApplicationNoticeModel {
  readonly bureau: string;
  readonly number: string;
  readonly objectName: string;
  readonly objectCode: string;
  /** 项目申报, 资金审核 …. */
  readonly kind: string;
  readonly title: string;
  readonly receivedOn: LocalDate;
  readonly reason: string;
  /** What was found, a sentence each, with its article. */
  readonly findings: readonly PathReason[];
  readonly decidedOn: LocalDate;
}

/** 不予上报告知书 to the applicant: what was found and how to put it right. No grade, for it leaves the office. */
export function applicationNoticeDocument(model: ApplicationNoticeModel): PrintedDocument {
  const { bureau, number, objectName, objectCode, kind, title, receivedOn, reason, findings, decidedOn } = model;
  return {
    title: `不予上报告知书 ${objectName} ${number}`,
    layout: 'official',
    printedOn: decidedOn,
    blocks: [
      { kind: 'letterhead', agency: bureau, number },
      { kind: 'title', level: 1, text: '不予上报告知书' },
      { kind: 'paragraph', text: `${objectName}（${objectCode}）：` },
      {
        kind: 'paragraph',
        indent: true,
        text: `本机关${chineseDate(receivedOn)}收到你单位关于“${title}”的申报材料（${kind}）。按照项目申报、资金争取、企业奖励、技术创新申报先查询信用的规定，经审核，决定不予上报。理由如下：`,
      },
      ...findings.map(
        ({ text, article }, index) =>
          ({
            kind: 'paragraph',
            indent: true,
            text: `${index + 1}. ${text.replace(/。$/, '')}（${article}）。`,
          }) as const,
      ),
      { kind: 'paragraph', indent: true, text: findings.length === 0 ? reason : `综合意见：${reason}` },
      {
        kind: 'paragraph',
        indent: true,
        text: '你单位可以依照规定纠正失信行为、消除不良影响、办理信用修复，并签订承诺书；修复完成后，可以向本机关提出重新审核。对上述信用信息有异议的，可以提出信用异议，本机关核实后答复。',
      },
      { kind: 'closing', lines: [bureau, chineseDate(decidedOn)], seal: true },
    ],
  };
}
