import type { PrintedDocument } from '../../kernel/document.ts';
import { chineseDate } from '../../kernel/local-date.ts';

export interface GreenChannelModel {
  readonly bureau: string;
  readonly number: string;
  readonly objectName: string;
  readonly objectCode: string;
  /** What it gives, in the pack's words; one line each. */
  readonly gives: readonly string[];
  /** `《……制度（试行）》第八条`. */
  readonly article: string;
  readonly fromOn: string;
  readonly untilOn: string;
  /** The local day it was issued. */
  readonly issuedOn: string;
  readonly revokedOn: string | null;
}

/**
 * 绿色通道证, handed out: whom it is for, what it gives, how long. It leaves the office, so it says nothing of the grade or
 * why it was given (等级不公开).
 */
export function greenChannelDocument(model: GreenChannelModel): PrintedDocument {
  const { bureau, number, objectName, objectCode, gives, article, fromOn, untilOn, issuedOn, revokedOn } = model;
  return {
    title: `${objectName}绿色通道证`,
    layout: 'official',
    isUnnumbered: true,
    printedOn: issuedOn,
    ...(revokedOn === null ? {} : { watermark: '已撤销' }),
    blocks: [
      { kind: 'title', level: 1, text: '绿色通道证' },
      { kind: 'number', text: number, align: 'center' },
      { kind: 'space', mm: 6 },
      { kind: 'paragraph', text: `${objectName}（统一社会信用代码${objectCode}）：`, size: 16 },
      { kind: 'paragraph', indent: true, size: 16, text: `根据${article}，我局对你单位：` },
      ...gives.map((text, index) => ({
        kind: 'paragraph' as const,
        indent: true,
        size: 16,
        text: `（${chineseNumbers[index] ?? index + 1}）${text}${index === gives.length - 1 ? '。' : '；'}`,
      })),
      {
        kind: 'paragraph',
        indent: true,
        size: 16,
        text: `本证有效期自${chineseDate(fromOn)}至${chineseDate(untilOn)}。办理事项时请出示本证；条件不再具备的，我局收回本证。`,
      },
      { kind: 'space', mm: 6 },
      { kind: 'closing', lines: [bureau, chineseDate(issuedOn)], seal: true },
    ],
  };
}

const chineseNumbers = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
