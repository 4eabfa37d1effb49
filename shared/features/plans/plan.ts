/** 联合抽查计划, sent down by the joint office, or the office's own 年度抽查工作计划. 细则 第八条. */
export const planKinds = ['joint', 'own'] as const;
export type PlanKind = (typeof planKinds)[number];
export const planKindTitles: Readonly<Record<PlanKind, string>> = { joint: '联合抽查计划', own: '本局抽查计划' };

/** Made or sent back → put up (送审) → approved by 局领导. The same of an amendment. */
export const planStates = ['draft', 'submitted', 'approved'] as const;
export type PlanState = (typeof planStates)[number];
export const planStateTitles: Readonly<Record<PlanState, string>> = {
  draft: '编制中',
  submitted: '待批准',
  approved: '已批准',
};

export const planSteps = ['submit', 'return', 'approve'] as const;
export type PlanStep = (typeof planSteps)[number];
export const planStepTitles: Readonly<Record<PlanStep, string>> = { submit: '送审', return: '退回', approve: '批准' };
