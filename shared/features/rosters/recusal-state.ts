import type { LocalDate } from '../../kernel/local-date.ts';

/** When a recusal holds; null from = ever since the beginning, null to = until lifted. */
export interface RecusalSpan {
  readonly fromOn: LocalDate | null;
  readonly toOn: LocalDate | null;
  readonly liftedOn: LocalDate | null;
}

export const recusalStates = ['现行', '未开始', '已到期', '已解除'] as const;
export type RecusalState = (typeof recusalStates)[number];

/** How a recusal stands on a day; only 现行 keeps the two apart in a draw. From the day of its lifting it no longer does. */
export function recusalState({ fromOn, toOn, liftedOn }: RecusalSpan, on: LocalDate): RecusalState {
  if (liftedOn !== null && liftedOn <= on) return '已解除';
  if (fromOn !== null && on < fromOn) return '未开始';
  return toOn !== null && toOn < on ? '已到期' : '现行';
}

export function isInForce(span: RecusalSpan, on: LocalDate): boolean {
  return recusalState(span, on) === '现行';
}

/** 2026-09-07起，解除为止. */
export function spanText({ fromOn, toOn, liftedOn }: RecusalSpan): string {
  const from = fromOn === null ? '登记时起' : `${fromOn}起`;
  if (liftedOn !== null) return `${from}，${liftedOn}解除`;
  return toOn === null ? `${from}，解除为止` : `${from}至${toOn}`;
}
