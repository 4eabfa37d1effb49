import type { PlanItem } from './plan-items.ts';
import type { ItemKind, PoolFilter, TaskQuota } from './task.ts';

/** What a task is filled in with before the operator edits it. `quotas` has one entry per clause of the plan's text. */
export interface TaskDraft {
  readonly title: string;
  readonly leadDepartment: string;
  readonly jointDepartments: readonly string[];
  readonly poolFilter: PoolFilter;
  readonly quotas: readonly { readonly of: string; readonly quota: TaskQuota }[];
  readonly fromOn: string | null;
  readonly toOn: string | null;
  readonly itemKind: ItemKind;
  readonly checkItems: string;
  readonly checkFocus: string;
  readonly methods: readonly string[];
  readonly basis: string;
}

/** Areas of 重点检查事项: 安全、质量、公共利益. 细则 第五条. A suggestion; the operator decides. */
const KEY_AREAS = /安全|质量|消防|危险|公共利益/;

/** The task an item suggests. `own` is the office's short department; where it is among the initiators it leads. */
export function draftTask(item: PlanItem, own: string, basis: string): TaskDraft {
  const initiators = item.initiators.departments.map(({ short, text }) => short ?? text);
  const lead = initiators.includes(own) ? own : (initiators[0] ?? own);
  const participants = item.participants.departments.map(({ short, text }) => short ?? text);
  const joint = [...new Set([...initiators, ...participants])].filter((department) => department !== lead);
  return {
    title: item.texts.name,
    leadDepartment: lead,
    jointDepartments: joint,
    poolFilter: /规上|规模以上/.test(item.texts.objects) ? { aboveScale: true } : {},
    quotas: quotasOf(item),
    fromOn: item.period?.fromOn ?? null,
    toOn: item.period?.toOn ?? null,
    itemKind: item.own?.kind ?? (KEY_AREAS.test(item.texts.name) ? 'key' : 'ordinary'),
    checkItems: lead === own ? item.texts.initiatorItems : item.texts.participantItems,
    checkFocus: item.texts.focus,
    methods: item.methods,
    basis: item.own == null || item.own.basis === '' ? basis : item.own.basis,
  };
}

/** True where the office starts the item or takes part in it. */
export function concerns(item: Pick<PlanItem, 'initiators' | 'participants'>, own: string): 'leads' | 'joins' | null {
  if (item.initiators.departments.some(({ short }) => short === own)) return 'leads';
  return item.participants.departments.some(({ short }) => short === own) ? 'joins' : null;
}

function quotasOf({ quota }: PlanItem): TaskDraft['quotas'] {
  return (quota?.clauses ?? []).map(({ classes, base, atLeast, figure }) => ({
    of: base ?? classes.join('、'),
    quota: figure.kind === 'count' ? { kind: 'count', count: figure.count } : { kind: 'ratio', bp: figure.bp, atLeast },
  }));
}
