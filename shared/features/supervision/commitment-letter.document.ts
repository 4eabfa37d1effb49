import type { Block, PrintedDocument } from '../../kernel/document.ts';
import { chineseDate } from '../../kernel/local-date.ts';
import { type CommitmentKind, commitmentKindTitles } from './commitment-rules.ts';

export interface CommitmentLetter {
  readonly number: string;
  readonly name: string;
  readonly kind: CommitmentKind;
  readonly isPublicised: boolean;
  readonly terms: readonly string[];
  readonly matter: string;
  readonly article: string;
  readonly objectName: string;
  readonly objectCode: string;
  readonly personInCharge: string;
  readonly address: string;
  readonly industry: string;
  readonly untilOn: string | null;
  readonly isEnded: boolean;
}

export interface CommitmentLettersModel {
  readonly bureau: string;
  readonly letters: readonly CommitmentLetter[];
  readonly printedOn: string;
}

/** 信用承诺书, one a page or more, to be signed: the enterprise's facts filled in, the pack's text, 主动公示 marked. */
export function commitmentLettersDocument({ bureau, letters, printedOn }: CommitmentLettersModel): PrintedDocument {
  const [first] = letters;
  const title = letters.length === 1 ? `${first?.objectName}信用承诺书` : `信用承诺书（${letters.length}份）`;
  return {
    title,
    layout: 'form',
    isUnnumbered: letters.length > 1,
    printedOn,
    ...(letters.length === 1 && first?.isEnded === true ? { watermark: '已终止' } : {}),
    blocks: letters.flatMap((letter, index): Block[] => [
      ...(index === 0 ? [] : [{ kind: 'page-break' } as const]),
      ...letterBlocks(letter, bureau),
    ]),
  };
}

function letterBlocks(letter: CommitmentLetter, bureau: string): Block[] {
  return [
    { kind: 'title', level: 1, text: `信用承诺书\n（${typeOf(letter)}）` },
    { kind: 'number', text: letter.number, align: 'right' },
    {
      kind: 'facts',
      rows: [
        ['承诺主体', letter.objectName],
        ['统一社会信用代码', letter.objectCode],
        ['法定代表人（负责人）', letter.personInCharge],
        ['住所（经营场所）', letter.address],
        ['联系电话', ''],
        ['承诺事项', letter.matter === '' ? letter.name : `${letter.name}（${letter.matter}）`],
        ['公示', letter.isPublicised ? '主动向社会公示' : '不公示'],
      ],
    },
    { kind: 'space', mm: 4 },
    { kind: 'paragraph', indent: true, text: `本单位向${bureau}郑重承诺：` },
    ...letter.terms.map((term, index): Block => ({ kind: 'paragraph', indent: true, text: `${index + 1}．${term}` })),
    ...(letter.untilOn === null
      ? []
      : [
          {
            kind: 'paragraph' as const,
            indent: true,
            text: `本承诺自签署之日起生效，至${chineseDate(letter.untilOn)}止。`,
          },
        ]),
    { kind: 'space', mm: 8 },
    { kind: 'signatures', places: ['承诺主体（盖章）', '法定代表人（负责人）'], perRow: 2 },
    { kind: 'foot-note', text: `依据：${letter.article}` },
  ];
}

/** A letter that is to be published says so, whatever it is about. */
function typeOf({ kind, isPublicised }: CommitmentLetter): string {
  const title = commitmentKindTitles[kind];
  return isPublicised && kind !== 'proactive-publicity' ? `${title}，主动公示` : title;
}
