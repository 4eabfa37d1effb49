import { z } from 'zod';
import { fieldChanges } from '../../../shared/features/rosters/entries.ts';
import { checkExperts, ExpertForm, expertKey } from '../../../shared/features/rosters/experts.ts';
import { ChangeReason, neededText } from '../../../shared/features/rosters/schemas.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { command, notFound, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { causeOf, changedLabels, phoneIn, revealed } from './roster-changes.ts';

const Id = z.object({ id: z.int() });
const may = { may: ['operator'] } as const;

/** 专家库: whom the office may ask; experts never sit in officers' seats. */
export const expertCalls = {
  experts: query().query(({ ctx }) => ctx.rosters.experts.list()),
  expert: query()
    .input(Id)
    .query(({ ctx, input }) => {
      const expert = ctx.rosters.experts.list().find(({ id }) => id === input.id) ?? notFound('专家');
      const history = ctx.rosters.experts.changes(input.id).map(({ before, after, ...change }) => ({
        ...change,
        imported: null,
        batchChange: null,
        change: before === null ? ('added' as const) : ('changed' as const),
        fields: before === null || after === null ? [] : fieldChanges(before, after),
      }));
      return { ...expert, history };
    }),

  /** 查看: the telephone number whole, with the reason in the ledger. */
  revealOfExpert: command('rosters.reveal', may)
    .input(Id.extend({ reason: neededText('查看事由') }))
    .mutation(({ ctx, input: { id, reason } }) => {
      const entry = ctx.rosters.experts.entry(id);
      if (entry === null) return refuse('NOT_FOUND', { what: '专家' });
      return revealed('联系方式', entry.phone, { name: entry.name, reason });
    }),

  addExpert: command('rosters.add-expert', may)
    .input(z.object({ entry: ExpertForm, reason: ChangeReason }))
    .mutation(({ ctx, input: { entry, reason } }) => {
      if (ctx.rosters.experts.idsByKey().has(expertKey(entry))) return refuse('EXPERT_TAKEN', { name: entry.name });
      const id = ctx.rosters.experts.put(null, entry, causeOf(ctx, reason));
      return noted({ id }, entry.name, { reason });
    }),

  changeExpert: command('rosters.change-expert', may)
    .input(Id.extend({ entry: ExpertForm, reason: ChangeReason }))
    .mutation(({ ctx, input: { id, entry: sent, reason } }) => {
      const before = ctx.rosters.experts.entry(id);
      if (before === null) return refuse('NOT_FOUND', { what: '专家' });
      const entry = { ...sent, phone: phoneIn(sent.phone, before.phone) };
      const holder = ctx.rosters.experts.idsByKey().get(expertKey(entry));
      if (holder !== undefined && holder !== id) return refuse('EXPERT_TAKEN', { name: entry.name });
      const fields = changedLabels(before, entry);
      if (fields.length === 0) return refuse('UNCHANGED');
      ctx.rosters.experts.put(id, entry, causeOf(ctx, reason));
      return noted({ id }, entry.name, { reason, fields });
    }),

  removeExpert: command('rosters.remove-expert', may)
    .input(Id.extend({ reason: ChangeReason }))
    .mutation(({ ctx, input: { id, reason } }) => {
      const before = ctx.rosters.experts.entry(id);
      if (before === null) return refuse('NOT_FOUND', { what: '专家' });
      ctx.rosters.experts.put(id, null, causeOf(ctx, reason));
      return noted(null, before.name, { reason });
    }),

  /** A checked workbook of experts; null when it no longer waits. */
  expertStage: query()
    .input(z.object({ stageId: z.int() }))
    .query(({ ctx, input }) => {
      const staged = stagedExperts(ctx, input.stageId);
      if (staged === null) return null;
      const { rows, problems } = staged.value;
      return { fileName: staged.fileName, problems, rows: rows.map(({ draft, update }) => ({ ...draft, update })) };
    }),

  confirmExperts: command('rosters.import-experts', { ...may, backup: 'import' })
    .input(z.object({ stageId: z.int() }))
    .mutation(({ ctx, input }) => {
      const staged = stagedExperts(ctx, input.stageId);
      if (staged === null) return refuse('STAGE_GONE');
      const ids = ctx.rosters.experts.idsByKey();
      const cause = causeOf(ctx, `导入${staged.fileName}`);
      let [added, updated] = [0, 0];
      for (const { draft } of staged.value.rows) {
        const id = ids.get(expertKey(draft)) ?? null;
        const before = id === null ? null : ctx.rosters.experts.entry(id);
        // A number that was not given, or only shown in part, stays.
        const entry = before !== null && draft.phone === '' ? { ...draft, phone: before.phone } : draft;
        if (before !== null && fieldChanges(before, entry).length === 0) continue;
        ctx.rosters.experts.put(id, entry, cause);
        if (id === null) added += 1;
        else updated += 1;
      }
      if (added + updated === 0) return refuse('NOTHING_TO_IMPORT');
      ctx.rosters.experts.staged.drop(ctx.account?.id ?? 0);
      return noted({ added, updated }, staged.fileName, { added, updated });
    }),
};

/** Checked against the roster as it is now. */
function stagedExperts(ctx: Context, stageId: number) {
  const staged = ctx.rosters.experts.staged.find(ctx.account?.id ?? 0, stageId);
  if (staged === null) return null;
  const checked = checkExperts(staged.sheets, new Set(ctx.rosters.experts.idsByKey().keys()));
  return checked.ok ? { fileName: staged.fileName, value: checked.value } : null;
}
