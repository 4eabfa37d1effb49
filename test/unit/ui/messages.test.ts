import { expect, test } from 'vitest';
import { sentenceOf } from '../../../renderer/api/messages.zh-CN.ts';
import { refuse } from '../../../shared/kernel/result.ts';

test('越权被拒时，说明须由谁办、找谁', () => {
  const refusal = refuse('NOT_ALLOWED', { action: '作废抽取', may: ['leader'], who: ['示例分管（局领导）'] });
  expect(sentenceOf(refusal)).toBe('“作废抽取”须由局领导办理。请联系：示例分管（局领导）。');
  expect(sentenceOf(refuse('NOT_ALLOWED', { action: '作废抽取', may: ['leader'], who: [] }))).toContain('目前没有');
});

test('时刻按北京时间说', () => {
  expect(sentenceOf(refuse('ACCOUNT_LOCKED', { until: '2026-09-07T01:05:00.000Z' }))).toContain('锁定至09:05');
});

test('填写的问题逐条列出', () => {
  const problems = [
    { field: 'name', sentence: '请填写单位名称' },
    { field: 'sections', sentence: '至少填写一个股室' },
  ];
  expect(sentenceOf(refuse('BAD_INPUT', { problems }))).toBe('请填写单位名称；至少填写一个股室。');
});

test('没有句子的代码也不至于空白', () => {
  expect(sentenceOf({ ok: false, code: 'SOMETHING_ELSE', details: {} })).toContain('SOMETHING_ELSE');
});
