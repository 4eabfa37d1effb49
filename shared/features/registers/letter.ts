import type { LocalDate } from '../../kernel/local-date.ts';

export const letterKinds = ['joint', 'cadre'] as const;
export type LetterKind = (typeof letterKinds)[number];
export const letterKindTitles: Readonly<Record<LetterKind, string>> = {
  joint: '失信情况通报函',
  cadre: '干部失信通报',
};

export type LetterState = 'draft' | 'returned' | 'approved' | 'dispatched' | 'answered' | 'withdrawn';
export const letterStateTitles: Readonly<Record<LetterState, string>> = {
  draft: '待签发',
  returned: '已退回',
  approved: '已签发',
  dispatched: '已发出',
  answered: '已答复',
  withdrawn: '已撤回',
};

export interface LetterStep {
  readonly version: number;
  readonly step: 'approve' | 'return' | 'dispatch' | 'answer' | 'withdraw';
  readonly onDay: LocalDate;
  readonly text: string;
  readonly at: string;
  readonly byName: string;
}

export interface LetterVersion {
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly at: string;
  readonly byId: number;
  readonly byName: string;
}

/** A letter in its newest version. */
export interface Letter {
  readonly id: number;
  readonly kind: LetterKind;
  readonly number: string;
  readonly addressee: string;
  readonly source: 'list-entry' | 'register-entry' | 'none';
  readonly sourceId: number | null;
  readonly objectId: number | null;
  readonly subjectName: string;
  readonly newest: LetterVersion;
  readonly steps: readonly LetterStep[];
  readonly state: LetterState;
}

const after: Readonly<Record<LetterStep['step'], LetterState>> = {
  approve: 'approved',
  return: 'returned',
  dispatch: 'dispatched',
  answer: 'answered',
  withdraw: 'withdrawn',
};

/** Where the newest version stands. */
export function letterStateOf(newestVersion: number, steps: readonly LetterStep[]): LetterState {
  const last = steps.filter(({ version }) => version === newestVersion).at(-1);
  return last === undefined ? 'draft' : after[last.step];
}

/** The day a step of the letter was taken, the last time. */
export function dayOfStep(steps: readonly LetterStep[], step: LetterStep['step']): LocalDate | null {
  return steps.findLast((one) => one.step === step)?.onDay ?? null;
}

/** 机关简称+信通〔年〕N号. The serial runs per year, from 1. */
export function letterNumber(shortName: string, year: number, serial: number): string {
  return `${shortName}信通〔${year}〕${serial}号`;
}

/** What a letter about a listed enterprise says; no grade. 陈巴尔虎旗方案 第三部分第6项. */
export function jointLetterBody(facts: {
  readonly name: string;
  readonly code: string | null;
  readonly list: string;
  readonly ground: string;
  readonly decidedOn: string;
  readonly document: string;
  readonly untilOn: string | null;
  readonly measures: readonly string[];
}): string {
  const { name, code, list, ground, decidedOn, document, untilOn, measures } = facts;
  const who = code === null ? name : `${name}（统一社会信用代码${code}）`;
  const by = document === '' ? '' : `（${document}）`;
  return [
    `经依法查实并履行告知程序，我局于${decidedOn}决定将${who}列入${list}${by}。认定依据：${ground.replace(/[。；]$/, '')}。`,
    untilOn === null ? '' : `列入期限至${untilOn}。`,
    measures.length === 0
      ? '请你单位在职责范围内，依法依规对该单位及其有关人员采取联合惩戒措施。'
      : `请你单位在职责范围内，依法依规采取以下联合惩戒措施：${measures.join('；')}。`,
    '采取的措施和结果，请函复我局。该单位完成信用修复或者被移出名单的，我局将另行函告，请届时终止有关措施。',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** 干部失信通报: to the unit, 纪检监察 and 组织人事. 陈巴尔虎旗方案 第三部分第9项. */
export function cadreLetterBody(facts: { readonly name: string; readonly conduct: string }): string {
  return [
    `经核实，${facts.name}存在以下失信行为：${facts.conduct.trim().replace(/[。；]$/, '')}。`,
    '现将有关情况通报你单位，请按照干部管理权限依规处理，督促其纠正失信行为、开展信用修复，并将处理情况函复我局。',
  ].join('\n');
}
