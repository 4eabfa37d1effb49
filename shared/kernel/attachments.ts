import { type FileFault, fileTypeIn, type OfficeType, officeTypes, type ScanType, scanTypes } from './file-type.ts';

/** What a file can be attached to, in the words of the ledger. */
export const attachmentSubjectTitles = {
  'credit-record': '信用记录',
  authorisation: '授权书',
  'list-entry': '名单',
  talk: '约谈',
  repair: '信用修复',
  objection: '信用异议',
  commitment: '信用承诺',
  measure: '监管措施',
  lookup: '信用查询',
  'register-entry': '工作台账',
  'policy-version': '规则包',
  'grade-change': '等级调整',
  letter: '通报函',
} as const;
export type AttachmentSubject = keyof typeof attachmentSubjectTitles;
export const attachmentSubjects = Object.keys(attachmentSubjectTitles) as readonly AttachmentSubject[];

type Writer = 'operator' | 'reviewer' | 'leader';
const operators: readonly Writer[] = ['operator'];

/** Who adds files to what and takes them off: whoever does the work it belongs to. */
export const attachmentWriters: Readonly<Record<AttachmentSubject, readonly Writer[]>> = {
  'credit-record': operators,
  authorisation: operators,
  'list-entry': operators,
  talk: operators,
  repair: operators,
  objection: operators,
  commitment: operators,
  measure: operators,
  lookup: ['operator', 'reviewer', 'leader'],
  'register-entry': operators,
  // 局务会记录 and 批准文件 come from whoever approves.
  'policy-version': ['operator', 'leader'],
  'grade-change': operators,
  letter: operators,
};

export const attachmentTypes = [...scanTypes, ...officeTypes] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

export const LARGEST_ATTACHMENT_MB = 20;
export const MOST_ATTACHMENTS = 40;

/** An attachment as it is listed; the file itself is fetched. Instants are UTC. */
export interface AttachmentLine {
  readonly id: number;
  readonly fileName: string;
  readonly type: AttachmentType;
  /** null for docx and xlsx, which are kept as they came. */
  readonly pages: number | null;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly attachedAt: string;
  readonly attachedBy: string;
  /** 撤下 as wrong; it stays listed. */
  readonly withdrawn: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

/** Why a file is not taken. */
export type AttachmentFault = FileFault | 'too-large';

/** What an attachment is by its bytes, or why it is not taken. */
export function attachmentTypeIn(bytes: Uint8Array): AttachmentType | AttachmentFault {
  return bytes.length > LARGEST_ATTACHMENT_MB * 1_048_576 ? 'too-large' : fileTypeIn(bytes);
}

export function isAttachmentType(found: AttachmentType | AttachmentFault): found is ScanType | OfficeType {
  return (attachmentTypes as readonly string[]).includes(found);
}

/** Opens in the page; the others are saved and opened in the office program. */
export function isShown(type: AttachmentType): type is ScanType {
  return (scanTypes as readonly string[]).includes(type);
}
