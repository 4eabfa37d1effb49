export const ledgerActions = {
  'ledger.print-head': '打印台账首号',
  'ledger.verify': '核验台账',
} as const;
