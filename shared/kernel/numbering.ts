/** Numbers of tasks, draws and archives. The serial runs per year and is given by the caller, from 1. */

const TASK = /^(.+)抽查〔(20\d{2})〕([1-9]\d*)号$/;
const DRAW = /^(YL)?(20\d{2})-(\d{3,})$/;

/** 机关简称+抽查〔年〕N号, e.g. 额工信抽查〔2026〕3号. */
export function taskNumber(shortName: string, year: number, serial: number): string {
  return `${shortName}抽查〔${checkedYear(year)}〕${checkedSerial(serial)}号`;
}

/** The year and serial of a task number of this office; null for any other text. */
export function taskSerialOf(number: string, shortName: string): { year: number; serial: number } | null {
  const parts = TASK.exec(number);
  if (parts === null || parts[1] !== shortName) return null;
  return { year: Number(parts[2]), serial: Number(parts[3]) };
}

/** `2026-001`; a rehearsal (演练) is `YL2026-001`. At least three digits. */
export function drawNumber(year: number, serial: number, rehearsal = false): string {
  return `${rehearsal ? 'YL' : ''}${checkedYear(year)}-${String(checkedSerial(serial)).padStart(3, '0')}`;
}

/** The parts of a draw number; null for any other text. */
export function drawSerialOf(number: string): { year: number; serial: number; rehearsal: boolean } | null {
  const parts = DRAW.exec(number);
  if (parts === null) return null;
  return { year: Number(parts[2]), serial: Number(parts[3]), rehearsal: parts[1] !== undefined };
}

/** 归档号: year in four digits, serial in four. Throws past 9999 files a year. */
export function archiveNumber(year: number, serial: number): string {
  if (serial > 9_999) throw new RangeError(`archive serial out of range: ${serial}`);
  return `${checkedYear(year)}${String(checkedSerial(serial)).padStart(4, '0')}`;
}

function checkedYear(year: number): number {
  if (!Number.isInteger(year) || year < 2000 || year > 2099) throw new RangeError(`year out of range: ${year}`);
  return year;
}

function checkedSerial(serial: number): number {
  if (!Number.isInteger(serial) || serial < 1) throw new RangeError(`serial out of range: ${serial}`);
  return serial;
}
