/** What the ledger and refusals call each command of this feature. */
export const officeActions = {
  'office.set-up': '首次设置',
  'office.sign-in': '登录',
  'office.sign-in-failed': '登录失败',
  'office.sign-out': '退出',
  'office.lock': '锁定',
  'office.add-account': '新增账号',
  'office.change-account': '变更账号',
  'office.reset-password': '重设他人密码',
  'office.change-password': '修改本人密码',
  'office.recover': '使用恢复码',
  'office.change-bureau': '变更机关信息',
  'office.export-file': '导出迁移文件',
  'office.import-file': '导入迁移文件',
  'office.backup': '备份',
  'office.refused': '越权操作被拒绝',
} as const;
