import type { LocalDate } from '../../kernel/local-date.ts';
import type { Standing } from '../../kernel/pack-basis.ts';
import { type PaperService, type Step, serviceText, stepTaken } from './steps.ts';

export interface TalkQuestion {
  readonly asked: string;
  readonly answered: string;
}

/** A 约谈 with every step it has taken. */
export interface TalkMatter {
  readonly id: number;
  readonly number: string;
  readonly kind: { readonly id: string; readonly name: string; readonly article: string; readonly standing: Standing };
  readonly objectId: number;
  readonly objectCode: string;
  readonly objectName: string;
  readonly reason: string;
  readonly recordId: number | null;
  readonly entryId: number | null;
  /** The one it follows: held again after an absence, or after what was demanded was not done. */
  readonly followsId: number | null;
  readonly follows: string | null;
  readonly determinedBy: string;
  readonly meetOn: LocalDate;
  readonly meetAt: string;
  readonly place: string;
  readonly attendees: string;
  readonly materials: string;
  readonly contact: string;
  readonly issuedOn: LocalDate;
  readonly issuedBy: string;
  readonly service: PaperService | null;
  readonly absence: {
    readonly absentOn: LocalDate;
    readonly isExcused: boolean;
    readonly note: string;
    readonly by: string;
  } | null;
  readonly record: {
    readonly heldOn: LocalDate;
    readonly fromAt: string;
    readonly toAt: string;
    readonly place: string;
    readonly attended: string;
    readonly interviewers: string;
    readonly demands: string;
    readonly rectifyBy: LocalDate | null;
    readonly recordId: number | null;
    readonly by: string;
    readonly questions: readonly TalkQuestion[];
  } | null;
  readonly result: {
    readonly checkedOn: LocalDate;
    readonly outcome: 'done' | 'not-done';
    readonly finding: string;
    readonly by: string;
  } | null;
  /** The 约谈 that follows this one, if any. */
  readonly followedBy: string | null;
}

export const talkResults = { done: '整改到位', 'not-done': '整改未到位' } as const;

export const talkStateTitles = {
  issued: '待送达通知书',
  served: '待约谈',
  absent: '未到场',
  held: '待核查整改',
  done: '已办结',
  'not-done': '整改未到位',
} as const;
export type TalkState = keyof typeof talkStateTitles;

export const talkStepTitles = {
  issue: '制作通知书',
  serve: '送达通知书',
  hold: '约谈并记录',
  check: '核查整改',
} as const;
export type TalkStepId = keyof typeof talkStepTitles;

export function talkStateOf({ service, absence, record, result }: TalkMatter): TalkState {
  if (absence !== null) return 'absent';
  if (record === null) return service === null ? 'issued' : 'served';
  if (record.rectifyBy === null) return 'done';
  if (result === null) return 'held';
  return result.outcome;
}

export function talkSteps(talk: TalkMatter): readonly Step<TalkStepId>[] {
  const step = (id: TalkStepId, taken: Step['taken'], due: Parameters<typeof stepTaken>[3] = null) =>
    stepTaken(id, talkStepTitles[id], taken, due);
  const { service, absence, record, result, kind } = talk;
  const meeting = { on: talk.meetOn, article: kind.article };
  const steps = [
    step('issue', { on: talk.issuedOn, by: talk.issuedBy, text: talk.number }),
    step('serve', service && { on: service.servedOn, by: service.by, text: serviceText(service) }, meeting),
  ];
  if (absence !== null) {
    const text = `${absence.isExcused ? '有正当理由未到场' : '无正当理由未到场'}。${absence.note}`;
    return [...steps, step('hold', { on: absence.absentOn, by: absence.by, text }, meeting)];
  }
  steps.push(step('hold', record && { on: record.heldOn, by: record.by, text: record.attended }, meeting));
  if (record !== null && record.rectifyBy === null) return steps;
  const demanded = record?.rectifyBy == null ? null : { on: record.rectifyBy, article: kind.article };
  const checked = result && {
    on: result.checkedOn,
    by: result.by,
    text: `${talkResults[result.outcome]}。${result.finding}`,
  };
  return [...steps, step('check', checked, demanded)];
}

/** What to do where nobody came, or what was demanded was not done (as the pack says); null where nothing follows. */
export function adviceAfter(talk: TalkMatter, ifNotDone: string): string | null {
  const state = talkStateOf(talk);
  if (talk.followedBy !== null) return null;
  if (state === 'absent') {
    return talk.absence?.isExcused === true
      ? '有正当理由，请改期再次通知。'
      : '无正当理由未到场。请再次通知；仍不到场的，将情况记入信用记录，并研究是否列入重点关注对象名单。';
  }
  if (state !== 'not-done') return null;
  return ifNotDone === '' ? '约谈后整改仍未到位。请研究是否提出列入名单，或者依法处理。' : ifNotDone;
}
