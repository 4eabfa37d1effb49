import { z } from 'zod';
import { isLocalDate } from '../../kernel/local-date.ts';
import { officerOutCodes } from './changes.ts';
import { DrawId } from './schemas.ts';
import { passCodes, replaceCodes } from './substitute.ts';

const day = (label: string) => z.string().refine(isLocalDate, `请填写${label}`);
const text = (label: string, most: number) =>
  z.string().trim().min(1, `请填写${label}`).max(most, `${label}不超过${most}个字`);

/** The paper a change rests on: its number and day, or neither. */
const paper = {
  document: z.string().trim().max(60, '文号不超过60个字'),
  documentOn: day('文书日期').nullable(),
};

export const ObjectOfDraw = DrawId.extend({ objectId: z.int() });

export const ProposeSubstitution = ObjectOfDraw.extend({
  reason: z.enum(replaceCodes, '请选择替补的情形'),
  note: text('查明的情况', 300),
  ...paper,
  /** Of the reserve, in its order, those that cannot stand in either. */
  passed: z
    .array(z.object({ code: z.string().min(1).max(40), reason: z.enum(passCodes), note: text('不能递补的情况', 100) }))
    .max(1_000),
}).refine(hasWholePaper, { path: ['documentOn'], message: '填写文号的，请填写文书日期' });
export type ProposeSubstitution = z.infer<typeof ProposeSubstitution>;

export const ProposeOfficers = DrawId.extend({
  out: z
    .array(z.object({ officerId: z.int(), reason: z.enum(officerOutCodes, '请选择不能参加的原因') }))
    .min(1, '请选择不能参加的检查人员')
    .max(100)
    .refine((out) => new Set(out.map(({ officerId }) => officerId)).size === out.length, '同一检查人员只写一次'),
  note: text('具体情况', 300),
  ...paper,
}).refine(hasWholePaper, { path: ['documentOn'], message: '填写文号的，请填写文书日期' });
export type ProposeOfficers = z.infer<typeof ProposeOfficers>;

export const ChangeId = z.object({ changeId: z.int() });
export const DecideChange = ChangeId.extend({
  decision: z.enum(['approve', 'return']),
  opinion: z.string().trim().max(200, '意见不超过200个字'),
});

export const HandDownBatch = DrawId.extend({
  batch: z.int().min(1).max(1_000_000),
  fromOn: day('检查起始日期'),
  toOn: day('检查截止日期'),
  /** Asked where a batch ahead of it is not handed down yet. */
  early: z.string().trim().max(200, '提前下达的理由不超过200个字'),
});
export type HandDownBatch = z.infer<typeof HandDownBatch>;

function hasWholePaper({ document, documentOn }: { readonly document: string; readonly documentOn: string | null }) {
  return document === '' || documentOn !== null;
}
