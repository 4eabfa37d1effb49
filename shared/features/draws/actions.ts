/** What the ledger and refusals call each command of this feature. */
export const drawsActions = {
  'draws.save-draft': '保存抽取准备',
  'draws.freeze': '冻结名单',
  'draws.echo-digits': '公布见证数字待核',
  'draws.confirm-digits': '见证人核对数字',
  'draws.confirm-seed': '见证人确认封存',
  'draws.seal': '确认封存',
  'draws.reveal': '控制大屏幕',
  'draws.draw-objects': '抽取检查对象',
  'draws.draw-officers': '抽取检查人员',
  'draws.amend-officers': '更正人员名单',
  'draws.record': '签署抽取笔录',
  'draws.void': '作废抽取',
  'draws.print': '打印抽取文书',
  'draws.hand-over': '交付验证包',
  'draws.publish': '导出抽取公示稿',
} as const;
