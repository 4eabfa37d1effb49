/** What the ledger and refusals call each command of this feature. */
export const gradingActions = {
  'grading.upload': '上传国家信用等级表',
  'grading.import': '导入国家信用等级',
  'grading.undo-import': '撤销国家信用等级的导入',
  'grading.regrade': '重新评定信用等级',
  'grading.day': '到日自动复核信用等级',
  'grading.note-moves': '知悉等级变动',
  'grading.propose-manual': '提出等级人工调整',
  'grading.decide-manual': '审核等级人工调整',
  'grading.withdraw-manual': '撤回等级人工调整',
  // No longer given: entries from before records became a feature of their own.
  'grading.add-record': '登记信用记录',
  'grading.end-record': '登记移出异常名录',
  'grading.export': '导出信用等级',
} as const;
