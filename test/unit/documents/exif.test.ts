import { expect, test } from 'vitest';
import { orientationOf } from '../../../electron/documents/exif.ts';
import { scannedJpeg, turnedJpeg } from '../../support/scans.ts';

test.each([1, 2, 3, 4, 5, 6, 7, 8])('照片的方向%i，两种字节次序都读得出', (orientation) => {
  expect(orientationOf(turnedJpeg(orientation, 'MM'))).toBe(orientation);
  expect(orientationOf(turnedJpeg(orientation, 'II'))).toBe(orientation);
});

test('没有写方向、写错、在任何一处截断的，按存的样子', () => {
  expect(orientationOf(scannedJpeg)).toBe(1);
  expect(orientationOf(turnedJpeg(9))).toBe(1);
  expect(orientationOf(turnedJpeg(0))).toBe(1);
  const whole = turnedJpeg(6);
  for (let length = 0; length <= whole.length; length++)
    expect([1, 6]).toContain(orientationOf(whole.slice(0, length)));
});
