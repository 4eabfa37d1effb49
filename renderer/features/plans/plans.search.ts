import type { Client } from '../../api/client.ts';

/** Tasks by number or title, for the search box. */
export async function searchTasks(text: string, client: Client) {
  const tasks = await client.plans.tasks.query();
  return tasks
    .filter(({ number, title }) => number.includes(text) || title.includes(text))
    .map(({ id, number, title }) => ({ title: number, kind: '任务', note: title, path: `/plans/tasks?task=${id}` }));
}

/** 随机抽查事项 of the list in force by code or name, for the search box. */
export async function searchCheckItems(text: string, client: Client) {
  const { items } = await client.plans.checkItems.inForce.query({ on: null });
  return items
    .filter(({ code, name }) => code.includes(text.toUpperCase()) || name.includes(text))
    .map(({ code, name }) => ({ title: name, kind: '抽查事项', note: code, path: `/plans/items?q=${code}` }));
}
