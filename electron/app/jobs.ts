import type { AnyRefusal } from '../../shared/features/refusals.ts';
import { type Done, refuse } from '../../shared/kernel/result.ts';

/** Long work as the page sees it: a bar with a step, counts, an end. Kept in memory; nothing half done is on disk. */
export interface JobView {
  readonly id: number;
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly state: 'running' | 'done' | 'refused' | 'failed' | 'cancelled';
  readonly outcome: Done<unknown> | AnyRefusal | null;
  readonly startedAt: string;
}

export type Progress = (done: number, total: number) => void;

export interface Jobs {
  /** Starts `work` and gives the job's number at once. `work` heeds the signal and ends with a Result. */
  start(
    accountId: number,
    title: string,
    startedAt: string,
    work: (signal: AbortSignal, progress: Progress) => Promise<Done<unknown> | AnyRefusal>,
  ): number;
  find(accountId: number, id: number): JobView | null;
  list(accountId: number): readonly JobView[];
  cancel(accountId: number, id: number): void;
}

interface Job extends JobView {
  readonly accountId: number;
  readonly abort: AbortController;
}

export function createJobs(log: (line: string) => void): Jobs {
  const jobs = new Map<number, Job>();
  let last = 0;
  const change = (id: number, part: Partial<JobView>) => {
    const job = jobs.get(id);
    if (job !== undefined) jobs.set(id, { ...job, ...part });
  };
  const mine = (accountId: number, id: number) => {
    const job = jobs.get(id);
    return job !== undefined && job.accountId === accountId ? job : null;
  };
  return {
    start(accountId, title, startedAt, work) {
      last += 1;
      const id = last;
      const abort = new AbortController();
      jobs.set(id, { id, accountId, title, startedAt, abort, done: 0, total: 0, state: 'running', outcome: null });
      work(abort.signal, (done, total) => change(id, { done, total })).then(
        (outcome) => change(id, { outcome, state: stateOf(outcome) }),
        (error: unknown) => {
          if (abort.signal.aborted) return change(id, { state: 'cancelled', outcome: refuse('CANCELLED') });
          log(`job ${id} failed: ${error instanceof Error ? error.stack : String(error)}`);
          change(id, { state: 'failed' });
        },
      );
      return id;
    },
    find: (accountId, id) => viewOf(mine(accountId, id)),
    list: (accountId) =>
      [...jobs.values()]
        .filter((job) => job.accountId === accountId)
        .flatMap((job) => viewOf(job) ?? [])
        .reverse(),
    cancel: (accountId, id) => mine(accountId, id)?.abort.abort(),
  };
}

function stateOf(outcome: Done<unknown> | AnyRefusal): JobView['state'] {
  if (outcome.ok) return 'done';
  return outcome.code === 'CANCELLED' ? 'cancelled' : 'refused';
}

function viewOf(job: Job | null): JobView | null {
  if (job === null) return null;
  const { accountId: _accountId, abort: _abort, ...view } = job;
  return view;
}
