import type { ProposeListing } from '../../../shared/features/supervision/list-schemas.ts';
import { entryName, listStateOf, listStateTitles } from '../../../shared/features/supervision/lists.ts';
import type { SupervisionRefusals } from '../../../shared/features/supervision/refusals.ts';
import { factTestHolds } from '../../../shared/kernel/fact-test.ts';
import { citeArticle } from '../../../shared/kernel/pack-basis.ts';
import { done, type Refusal, type RefusalOf, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { creditFactsOf } from '../../app/credit-facts.ts';
import { officePack } from '../../app/office-pack.ts';
import type { FactOfEntry, NewListEntry } from './lists.repo.ts';
import { toldRefusal } from './taken.ts';

type Proposed = Result<
  { readonly entry: NewListEntry; readonly facts: readonly FactOfEntry[] },
  RefusalOf<SupervisionRefusals> | Refusal<'NOT_FOUND', { what: string }>
>;

/** The entry as it would stand: a ground of the office's pack, the facts it rests on, the terms of today's version. */
export function proposedEntry(ctx: Context, input: ProposeListing): Proposed {
  const object = ctx.rosters.objectById(input.objectId);
  if (object === null) return refuse('NOT_FOUND', { what: '检查对象' });
  const pack = officePack(ctx);
  const list = pack.lists.find(({ id }) => id === input.listId);
  const ground = list?.grounds.find(({ id }) => id === input.groundId);
  if (list === undefined || ground === undefined) return refuse('NOT_IN_PACK', { what: '这一名单或列入情形' });
  const article = citeArticle(list.source);
  const { person } = input;
  const told = toldRefusal(ctx, input.facts);
  if (told !== null) return told;
  if (person !== null && !list.takesPersons) return refuse('LIST_TAKES_NO_PERSONS', { list: list.name, article });

  const level = list.levels.find(({ id }) => id === (ground.level ?? input.levelId)) ?? null;
  if (level === null && list.levels.length > 0) {
    return refuse('LIST_LEVEL_MISSING', { list: list.name, levels: list.levels.map(({ name }) => name) });
  }
  const standing = standingEntry(ctx, input);
  if (standing !== null) return standing;

  const known = creditFactsOf(ctx, object.id);
  const grade = ctx.grading.gradeOf(object.id)?.grade ?? null;
  if (ground.test !== undefined && !factTestHolds(ground.test, { facts: known, today: ctx.today, grade }).holds) {
    return refuse('LIST_GROUND_NOT_MET', { ground: ground.text, article });
  }
  const facts = known.filter(({ id }) => input.factIds.includes(id));
  // Their titles stand on the 告知书; one without a number is titled by what it says.
  const titled = toldRefusal(ctx, ...facts.map(({ title }) => title));
  if (titled !== null) return titled;
  if (list.polarity === 'bad' && facts.length === 0) return refuse('LIST_WITHOUT_RECORDS', { list: list.name });
  return done({
    facts: facts.map(({ id, title }) => ({ factId: id, recordId: recordIdIn(id), title })),
    entry: {
      listId: list.id,
      listName: list.name,
      polarity: list.polarity,
      objectId: object.id,
      objectCode: object.code,
      objectName: object.name,
      personName: person?.name ?? null,
      personCapacity: person?.capacity ?? null,
      personNumber: person === null || person.number === '' ? null : person.number,
      groundId: ground.id,
      groundText: ground.text,
      groundArticle: article,
      groundStanding: list.standing,
      levelId: level?.id ?? null,
      levelName: level?.name ?? null,
      facts: input.facts,
      // An adverse list always leaves a day for 陈述申辩, whatever the pack forgot to say.
      defenceDays: list.polarity === 'bad' ? Math.max(1, list.defenceWorkingDays) : null,
      termMonths: list.termMonths,
      packId: pack.id,
      packVersion: pack.version,
      on: ctx.today,
    },
  });
}

/** One and the same is not proposed for a list it is on, or about to come on. */
function standingEntry(ctx: Context, { objectId, listId, person }: ProposeListing) {
  const same = ctx.supervision.lists
    .entriesOf(objectId)
    .filter((entry) => entry.listId === listId && (entry.person?.name ?? null) === (person?.name ?? null))
    .find((entry) => !['removed', 'clearing', 'not-listed'].includes(listStateOf(entry)));
  if (same === undefined) return null;
  const state = listStateTitles[listStateOf(same)];
  return refuse('ALREADY_ON_LIST', { name: entryName(same), list: same.listName, state });
}

function recordIdIn(factId: string): number | null {
  const id = /^record:(\d+)$/.exec(factId)?.[1];
  return id === undefined ? null : Number(id);
}
