/** What the ledger and refusals call each command of this feature. */
export const attachmentActions = {
  'attachments.attach': '存入附件',
  'attachments.open': '打开附件',
  'attachments.withdraw': '撤下附件',
} as const;
