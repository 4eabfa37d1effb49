export const ledgerActions = {
  'ledger.print-head': '打印台账校验值',
  'ledger.export': '导出台账',
  'ledger.verify': '核验台账',
} as const;
