import type { Task, TaskItem } from './task.ts';

type Together = Pick<Task, 'checkItems' | 'checkFocus' | 'methods' | 'basis'>;

const numerals = '一二三四五六七八九十';

/** What several items ask put together for one visit (综合查一次): texts item by item, each basis and method once. */
export function together(items: readonly TaskItem[]): Together {
  return {
    checkItems: byItem(items, ({ checkItems }) => checkItems),
    checkFocus: byItem(items, ({ checkFocus }) => checkFocus),
    methods: [...new Set(items.flatMap(({ methods }) => methods))],
    basis: [...new Set(items.map(({ basis }) => basis).filter((basis) => basis !== ''))].join('；'),
  };
}

/** `（一）工业企业安全生产检查：…；（二）…`; one item alone stands as it is. */
function byItem(items: readonly TaskItem[], textOf: (item: TaskItem) => string): string {
  const only = items.length === 1 ? items[0] : undefined;
  if (only !== undefined) return textOf(only);
  return items
    .flatMap((item, index) => {
      const text = textOf(item).replace(/[。；;]+$/, '');
      return text === '' ? [] : [`（${numerals.charAt(index) || index + 1}）${item.title}：${text}`];
    })
    .join('；');
}

/** Plan items a task visits for, which is what the cap on visits of one item counts. */
export function planItemsOf({ items }: Pick<Task, 'items'>): readonly number[] {
  return items.flatMap(({ planItemId }) => planItemId ?? []);
}
