import type { AttachmentRefusals } from '../../../shared/features/attachments/refusals.ts';
import type { AttachmentFault } from '../../../shared/kernel/attachments.ts';
import type { Messages } from './messages.ts';

const faults: Readonly<Record<AttachmentFault, string>> = {
  empty: '是空文件，没有内容。请换一个文件。',
  damaged: '不完整或已损坏，打不开。请重新导出，确认能打开后再存入。',
  unknown:
    '不是PDF、JPG、PNG、Word（.docx）或Excel（.xlsx）文件（以内容为准，改扩展名无用）。请另存为其中一种后再存入。',
  locked: '设有密码或加密。请去掉密码后再存入，以便以后仍能打开。',
  macro: '带有宏。请另存为不带宏的.docx或.xlsx后再存入。',
  'too-large': '太大。',
};

export const attachmentMessages = {
  ATTACHMENT_UNFIT: ({ file, fault, mostMb }) =>
    fault === 'too-large'
      ? `“${file}”超过${mostMb} MB。请降低扫描分辨率，或分成几个文件。`
      : `“${file}”${faults[fault]}`,
  ATTACHMENT_TWICE: ({ file, as }) => `“${file}”已经存过，列为“${as}”，不必再存。`,
  ATTACHMENT_WITHOUT_MATTER: ({ title }) => `没有找到要存附件的${title}，可能已被撤回。请返回列表刷新后再试。`,
  ATTACHMENT_OF_OTHERS: ({ title, may, who }) =>
    `${title}的附件须由${may.join('或')}存入、撤下。${who.length === 0 ? '' : `请联系：${who.join('、')}。`}`,
  ATTACHMENT_CLOSED: ({ name, why }) => `“${name}”${why}，附件不能再存入或撤下。`,
  ATTACHMENT_TOO_MANY: ({ most }) => `最多存${most}个附件。请把多页合成一个PDF，或先撤下不要的。`,
} satisfies Messages<AttachmentRefusals>;
