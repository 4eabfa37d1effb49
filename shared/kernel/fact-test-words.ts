import { accidentClassTitles, creditKindTitles, severityTitles } from './credit-facts.ts';
import type { CountTest, FactTest } from './fact-test.ts';
import type { Grade } from './pack-basis.ts';

/** A test in words, as the rules would put it: `12个月内投诉举报达到3件`, `在经营异常名录上`, `等级为C级、D级`. */
export function sayFactTest(test: FactTest, titleOf: (grade: Grade) => string): string {
  switch (test.kind) {
    case 'count':
      return sayCount(test);
    case 'standing':
      return `现为${test.kinds.map((kind) => `“${creditKindTitles[kind]}”`).join('或')}`;
    case 'grade':
      return `等级为${test.grades.map(titleOf).join('、')}`;
    case 'grade-fell':
      return '等级比上一次低';
    case 'licence-expires':
      return `许可证在${test.withinDays}天内到期，或已过期`;
  }
}

function sayCount({ kinds, outcome, severity, accidentClass, atLeast, withinDays, withinMonths }: CountTest): string {
  const span =
    withinDays !== undefined ? `${withinDays}天内` : withinMonths !== undefined ? `${withinMonths}个月内` : '';
  const narrower = [
    ...(outcome === undefined ? [] : [outcomeWords[outcome]]),
    ...(severity ?? []).map((one) => severityTitles[one]),
    ...(accidentClass ?? []).map((one) => accidentClassTitles[one]),
  ];
  const of = narrower.length === 0 ? '' : `（${narrower.join('、')}）`;
  return `${span}${kinds.map((kind) => creditKindTitles[kind]).join('、')}${of}达到${atLeast}件`;
}

export const outcomeWords = { good: '结果良好', bad: '结果不良' } as const;
