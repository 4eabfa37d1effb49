import type { Grade } from '../../kernel/pack-basis.ts';

/** 试算: what two rule sets give the same enterprises on the same day. Points are thousandths of a point, null without a model. */

export interface TrialGrade {
  readonly grade: Grade;
  readonly points: number | null;
}

export interface TrialLine {
  readonly objectId: number;
  readonly code: string;
  readonly name: string;
  readonly before: TrialGrade;
  readonly after: TrialGrade;
}

export interface TrialCount {
  readonly grade: Grade;
  readonly before: number;
  readonly after: number;
}

/** How many enterprises each grade has before and after, in the order of the grades given. */
export function trialCounts(lines: readonly TrialLine[], grades: readonly Grade[]): readonly TrialCount[] {
  return grades.map((grade) => ({
    grade,
    before: lines.filter((line) => line.before.grade === grade).length,
    after: lines.filter((line) => line.after.grade === grade).length,
  }));
}

/** How many go from each grade to each other one; the best `from` first, then the best `to`. Those that stay are left out. */
export function trialMoves(lines: readonly TrialLine[]) {
  const counts = new Map<string, { from: Grade; to: Grade; count: number }>();
  for (const { before, after } of lines) {
    if (before.grade === after.grade) continue;
    const key = `${before.grade}${after.grade}`;
    const count = counts.get(key)?.count ?? 0;
    counts.set(key, { from: before.grade, to: after.grade, count: count + 1 });
  }
  return [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, move]) => move);
}

/** What a list of a trial shows: all, those whose grade moved up or down, or those whose points alone moved. */
export const trialShows = {
  moved: '等级有变动',
  up: '等级上升',
  down: '等级下降',
  points: '只有得分变动',
  all: '全部',
} as const;
export type TrialShow = keyof typeof trialShows;

/** Grades are letters: a later one is worse. */
export function isShown({ before, after }: TrialLine, show: TrialShow): boolean {
  switch (show) {
    case 'moved':
      return before.grade !== after.grade;
    case 'up':
      return after.grade < before.grade;
    case 'down':
      return after.grade > before.grade;
    case 'points':
      return before.grade === after.grade && before.points !== after.points;
    case 'all':
      return true;
  }
}
