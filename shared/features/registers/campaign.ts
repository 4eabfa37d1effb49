import type { LocalDate } from '../../kernel/local-date.ts';
import type { PoolFilter } from '../../kernel/pool-filter.ts';

export const campaignStates = ['none', 'rectifying', 'done', 'transferred'] as const;
export type CampaignState = (typeof campaignStates)[number];
/** What an enterprise of a campaign has come to; before anything is recorded it is 未核查. */
export const campaignStateTitles: Readonly<Record<CampaignState, string>> = {
  none: '未发现失信问题',
  rectifying: '整改中',
  done: '已整改到位',
  transferred: '移送处理',
};

/** How an enterprise stands on a day: its grade (internal), what counts against it, the lists it is on. */
export interface Standing {
  readonly grade: string | null;
  readonly adverse: number;
  readonly lists: readonly string[];
}

export interface CampaignStep {
  readonly objectId: number;
  readonly state: CampaignState;
  readonly onDay: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly record: string;
  readonly at: string;
  readonly byName: string;
}

export interface CampaignObject {
  readonly objectId: number;
  readonly code: string;
  readonly name: string;
  readonly start: Standing;
  /** Null before the campaign's end. */
  readonly end: Standing | null;
  readonly steps: readonly CampaignStep[];
}

export interface CampaignEnd {
  readonly endedOn: LocalDate;
  readonly outcome: string;
  readonly byName: string;
}

export interface Campaign {
  readonly id: number;
  readonly name: string;
  readonly field: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly goal: string;
  readonly basis: string;
  readonly filter: PoolFilter;
  readonly startedOn: LocalDate;
  readonly byName: string;
  readonly end: CampaignEnd | null;
}

export interface Progress {
  readonly total: number;
  readonly unchecked: number;
  readonly rectifying: number;
  readonly overdue: number;
  readonly done: number;
  readonly none: number;
  readonly transferred: number;
}

export function stateOfObject({ steps }: Pick<CampaignObject, 'steps'>): CampaignState | null {
  return steps.at(-1)?.state ?? null;
}

/** Nothing is left to be done: checked, and not 整改中. */
export function isWorkedOff(object: Pick<CampaignObject, 'steps'>): boolean {
  const state = stateOfObject(object);
  return state !== null && state !== 'rectifying';
}

/** 整改 that was to be over before today. */
export function isOverdue({ steps }: Pick<CampaignObject, 'steps'>, today: LocalDate): boolean {
  const last = steps.at(-1);
  return last?.state === 'rectifying' && last.dueOn !== null && last.dueOn < today;
}

export function progressOf(objects: readonly Pick<CampaignObject, 'steps'>[], today: LocalDate): Progress {
  const count = (state: CampaignState | null) => objects.filter((object) => stateOfObject(object) === state).length;
  return {
    total: objects.length,
    unchecked: count(null),
    rectifying: count('rectifying'),
    overdue: objects.filter((object) => isOverdue(object, today)).length,
    done: count('done'),
    none: count('none'),
    transferred: count('transferred'),
  };
}

/** `B级，不良记录2条，列入黑名单`; without a grade where it is not to be told. */
export function standingText({ grade, adverse, lists }: Standing): string {
  const parts = [
    grade ?? '未评等级',
    adverse === 0 ? '无不良记录' : `不良记录${adverse}条`,
    ...(lists.length === 0 ? [] : [`在${lists.join('、')}`]),
  ];
  return parts.join('，');
}
