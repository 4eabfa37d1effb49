import { z } from 'zod';
import { recusalState } from '../../../shared/features/rosters/recusal-state.ts';
import { LiftRecusal, OnDay, RecusalForm } from '../../../shared/features/rosters/schemas.ts';
import { endOfDay } from '../../../shared/kernel/local-date.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { command, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import type { Recusal } from './recusals.repo.ts';
import { causeOf } from './roster-changes.ts';
import type { Suggestion } from './suggestions.ts';

const may = { may: ['operator'] } as const;
const Pairs = z
  .array(z.object({ officerId: z.int(), objectId: z.int() }))
  .min(1, '请选择建议回避')
  .max(2_000);

/** 回避: who must not inspect whom, from day to day. */
export const recusalCalls = {
  recusals: query().query(({ ctx }) =>
    ctx.rosters.recusals().map((recusal) => ({ ...recusal, state: recusalState(recusal, ctx.today) })),
  ),

  /** The register at the end of a day, as its history tells it; each as it held on that day. */
  recusalsOn: query()
    .input(OnDay)
    .query(({ ctx, input: { on } }) =>
      ctx.rosters.changes.standingBefore('recusal', endOfDay(on)).map((entry) => {
        const { fromOn = null, toOn = null, liftedOn = null } = entry;
        return { ...entry, state: recusalState({ fromOn, toOn, liftedOn }, on) };
      }),
    ),

  addRecusal: command('rosters.add-recusal', may)
    .input(RecusalForm)
    .mutation(({ ctx, input }) => {
      const officer = ctx.rosters.officerById(input.officerId);
      const object = ctx.rosters.objectById(input.objectId);
      if (officer === null) return refuse('NOT_FOUND', { what: '执法人员' });
      if (object === null) return refuse('NOT_FOUND', { what: '检查对象' });
      const names = { officer: officer.name, object: object.name };
      if (ctx.rosters.recusalOf(officer.id, object.id, ctx.today) !== null) return refuse('RECUSAL_THERE', names);
      const recusal = register(ctx, input);
      return noted({ id: recusal.id }, subjectOf(recusal), { reason: input.reason });
    }),

  /** 解除: it stays on record and keeps the two apart no longer. */
  liftRecusal: command('rosters.lift-recusal', may)
    .input(LiftRecusal)
    .mutation(({ ctx, input: { id, on, reason } }) => {
      const recusal = ctx.rosters.recusalById(id);
      if (recusal === null) return refuse('NOT_FOUND', { what: '回避' });
      if (recusal.liftedOn !== null) return refuse('RECUSAL_LIFTED', { on: recusal.liftedOn });
      if (recusal.fromOn !== null && on < recusal.fromOn) return refuse('LIFTED_BEFORE', { fromOn: recusal.fromOn });
      ctx.rosters.liftRecusal(id, on, reason);
      record(ctx, recusal, reason);
      return noted(null, subjectOf(recusal), { on, reason });
    }),

  /** 建议回避, found from what officers declared; dismissed ones among them. */
  suggestedRecusals: query().query(({ ctx }) => {
    const officers = new Map(ctx.rosters.officers().map((officer) => [officer.id, officer]));
    return ctx.rosters.suggestions(ctx.today).flatMap(({ basis: _basis, dismissal, ...one }) => {
      const officer = officers.get(one.officerId);
      const object = ctx.rosters.objectById(one.objectId);
      if (officer === undefined || object === null) return [];
      const dismissed = dismissal === null ? null : { why: dismissal.why, at: dismissal.at, byName: dismissal.byName };
      const names = { officerName: officer.name, officerUnit: officer.unit, objectName: object.name };
      return [{ ...one, ...names, objectCode: object.code, personInCharge: object.personInCharge, dismissed }];
    });
  }),

  registerSuggested: command('rosters.add-recusal', may)
    .input(z.object({ pairs: Pairs }))
    .mutation(({ ctx, input: { pairs } }) => {
      const chosen = chosenSuggestions(ctx, pairs);
      if (chosen === null) return refuse('SUGGESTION_GONE');
      const registered = chosen.map((one) => register(ctx, { ...one, fromOn: ctx.today }));
      return noted({ count: registered.length }, subjects(registered), {
        pairs: registered.map(subjectOf),
        found: true,
      });
    }),

  /** 不予登记, with the reason; it is suggested again when what it rests on changes. */
  dismissSuggested: command('rosters.dismiss-recusal', may)
    .input(z.object({ pairs: Pairs, why: z.string().trim().min(1, '请填写理由').max(500, '不超过500个字') }))
    .mutation(({ ctx, input: { pairs, why } }) => {
      const chosen = chosenSuggestions(ctx, pairs);
      if (chosen === null) return refuse('SUGGESTION_GONE');
      const { at, byId, byName } = causeOf(ctx, why);
      for (const one of chosen) ctx.rosters.insertDismissal(one, { why, at, byId, byName });
      const names = chosen.map(({ officerId, objectId }) => ({
        officerName: ctx.rosters.officerById(officerId)?.name ?? '',
        objectName: ctx.rosters.objectById(objectId)?.name ?? '',
      }));
      return noted({ count: chosen.length }, subjects(names), { pairs: names.map(subjectOf), why });
    }),
};

/** Null when one of the pairs is no longer suggested. Asked before anything is written. */
function chosenSuggestions(ctx: Context, pairs: z.output<typeof Pairs>): readonly Suggestion[] | null {
  const open = ctx.rosters.suggestions(ctx.today);
  const chosen = pairs.map((pair) =>
    open.find(({ officerId, objectId }) => officerId === pair.officerId && objectId === pair.objectId),
  );
  const found = chosen.filter((one) => one !== undefined);
  return found.length === chosen.length && new Set(found).size === found.length ? found : null;
}

function register(ctx: Context, recusal: RecusalForm & { readonly basis?: string }): Recusal {
  const id = ctx.rosters.insertRecusal(recusal.officerId, recusal.objectId, recusal, ctx.now);
  const added = ctx.rosters.recusalById(id);
  if (added === null) throw new Error(`no recusal ${id}`);
  ctx.rosters.changes.record(
    'recusal',
    id,
    subjectOf(added),
    [null, ctx.rosters.recusalEntry(added)],
    causeOf(ctx, recusal.reason),
  );
  return added;
}

/** Into the history: `before` as it stood, and as it stands now. */
function record(ctx: Context, before: Recusal, reason: string): void {
  const now = ctx.rosters.recusalById(before.id);
  const states = [ctx.rosters.recusalEntry(before), now === null ? null : ctx.rosters.recusalEntry(now)] as const;
  ctx.rosters.changes.record('recusal', before.id, subjectOf(before), states, causeOf(ctx, reason));
}

function subjectOf({ officerName, objectName }: Pick<Recusal, 'officerName' | 'objectName'>): string {
  return `${officerName}—${objectName}`;
}

function subjects(pairs: readonly Pick<Recusal, 'officerName' | 'objectName'>[]): string {
  const [first] = pairs;
  if (first === undefined) return '';
  return pairs.length === 1 ? subjectOf(first) : `${subjectOf(first)}等${pairs.length}对`;
}
