import { initTRPC, TRPCError } from '@trpc/server';
import type { z } from 'zod';
import { ZodError } from 'zod';
import type { Action } from '../../shared/features/actions.ts';
import { type Role, rolesOf } from '../../shared/features/office/roles.ts';
import type { AnyRefusal, Refused } from '../../shared/features/refusals.ts';
import { type Done, refuse } from '../../shared/kernel/result.ts';
import type { BackupReason } from '../database/backup.ts';
import type { Context } from './context.ts';
import type { Progress } from './jobs.ts';
import { barredFrom, type May, type Noted, runCommand, runKeeping } from './run-command.ts';

const t = initTRPC.context<Context>().create({
  errorFormatter({ shape, error }) {
    const problems =
      error.cause instanceof ZodError
        ? error.cause.issues.map((issue) => ({ field: issue.path.join('.'), sentence: issue.message }))
        : [];
    // The stack stays in the log; the page gets a reference to it (see create-app's onError).
    const { stack: _stack, ...data } = shape.data;
    return {
      ...shape,
      message: error.code === 'INTERNAL_SERVER_ERROR' ? 'INTERNAL' : shape.message,
      data: { ...data, problems },
    };
  },
});

export const router = t.router;

/** A procedure open before signing in: the first screens only. */
export const openProcedure = t.procedure;

/** A query of a signed-in account, of the roles in `may` where it is given. `evenLocked` keeps the projector readable while the operator's screen is locked. */
export function query({ evenLocked = false, may }: { evenLocked?: boolean; may?: readonly Role[] } = {}) {
  return t.procedure.use(({ ctx, next }) => {
    if (ctx.account === null && !(evenLocked && ctx.lockedAccount !== null)) {
      throw new TRPCError({ code: 'UNAUTHORIZED', message: ctx.lockedAccount === null ? 'NOT_SIGNED_IN' : 'LOCKED' });
    }
    if (may !== undefined && (ctx.account === null || !rolesOf(ctx.account).some((role) => may.includes(role)))) {
      throw new TRPCError({ code: 'FORBIDDEN', message: 'NOT_ALLOWED' });
    }
    return next();
  });
}

/** Tells a query's caller that the thing asked for is not there. */
export function notFound(what: string): never {
  throw new TRPCError({ code: 'NOT_FOUND', message: what });
}

type Reply<T> = Done<T> | Refused;

interface Call<Input> {
  readonly ctx: Context;
  readonly input: Input;
}

/**
 * One command = one transaction with its ledger entry. `run` is synchronous and returns `noted(value, subject)` or a
 * refusal. `backup` takes a verified backup first: imports, draws, publications.
 */
export function command(action: Action, { may, backup }: { may: May; backup?: BackupReason }) {
  return {
    input: <S extends z.ZodType>(schema: S) => ({
      mutation: <T, R extends AnyRefusal = never>(run: (call: Call<z.output<S>>) => Noted<T> | R) =>
        t.procedure
          .input(schema)
          .mutation(
            ({ ctx, input }): Promise<Reply<T>> =>
              ctx.turns.next(() =>
                runCommand<T, R>(ctx, action, may, () => run({ ctx, input: input as z.output<S> }), backup),
              ),
          ),
    }),
    mutation: <T, R extends AnyRefusal = never>(run: (call: Omit<Call<never>, 'input'>) => Noted<T> | R) =>
      t.procedure.mutation(
        ({ ctx }): Promise<Reply<T>> =>
          ctx.turns.next(() => runCommand<T, R>(ctx, action, may, () => run({ ctx }), backup)),
      ),
  };
}

/**
 * A command with work before its transaction (hashing a password, printing). `prepare` may be asynchronous and must
 * not write; `run` gets what it made.
 */
