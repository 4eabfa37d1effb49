/** Where a draw stands. There is no way back; only 作废 leaves the line. */
export const drawStates = ['frozen', 'seeding', 'sealed', 'drawn', 'staffed', 'recorded', 'void'] as const;
export type DrawState = (typeof drawStates)[number];

export const drawStateTitles: Readonly<Record<DrawState, string>> = {
  frozen: '已冻结',
  seeding: '见证取数',
  sealed: '已封存',
  drawn: '已抽取对象',
  staffed: '已抽取人员',
  recorded: '已完成',
  void: '作废',
};

/** The eight steps as the operator and the projector see them. */
export const ceremonySteps = ['名录', '冻结', '见证取数', '确认封存', '抽取', '人员', '笔录', '验证包'] as const;
export type CeremonyStep = (typeof ceremonySteps)[number];

const NEXT_STEP: Readonly<Record<Exclude<DrawState, 'void'>, number>> = {
  frozen: 2,
  seeding: 2,
  sealed: 4,
  drawn: 5,
  staffed: 6,
  recorded: 7,
};

/** The step that is open now, by index; all before it are done. With every digit in, 见证取数 is done and 确认封存 open. */
export function openStep(state: Exclude<DrawState, 'void'>, allDigitsIn: boolean): number {
  return allDigitsIn && (state === 'frozen' || state === 'seeding') ? 3 : NEXT_STEP[state];
}

/** How the public sees a stratum: the credit grade is internal. `names` in the order of the draw. */
export function publicGroupName(names: readonly string[], stratum: string): string {
  return stratum === '*' ? '全部' : `第${'一二三四五六七八九'.charAt(names.indexOf(stratum))}组`;
}

/** What the operator may leave an object out for; 其他 asks for a note. */
export const manualReasons = {
  SUPERIOR: '上级已检查或已列入上级检查计划',
  SUSPENDED: '停产停业',
  DEREGISTERING: '正在办理注销',
  CASE: '正在立案调查',
  'NO-TEAM': '回避后凑不齐检查组',
  OTHER: '其他原因',
} as const;
export type ManualReason = keyof typeof manualReasons;

/** Why an object is left out before freezing; the record keeps the list. */
export const exclusionReasons = {
  STATUS: '已不在存续状态',
  'CAP-ITEM': '本年度同一事项已达检查次数上限',
  'CAP-ALL': '本年度各类检查已达次数上限',
  ...manualReasons,
} as const;
export type ExclusionReason = keyof typeof exclusionReasons;
