/** 查询、申报审核、许可路径 and 查询区, as the ledger and refusals call them. */
export const lookupActions = {
  'credit.look-up': '信用查询',
  'credit.print-lookups': '打印信用查询台账',
  'credit.print-report': '打印信用报告',
  'credit.make-report': '出具信用报告',
  'credit.register-application': '登记申报并审核信用',
  'credit.promise-application': '登记申报承诺书',
  'credit.recheck-application': '重新审核申报',
  'credit.decide-application': '决定申报是否上报',
  'credit.print-application': '打印申报审核文书',
  'credit.register-licence': '登记许可申请',
  'credit.take-path': '登记许可办理路径',
  'credit.check-after': '登记事后审',
  'credit.open-counter': '打开查询区',
  'credit.ask-counter': '查询区查询',
  'credit.print-counter': '查询区打印信用信息报告',
} as const;
