import type { PrintedDocument } from '../../kernel/document.ts';
import { chineseDate, type LocalDate } from '../../kernel/local-date.ts';
import {
  type DefenceOutcome,
  defenceOutcomes,
  type PersonCapacity,
  type RemovalReason,
  removalReasons,
} from './lists.ts';
import { groundSentence, listSubject, opened, sentence, serviceReceipt } from './paper-parts.ts';

export interface ListDecisionModel {
  readonly bureau: string;
  readonly number: string;
  readonly decidedOn: LocalDate;
  readonly listName: string;
  readonly polarity: 'good' | 'bad';
  readonly levelName: string | null;
  readonly objectName: string;
  readonly objectCode: string;
  readonly person: { readonly name: string; readonly capacity: PersonCapacity } | null;
  readonly facts: string;
  readonly rests: readonly string[];
  /** Null where the ground is the grade, which stands on no paper. */
  readonly ground: string | null;
  /** In full: `《……制度（试行）》第二条`. */
  readonly article: string;
  readonly opinion: string;
  readonly notice: { readonly number: string; readonly servedOn: LocalDate } | null;
  readonly defence: { readonly outcome: DefenceOutcome; readonly statement: string; readonly opinion: string } | null;
  readonly decision:
    | {
        readonly kind: 'listed';
        readonly untilOn: LocalDate | null;
        readonly consequences: readonly string[];
      }
    | { readonly kind: 'not-listed' }
    | {
        readonly kind: 'removed';
        readonly reason: RemovalReason;
        readonly listedBy: string;
        /** Null: it had not been published. */
        readonly stoppedOn: LocalDate | null;
        readonly lifted: readonly string[];
      }
    | { readonly kind: 'kept'; readonly listedBy: string };
}

const titles = {
  listed: '列入名单决定书',
  'not-listed': '不予列入名单决定书',
  removed: '移出名单决定书',
  kept: '不予移出名单决定书',
} as const;

/** 列入、不予列入、移出、不予移出名单决定书. No grade and no identity number stands on it. */
export function listDecisionDocument(model: ListDecisionModel): PrintedDocument {
  const { bureau, decision } = model;
  const title = titles[decision.kind];
  const paragraph = (text: string) => ({ kind: 'paragraph', indent: true, text }) as const;
  return {
    title: `${title} ${model.number}`,
    layout: 'official',
    printedOn: model.decidedOn,
    blocks: [
      { kind: 'title', level: 1, text: `${bureau}\n${title}` },
      { kind: 'number', text: model.number, align: 'right' },
      { kind: 'paragraph', text: listSubject(model) },
      ...sentencesOf(model).map(paragraph),
      { kind: 'closing', lines: [bureau, chineseDate(model.decidedOn)], seal: true },
      ...serviceReceipt,
    ],
  };
}

function sentencesOf(model: ListDecisionModel): readonly string[] {
  const { decision, listName, person, opinion } = model;
  const you = person === null ? '你单位' : '你';
  const level = model.levelName === null ? '' : `（${model.levelName}）`;
  const remedy = `对本决定不服的，可以依法申请行政复议或者提起行政诉讼。`;
  if (decision.kind === 'removed') {
    return [
      `我局以${decision.listedBy}将${you}列入${listName}${level}。现因${removalReasons[decision.reason]}，${sentence(opinion)}`,
      `我局决定自${chineseDate(model.decidedOn)}起将${you}移出${listName}。${decision.stoppedOn === null ? '' : `同日停止公示列入信息。`}`,
      ...(decision.lifted.length === 0 ? [] : [`同时解除下列措施：${decision.lifted.join('；')}。`]),
      ...(decision.reason === 'wrong' ? ['因列入有误给你方造成的影响，我局将及时告知有关部门，予以消除。'] : []),
    ];
  }
  if (decision.kind === 'kept') {
    return [
      `我局以${decision.listedBy}将${you}列入${listName}${level}。${opened('经审查', opinion)}`,
      `我局决定不将${you}移出${listName}。`,
      remedy,
    ];
  }
  const before = [
    `${opened('经查', model.facts)}${model.rests.length === 0 ? '' : `以上事实，有${model.rests.join('、')}为据。`}`,
    ...defenceSentences(model),
  ];
  if (decision.kind === 'not-listed') {
    return [...before, `${opened('经审查', opinion)}我局决定不将${you}列入${listName}。`];
  }
  const span = decision.untilOn === null ? '' : `，期限至${chineseDate(decision.untilOn)}`;
  return [
    ...before,
    `${groundSentence(model.ground)}${opened('经审查', opinion)}依据${model.article}，我局决定自${chineseDate(model.decidedOn)}起将${you}列入${listName}${level}${span}，并依法向社会公示。`,
    ...(decision.consequences.length === 0
      ? []
      : [`列入期间，依法采取下列措施：${decision.consequences.join('；')}。`]),
    ...(model.polarity === 'good'
      ? []
      : [
          `纠正失信行为、消除不良影响的，可以向我局申请信用修复；完成修复后移出名单，停止公示，解除有关措施。${remedy}`,
        ]),
  ];
}

function defenceSentences({ notice, defence, person }: ListDecisionModel): readonly string[] {
  if (notice === null || defence === null) return [];
  const you = person === null ? '你单位' : '你';
  const served = `我局于${chineseDate(notice.servedOn)}送达列入名单事先告知书（${notice.number}）。`;
  if (defence.outcome === 'none') return [`${served}${you}在规定期限内没有陈述申辩。`];
  if (defence.outcome === 'waived') return [`${served}${you}书面表示放弃陈述申辩。`];
  return [
    `${served}${you}陈述申辩称：${sentence(defence.statement)}经审查，${defenceOutcomes[defence.outcome]}：${sentence(defence.opinion)}`,
  ];
}
