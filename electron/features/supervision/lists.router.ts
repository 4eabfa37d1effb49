import { z } from 'zod';
import {
  ClearEffects,
  DecideListing,
  DecideRemoval,
  EntryId,
  HearDefence,
  ProposeListing,
  ProposeRemoval,
  PublishListing,
  ServeListNotice,
  TellDepartment,
} from '../../../shared/features/supervision/list-schemas.ts';
import {
  defenceOutcomes,
  entryName,
  isListed,
  type ListEntry,
  type ListStepId,
  listStateOf,
  listStateTitles,
  listSteps,
  listStepTitles,
  removalReasons,
} from '../../../shared/features/supervision/lists.ts';
import { factTestHolds } from '../../../shared/kernel/fact-test.ts';
import { addMonths } from '../../../shared/kernel/local-date.ts';
import { citeArticle } from '../../../shared/kernel/pack-basis.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import { deadlineOf } from '../../../shared/kernel/working-days.ts';
import type { Context } from '../../app/context.ts';
import { creditFactsOf } from '../../app/credit-facts.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, notFound, query, router } from '../../app/procedures.ts';
import { regradeObjects } from '../../app/regrade.ts';
import { loadCalendar } from '../../app/resources.ts';
import { noted } from '../../app/run-command.ts';
import { recordOfListing, removeEntry } from './list-effects.ts';
import { proposedEntry } from './propose-listing.ts';
import { byOf, dayRefusal, dueRefusal, ownRefusal, takeNumber, toldRefusal } from './taken.ts';

const leaders = ['leader'] as const;

