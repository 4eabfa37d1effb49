import { expect, test } from 'vitest';
import { segmentsOf } from '../../../electron/features/rosters/syllables.ts';
import { fc } from '../../support/properties.ts';

const syllables = new Set(['e', 'er', 'gu', 'na', 'xi', 'xian', 'an', 'shi', 'gun', 'ang', 'guan']);

test('一串字母可以有几种读法，最后一个音节可以没有打完', () => {
  expect(segmentsOf('xian', syllables, 16)).toEqual([['xian'], ['xi', 'an']]);
  expect(segmentsOf('eergunashi', syllables, 16)).toEqual([['e', 'er', 'gu', 'na', 'shi']]);
  expect(segmentsOf('eergun', syllables, 16)).toEqual([
    ['e', 'er', 'gun'],
    ['e', 'er', 'gu', 'n'],
  ]);
  expect(segmentsOf('eegnsgy', syllables, 16)).toEqual([]);
  expect(segmentsOf('', syllables, 16)).toEqual([]);
});

test('任何音节连起来都读得回去，每种读法连起来都是原文', () => {
  const some = fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(some, (way) => {
      const ways = segmentsOf(way.join(''), syllables, 1_000);
      expect(ways).toContainEqual(way);
      for (const found of ways) {
        expect(found.join('')).toBe(way.join(''));
        expect(found.slice(0, -1).every((syllable) => syllables.has(syllable))).toBe(true);
      }
    }),
  );
});

test('读法太多时只取前几种', () => {
  expect(segmentsOf('anananananananan', new Set(['a', 'an', 'na', 'n']), 16)).toHaveLength(16);
});
