import { z } from 'zod';
import { SavedFilterForm } from '../../../shared/features/rosters/schemas.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { command, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';

/** 常用条件 of the lists: kept under a name, for oneself or for the office. */
export const savedFilterCalls = {
  savedFilters: query()
    .input(z.object({ list: z.string() }))
    .query(({ ctx, input }) => ctx.rosters.savedFilters(input.list, ctx.account?.id ?? 0)),

  saveFilter: command('rosters.save-filter', { may: 'anyone' })
    .input(SavedFilterForm)
    .mutation(({ ctx, input }) => {
      const ownerId = ctx.account?.id ?? 0;
      if (ctx.rosters.isFilterNameTaken(input.list, input.name, input.isShared, ownerId)) {
        return refuse('FILTER_NAME_TAKEN', { name: input.name });
      }
      const id = ctx.rosters.insertSavedFilter({ ...input, ownerId, at: ctx.now });
      return noted({ id }, input.name, { isShared: input.isShared });
    }),

  removeFilter: command('rosters.remove-filter', { may: 'anyone' })
    .input(z.object({ id: z.int() }))
    .mutation(({ ctx, input }) => {
      const filter = ctx.rosters.savedFilterById(input.id);
      if (filter === null) return refuse('NOT_FOUND', { what: '常用条件' });
      if (filter.ownerId !== ctx.account?.id) return refuse('FILTER_OF_ANOTHER', { owner: filter.owner });
      ctx.rosters.deleteSavedFilter(input.id);
      return noted(null, filter.name, { isShared: filter.isShared });
    }),
};
