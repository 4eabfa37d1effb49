import { describe, expect, test } from 'vitest';
import { LARGEST_SCAN_MB, scanTypeOf } from '../../../shared/features/draws/scan.ts';
import { fc } from '../../support/properties.ts';
import { scannedJpeg, scannedPdf, scannedPng } from '../../support/scans.ts';

const typeOf = (bytes: Uint8Array) => {
  const read = scanTypeOf(bytes, '扫描.pdf');
  return read.ok ? read.value : read.code;
};
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('扫描件以内容为准', () => {
  test('PDF、JPG、PNG都收，不看扩展名', async () => {
    expect(typeOf(await scannedPdf(2))).toBe('application/pdf');
    expect(typeOf(scannedJpeg)).toBe('image/jpeg');
    expect(typeOf(scannedPng)).toBe('image/png');
  });

  test('别的格式不收', () => {
    for (const head of ['PK\u0003\u0004', 'GIF89a', 'BM', '<html>', 'RIFF....WEBP', 'II*\u0000'])
      expect(typeOf(bytesOf(head.padEnd(400, ' ')))).toBe('SCAN_TYPE');
  });

  test('空的、太大的、截断的、加密的，各有各的说法', async () => {
    const pdf = await scannedPdf(2);
    expect(typeOf(new Uint8Array())).toBe('SCAN_EMPTY');
    expect(typeOf(new Uint8Array(LARGEST_SCAN_MB * 1_048_576 + 1))).toBe('SCAN_TOO_LARGE');
    expect(typeOf(pdf.slice(0, -60))).toBe('SCAN_DAMAGED');
    expect(typeOf(scannedJpeg.slice(0, -2))).toBe('SCAN_DAMAGED');
    expect(typeOf(scannedPng.slice(0, -4))).toBe('SCAN_DAMAGED');
    const locked = bytesOf('%PDF-1.4\ntrailer << /Encrypt 5 0 R >>\nstartxref\n9\n%%EOF\n');
    expect(typeOf(locked)).toBe('SCAN_LOCKED');
  });

  test('从头到尾任何一处截断的图片都不算完整', () => {
    for (const whole of [scannedJpeg, scannedPng]) {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (length) => {
          expect(typeOf(whole.slice(0, length))).not.toMatch(/^image/);
        }),
      );
    }
  });

  test('任何字节都不使检查出错', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(scannedJpeg, scannedPng), (noise, whole) => {
        expect(typeof typeOf(Uint8Array.from([...whole.slice(0, 20), ...noise]))).toBe('string');
        expect(typeof typeOf(noise)).toBe('string');
      }),
    );
  });
});
