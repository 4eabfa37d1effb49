import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { sample } from './pages.ts';
import { type Program, signIn } from './program.ts';

/** A call of the program as whoever is signed in on the page: to set the stage, not to be tested. */
export async function call<T>(page: Page, program: Program, path: string, input: unknown = {}): Promise<T> {
  const headers = { origin: program.address };
  const reply = await page.request.post(`${program.address}/api/${path}`, { headers, data: input as object });
  return settled<T>(path, await reply.json());
}

export async function ask<T>(page: Page, program: Program, path: string, input: unknown = {}): Promise<T> {
  const query = new URLSearchParams({ input: JSON.stringify(input) });
  return settled<T>(path, await (await page.request.get(`${program.address}/api/${path}?${query}`)).json());
}

/** Uploads a workbook and gives the number under which it waits to be confirmed. */
export async function stageFile(page: Page, program: Program, path: string, name: string): Promise<number> {
  const headers = { origin: program.address, 'x-file-name': encodeURIComponent(name) };
  const data = readFileSync(sample(name));
  const reply = await page.request.post(`${program.address}/uploads/${path}`, { headers, data });
  const { value } = (await reply.json()) as { value: { jobId: number } };
  for (;;) {
    const jobs = await ask<{ id: number; outcome: { value: { stageId: number } } | null }[]>(
      page,
      program,
      'office.jobs.list',
    );
    const outcome = jobs.find(({ id }) => id === value.jobId)?.outcome;
    if (outcome != null) return outcome.value.stageId;
    await page.waitForTimeout(50);
  }
}

/** Both rosters and the approved plan of the sample case, and its last item as a task, with another quota if given; ends signed in as 经办人. */
export async function setTaskUp(
  page: Page,
  program: Program,
  year: number,
  quota?: unknown,
): Promise<{ readonly taskId: number }> {
  await signIn(page, program, 'operator');
  for (const [kind, name] of [
    ['objects', 'objects-60.xlsx'],
    ['officers', 'officers-12.xlsx'],
  ] as const) {
    const id = await stageFile(page, program, `rosters/${kind}`, name);
    await call(page, program, 'rosters.confirmImport', { id });
  }
  const stageId = await stageFile(page, program, 'plans/import', 'joint-plan-2023.xlsx');
  const { planId } = await call<{ planId: number }>(page, program, 'plans.confirmImport', { stageId, year });
  await signIn(page, program, 'leader');
  await call(page, program, 'plans.approve', { id: planId });
  await signIn(page, program, 'operator');
  const { items } = await ask<{ items: { id: number }[] }>(page, program, 'plans.items', { id: planId });
  const itemId = items.at(-1)?.id ?? 0;
  const { draft } = await ask<{ draft: { quotas: { quota: unknown }[] } }>(page, program, 'plans.draftTask', {
    itemId,
  });
  const task = {
    ...draft,
    planItemId: itemId,
    quota: quota ?? draft.quotas[0]?.quota,
    fromOn: `${year}-01-01`,
    toOn: `${year}-12-31`,
  };
  const { id } = await call<{ id: number }>(page, program, 'plans.createTask', task);
  return { taskId: id };
}

function settled<T>(path: string, reply: unknown): T {
  const { result } = reply as { result?: { data: unknown } };
  const data = result?.data as { ok?: boolean; value?: unknown } | undefined;
  if (data === undefined || data.ok === false) throw new Error(`${path}: ${JSON.stringify(reply)}`);
  return (data.ok === true ? data.value : data) as T;
}
