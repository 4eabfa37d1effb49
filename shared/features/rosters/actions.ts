/** What the ledger and refusals call each command of this feature. */
export const rostersActions = {
  'rosters.stage-import': '检查导入文件',
  'rosters.confirm-import': '导入名录',
  'rosters.undo-import': '撤销导入',
  'rosters.add-object': '新增检查对象',
  'rosters.change-object': '变更检查对象',
  'rosters.remove-object': '移出检查对象',
  'rosters.add-officer': '新增执法人员',
  'rosters.change-officer': '变更执法人员',
  'rosters.remove-officer': '移出执法人员',
  'rosters.add-recusal': '登记回避',
  'rosters.remove-recusal': '解除回避',
  'rosters.template': '下载导入模板',
  'rosters.export': '导出名录',
  'rosters.export-full': '导出完整名录（含联系方式）',
} as const;
