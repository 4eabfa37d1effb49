import type { CreditFact } from '../../../shared/kernel/credit-facts.ts';
import { factTestHolds } from '../../../shared/kernel/fact-test.ts';
import type { PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import { articleOf } from './follow-measures.ts';

/** What the pack has for one who broke a 承诺 (鸡西方案 第3项：视情节严重程度依法依规实施信用约束). */
export interface BrokenSuggestion {
  readonly kind: 'list' | 'talk';
  readonly text: string;
  readonly article: string;
  /** What an entry brings, a sentence each. */
  readonly effects: readonly string[];
  /** The screen that carries it out takes these from the address. */
  readonly listId: string | null;
}

/** Lists with a ground about commitments that holds, and the pack's talks. */
export function brokenSuggestions(
  pack: PolicyPack,
  facts: readonly CreditFact[],
  today: string,
): readonly BrokenSuggestion[] {
  const lists = pack.lists
    .filter(({ polarity }) => polarity === 'bad')
    .flatMap((list) =>
      list.grounds.flatMap(({ text, test }): BrokenSuggestion[] => {
        const isAbout = test !== undefined && 'kinds' in test && test.kinds.includes('commitment');
        if (!isAbout || !factTestHolds(test, { facts, today }).holds) return [];
        const article = articleOf(list);
        return [{ kind: 'list', text: `拟列入${list.name}：${text}`, article, effects: list.effects, listId: list.id }];
      }),
    );
  const talks = pack.talks.map((talk): BrokenSuggestion => {
    const text = `${talk.name}：${talk.when}`;
    return { kind: 'talk', text, article: articleOf(talk), effects: [], listId: null };
  });
  return [...lists, ...talks];
}
