import { describe, expect, test } from 'vitest';
import { discernment, effectLines, type GradedVisit } from '../../../shared/features/grading/effect.ts';
import { isShown, type TrialLine, trialCounts, trialMoves } from '../../../shared/features/grading/trial.ts';
import type { Grade } from '../../../shared/kernel/pack-basis.ts';
import { fc } from '../../support/properties.ts';

const line = (before: Grade, after: Grade, points = [80_000, 80_000]): TrialLine => ({
  objectId: 1,
  code: '',
  name: '示例企业',
  before: { grade: before, points: points[0] ?? null },
  after: { grade: after, points: points[1] ?? null },
});

describe('试算', () => {
  const lines = [line('A', 'A'), line('A', 'C'), line('B', 'A'), line('A', 'C'), line('B', 'B', [70_000, 69_000])];

  test('各等级前后户数、从哪一级到哪一级', () => {
    expect(trialCounts(lines, ['A', 'B', 'C'])).toEqual([
      { grade: 'A', before: 3, after: 2 },
      { grade: 'B', before: 2, after: 1 },
      { grade: 'C', before: 0, after: 2 },
    ]);
    expect(trialMoves(lines)).toEqual([
      { from: 'A', to: 'C', count: 2 },
      { from: 'B', to: 'A', count: 1 },
    ]);
  });

  test('可以只看上升、下降、只有得分变动的', () => {
    const shown = (show: Parameters<typeof isShown>[1]) => lines.filter((one) => isShown(one, show)).length;
    expect([shown('moved'), shown('up'), shown('down'), shown('points'), shown('all')]).toEqual([3, 1, 2, 1, 5]);
  });
});

const visits = (grade: Grade | null, clean: number, bad: number): GradedVisit[] => [
  ...Array.from({ length: clean }, () => ({ grade, foundProblem: false })),
  ...Array.from({ length: bad }, () => ({ grade, foundProblem: true })),
];

describe('效果评估', () => {
  test('每百次检查发现问题数四舍五入到十分之一，没有检查的不写数', () => {
    expect(effectLines([...visits('A', 7, 1), ...visits('D', 1, 2), ...visits(null, 1, 0)], ['A', 'B', 'D'])).toEqual([
      { grade: 'A', visits: 8, problems: 1, perHundred: 125 },
      { grade: 'B', visits: 0, problems: 0, perHundred: null },
      { grade: 'D', visits: 3, problems: 2, perHundred: 667 },
      { grade: null, visits: 1, problems: 0, perHundred: 0 },
    ]);
  });

  test('问题全在差的等级，识别程度100%；等级与问题无关，50%', () => {
    expect(discernment([...visits('A', 5, 0), ...visits('D', 0, 5)], ['A', 'D'])).toBe(1000);
    expect(discernment([...visits('A', 5, 5), ...visits('D', 3, 3)], ['A', 'D'])).toBe(500);
    expect(discernment([...visits('A', 0, 5), ...visits('D', 5, 0)], ['A', 'D'])).toBe(0);
    expect(discernment(visits('A', 5, 0), ['A', 'D'])).toBeNull();
  });

  test('识别程度与逐对比较所得的一致', () => {
    const anyVisit = fc.record({ grade: fc.constantFrom<Grade>('A', 'B', 'C'), foundProblem: fc.boolean() });
    fc.assert(
      fc.property(fc.array(anyVisit, { maxLength: 30 }), (all) => {
        const [bad, good] = [all.filter((one) => one.foundProblem), all.filter((one) => !one.foundProblem)];
        const halves = bad.flatMap((one) =>
          good.map((other) => (one.grade > other.grade ? 2 : one.grade === other.grade ? 1 : 0)),
        );
        const pairs = bad.length * good.length;
        const expected =
          pairs === 0 ? null : Math.floor((halves.reduce<number>((sum, half) => sum + half, 0) * 1000) / (2 * pairs));
        expect(discernment(all, ['A', 'B', 'C'])).toBe(expected);
      }),
    );
  });
});
