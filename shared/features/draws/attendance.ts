import { nameKey } from '../../kernel/normalise.ts';
import { refuse } from '../../kernel/result.ts';
import type { CeremonyRefusal } from './refusals.ts';

/** In what capacity somebody witnesses a draw. Entries from before the list was kept have their words only. */
export const witnessKinds = [
  'discipline',
  'enterprise',
  'congress',
  'consultative',
  'notary',
  'community',
  'other',
] as const;
export type WitnessKind = (typeof witnessKinds)[number];
export const witnessKindTitles: Readonly<Record<WitnessKind, string>> = {
  discipline: '纪检监察人员',
  enterprise: '企业代表',
  congress: '人大代表',
  consultative: '政协委员',
  notary: '公证人员',
  community: '社区、群众代表',
  other: '其他',
};

/** Somebody who attends and can be asked: name, unit, capacity. `identity` holds the words of 其他. */
interface Attendant {
  readonly name: string;
  readonly unit: string;
  readonly kind: WitnessKind;
  readonly identity: string;
}

/** The capacity in words, as it is kept, shown and printed. */
export function identityOf({ kind, identity }: Pick<Attendant, 'kind' | 'identity'>): string {
  return kind === 'other' ? identity : witnessKindTitles[kind];
}

/** `示例甲（示例社区，社区、群众代表）`. */
export function sayAttendant({ name, unit, identity }: { name: string; unit: string; identity: string }): string {
  return `${name}（${[unit, identity].filter((part) => part !== '').join('，')}）`;
}

/** Names of those whose other part in the draw bars them from attending it as witnesses. */
interface OtherParts {
  readonly operator: string;
  /** Who approved the task or the plan that it carries out, or approves 作废. */
  readonly approvers: readonly string[];
}

/**
 * Why these people cannot witness, or null: each must be somebody else, and neither the operator nor an approver. Spaces
 * in names do not count.
 */
export function witnessFault(
  witnesses: readonly Pick<Attendant, 'name'>[],
  { operator, approvers }: OtherParts,
): CeremonyRefusal | null {
  const keys = witnesses.map(({ name }) => nameKey(name));
  const named = (who: string) => witnesses.find((_, i) => keys[i] === nameKey(who));
  const self = named(operator);
  if (self) return refuse('WITNESS_IS_OPERATOR', { name: operator });
  const approver = approvers.find((who) => named(who) !== undefined);
  if (approver !== undefined) return refuse('WITNESS_IS_APPROVER', { name: approver });
  const twice = witnesses.find((_, i) => keys.indexOf(keys[i] ?? '') !== i);
  return twice === undefined ? null : refuse('WITNESS_TWICE', { name: twice.name });
}

/** Why this person cannot supervise, or null: neither the operator nor one of the witnesses. */
export function supervisorFault(
  supervisor: string,
  operator: string,
  witnesses: readonly Pick<Attendant, 'name'>[],
): CeremonyRefusal | null {
  const key = nameKey(supervisor);
  if (key === nameKey(operator)) return refuse('SUPERVISOR_IS_OPERATOR', { name: supervisor });
  return witnesses.some(({ name }) => nameKey(name) === key)
    ? refuse('SUPERVISOR_IS_WITNESS', { name: supervisor })
    : null;
}
