/** What the ledger and refusals call each command of this feature. */
export const statisticsActions = {
  'statistics.print': '打印抽取统计表',
} as const;
