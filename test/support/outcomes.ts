import type { Done, Refusal } from '../../shared/kernel/result.ts';
import type { Office } from './office.ts';

/** The value of a command that must be done; a refusal fails the test with its code and details. */
export function must<T>(result: Done<T> | Refusal | { readonly ok: true; readonly value?: T }): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.details)}`);
  return result.value as T;
}

/** Waits for a job of that role and gives its value; one that was refused or failed throws. */
export async function finishedJob<T>(office: Office, role: Parameters<Office['as']>[0], jobId: number): Promise<T> {
  for (;;) {
    const job = (await office.as(role).office.jobs.list.query()).find(({ id }) => id === jobId);
    if (job === undefined) throw new Error(`no job ${jobId}`);
    if (job.state !== 'running') {
      if (job.outcome === null) throw new Error(`job ${job.state}`);
      return must<unknown>(job.outcome) as T;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