/** 名单: 拟列入 → 告知 → 陈述申辩 → 决定 → 公示 → 联合措施 → 移出. Nothing skips 告知. */
export const listsRouter = router({
  list: query().query(({ ctx }) => ctx.supervision.lists.entries().map(entryView)),

  entry: query()
    .input(EntryId)
    .query(({ ctx, input }) => entryView(ctx.supervision.lists.entryById(input.entryId) ?? notFound('名单条目'))),

  /** The lists of the office's pack, with the fields and departments of joint measures. */
  options: query().query(({ ctx }) => {
    const pack = officePack(ctx);
    return {
      packTitle: pack.title,
      lists: pack.lists.map(({ source, ...list }) => ({ ...list, article: citeArticle(source) })),
      fields: pack.jointFields.map(({ name, source }) => ({ name, article: citeArticle(source) })),
      departments: pack.notifiedDepartments.map(({ name }) => name),
    };
  }),

  /** What an entry of this enterprise can rest on: its facts, and which grounds of the pack they bear out. */
  grounds: query()
    .input(z.object({ objectId: z.int() }))
    .query(({ ctx, input }) => {
      const facts = creditFactsOf(ctx, input.objectId);
      const grade = ctx.grading.gradeOf(input.objectId)?.grade ?? null;
      const met = officePack(ctx).lists.flatMap((list) =>
        list.grounds.flatMap(({ id, test }) => {
          if (test === undefined) return [];
          const { holds, found } = factTestHolds(test, { facts, today: ctx.today, grade });
          return [{ listId: list.id, groundId: id, holds, factIds: found.map((fact) => fact.id) }];
        }),
      );
      return { facts: facts.toReversed().map(({ id, title, happenedOn }) => ({ id, title, happenedOn })), met };
    }),

  propose: command('supervision.propose-listing', { may: ['operator'] })
    .input(ProposeListing)
    .mutation(({ ctx, input }) => {
      const proposed = proposedEntry(ctx, input);
      if (!proposed.ok) return proposed;
      const { entry, facts } = proposed.value;
      const entryId = ctx.supervision.lists.insertEntry(entry, facts, byOf(ctx));
      const { objectName, listName, groundText, personName } = entry;
      const rests = facts.map(({ title }) => title);
      return noted({ entryId }, `${objectName}：${listName}`, { person: personName, ground: groundText, rests });
    }),

  notify: command('supervision.notify-listing', { may: ['operator'] })
    .input(EntryId)
    .mutation(({ ctx, input }) => {
      const entry = atStep(ctx, input.entryId, 'notify');
      if (!entry.ok) return entry;
      const number = takeNumber(ctx, 'list-notice');
      ctx.supervision.lists.insertNotice(input.entryId, { number, issuedOn: ctx.today }, byOf(ctx));
      return noted({ number }, subjectOf(entry.value), { number });
    }),

  serve: command('supervision.serve-listing', { may: ['operator'] })
    .input(ServeListNotice)
    .mutation(({ ctx, input }) => {
      const entry = atStep(ctx, input.entryId, 'serve');
      if (!entry.ok) return entry;
      const { notice, defenceDays } = entry.value;
      const day = dayRefusal(ctx, '送达日期', input.servedOn, notice && { what: '告知书日期', on: notice.issuedOn });
      if (day !== null) return day;
      const calendar = loadCalendar(ctx.ports.places.resources);
      const { on, estimated } = deadlineOf(input.servedOn, defenceDays ?? 1, calendar);
      const service = { ...input, defenceUntil: on, isEstimate: estimated };
      ctx.supervision.lists.insertService(service, byOf(ctx));
      return noted({ defenceUntil: on }, subjectOf(entry.value), { ...input, defenceUntil: on });
    }),

  hear: command('supervision.hear-defence', { may: ['operator'] })
    .input(HearDefence)
    .mutation(({ ctx, input }) => {
      const entry = atStep(ctx, input.entryId, 'hear');
      if (!entry.ok) return entry;
      const { service, defenceDays, ground } = entry.value;
      if (service === null) throw new Error('a defence without service');
      if (input.outcome === 'none' && ctx.today <= service.defenceUntil) {
        const { article } = ground;
        return refuse('DEFENCE_TERM_RUNS', { until: service.defenceUntil, days: defenceDays ?? 0, article });
      }
      const receivedOn = input.outcome === 'none' ? null : input.receivedOn;
      const after = { what: '送达日期', on: service.servedOn };
      const late = receivedOn === null ? null : dayRefusal(ctx, '收到日期', receivedOn, after);
      const day = late ?? toldRefusal(ctx, input.opinion);
      if (day !== null) return day;
      const statement = input.outcome === 'none' ? '' : input.statement;
      ctx.supervision.lists.insertDefence({ ...input, statement, receivedOn, closedOn: ctx.today }, byOf(ctx));
      return noted(null, subjectOf(entry.value), { outcome: defenceOutcomes[input.outcome], receivedOn });
    }),

  /** By a 局领导 who did not propose; 不予列入 may come at any time before. */
  decide: command('supervision.decide-listing', { may: leaders })
    .input(DecideListing)
    .mutation(({ ctx, input }) => {
      const found = foundEntry(ctx, input.entryId);
      if (!found.ok) return found;
      const entry = found.value;
      const refused = deciding(ctx, entry, input.outcome) ?? toldRefusal(ctx, input.opinion);
      if (refused !== null) return refused;
      const number = takeNumber(ctx, 'list-decision');
      const isListing = input.outcome === 'listed';
      const recordId = isListing ? recordOfListing(ctx, entry, number) : null;
      const untilOn = isListing && entry.termMonths !== null ? addMonths(ctx.today, entry.termMonths) : null;
      ctx.supervision.lists.insertDecision({ ...input, number, decidedOn: ctx.today, untilOn, recordId }, byOf(ctx));
      regradeObjects(ctx, [entry.objectId], 'supervision.decide-listing');
      const { packId, packVersion } = entry;
      return noted({ number, untilOn }, subjectOf(entry), {
        outcome: input.outcome,
        number,
        untilOn,
        packId,
        packVersion,
      });
    }),

  publish: command('supervision.publish-listing', { may: ['operator'], backup: 'publication' })
    .input(PublishListing)
    .mutation(({ ctx, input }) => {
      const entry = atStep(ctx, input.entryId, 'publish');
      if (!entry.ok) return entry;
      const { decision } = entry.value;
      const after = decision && { what: '决定日期', on: decision.decidedOn };
      const day = dayRefusal(ctx, '公示日期', input.publishedOn, after);
      if (day !== null) return day;
      ctx.supervision.lists.insertPublication(input, byOf(ctx));
      if (decision?.recordId != null) ctx.credit.publishRecord(decision.recordId, input.publishedOn, input.place);
      return noted(null, subjectOf(entry.value), { on: input.publishedOn, place: input.place });
    }),

  /** 联合惩戒或激励: which department was told of which measure, and when (细则 第十六条). */
  tell: command('supervision.tell-department', { may: ['operator'] })
    .input(TellDepartment)
    .mutation(({ ctx, input }) => {
      const found = foundEntry(ctx, input.entryId);
      if (!found.ok) return found;
      const entry = found.value;
      if (!isListed(entry)) return notListed(entry);
      const after = entry.decision && { what: '决定日期', on: entry.decision.decidedOn };
      const day = dayRefusal(ctx, '通报日期', input.toldOn, after);
      if (day !== null) return day;
      const list = officePack(ctx).lists.find(({ id }) => id === entry.listId);
      for (const measureId of input.measureIds) {
        const measure = list?.jointMeasures.find(({ id }) => id === measureId);
        if (list === undefined || measure === undefined) return refuse('NOT_IN_PACK', { what: '这一联合措施' });
        const { field, text } = measure;
        const { department, toldOn } = input;
        if (entry.measures.some((one) => one.measureId === measureId && one.department === department)) {
          return refuse('DEPARTMENT_TOLD', { department, field });
        }
        const article = citeArticle(list.source);
        ctx.supervision.lists.insertMeasure(
          { entryId: entry.id, measureId, field, text, article, department, toldOn },
          byOf(ctx),
        );
      }
      return noted(null, subjectOf(entry), {
        department: input.department,
        measures: input.measureIds,
        on: input.toldOn,
      });
    }),

  proposeRemoval: command('supervision.propose-removal', { may: ['operator'] })
    .input(ProposeRemoval)
    .mutation(({ ctx, input }) => {
      const found = foundEntry(ctx, input.entryId);
      if (!found.ok) return found;
      const entry = found.value;
      if (!isListed(entry)) return notListed(entry);
      if (listStateOf(entry) === 'removing') return refuse('STEP_NOT_DUE', { step: '提出移出', due: '决定移出' });
      const untilOn = entry.decision?.untilOn ?? null;
      if (input.reason === 'term-over' && (untilOn === null || untilOn > ctx.today)) {
        return refuse('LIST_TERM_RUNS', { until: untilOn, article: entry.ground.article });
      }
      const removal = { ...input, repairId: null, objectionId: null, proposedOn: ctx.today };
      const removalId = ctx.supervision.lists.insertRemoval(removal, byOf(ctx));
      return noted({ removalId }, subjectOf(entry), { reason: removalReasons[input.reason], facts: input.facts });
    }),

  decideRemoval: command('supervision.decide-removal', { may: leaders })
    .input(DecideRemoval)
    .mutation(({ ctx, input }) => {
      const entry = ctx.supervision.lists.entryById(ctx.supervision.lists.entryOfRemoval(input.removalId) ?? 0);
      const removal = entry?.removals.find(({ id }) => id === input.removalId);
      if (entry === null || removal === undefined) return refuse('NOT_FOUND', { what: '移出名单的提请' });
      if (removal.decision !== null) return refuse('STEP_NOT_DUE', { step: '决定移出', due: null });
      const own = ownRefusal(ctx, `移出${entry.listName}`, [removal.proposedById]) ?? toldRefusal(ctx, input.opinion);
      if (own !== null) return own;
      const { reason, id: removalId } = removal;
      const { opinion } = input;
      if (input.outcome === 'kept') {
        const number = takeNumber(ctx, 'list-removal');
        const kept = { removalId, outcome: input.outcome, number, opinion, decidedOn: ctx.today };
        ctx.supervision.lists.insertRemovalDecision({ ...kept, publicationStoppedOn: null }, byOf(ctx));
        return noted({ effects: [] as readonly string[] }, subjectOf(entry), { outcome: input.outcome, number });
      }
      const effects = removeEntry(ctx, entry, { removalId, reason, opinion });
      regradeObjects(ctx, [entry.objectId], 'supervision.decide-removal');
      return noted({ effects }, subjectOf(entry), { outcome: input.outcome, reason: removalReasons[reason], effects });
    }),

  /** 对错误采取联合惩戒的行为，及时消除不良影响 (陈巴尔虎旗方案 第11项). */
  clear: command('supervision.clear-effects', { may: ['operator'] })
    .input(ClearEffects)
    .mutation(({ ctx, input }) => {
      const entryId = ctx.supervision.lists.entryOfRemoval(input.removalId) ?? 0;
      const entry = atStep(ctx, entryId, 'clear');
      if (!entry.ok) return entry;
      const removal = entry.value.removals.find(({ id }) => id === input.removalId);
      const after = removal?.decision == null ? null : { what: '移出日期', on: removal.decision.decidedOn };
      const day = dayRefusal(ctx, '消除影响的日期', input.clearedOn, after);
      if (day !== null) return day;
      // Where an objection showed the mistake, clearing its effects closes both.
      const objectionId = removal?.objectionId ?? null;
      const clearing = { ...input, removalId: objectionId === null ? input.removalId : null, objectionId };
      ctx.supervision.clearings.insertClearing(clearing, byOf(ctx));
      return noted(null, subjectOf(entry.value), { what: input.what, told: input.told });
    }),
});

