import { z } from 'zod';
import { authorisationStateOn } from '../../../shared/features/credit/authorisations.ts';
import { isAuthorised } from '../../../shared/features/credit/kind-fields.ts';
import { NewAuthorisation, WithdrawAuthorisation } from '../../../shared/features/credit/schemas.ts';
import { creditKindTitles } from '../../../shared/kernel/credit-facts.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { command, query, router } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { by } from './records.router.ts';

const may = { may: ['operator'] } as const;

/** 授权: what an enterprise lets the office gather, for how long (吴忠方案 第二部分（一）). */
export const authorisationsRouter = router({
  list: query()
    .input(z.object({ objectId: z.int().nullable().default(null) }))
    .query(({ ctx, input }) => {
      const all = input.objectId === null ? ctx.credit.authorisations() : ctx.credit.authorisationsOf(input.objectId);
      return all.map((one) => ({ ...one, state: authorisationStateOn(one, ctx.today) }));
    }),

  /** It holds once the signed 授权书 is attached. */
  add: command('credit.add-authorisation', may)
    .input(NewAuthorisation)
    .mutation(({ ctx, input }) => {
      const object = ctx.rosters.objectById(input.objectId);
      if (object === null) return refuse('NOT_FOUND', { what: '检查对象' });
      const idle = input.kinds.find((kind) => !isAuthorised(kind));
      if (idle !== undefined) return refuse('AUTHORISATION_NOT_NEEDED', { kind: idle });
      const draft = { ...input, kinds: [...new Set(input.kinds)] };
      const id = ctx.credit.insertAuthorisation(draft, by(ctx));
      const kinds = draft.kinds.map((kind) => creditKindTitles[kind]);
      return noted({ id }, object.name, { id, ...draft, kinds });
    }),

  /** 撤回: from that day on nothing more is gathered under it, and what was gathered is shown outside no more. */
  withdraw: command('credit.withdraw-authorisation', may)
    .input(WithdrawAuthorisation)
    .mutation(({ ctx, input: { id, on, reason } }) => {
      const one = ctx.credit.authorisationById(id);
      if (one === null) return refuse('NOT_FOUND', { what: '这项授权' });
      if (one.withdrawnOn !== null) return refuse('AUTHORISATION_WITHDRAWN', { objectName: one.objectName });
      if (on > ctx.today) return refuse('CREDIT_IN_FUTURE', { on });
      if (on < one.fromOn) return refuse('AUTHORISATION_BEFORE', { fromOn: one.fromOn });
      ctx.credit.withdrawAuthorisation(id, on, reason, by(ctx));
      return noted(null, one.objectName, { id, on, reason });
    }),
});
