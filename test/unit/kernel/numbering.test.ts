import { expect, test } from 'vitest';
import { archiveNumber, drawNumber, drawSerialOf, taskNumber, taskSerialOf } from '../../../shared/kernel/numbering.ts';

test('任务编号为机关简称、抽查、年份与顺序号', () => {
  expect(taskNumber('额工信', 2026, 3)).toBe('额工信抽查〔2026〕3号');
  expect(taskSerialOf('额工信抽查〔2026〕3号', '额工信')).toEqual({ year: 2026, serial: 3 });
  expect(taskSerialOf('额工信抽查〔2026〕3号', '额应急')).toBeNull();
});

test('抽取编号按年三位起，演练另编', () => {
  expect(drawNumber(2026, 1)).toBe('2026-001');
  expect(drawNumber(2026, 1, true)).toBe('YL2026-001');
  expect(drawNumber(2026, 1000)).toBe('2026-1000');
  expect(drawSerialOf('YL2026-012')).toEqual({ year: 2026, serial: 12, rehearsal: true });
  expect(drawSerialOf('2026-12')).toBeNull();
});

test('归档号为四位年份加四位顺序号', () => {
  expect(archiveNumber(2026, 7)).toBe('20260007');
  expect(() => archiveNumber(2026, 10_000)).toThrow(RangeError);
  expect(() => archiveNumber(2026, 0)).toThrow(RangeError);
});
