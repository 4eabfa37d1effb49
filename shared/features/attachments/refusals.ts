import type { AttachmentFault } from '../../kernel/attachments.ts';

export interface AttachmentRefusals {
  ATTACHMENT_UNFIT: { readonly file: string; readonly fault: AttachmentFault; readonly mostMb: number };
  ATTACHMENT_TWICE: { readonly file: string; readonly as: string };
  ATTACHMENT_TOO_MANY: { readonly most: number };
}
