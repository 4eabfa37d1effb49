/** What the ledger and refusals call each command of this feature. */
export const policiesActions = {
  'policies.draft': '起草规则包新版本',
  'policies.edit': '修改规则包草稿',
  'policies.submit': '送审规则包',
  'policies.approve': '批准规则包',
  'policies.return': '退回规则包',
  'policies.drop': '放弃规则包草稿',
  'policies.come-into-force': '规则包开始施行，重新评定等级',
  'policies.print': '打印规则包',
} as const;