export function preparedCommand(action: Action, { may }: { may: May }) {
  return {
    input: <S extends z.ZodType>(schema: S) => ({
      prepare: <P>(prepare: (call: Call<z.output<S>>) => Promise<P>) => ({
        mutation: <T, R extends AnyRefusal = never>(run: (call: Call<z.output<S>> & { prepared: P }) => Noted<T> | R) =>
          t.procedure.input(schema).mutation(async ({ ctx, input }): Promise<Reply<T>> => {
            const barred = await ctx.turns.next(() => barredFrom(ctx, action, may));
            if (barred !== null) return barred;
            const call = { ctx, input: input as z.output<S> };
            const prepared = await prepare(call);
            return ctx.turns.next(() => runCommand<T, R>(ctx, action, may, () => run({ ...call, prepared })));
          }),
      }),
    }),
  };
}

/**
 * What is settled so far is kept, so that it outlasts a reload or a power cut: role and transaction like a command, but no
 * entry in the ledger, which is told when the whole is confirmed.
 */
export function keeping(action: Action, { may }: { may: May }) {
  return {
    input: <S extends z.ZodType>(schema: S) => ({
      mutation: <T, R extends AnyRefusal = never>(run: (call: Call<z.output<S>>) => Done<T> | R) =>
        t.procedure
          .input(schema)
          .mutation(
            ({ ctx, input }): Promise<Reply<T>> =>
              ctx.turns.next(() => runKeeping<T, R>(ctx, action, may, () => run({ ctx, input: input as z.output<S> }))),
          ),
    }),
  };
}

/** What waits in memory is changed: the role is checked, nothing is written, the ledger is told when it is confirmed. */
export function change(action: Action, { may }: { may: May }) {
  return {
    input: <S extends z.ZodType>(schema: S) => ({
      mutation: <T, R extends AnyRefusal = never>(run: (call: Call<z.output<S>>) => Done<T> | R) =>
        t.procedure
          .input(schema)
          .mutation(
            async ({ ctx, input }): Promise<Reply<T>> =>
              (await ctx.turns.next(() => barredFrom(ctx, action, may))) ?? run({ ctx, input: input as z.output<S> }),
          ),
    }),
  };
}

/**
 * A command of seconds: a job under 任务进度 with progress and cancel. The call is answered when the job has ended, with its
 * outcome. `run` does what goes before the writing and hands its steps to `runLongCommand`.
 */
export function longCommand(action: Action, { may, title }: { may: May; title: string }) {
  type Outcome<T, R> = Promise<Done<T> | R | AnyRefusal>;
  async function asJob<T, R extends AnyRefusal>(
    ctx: Context,
    run: (running: Running) => Outcome<T, R>,
  ): Promise<Reply<T>> {
    const barred = await ctx.turns.next(() => barredFrom(ctx, action, may));
    if (barred !== null) return barred;
    return new Promise((resolve, reject) => {
      ctx.jobs.start(ctx.account?.id ?? 0, title, ctx.now, async (signal, progress) => {
        try {
          const outcome = await run({ signal, progress });
          resolve(outcome);
          return outcome;
        } catch (error) {
          if (signal.aborted) resolve(refuse('CANCELLED'));
          else reject(error);
          throw error;
        }
      });
    });
  }
  return {
    input: <S extends z.ZodType>(schema: S) => ({
      mutation: <T, R extends AnyRefusal = never>(run: (call: Call<z.output<S>> & Running) => Outcome<T, R>) =>
        t.procedure
          .input(schema)
          .mutation(
            ({ ctx, input }): Promise<Reply<T>> =>
              asJob<T, R>(ctx, (running) => run({ ctx, input: input as z.output<S>, ...running })),
          ),
    }),
    mutation: <T, R extends AnyRefusal = never>(run: (call: Omit<Call<never>, 'input'> & Running) => Outcome<T, R>) =>
      t.procedure.mutation(({ ctx }): Promise<Reply<T>> => asJob<T, R>(ctx, (running) => run({ ctx, ...running }))),
  };
}

interface Running {
  readonly signal: AbortSignal;
  readonly progress: Progress;
}
