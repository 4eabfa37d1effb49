import { z } from 'zod';
import type { ObjectEntry } from '../../../shared/features/rosters/entries.ts';
import { ChangeReason, Day, neededText, ObjectForm, ObjectList } from '../../../shared/features/rosters/schemas.ts';
import { endOfDay } from '../../../shared/kernel/local-date.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { command, notFound, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { causeOf, changedLabels, historyOf, isDeleted, phoneIn, revealed } from './roster-changes.ts';
import { masked } from './roster-sheets.ts';

const Id = z.object({ id: z.int() });
const may = { may: ['operator'] } as const;

/** 检查对象名录库 (细则 第六条). */
export const objectCalls = {
  objects: query()
    .input(ObjectList)
    .query(({ ctx, input }) => ctx.rosters.listObjects(input, input)),
  objectChoices: query().query(({ ctx }) => ctx.rosters.objectChoices()),
  object: query()
    .input(Id)
    .query(({ ctx, input }) => {
      const { phone: _phone, ...object } = ctx.rosters.objectById(input.id) ?? notFound('检查对象');
      const recusals = ctx.rosters.recusals().filter(({ objectId }) => objectId === input.id);
      return { ...object, recusals, history: historyOf(ctx, 'object', input.id) };
    }),

  /** 某日名录: a page of the roster as it stood at the end of a day. */
  objectsOn: query()
    .input(
      z.object({
        on: Day,
        text: z.string().trim().max(100).default(''),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(2_000).default(50),
      }),
    )
    .query(({ ctx, input: { on, ...page } }) => {
      const { objects, total } = ctx.rosters.objectsBefore(endOfDay(on), page);
      return { lines: objects.map(({ id, entry }) => ({ ...masked(entry), id })), total };
    }),

  /** 查看: one person's number or telephone whole, with the reason in the ledger. */
  revealOfObject: command('rosters.reveal', may)
    .input(Id.extend({ field: z.enum(['idCard', 'phone']), reason: neededText('查看事由') }))
    .mutation(({ ctx, input: { id, field, reason } }) => {
      const entry = ctx.rosters.objectEntry(id);
      if (entry === null) return refuse('NOT_FOUND', { what: '检查对象' });
      const { name } = entry;
      if (field === 'phone') return revealed('联系方式', entry.phone, { name, reason });
      return revealed('身份证号码', entry.kind === '自然人' ? entry.code : '', { name, reason });
    }),

  addObject: command('rosters.add-object', may)
    .input(z.object({ entry: ObjectForm, reason: ChangeReason }))
    .mutation(({ ctx, input: { entry, reason } }) => {
      if (entry.code === '')
        return refuse('BAD_INPUT', { problems: [{ field: 'entry.code', sentence: '请填写身份证号码' }] });
      const holder = objectHolding(ctx, entry.code);
      if (holder !== null) return refuse('OBJECT_CODE_TAKEN', { name: holder.name });
      const id = ctx.rosters.insertObject(entry, ctx.now);
      ctx.rosters.changes.record('object', id, entry.name, [null, entry], causeOf(ctx, reason));
      return noted({ id }, entry.name, { reason });
    }),

  changeObject: command('rosters.change-object', may)
    .input(Id.extend({ entry: ObjectForm, reason: ChangeReason }))
    .mutation(({ ctx, input: { id, entry, reason } }) => {
      const before = ctx.rosters.objectEntry(id);
      if (before === null) return refuse('NOT_FOUND', { what: '检查对象' });
      const after: ObjectEntry = {
        ...entry,
        code: entry.code === '' ? before.code : entry.code,
        phone: phoneIn(entry.phone, before.phone),
      };
      if (after.kind === '自然人' && before.kind !== '自然人' && entry.code === '') {
        return refuse('BAD_INPUT', { problems: [{ field: 'entry.code', sentence: '请填写身份证号码' }] });
      }
      const holder = objectHolding(ctx, after.code);
      if (holder !== null && holder.id !== id) return refuse('OBJECT_CODE_TAKEN', { name: holder.name });
      if (!ctx.rosters.changes.record('object', id, after.name, [before, after], causeOf(ctx, reason))) {
        return refuse('UNCHANGED');
      }
      ctx.rosters.updateObject(id, after, ctx.now);
      return noted({ id }, after.name, { reason, fields: changedLabels(before, after) });
    }),

  removeObject: command('rosters.remove-object', may)
    .input(Id.extend({ reason: ChangeReason }))
    .mutation(({ ctx, input: { id, reason } }) => {
      const before = ctx.rosters.objectEntry(id);
      if (before === null) return refuse('NOT_FOUND', { what: '检查对象' });
      if (!isDeleted(() => ctx.rosters.deleteObject(id))) return refuse('ENTRY_IN_USE', { name: before.name });
      ctx.rosters.changes.record('object', id, before.name, [before, null], causeOf(ctx, reason));
      return noted(null, before.name, { reason });
    }),
};

function objectHolding(ctx: Context, code: string): { id: number; name: string } | null {
  const id = ctx.rosters.objectIdByAnyCode(code);
  return id === null ? null : ctx.rosters.objectById(id);
}
