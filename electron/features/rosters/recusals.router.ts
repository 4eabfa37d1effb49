import { z } from 'zod';
import { ChangeReason, RecusalForm } from '../../../shared/features/rosters/schemas.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { command, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { causeOf } from './roster-changes.ts';

const Id = z.object({ id: z.int() });
const may = { may: ['operator'] } as const;

/** 回避: who must not inspect whom. */
export const recusalCalls = {
  recusals: query().query(({ ctx }) => ctx.rosters.recusals()),
  addRecusal: command('rosters.add-recusal', may)
    .input(RecusalForm)
    .mutation(({ ctx, input }) => {
      const officer = ctx.rosters.officerById(input.officerId);
      const object = ctx.rosters.objectById(input.objectId);
      if (officer === null) return refuse('NOT_FOUND', { what: '执法人员' });
      if (object === null) return refuse('NOT_FOUND', { what: '检查对象' });
      const names = { officer: officer.name, object: object.name };
      if (ctx.rosters.recusalOf(officer.id, object.id) !== null) return refuse('RECUSAL_THERE', names);
      const id = ctx.rosters.insertRecusal(officer.id, object.id, input, ctx.now);
      const recusal = ctx.rosters.recusalById(id);
      const after = recusal === null ? null : ctx.rosters.recusalEntry(recusal);
      const subject = `${officer.name}—${object.name}`;
      ctx.rosters.changes.record('recusal', id, subject, [null, after], causeOf(ctx, input.reason));
      return noted({ id }, subject, { reason: input.reason });
    }),
  removeRecusal: command('rosters.remove-recusal', may)
    .input(Id.extend({ reason: ChangeReason }))
    .mutation(({ ctx, input: { id, reason } }) => {
      const recusal = ctx.rosters.recusalById(id);
      if (recusal === null) return refuse('NOT_FOUND', { what: '回避' });
      ctx.rosters.deleteRecusal(id);
      const subject = `${recusal.officerName}—${recusal.objectName}`;
      ctx.rosters.changes.record(
        'recusal',
        id,
        subject,
        [ctx.rosters.recusalEntry(recusal), null],
        causeOf(ctx, reason),
      );
      return noted(null, subject, { reason });
    }),
};
