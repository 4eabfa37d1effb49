import { gradeToldIn } from '../../shared/kernel/internal-grade.ts';
import type { Context } from './context.ts';
import { officePack } from './office-pack.ts';

/** The part of some texts that tells the internal grade, also by the titles of the office's own grades; null where none does. */
export function gradeTold(ctx: Context, ...texts: readonly string[]): string | null {
  const titles = officePack(ctx).grades.map(({ title }) => title);
  return texts.map((text) => gradeToldIn(text, titles)).find((found) => found !== null) ?? null;
}
