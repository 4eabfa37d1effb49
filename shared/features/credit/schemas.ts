import { z } from 'zod';
import { accidentClassTitles, creditKinds, severityTitles } from '../../kernel/credit-facts.ts';
import { personRoles, publicities } from '../../kernel/credit-records.ts';
import { isLocalDate } from '../../kernel/local-date.ts';

export const Day = z.string().refine(isLocalDate, '请选择日期');
const keysOf = <K extends string>(titles: Readonly<Record<K, string>>) => Object.keys(titles) as [K, ...K[]];

export const Reason = z.string().trim().min(1, '请填写事由').max(300, '事由不超过300个字');

const Person = z.object({
  role: z.enum(personRoles as [(typeof personRoles)[number], ...(typeof personRoles)[number][]]),
  name: z.string().trim().min(1, '请填写姓名').max(50, '姓名不超过50个字'),
});

/** What the form of a kind holds; fields the kind does not have are dropped. Amounts in fen. */
export const RecordContent = z.object({
  kind: z.enum(creditKinds as [(typeof creditKinds)[number], ...(typeof creditKinds)[number][]]),
  happenedOn: Day,
  endedOn: Day.nullable().default(null),
  source: z.string().trim().min(1, '请填写来源部门').max(100, '来源部门不超过100个字'),
  documentNumber: z.string().trim().max(100, '文号不超过100个字').default(''),
  summary: z.string().trim().max(2_000, '不超过2000个字').default(''),
  severity: z.enum(keysOf(severityTitles)).nullable().default(null),
  accidentClass: z.enum(keysOf(accidentClassTitles)).nullable().default(null),
  amountFen: z.int().min(0, '金额不能为负').nullable().default(null),
  outcome: z.enum(['good', 'bad']).nullable().default(null),
  persons: z.array(Person).max(20, '最多20人').default([]),
});
export type RecordContent = z.infer<typeof RecordContent>;

export const NewRecord = RecordContent.extend({
  objectId: z.int(),
  /** Not to be published although the pack asks for it, with the reason (涉密 …). */
  withheld: z.string().trim().max(300, '事由不超过300个字').default(''),
  /** Another department's result, taken over (互认). */
  isMutual: z.boolean().default(false),
});
export type NewRecord = z.input<typeof NewRecord>;

export const CorrectRecord = z.object({ id: z.int(), content: RecordContent, reason: Reason });
export const EndRecord = z.object({ id: z.int(), endedOn: Day });
export const RepairRecord = z.object({ id: z.int(), on: Day });
export const WithReason = z.object({ id: z.int(), reason: Reason });
export const PublishRecords = z.object({
  ids: z.array(z.int()).min(1, '请先选择记录').max(2_000, '一次最多登记2000条'),
  on: Day,
  where: z.string().trim().min(1, '请填写公示的网址或地点').max(300, '不超过300个字'),
});
export const StopPublicity = z.object({ id: z.int(), on: Day, reason: Reason });

const List = <T extends z.ZodType>(of: T) => z.array(of).max(50).default([]);

/** What a list of records keeps; everything empty keeps all. */
export const RecordFilter = z.object({
  /** Enterprise name or code, or the beginning of a document number. */
  text: z.string().max(100).default(''),
  objectId: z.int().nullable().default(null),
  kinds: List(RecordContent.shape.kind),
  source: z.string().max(100).default(''),
  severity: z.enum(keysOf(severityTitles)).nullable().default(null),
  publicity: z
    .enum(publicities as ['none', 'pending', 'published', 'stopped'])
    .nullable()
    .default(null),
  from: Day.nullable().default(null),
  to: Day.nullable().default(null),
  standing: z.enum(['current', 'withdrawn', 'corrected', 'repaired']).nullable().default(null),
});
export type RecordFilter = z.infer<typeof RecordFilter>;

/** The 双公示台账 keeps what is published at all; `isOverdue` only what is late. */
export const PublicityFilter = RecordFilter.extend({ isOverdue: z.boolean().default(false) });
export type PublicityFilter = z.infer<typeof PublicityFilter>;

/** Orders an index holds: a million records are sorted by no other. */
export const recordSorts = ['happenedOn', 'source'] as const;
export type RecordSort = (typeof recordSorts)[number];

export const RecordPage = RecordFilter.extend({
  sort: z.enum(recordSorts).default('happenedOn'),
  descending: z.boolean().default(true),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(2_000).default(50),
});

export const NewAuthorisation = z
  .object({
    objectId: z.int(),
    kinds: z.array(RecordContent.shape.kind).min(1, '请选择授权归集的类别'),
    fromOn: Day,
    untilOn: Day.nullable().default(null),
    givenBy: z.string().trim().min(1, '请填写签署人').max(100, '不超过100个字'),
    note: z.string().trim().max(300, '不超过300个字').default(''),
  })
  .refine(({ fromOn, untilOn }) => untilOn === null || untilOn >= fromOn, {
    path: ['untilOn'],
    message: '到期日早于起始日',
  });
export type NewAuthorisation = z.input<typeof NewAuthorisation>;

export const WithdrawAuthorisation = z.object({ id: z.int(), on: Day, reason: Reason });

export const NoneReceived = z.object({
  entryId: z.string().min(1).max(100),
  on: Day,
  note: z.string().trim().max(300, '不超过300个字').default(''),
});
