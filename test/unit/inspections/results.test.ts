import { describe, expect, test } from 'vitest';
import {
  isDirectResult,
  problemsOf,
  type ResultFacts,
  resultSentence,
} from '../../../shared/features/inspections/results.ts';
import { statesAllowing, stepsFrom } from '../../../shared/features/inspections/states.ts';

const day = { today: '2026-09-20', openedOn: '2026-09-07' };
const facts: ResultFacts = {
  inspectedOn: '2026-09-15',
  completedOn: '2026-09-16',
  methods: ['on-site'],
  result: 'no-problem',
  problems: [],
  findings: '安全生产责任制健全，培训记录齐全。',
  evidence: '',
  refusals: [],
  refusalTimes: 0,
  disposal: 'none',
  disposalNote: '',
};
const wrong = (change: Partial<ResultFacts>) => problemsOf({ ...facts, ...change }, day);

describe('送审前的检查', () => {
  test('未发现问题、无需后续处置，可以送审', () => {
    expect(wrong({})).toEqual([]);
  });

  test('检查不早于抽取，不晚于今天；完成不早于检查', () => {
    expect(wrong({ inspectedOn: '2026-09-06' })).toEqual(['INSPECTED_BEFORE_DRAW']);
    expect(wrong({ inspectedOn: '2026-09-21', completedOn: '2026-09-21' })).toEqual([
      'INSPECTED_IN_FUTURE',
      'COMPLETED_IN_FUTURE',
    ]);
    expect(wrong({ completedOn: '2026-09-14' })).toEqual(['COMPLETED_BEFORE_INSPECTED']);
  });

  test('待后续处理须写明情形和处置；未发现问题不得另作处置', () => {
    expect(wrong({ result: 'pending' })).toEqual(['PROBLEM_MISSING', 'DISPOSAL_MISSING']);
    expect(wrong({ result: 'pending', problems: ['false'], disposal: 'transfer' })).toEqual([]);
    expect(wrong({ disposal: 'order' })).toEqual(['DISPOSAL_WITHOUT_PROBLEM']);
    expect(wrong({ problems: ['other'] })).toEqual(['PROBLEM_WITHOUT_RESULT']);
    expect(wrong({ result: 'corrected', disposal: 'other' })).toEqual(['DISPOSAL_NOTE_MISSING']);
  });

  test('注销、吊销、无法联系等直接形成结果，须有证据（细则第十一条）', () => {
    for (const result of ['closed', 'uncooperative', 'deregistered', 'revoked', 'annulled'] as const) {
      expect(isDirectResult({ result, problems: [] })).toBe(true);
      expect(wrong({ result, disposal: 'to-daily' })).toContain('EVIDENCE_MISSING');
    }
    expect(isDirectResult({ result: 'pending', problems: ['unreachable'] })).toBe(true);
    expect(isDirectResult({ result: 'moved', problems: [] })).toBe(false);
    expect(wrong({ result: 'deregistered', evidence: '登记机关出具的注销证明', disposal: 'none' })).toEqual([]);
  });

  test('不配合检查须记明情形和次数（细则第十四条）', () => {
    const refused = { result: 'uncooperative', evidence: '执法记录仪视频', disposal: 'to-daily' } as const;
    expect(wrong(refused)).toEqual(['REFUSAL_KIND_MISSING']);
    expect(wrong({ ...refused, refusals: ['entry'] })).toEqual(['REFUSAL_TIMES_MISSING']);
    expect(wrong({ ...refused, refusals: ['entry', 'material'], refusalTimes: 2 })).toEqual([]);
  });

  test('没有核查方式或检查情况不能送审', () => {
    expect(wrong({ methods: [], findings: '  ' })).toEqual(['METHOD_MISSING', 'FINDINGS_MISSING']);
  });
});

test('公示用语写明问题情形', () => {
  expect(resultSentence({ result: 'pending', problems: ['unreachable', 'other'] })).toBe(
    '发现问题待后续处理（通过登记的住所（经营场所）无法联系；违反其他规定）',
  );
  expect(resultSentence(facts)).toBe('未发现问题');
});

test('录入只在未录入或退回时，审核只在待审核时，公示只在审核通过后；公示后什么也不能做', () => {
  expect(statesAllowing('enter')).toEqual(['open', 'returned']);
  expect(statesAllowing('review')).toEqual(['submitted']);
  expect(statesAllowing('publish')).toEqual(['approved']);
  expect(stepsFrom.published).toEqual([]);
});
