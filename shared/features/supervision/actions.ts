/** What the ledger and refusals call each command of this feature; each room adds its own. */
export const supervisionActions = {
  'supervision.print': '打印信用监管文书',
} as const;
