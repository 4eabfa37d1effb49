import { expect, test } from 'vitest';
import { lacksOf } from '../../../shared/features/dossiers/lacks.ts';

test('已检查未公示视为未完成，不能归档；更正办结前也不能', () => {
  expect(lacksOf({ noticeNumber: null, state: 'open', correction: null })).toEqual(['NOTICE', 'RESULT', 'PUBLICATION']);
  expect(lacksOf({ noticeNumber: '检通1号', state: 'approved', correction: null })).toEqual(['PUBLICATION']);
  expect(lacksOf({ noticeNumber: '检通1号', state: 'published', correction: 'submitted' })).toEqual([
    'CORRECTION_PENDING',
  ]);
  expect(lacksOf({ noticeNumber: '检通1号', state: 'published', correction: null })).toEqual([]);
});
