import { lookupActions } from './lookup-actions.ts';

/** What the ledger and refusals call each command of this feature; each room adds its own. */
export const creditActions = {
  ...lookupActions,
  'credit.add-record': '登记信用记录',
  'credit.correct-record': '更正信用记录',
  'credit.end-record': '登记信用记录失效或移出',
  'credit.repair-record': '登记信用修复',
  'credit.withdraw-record': '撤销信用记录',
  'credit.publish': '登记信用信息公示',
  'credit.stop-publicity': '停止公示信用信息',
  'credit.template': '下载信用记录模板',
  'credit.stage-import': '检查导入的信用记录',
  'credit.import': '导入信用记录',
  'credit.undo-import': '撤销信用记录的导入',
  'credit.export': '导出信用记录',
  'credit.platform-export': '导出国家企业信用信息公示系统归集表',
  'credit.print-publicity': '打印双公示台账',
  'credit.add-authorisation': '登记信用信息归集授权',
  'credit.withdraw-authorisation': '登记撤回授权',
  'credit.none-received': '登记本期无信用信息',
} as const;
