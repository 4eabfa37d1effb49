import type { CommonRefusals } from '../../../shared/features/refusals.ts';
import type { Messages } from './messages.ts';

export const commonMessages = {
  BAD_INPUT: ({ problems }) =>
    problems.length === 0
      ? '填写的内容不符合要求，请检查后重试。'
      : `${problems.map((problem) => problem.sentence).join('；')}。`,
  NOT_FOUND: ({ what }) => `没有找到${what}，可能已被删除。请返回列表刷新后再试。`,
  DISK_FULL: () => '磁盘空间不足，未作任何改动。请清理磁盘后重试。',
  CANCELLED: () => '已取消，未作任何改动。',
  CHARACTER_WITHOUT_FONT: ({ character, codePoint, text }) =>
    `“${text}”中的“${character}”（${codePoint}）在字库中没有，无法打印。请核对该字，或在本机安装含此字的字体后重试。`,
  UPLOAD_TOO_LARGE: ({ mostMb }) => `文件超过${mostMb}MB，未读取。请拆分后重试。`,
} satisfies Messages<CommonRefusals>;
