import type { PrintedDocument } from '../../kernel/document.ts';

export interface RecoverySheetModel {
  readonly bureau: string;
  /** In groups of five, as it was shown. */
  readonly code: string;
  readonly printedOn: string;
}

/** 密封信封单: the recovery code on paper, sealed by two people and kept outside the office. */
export function recoverySheet({ bureau, code, printedOn }: RecoverySheetModel): PrintedDocument {
  return {
    title: '明签恢复码密封单',
    layout: 'form',
    printedOn,
    blocks: [
      { kind: 'title', level: 1, text: '明签恢复码密封单' },
      {
        kind: 'facts',
        rows: [
          ['单位', bureau],
          ['打印日期', printedOn],
        ],
      },
      { kind: 'space', mm: 8 },
      { kind: 'paragraph', text: code, align: 'center', size: 22, bold: true },
      { kind: 'space', mm: 8 },
      {
        kind: 'paragraph',
        indent: true,
        text: '管理员忘记密码时，在登录页选“使用恢复码”，按本单填写即可重设密码。字母不分大小写，横线可以不填。',
      },
      {
        kind: 'paragraph',
        indent: true,
        text: '本码使用一次即作废，程序随即给出新的恢复码，须重新打印密封。拆封、使用均记入操作台账。',
      },
      {
        kind: 'paragraph',
        indent: true,
        text: '请装入信封，封口骑缝处由两人签名并注明日期，交局主要领导或档案室保管。不得拍照，不得存入电脑。',
      },
      { kind: 'space', mm: 6 },
      { kind: 'signatures', places: ['密封人一', '密封人二', '保管人'], perRow: 3 },
    ],
  };
}