export type EntryView = ReturnType<typeof entryView>;

function entryView(entry: ListEntry) {
  const state = listStateOf(entry);
  return { ...entry, name: entryName(entry), state, stateTitle: listStateTitles[state], steps: listSteps(entry) };
}

function subjectOf(entry: ListEntry): string {
  return `${entryName(entry)}：${entry.listName}`;
}

function foundEntry(ctx: Context, entryId: number) {
  const entry = ctx.supervision.lists.entryById(entryId);
  return entry === null ? refuse('NOT_FOUND', { what: '名单条目' }) : done(entry);
}

function atStep(ctx: Context, entryId: number, step: ListStepId) {
  const found = foundEntry(ctx, entryId);
  if (!found.ok) return found;
  return dueRefusal(listSteps(found.value), step, listStepTitles[step]) ?? found;
}

function deciding(ctx: Context, entry: ListEntry, outcome: 'listed' | 'not-listed') {
  const own = ownRefusal(ctx, `列入${entry.listName}`, [entry.proposedById]);
  if (own !== null) return own;
  if (entry.decision !== null) return refuse('STEP_NOT_DUE', { step: '作出决定', due: null });
  if (outcome === 'not-listed') return null;
  if (entry.defence?.outcome === 'accepted') return refuse('DEFENCE_ACCEPTED', { name: entryName(entry) });
  const due = dueRefusal(listSteps(entry), 'decide', '决定列入');
  if (due !== null || entry.polarity === 'good' || entry.rests.some(({ recordId }) => stands(ctx, recordId)))
    return due;
  return refuse('LIST_RECORDS_GONE', { name: entryName(entry), list: entry.listName });
}

/** Whether what an entry rests on still speaks against it; a published inspection always does. */
function stands(ctx: Context, recordId: number | null): boolean {
  const record = recordId === null ? null : ctx.credit.recordById(recordId);
  return record === null || (record.withdrawn === null && record.repairedOn === null);
}

function notListed(entry: ListEntry) {
  return refuse('NOT_LISTED_NOW', { name: entryName(entry), state: listStateTitles[listStateOf(entry)] });
}
