import type { PrintedDocument } from '../../kernel/document.ts';
import { chineseDate, type LocalDate } from '../../kernel/local-date.ts';
import type { PersonCapacity } from './lists.ts';
import { groundSentence, listSubject, opened, serviceReceipt } from './paper-parts.ts';

export interface ListNoticeModel {
  readonly bureau: string;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly listName: string;
  readonly levelName: string | null;
  readonly objectName: string;
  readonly objectCode: string;
  readonly person: { readonly name: string; readonly capacity: PersonCapacity } | null;
  readonly facts: string;
  /** Titles of the records and inspections it rests on. */
  readonly rests: readonly string[];
  /** Null where the ground is the grade, which stands on no paper. */
  readonly ground: string | null;
  /** In full: `《……制度（试行）》第二条`. */
  readonly article: string;
  readonly defenceDays: number;
  /** What follows from the list: joint measures and effects. */
  readonly consequences: readonly string[];
}

/** 列入名单事先告知书: facts, ground, what is intended, and the right to 陈述申辩. No grade and no identity number stands on it. */
export function listNoticeDocument(model: ListNoticeModel): PrintedDocument {
  const { bureau, listName, person } = model;
  const you = person === null ? '你单位' : '你';
  const level = model.levelName === null ? '' : `（${model.levelName}）`;
  const paragraph = (text: string) => ({ kind: 'paragraph', indent: true, text }) as const;
  return {
    title: `列入名单事先告知书 ${model.number}`,
    layout: 'official',
    printedOn: model.issuedOn,
    blocks: [
      { kind: 'title', level: 1, text: `${bureau}\n列入名单事先告知书` },
      { kind: 'number', text: model.number, align: 'right' },
      { kind: 'paragraph', text: listSubject(model) },
      paragraph(opened('经查', model.facts)),
      ...(model.rests.length === 0 ? [] : [paragraph(`以上事实，有${model.rests.join('、')}为据。`)]),
      paragraph(
        `${groundSentence(model.ground)}依据${model.article}，我局拟将${you}列入${listName}${level}。现将认定的事实、理由和依据事先告知${you}。`,
      ),
      paragraph(
        `${you}有权进行陈述和申辩。要求陈述申辩的，请自收到本告知书之日起${model.defenceDays}个工作日内向我局提出，并提交有关证据；逾期不提出的，视为放弃这一权利。陈述申辩的内容，我局将逐项核实；事实、理由成立的，予以采纳，不因陈述申辩作出更重的处理。`,
      ),
      ...(model.consequences.length === 0
        ? []
        : [paragraph(`列入后将依法采取下列措施：${model.consequences.join('；')}。`)]),
      { kind: 'closing', lines: [bureau, chineseDate(model.issuedOn)], seal: true },
      ...serviceReceipt,
    ],
  };
}
