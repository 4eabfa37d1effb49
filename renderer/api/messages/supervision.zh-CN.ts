import type { SupervisionRefusals } from '../../../shared/features/supervision/refusals.ts';
import type { Messages } from './messages.ts';

export const supervisionMessages = {
  STEP_NOT_DUE: ({ step, due }) =>
    due === null ? `已经办结，不能再${step}。` : `现在还不能${step}，下一步是“${due}”。请先办理这一步。`,
  OWN_PROPOSAL: ({ what, name }) => `${what}由${name}提出，提出的人不能自己决定。请由另一位审核人或局领导办理。`,
  DAY_NOT_YET: ({ what, on }) => `${what}${on}还没有到，请改正日期。`,
  DAY_BEFORE: ({ what, on, after, afterOn }) => `${what}${on}早于${after}${afterOn}，请改正日期。`,
  NOT_IN_PACK: ({ what }) => `本机关的规则包中没有${what}。请到“设置”的“规则包”核对。`,
} satisfies Messages<SupervisionRefusals>;
