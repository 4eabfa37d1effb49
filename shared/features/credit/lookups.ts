/** What is looked up before it is dealt with: 许可、处罚、检查 (额尔古纳总结), 项目申报、资金、奖补 (工作方案), and what 陈巴尔虎旗方案 第3项 adds. */
export const lookupMatterTitles = {
  licence: '行政许可',
  penalty: '行政处罚',
  inspection: '行政检查',
  project: '项目申报',
  funds: '资金审核',
  reward: '奖补',
  innovation: '技术创新申报',
  procurement: '政府采购',
  tender: '招标投标',
  access: '市场准入',
  qualification: '资质审核',
  honour: '评优评先',
  other: '其他',
} as const;
export type LookupMatter = keyof typeof lookupMatterTitles;
export const lookupMatters = Object.keys(lookupMatterTitles) as [LookupMatter, ...LookupMatter[]];

/** `信查〔2026〕3号`: numbers of lookups, of the year, without the bureau's name, for they do not leave the office. */
export function lookupNumber(year: number, serial: number): string {
  return `信查〔${year}〕${serial}号`;
}

/** `额工信信报〔2026〕3号`: credit reports, internal and external in one series. */
export function reportNumber(shortName: string, year: number, serial: number): string {
  return `${shortName}信报〔${year}〕${serial}号`;
}

/** What stands against an enterprise on the day of a lookup. */
export interface StandingAgainst {
  /** `行政处罚 示罚〔2026〕3号`, one for each. */
  readonly adverse: readonly string[];
  /** Names of the bad lists it is on. */
  readonly lists: readonly string[];
  readonly brokenCommitments: number;
}

/** Whether anything stands against it. */
export function hasAdverse({ adverse, lists, brokenCommitments }: StandingAgainst): boolean {
  return adverse.length > 0 || lists.length > 0 || brokenCommitments > 0;
}

/** What the report said in one sentence, for the 台账: grade first (internal), then what stands against it. */
export function seenSentence(gradeTitle: string | null, standing: StandingAgainst): string {
  const grade = gradeTitle === null ? '尚未评定等级' : gradeTitle;
  const parts = [
    ...(standing.lists.length === 0 ? [] : [`列入${standing.lists.join('、')}`]),
    ...(standing.adverse.length === 0 ? [] : [`有效不良记录${standing.adverse.length}条`]),
    ...(standing.brokenCommitments === 0 ? [] : [`违背承诺${standing.brokenCommitments}次`]),
  ];
  return `${grade}，${parts.length === 0 ? '没有有效的不良记录' : parts.join('，')}。`;
}
