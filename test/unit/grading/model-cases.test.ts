import { expect, test } from 'vitest';
import { runCases } from '../../../shared/features/grading/model-cases.ts';
import type { ModelCase } from '../../../shared/kernel/indicator-model.ts';
import { sampleModel } from '../../support/models.ts';

const given: ModelCase = {
  id: 'listed',
  name: '列入异常名录又有事故',
  on: '2026-09-07',
  nationalGrade: '优',
  facts: [
    { kind: 'abnormal-list', happenedOn: '2026-01-01' },
    { kind: 'accident', happenedOn: '2026-02-01', accidentClass: 'larger' },
  ],
  expected: { grade: 'C', points: 66_400 },
};

test('模型自带的用例逐个验算，与预期不符的指得出来', () => {
  const wrong = { ...given, id: 'wrong', expected: { grade: 'B' } } as const;
  const outcomes = runCases({ ...sampleModel, cases: [given, wrong] });
  expect(outcomes.map(({ grade, score, isAsExpected }) => [grade, score.points, isAsExpected])).toEqual([
    ['C', 66_400, true],
    ['C', 66_400, false],
  ]);
});
