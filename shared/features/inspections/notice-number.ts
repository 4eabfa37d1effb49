/** 机关简称+检通〔年〕N号. The serial runs per year, from 1. */
export function noticeNumber(shortName: string, year: number, serial: number): string {
  return `${shortName}检通〔${year}〕${serial}号`;
}
