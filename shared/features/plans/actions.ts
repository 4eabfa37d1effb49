/** What the ledger and refusals call each command of this feature. */
export const plansActions = {
  'plans.upload': '上传抽查计划表',
  'plans.import': '导入抽查计划',
  'plans.undo-import': '撤销抽查计划的导入',
  'plans.approve': '批准抽查计划',
  'plans.create-task': '下达抽查任务',
  'plans.export': '导出抽查计划',
} as const;
