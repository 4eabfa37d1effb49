export const ledgerActions = {
  'ledger.print-head': '打印日志校验值',
  'ledger.export': '导出日志',
  'ledger.verify': '核验日志',
} as const;
