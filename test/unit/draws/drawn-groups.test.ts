import { expect, test } from 'vitest';
import { cutOf, type Drawn, noCutText } from '../../../renderer/features/draws/drawn-groups.ts';

const group = (poolSize: number, ...kinds: Drawn['kind'][]) => ({
  group: '第一组',
  poolSize,
  drawn: kinds.map((kind, index) => ({
    order: index + 1,
    name: `示例${index + 1}`,
    code: `911${index + 1}`,
    group: '第一组',
    kind,
    batch: null,
    team: [],
    ticket: `0.${index + 1}`,
  })),
});

test('抽中线是随机抽中的最后一张票', () => {
  expect(cutOf(group(5, '必检', '随机', '随机'))).toBe('0.3');
});

test('没有抽中线的，说明是全部抽中，还是必检占满了户数、其余的没有抽', () => {
  const whole = group(2, '必检', '随机');
  expect([cutOf(whole), noCutText(whole)]).toEqual([null, '全部抽中，没有抽中线']);
  const full = group(5, '必检', '必检');
  expect([cutOf(full), noCutText(full)]).toEqual([null, '抽中的都是必检，没有随机抽取']);
});
