/** What the ledger and refusals call each command of this feature. */
export const gradingActions = {
  'grading.upload': '上传国家信用等级表',
  'grading.import': '导入国家信用等级',
  'grading.undo-import': '撤销国家信用等级的导入',
  'grading.regrade': '重新评定信用等级',
  'grading.change': '提出人工调整信用等级',
  'grading.review-change': '审核信用等级调整',
  'grading.export': '导出信用等级',
} as const;
