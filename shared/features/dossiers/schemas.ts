import { z } from 'zod';

/** 保管期限 (DA/T 22). */
export const retentions = ['permanent', '30-years', '10-years'] as const;
export type Retention = (typeof retentions)[number];

export const retentionTitles: Record<Retention, string> = { permanent: '永久', '30-years': '30年', '10-years': '10年' };

export const FileDossier = z.object({
  inspectionId: z.int().positive(),
  retention: z.enum(retentions),
  /** 备考表: what is worth knowing about the papers. */
  remark: z.string().trim().max(500).default(''),
});
