/** The series of the papers of 信用监管, by the word in their number. */
export const paperWords = {
  'list-notice': '列告',
  'list-decision': '列决',
  'list-removal': '移决',
  talk: '约谈',
  'repair-notice': '修告',
  repair: '修复',
  objection: '异议',
} as const;
export type PaperKind = keyof typeof paperWords;

/** 机关简称+列告〔年〕N号. The serial runs per kind and year, from 1. */
export function paperNumber(shortName: string, kind: PaperKind, year: number, serial: number): string {
  return `${shortName}${paperWords[kind]}〔${year}〕${serial}号`;
}
