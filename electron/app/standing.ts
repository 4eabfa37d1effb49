import type { Standing } from '../../shared/features/registers/campaign.ts';
import { isListed } from '../../shared/features/supervision/lists.ts';
import type { CreditFact, CreditKind } from '../../shared/kernel/credit-facts.ts';
import type { Context } from './context.ts';
import { creditFactsOf } from './credit-facts.ts';
import { officePack } from './office-pack.ts';

const adverseKinds: ReadonlySet<CreditKind> = new Set([
  'penalty',
  'coercion',
  'complaint',
  'accident',
  'dishonest',
  'abnormal-list',
  'serious-violation',
]);

/** Kinds that stand for being on a list, with what it is called. */
const listKinds: Partial<Record<CreditKind, string>> = {
  'abnormal-list': '经营异常名录',
  'serious-violation': '严重违法失信名单',
  dishonest: '失信名单',
};

/** How enterprises stand today: grade, what counts against them and is not repaired, lists. Internal. */
export function standingsOf(ctx: Context, objectIds: readonly number[]): ReadonlyMap<number, Standing> {
  const titles = new Map(officePack(ctx).grades.map(({ grade, title }) => [grade, title]));
  return new Map(
    objectIds.map((objectId) => {
      const facts = creditFactsOf(ctx, objectId).filter((fact) => countsAgainst(fact, ctx.today));
      const grade = ctx.grading.gradeOf(objectId)?.grade ?? null;
      const listed = ctx.supervision.lists
        .entriesOf(objectId)
        .filter((entry) => entry.polarity === 'bad' && isListed(entry));
      const known = facts.flatMap(({ kind, endedOn }) =>
        endedOn === null || endedOn > ctx.today ? (listKinds[kind] ?? []) : [],
      );
      const standing: Standing = {
        grade: grade === null ? null : (titles.get(grade) ?? grade),
        adverse: facts.length,
        lists: [...new Set([...known, ...listed.map(({ listName }) => listName)])],
      };
      return [objectId, standing] as const;
    }),
  );
}

function countsAgainst({ kind, outcome, repairedOn, endedOn }: CreditFact, today: string): boolean {
  if (repairedOn !== null && repairedOn <= today) return false;
  if (endedOn !== null && endedOn <= today) return false;
  return adverseKinds.has(kind) || outcome === 'bad';
}
