import { z } from 'zod';
import { attachmentSubjects } from '../../kernel/attachments.ts';

export const SubjectOf = z.object({ subject: z.enum(attachmentSubjects), subjectId: z.int().positive() });

export const WithdrawAttachment = z.object({
  id: z.int(),
  reason: z.string().trim().min(1, '请填写撤下的原因').max(200, '原因不超过200个字'),
});
