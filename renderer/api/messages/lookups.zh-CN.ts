import type { LookupRefusals } from '../../../shared/features/credit/lookup-refusals.ts';
import type { Messages } from './messages.ts';

export const lookupMessages = {
  LOOKUP_NOT_OF_INSPECTION: ({ objectName }) =>
    `这次检查不是对“${objectName}”的，或者已经终止。请从检查办理中重新打开。`,
  NOTHING_TO_LOOK_UP: () => '没有需要查询的检查：都已经查询过，或者对象尚未对您公开。',
  APPLICATION_STATE: ({ number, state }) => `${number}${state}，不能办理这一步。`,
  OWN_APPLICATION: ({ number, name }) => `${number}由${name}登记或审核，本人不能决定。请由另一位局领导决定。`,
  APPLICATION_BARRED: ({ number, findings }) =>
    `${number}存在诚信问题，不予上报：${findings.join('；')}。完成信用修复后点“重新审核”。`,
  PROMISE_MISSING: ({ number }) => `${number}还没有签订承诺书。请先登记企业签订的承诺书，再决定上报。`,
  PROMISE_NOT_USABLE: ({ number, why }) => `承诺书${number}不能用于这件申报：${why}。请另选一份。`,
  NO_APPROVAL_PATHS: () => '本机关的规则包没有规定按信用办理许可的路径。请到“规则包”中补充。',
  PATH_UNKNOWN: ({ path }) => `规则包中没有“${path}”这条路径。请重新选择。`,
  PATH_TAKEN: ({ number, name }) => `${number}已按“${name}”办理，不能再改。`,
  PATH_NEEDS_LEADER: ({ proposed }) => `按规则应走“${proposed}”。改走别的路径，须由没有登记这件申请的局领导办理。`,
  PATH_REASON_MISSING: ({ proposed }) => `没有按“${proposed}”办理，请写明理由。`,
  CHECK_DAY_MISSING: ({ name }) => `“${name}”先批后审，请选择企业签订的承诺书，并写明事后审的日期。`,
  CHECK_DAY_TOO_EARLY: ({ decidedOn }) => `事后审应在作出许可决定（${decidedOn}）之后，请改正日期。`,
  NOTHING_TO_CHECK_AFTER: ({ number }) => `${number}没有待办的事后审。`,
  CREDIT_DAY_BEFORE: ({ on, after, afterOn }) => `日期${on}早于${after}${afterOn}，请改正。`,
  COUNTER_CLOSED: () => '查询区已经关闭。请找工作人员重新打开。',
  COUNTER_PAUSED: ({ minutes }) => `连续多次不相符，请${minutes}分钟后再试，或到窗口由工作人员办理。`,
  COUNTER_GONE: () => '为保护信息，上次查询的内容已清除。请重新查询后打印。',
} satisfies Messages<LookupRefusals>;
