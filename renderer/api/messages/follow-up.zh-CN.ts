import type { FollowUpRefusals } from '../../../shared/features/supervision/follow-up-refusals.ts';
import type { Messages } from './messages.ts';

export const followUpMessages = {
  MEASURE_ALREADY_OPEN: ({ name, measure }) => `${name}的“${measure}”已有一项待办，请直接办理那一项。`,
  MEASURE_STILL_OPEN: ({ name, measure }) => `${name}的“${measure}”还在待办中，没有可以撤回的办结或取消。`,
  NO_OPEN_MEASURES: () => '所选的措施任务都已办结或取消。请选择状态为“待办”的任务。',
  ROUND_OUTDATED: ({ expected, found }) =>
    `预览之后等级或任务有了变化：预览为${expected}项，现在应为${found}项。请重新预览后再生成。`,
  CERTIFICATE_REVOKED: ({ number, on }) => `${number}已于${on}撤销。`,
  NOBODY_FOR_CERTIFICATE: () => '没有需要发放的企业：最高等级的企业都已有有效的绿色通道证。',
  NO_CERTIFICATE_FOR: () => '不能发放：该企业现在不是最高等级、已不存续，或者已有有效的绿色通道证。',
  NO_OPEN_WARNINGS: () => '所选的预警都已解除，不需要处置。',
  LETTERS_OUTDATED: ({ expected, found }) =>
    `预览之后名录或承诺有了变化：预览为${expected}份，现在应为${found}份。请重新预览后再出具。`,
  NO_COMMITMENTS_TO: ({ step, needs }) => `所选的承诺书都不能${step}。请选择“${needs}”的承诺书。`,
  COMMITMENT_UNSIGNED: ({ number }) => `${number}还没有签署，不能核查践诺。请先登记签署。`,
  COMMITMENT_ENDED: ({ number, on }) => `${number}已于${on}终止。`,
  FULFILMENT_DOES_NOT_FIT: ({ outcome }) =>
    `逐条核查的情况与“${outcome}”不符：践诺不能有未履行的条款，部分践诺要既有履行又有未履行的，违诺至少有一条未履行。请改正。`,
  TOO_MANY_LETTERS: ({ chosen, most }) => `选了${chosen}份，一次最多打印${most}份。请分批选择。`,
} satisfies Messages<FollowUpRefusals>;
