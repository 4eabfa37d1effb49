import type { PrintedDocument } from '../../kernel/document.ts';
import { chineseDate } from '../../kernel/local-date.ts';
import { dayOfStep, type Letter, letterStateTitles } from './letter.ts';

export interface LetterModel {
  readonly bureau: string;
  readonly letter: Letter;
  readonly printedOn: string;
}

/** 通报函 as 公文: head, number, to whom, text, closing with seal. It bears the day it was signed; before that it says it is a draft. */
export function letterDocument({ bureau, letter, printedOn }: LetterModel): PrintedDocument {
  const { newest, number, addressee, state, steps } = letter;
  const signedOn = dayOfStep(steps, 'approve');
  const isDraft = state === 'draft' || state === 'returned' || state === 'withdrawn';
  return {
    title: `${number} ${newest.title}`,
    layout: 'official',
    printedOn,
    ...(isDraft ? { watermark: letterStateTitles[state] } : {}),
    blocks: [
      { kind: 'letterhead', agency: bureau, number },
      { kind: 'title', level: 1, text: newest.title },
      { kind: 'paragraph', text: `${addressee}：` },
      ...newest.body
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((text) => ({ kind: 'paragraph', indent: true, text: text.trim() }) as const),
      { kind: 'closing', lines: [bureau, chineseDate(isDraft ? printedOn : (signedOn ?? printedOn))], seal: true },
    ],
  };
}
