import type { SupervisionRefusals } from '../../../shared/features/supervision/refusals.ts';
import { followUpMessages } from './follow-up.zh-CN.ts';
import type { Messages } from './messages.ts';

export const supervisionMessages = {
  ...followUpMessages,
  STEP_NOT_DUE: ({ step, due }) =>
    due === null ? `已经办结，不能再${step}。` : `现在还不能${step}，下一步是“${due}”。请先办理这一步。`,
  OWN_PROPOSAL: ({ what, name }) => `${what}由${name}经办，经办的人不能自己决定。请由另一位局领导办理。`,
  DAY_NOT_YET: ({ what, on }) => `${what}${on}还没有到，请改正日期。`,
  DAY_BEFORE: ({ what, on, after, afterOn }) => `${what}${on}早于${after}${afterOn}，请改正日期。`,
  GRADE_ON_PAPER: ({ found }) =>
    `“${found}”写明了内部的信用等级。信用等级只供内部使用，不写入对外的文书和公示内容。请改为写明具体的行为和事实。`,
  NOT_IN_PACK: ({ what }) => `本机关的规则包中没有${what}。请到“设置”的“规则包”核对。`,

  LIST_TAKES_NO_PERSONS: ({ list, article }) => `${list}只列入企业，不列入个人（${article}）。请改为列入企业。`,
  LIST_LEVEL_MISSING: ({ list, levels }) => `${list}分${levels.join('、')}管理。请选择级别。`,
  LIST_GROUND_NOT_MET: ({ ground, article }) =>
    `现有的信用记录不符合“${ground}”（${article}）。请先登记有关的信用记录，或者选择其他列入情形。`,
  LIST_WITHOUT_RECORDS: ({ list }) => `列入${list}要有依据。请至少选择一条信用记录。`,
  LIST_RECORDS_GONE: ({ name, list }) =>
    `提出把${name}列入${list}所依据的记录都已撤销或修复，不能再列入。请决定不予列入；另有记录的，请重新提出。`,
  ALREADY_ON_LIST: ({ name, list, state }) => `${name}在${list}中已有一条“${state}”。请办理原来的一条，不要重复提出。`,
  DEFENCE_TERM_RUNS: ({ until, days, article }) =>
    `陈述申辩的期限是送达后${days}个工作日，到${until}为止（${article}）。期满后才能记为逾期未提出；当事人书面放弃的，请选“书面放弃”。`,
  DEFENCE_ACCEPTED: ({ name }) => `${name}的陈述申辩已经采纳，不能再列入。请决定不予列入。`,
  LIST_TERM_RUNS: ({ until, article }) =>
    until === null
      ? `这一名单没有期限（${article}）。请选择其他移出原因。`
      : `期限到${until}为止（${article}），还没有届满。请选择其他移出原因，或者到期后再办理。`,
  DEPARTMENT_TOLD: ({ department, field }) => `${field}的措施已经通报过${department}。请选择其他措施或部门。`,
  NOT_LISTED_NOW: ({ name, state }) => `${name}现在是“${state}”，不在名单上，不能办理。`,

  TALK_NOT_OURS: ({ determinedBy, bureau, article }) =>
    `这一失信行为由${determinedBy}认定，按照“谁认定、谁约谈”应由其约谈（${article}），不由${bureau}约谈。请改选本机关认定的记录，或者将情况告知${determinedBy}。`,
  TALK_DAY_PAST: ({ on }) => `约谈日期${on}已经过去。请填写今天或以后的日期。`,

  REPAIR_TOO_EARLY: ({ earliestOn, documentOn, months, tier, article }) =>
    `${tier}失信信息自文书日期${documentOn}起公示满${months}个月才能申请修复，最早${earliestOn}（${article}）。请在这一天以后登记。`,
  REPAIR_TIER_TOO_LOW: ({ tier, recorded }) =>
    `所选的失信信息记为“${recorded}”，不能按“${tier}”的期限修复。请改选失信程度；记录的失信程度登记错的，请先更正记录。`,
  REPAIR_OF_ENTRY: ({ title, list }) =>
    `“${title}”是列入${list}的决定留下的记录，随名单一并修复。请改在“失信信息（名单）”中选择${list}。`,
  REPAIR_NOT_ADVERSE: ({ title }) => `“${title}”不是失信信息，不需要修复。请改选。`,
  REPAIR_DONE_BEFORE: ({ title, on }) => `“${title}”已于${on}修复，不必再办。`,
  REPAIR_UNDER_WAY: ({ title, number }) => `“${title}”的修复正在办理（${number}）。请办理原来的一件。`,
  REPAIR_INCOMPLETE: ({ lacks }) => `还不能受理，缺少：${lacks.join('；')}。请补齐后再受理。`,
  REPAIR_CHECK_FAILED: ({ number }) => `${number}核查没有通过，不能准予修复。请决定不予修复。`,
  REPAIR_NOTICE_NOT_PENALTY: ({ title }) => `“${title}”不是行政处罚，不用信用修复告知书。`,
  REPAIR_NOTICE_ISSUED: ({ number }) => `信用修复告知书${number}已经制作。请直接打印。`,

  OBJECTION_PROPOSAL: ({ subject, proposal, instead }) =>
    `对${subject}的异议不能${proposal}。请选择${instead}或者维持。`,
  OBJECTION_OUT_OF_TERM: ({ publishedOn, until, workingDays, article }) =>
    `检查结果于${publishedOn}公示，自公示之日起${workingDays}个工作日内受理异议，即${until}以前（${article}）。收到日期不在此期间，不予受理；请核对收到日期，或者告知当事人依法申请行政复议、提起行政诉讼。`,
  OBJECTION_CORRECTION_EMPTY: () => '更正后的内容与原来的相同。请填写要更正的内容，或者提出维持。',
  OBJECTION_OF_ENTRY: ({ title, list }) =>
    `“${title}”是列入${list}的决定留下的记录，随名单处理。请把异议的对象改选为“名单”中的${list}。`,
  OBJECTION_RECORD_WITHDRAWN: ({ title }) => `“${title}”已经撤销，不必再提异议。`,
} satisfies Messages<SupervisionRefusals>;
