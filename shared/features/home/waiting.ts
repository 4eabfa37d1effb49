import type { ToDo } from './summary.ts';

/** Lines of 今日待办, `3份承诺书待公示`, each for what waits; none for what does not. */
export function waiting(...lines: readonly (readonly [count: number, text: string, path: string])[]): readonly ToDo[] {
  return lines.flatMap(([count, text, path]) => (count > 0 ? [{ text: `${count}${text}`, path }] : []));
}
