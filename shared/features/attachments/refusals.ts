import type { AttachmentFault } from '../../kernel/attachments.ts';

export interface AttachmentRefusals {
  ATTACHMENT_UNFIT: { readonly file: string; readonly fault: AttachmentFault; readonly mostMb: number };
  ATTACHMENT_TWICE: { readonly file: string; readonly as: string };
  /** There is no matter of that number. */
  ATTACHMENT_WITHOUT_MATTER: { readonly title: string };
  /** Files of this kind of matter are kept by these roles (经办人); `who` holds them. */
  ATTACHMENT_OF_OTHERS: { readonly title: string; readonly may: readonly string[]; readonly who: readonly string[] };
  ATTACHMENT_CLOSED: { readonly name: string; readonly why: string };
  ATTACHMENT_TOO_MANY: { readonly most: number };
}
