export const inspectionActions = {
  'inspection.issue-notice': '出具检查通知书',
  'inspection.submit-result': '录入检查结果并送审',
  'inspection.review-result': '审核检查结果',
  'inspection.publish': '公示检查结果',
  'inspection.submit-correction': '提出更正并送审',
  'inspection.review-correction': '审核更正',
  'inspection.sign-correction': '局主要领导签字更正',
  'inspection.close-disposal': '后续处置完结',
  'inspection.print': '打印检查文书',
} as const;
