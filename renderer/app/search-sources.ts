import type { Client } from '../api/client.ts';
import { searchCheckItems, searchTasks } from '../features/plans/plans.search.ts';
import { searchRosters } from '../features/rosters/rosters.search.ts';
import { menu } from './menu.ts';
import { searchDocuments } from './search-documents.ts';

export interface SearchHit {
  readonly title: string;
  /** What it is, shown quietly beside: 企业、任务、页面. */
  readonly kind: string;
  readonly note?: string;
  readonly path: string;
}

/** Finds things for the box above (Ctrl K). At most ten hits. */
export type SearchSource = (text: string, client: Client) => Promise<readonly SearchHit[]> | readonly SearchHit[];

/** Where the search box looks, in order; a feature adds its `<f>.search.ts` here. */
export const searchSources: readonly SearchSource[] = [
  searchTasks,
  searchCheckItems,
  searchRosters,
  searchDocuments,
  searchPages,
];

function searchPages(text: string): readonly SearchHit[] {
  const pages = menu.flatMap((room) => [
    { title: room.title, path: room.path },
    ...(room.pages ?? []).map((page) => ({ title: `${room.title} · ${page.title}`, path: page.path })),
  ]);
  return [...pages, { title: '帮助', path: '/help' }]
    .filter((page) => page.title.includes(text))
    .map((page) => ({ ...page, kind: '页面' }));
}
