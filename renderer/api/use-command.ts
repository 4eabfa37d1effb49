import { type MutationFunctionContext, useMutation, useQueryClient } from '@tanstack/react-query';
import { TRPCClientError } from '@trpc/client';
import { App } from 'antd';
import { failureSentence } from './failures.ts';
import { sentenceOf, type WireRefusal } from './messages.zh-CN.ts';

type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly code: string };
type ValueOf<R> = R extends { readonly ok: true; readonly value: infer V } ? V : never;

/** What `trpc.<feature>.<command>.mutationOptions()` gives, as far as it is needed here. */
interface CommandOptions<Input, Output> {
  readonly mutationFn?: (input: Input, context: MutationFunctionContext) => Promise<Output>;
  readonly mutationKey?: readonly unknown[];
}

export type CommandOutcome<V> = { readonly ok: true; readonly value: V } | WireRefusal;

export interface Command<Input, V> {
  /** Runs it and gives the outcome; never throws. A refusal was already shown unless the command is quiet. */
  readonly run: (input: Input) => Promise<CommandOutcome<V>>;
  readonly isRunning: boolean;
}

export interface CommandManner<Input, V> {
  /** Shown after success; none shows nothing. */
  readonly done?: string | ((value: V, input: Input) => string);
  readonly onDone?: (value: V, input: Input) => void;
  /** The caller shows the refusal itself, for instance in its form. */
  readonly quiet?: boolean;
}

/**
 * A command of the program: `useCommand(trpc.plans.approve.mutationOptions(), { done: '已批准' })`. Shows refusals in
 * words, and refreshes every query afterwards, because a command may change more than its own list.
 */
export function useCommand<Input, Output extends Reply>(
  options: CommandOptions<Input, Output>,
  manner: CommandManner<Input, ValueOf<Output>> = {},
): Command<Input, ValueOf<Output>> {
  const queries = useQueryClient();
  const { message, notification } = App.useApp();
  const mutation = useMutation<Output, unknown, Input>({
    mutationFn: options.mutationFn,
    mutationKey: options.mutationKey,
  });

  async function run(input: Input): Promise<CommandOutcome<ValueOf<Output>>> {
    const reply = await settle(mutation.mutateAsync(input));
    if (reply.ok) {
      const value = reply.value as ValueOf<Output>;
      await queries.invalidateQueries();
      const said = typeof manner.done === 'function' ? manner.done(value, input) : manner.done;
      if (said !== undefined) void message.success(said);
      manner.onDone?.(value, input);
      return { ok: true, value };
    }
    const refusal = reply as WireRefusal;
    if (isSignedOut(refusal)) void queries.invalidateQueries();
    if (manner.quiet !== true)
      notification.error({ title: '未能办理', description: sentenceOf(refusal), duration: 12 });
    return refusal;
  }

  return { run, isRunning: mutation.isPending };
}

/** Turns what a call threw into a refusal: wrong input into its sentences, anything else into a reference number. */
async function settle<Output extends Reply>(call: Promise<Output>): Promise<Output | WireRefusal> {
  try {
    return await call;
  } catch (error) {
    const problems = error instanceof TRPCClientError ? (error.data?.problems as unknown[] | undefined) : undefined;
    if (problems !== undefined && problems.length > 0) return { ok: false, code: 'BAD_INPUT', details: { problems } };
    return { ok: false, code: 'FAILED', details: { sentence: failureSentence(error) } };
  }
}

function isSignedOut({ code }: WireRefusal): boolean {
  return code === 'NOT_SIGNED_IN' || code === 'LOCKED';
}
