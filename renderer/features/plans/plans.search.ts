import type { Client } from '../../api/client.ts';

/** Tasks by number or title, for the search box. */
export async function searchTasks(text: string, client: Client) {
  const tasks = await client.plans.tasks.query();
  return tasks
    .filter(({ number, title }) => number.includes(text) || title.includes(text))
    .map(({ id, number, title }) => ({ title: number, kind: '任务', note: title, path: `/plans/tasks?task=${id}` }));
}
