import type { RefusalOf } from '../../shared/kernel/result.ts';
import type { OpenRefusals } from '../database/open.ts';

/** What a user reads when the program cannot open its database, and what to do. */
export function openMessage(refusal: RefusalOf<OpenRefusals>, newestBackup: string | null): string {
  switch (refusal.code) {
    case 'NETWORK_PATH':
      return `数据文件夹在网络共享上（${refusal.details.file}），多人同时写入会损坏数据。请改用本机硬盘上的文件夹。`;
    case 'SQLITE_TOO_OLD':
      return `数据库组件版本过旧（${refusal.details.found}，需要 ${refusal.details.needed}）。请重新安装本程序。`;
    case 'NOT_OUR_FILE':
      return `数据文件不是明签的数据，或者开头已损坏（${refusal.details.file}）。请检查数据文件夹是否选错；原文件未作任何改动。${backupSentence(newestBackup)}`;
    case 'NEWER_FILE':
      return `数据由更新版本的程序写成（数据版本 ${refusal.details.fileVersion}，本程序 ${refusal.details.programVersion}）。请安装新版程序；数据未作任何改动。`;
    case 'IN_USE':
      return '明签已经打开，或者另一个 Windows 账户正在使用同一数据。请先关闭那一个，再打开本程序。';
    case 'DAMAGED': {
      return `数据文件可能已损坏（${refusal.details.finding.replaceAll('\n', ' ')}），原文件已原样保留，未作任何改动。${backupSentence(newestBackup)}请联系管理员恢复。`;
    }
  }
}

function backupSentence(newestBackup: string | null): string {
  return newestBackup === null ? '没有找到备份。' : `最近的备份是 ${newestBackup}。`;
}
