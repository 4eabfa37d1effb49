import type { FrozenFilter } from '../../../shared/features/grading/schemas.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import type { Grade } from '../../../shared/kernel/pack-basis.ts';
import type { Context } from '../../app/context.ts';
import { officePack, packById } from '../../app/office-pack.ts';
import type { SnapshotGrade } from './grade-snapshots.repo.ts';

/** An enterprise with the grade it had when a draw was frozen. */
export interface FrozenGrade extends SnapshotGrade {
  readonly code: string;
  readonly name: string;
}

/** The snapshot of a draw in words: those the filter keeps by name, and how many had each grade; null where none was taken. */
export function frozenGrades(ctx: Context, { drawId, text, grade, scope }: FrozenFilter) {
  const draw = ctx.draws.drawById(drawId);
  const snapshot = ctx.grading.gradeSnapshot(drawId);
  if (draw === null || snapshot === null) return null;
  const grades = ctx.grading.snapshotGrades(drawId);
  const names = ctx.grading.namesById();
  const asked = nameKey(text);
  const inScope = scope === 'pool' ? ctx.grading.poolOfDraw(drawId) : new Set(grades.keys());
  const lines: FrozenGrade[] = [];
  for (const [id, { code, name }] of names) {
    const given = inScope.has(id) ? grades.get(id) : undefined;
    if (given === undefined || (grade !== '' && given.grade !== grade)) continue;
    if (text !== '' && !nameKey(name).includes(asked) && !code.includes(text.toUpperCase())) continue;
    lines.push({ ...given, code, name });
  }
  const pack = packById(ctx, snapshot.packId, snapshot.packVersion) ?? officePack(ctx);
  const counts = new Map<Grade, number>();
  for (const id of inScope) {
    const letter = grades.get(id)?.grade;
    if (letter !== undefined) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  const graded = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { draw, snapshot, pack, lines, counts, ungraded: inScope.size - graded };
}
