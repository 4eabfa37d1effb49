import type { CreditFact } from './credit-facts.ts';

const outcomes: Readonly<Record<string, CreditFact['outcome']>> = {
  'no-problem': 'good',
  corrected: 'bad',
  pending: 'bad',
  uncooperative: 'bad',
};

/**
 * What an inspection's result says of an enterprise that was met at work: no problem, or one that was put right at once, is to be
 * dealt with, or was hidden by refusing. Null: it had closed, moved or was gone, which says nothing of how it keeps the rules.
 */
export function outcomeOfResult(result: string): CreditFact['outcome'] {
  return outcomes[result] ?? null;
}
