import type { OfficeRefusals } from '../../../shared/features/office/refusals.ts';
import { roleTitles } from '../../../shared/features/office/roles.ts';
import { clockText } from '../../ui/when.ts';
import type { Messages } from './messages.ts';

export const officeMessages = {
  NOT_SIGNED_IN: () => '您已退出，请重新登录。',
  LOCKED: () => '已锁定，请输入密码继续。',
  NOT_SET_UP: () => '尚未完成首次设置，请先按向导设置。',
  ALREADY_SET_UP: () => '本机已完成首次设置，请直接登录。',
  NOT_ALLOWED: ({ action, may, who }) =>
    `“${action}”须由${may.map((role) => roleTitles[role]).join('或')}办理。${
      who.length === 0 ? '目前没有这样的账号，请管理员在“设置”中新增。' : `请联系：${who.join('、')}。`
    }`,
  WRONG_PASSWORD: ({ left }) =>
    left > 0 ? `登录名或密码不正确，再错${left}次将锁定账号。` : '登录名或密码不正确，请重新填写。',
  ACCOUNT_LOCKED: ({ until }) =>
    `连续输错密码，账号已锁定至${clockText(until)}。请届时再试，或请管理员在“设置”中重设密码。`,
  LOGIN_TAKEN: ({ login }) => `登录名“${login}”已被使用，请换一个。`,
  NO_SUCH_ACCOUNT: () => '没有这个账号，或者账号已停用。请核对登录名。',
  ROLE_MISSING: ({ role }) => `还没有在用的${roleTitles[role]}账号，请至少设置一个。`,
  ROLES_CLASH: ({ name }) =>
    `“${name}”的角色不合要求：每个账号至少一个角色；管理员不兼任业务角色；局主要领导须同时是局领导。`,
  ONE_PRINCIPAL: ({ name }) => `局主要领导只能有一人，请取消“${name}”或原来那位的标记。`,
  LAST_OF_ROLE: ({ role }) => `这是最后一个在用的${roleTitles[role]}账号，请先新增一个再变更。`,
  ACCOUNT_HAS_ENTRIES: ({ name, entries }) => `“${name}”录入的结果还有${entries}条未公示。请先指定接办人，移交后停用。`,
  ENTRIES_BARRED: ({ lines }) =>
    `以下各条不能移交给他，全部未作移交：${lines.map(({ objectName, why }) => `“${objectName}”（${why}）`).join('；')}。请另选接办人。`,
  SUCCESSOR_UNFIT: ({ name, why }) => `“${name}”不能接办：${why}。请另选接办人。`,
  WRONG_RECOVERY_CODE: () => '恢复码不正确。请对照信封内的恢复码逐组核对。',
  RECOVERY_CODE_USED: () => '恢复码已失效。请管理员在“设置”中重设密码。',
  UNKNOWN_PACK: () => '没有这个规则包，请重新选择。',
  NOT_A_MOVE_FILE: () => '这不是明签的迁移文件。请选择另一台电脑导出的“.mqmove”文件。',
  WRONG_MOVE_PASSWORD: () => '密码不正确，或者文件已损坏。请核对密码；仍不行时重新导出一份。',
  WEAK_MOVE_PASSWORD: ({ least }) => `密码至少${least}个字符，请重新填写。`,
  MOVE_FILE_DAMAGED: ({ finding }) => `迁移文件未通过检查（${finding}），本机数据未改动。请重新导出一份。`,
  MOVE_FILE_NEWER: ({ fileVersion, programVersion }) =>
    `文件由较新的程序导出（数据版本${fileVersion}，本机${programVersion}）。请先升级本机的明签。`,
} satisfies Messages<OfficeRefusals>;
