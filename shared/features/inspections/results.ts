import type { ResultProblem } from './refusals.ts';

/** 核查方式. */
export const methods = ['on-site', 'documents', 'agency-result', 'testing', 'network', 'entrusted'] as const;
export type Method = (typeof methods)[number];

export const methodTitles: Record<Method, string> = {
  'on-site': '实地核查',
  documents: '书面检查',
  'agency-result': '行政部门结果或专业意见',
  testing: '检验检测',
  network: '网络监测',
  entrusted: '委托专业机构',
};

/** 抽查结果. */
export const results = [
  'no-problem',
  'corrected',
  'pending',
  'no-activity',
  'closed',
  'uncooperative',
  'deregistered',
  'revoked',
  'annulled',
  'moved',
] as const;
export type ResultCode = (typeof results)[number];

export const resultTitles: Record<ResultCode, string> = {
  'no-problem': '未发现问题',
  corrected: '发现问题经责令已改正',
  pending: '发现问题待后续处理',
  'no-activity': '未发现开展本次抽查涉及的经营活动',
  closed: '已关闭停业或正在组织清算',
  uncooperative: '不配合检查情节严重',
  deregistered: '注销',
  revoked: '被吊销营业执照',
  annulled: '被撤销设立登记',
  moved: '迁出',
};

/** What a 发现问题待后续处理 consists of. */
export const problemKinds = ['unpublished', 'false', 'unreachable', 'other'] as const;
export type ProblemKind = (typeof problemKinds)[number];

export const problemTitles: Record<ProblemKind, string> = {
  unpublished: '未按规定公示应当公示的信息',
  false: '公示信息隐瞒真实情况、弄虚作假',
  unreachable: '通过登记的住所（经营场所）无法联系',
  other: '违反其他规定',
};

/** 后续处置. */
export const disposals = ['none', 'to-daily', 'order', 'transfer', 'inform', 'criminal', 'other'] as const;
export type Disposal = (typeof disposals)[number];

export const disposalTitles: Record<Disposal, string> = {
  none: '无需后续处置',
  'to-daily': '停止检查，反馈日常监管',
  order: '责令改正',
  transfer: '案件线索移送',
  inform: '抄告其他部门',
  criminal: '涉嫌犯罪，移送司法机关',
  other: '其他',
};

/** 不予配合情形 (细则 第十四条). */
export const refusalKinds = ['entry', 'material', 'untruthful', 'obstruction'] as const;
export type RefusalKind = (typeof refusalKinds)[number];

export const refusalTitles: Record<RefusalKind, string> = {
  entry: '拒绝检查人员或者其委托的专业机构进入被检查场所',
  material: '拒绝提供相关材料',
  untruthful: '不如实或者不按照要求提供情况或者相关材料',
  obstruction: '其他阻挠、妨碍检查工作的行为',
};

export interface ResultFacts {
  readonly inspectedOn: string;
  readonly completedOn: string;
  readonly methods: readonly Method[];
  readonly result: ResultCode;
  readonly problems: readonly ProblemKind[];
  readonly findings: string;
  readonly evidence: string;
  readonly refusals: readonly RefusalKind[];
  readonly refusalTimes: number;
  readonly disposal: Disposal;
  readonly disposalNote: string;
}

/** Results formed without an inspection on the spot, on evidence alone; they finish the task (细则 第十一条). */
export function isDirectResult({ result, problems }: Pick<ResultFacts, 'result' | 'problems'>): boolean {
  const direct: readonly ResultCode[] = ['closed', 'uncooperative', 'deregistered', 'revoked', 'annulled'];
  return direct.includes(result) || (result === 'pending' && problems.includes('unreachable'));
}

/** What is missing or contradictory in a result; empty when it can be sent for review. Every problem names its field. */
export function problemsOf(facts: ResultFacts, given: { today: string; openedOn: string }): readonly ResultProblem[] {
  const found: ResultProblem[] = [];
  const when = (wrong: boolean, problem: ResultProblem) => {
    if (wrong) found.push(problem);
  };
  when(facts.inspectedOn < given.openedOn, 'INSPECTED_BEFORE_DRAW');
  when(facts.inspectedOn > given.today, 'INSPECTED_IN_FUTURE');
  when(facts.completedOn < facts.inspectedOn, 'COMPLETED_BEFORE_INSPECTED');
  when(facts.completedOn > given.today, 'COMPLETED_IN_FUTURE');
  when(facts.methods.length === 0, 'METHOD_MISSING');
  when(facts.findings.trim() === '', 'FINDINGS_MISSING');
  when(facts.result === 'pending' && facts.problems.length === 0, 'PROBLEM_MISSING');
  when(facts.result !== 'pending' && facts.problems.length > 0, 'PROBLEM_WITHOUT_RESULT');
  when(isDirectResult(facts) && facts.evidence.trim() === '', 'EVIDENCE_MISSING');
  when(facts.result === 'pending' && facts.disposal === 'none', 'DISPOSAL_MISSING');
  when(facts.result === 'no-problem' && facts.disposal !== 'none', 'DISPOSAL_WITHOUT_PROBLEM');
  when(facts.disposal === 'other' && facts.disposalNote.trim() === '', 'DISPOSAL_NOTE_MISSING');
  when(facts.result === 'uncooperative' && facts.refusals.length === 0, 'REFUSAL_KIND_MISSING');
  when(facts.refusals.length > 0 !== facts.refusalTimes > 0, 'REFUSAL_TIMES_MISSING');
  return found;
}

/** As it is published: the result, and what the problem is. */
export function resultSentence({ result, problems }: Pick<ResultFacts, 'result' | 'problems'>): string {
  const detail = problems.map((kind) => problemTitles[kind]).join('；');
  return detail === '' ? resultTitles[result] : `${resultTitles[result]}（${detail}）`;
}
