import { z } from 'zod';
import { isLocalDate } from '../../kernel/local-date.ts';
import {
  type CommitmentKind,
  type CommitmentState,
  commitmentKindTitles,
  commitmentStateTitles,
  type Fulfilment,
  fulfilmentTitles,
  type TermOutcome,
  termOutcomeTitles,
} from './commitment-rules.ts';

const Day = z.string().refine(isLocalDate, '请填写日期');
const needed = (label: string, most = 500) =>
  z.string().trim().min(1, `请填写${label}`).max(most, `${label}不超过${most}个字`);

/** Filters of the 承诺台账; an empty one keeps everything. `to-check` = a 践诺 check is due. */
export const CommitmentFilter = z.object({
  text: z.string().trim().max(100).default(''),
  state: z
    .enum(Object.keys(commitmentStateTitles) as [CommitmentState, ...CommitmentState[]])
    .nullable()
    .default(null),
  kind: z
    .enum(Object.keys(commitmentKindTitles) as [CommitmentKind, ...CommitmentKind[]])
    .nullable()
    .default(null),
  itemId: z.string().default(''),
  outcome: z
    .enum([...(Object.keys(fulfilmentTitles) as [Fulfilment, ...Fulfilment[]]), 'none', 'to-check'])
    .nullable()
    .default(null),
  year: z.int().min(2000).max(2099).nullable().default(null),
});
export type CommitmentFilter = z.infer<typeof CommitmentFilter>;

/** The keys of the list's columns. */
export const commitmentSorts = [
  'number',
  'name',
  'item',
  'state',
  'signed',
  'published',
  'until',
  'outcome',
  'check',
  'kind',
  'matter',
  'code',
  'scans',
] as const;

export const CommitmentList = CommitmentFilter.extend({
  sort: z.enum(commitmentSorts).default('number'),
  descending: z.boolean().default(true),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(2_000).default(50),
});
export type CommitmentList = z.infer<typeof CommitmentList>;

export const CommitmentSelection = z.union([
  z.object({ ids: z.array(z.int()).min(1, '请选择承诺书').max(100_000) }),
  z.object({ filter: CommitmentFilter, except: z.array(z.int()).max(100_000) }),
]);
export type CommitmentSelection = z.infer<typeof CommitmentSelection>;

/** Whom letters are issued to: one enterprise, or all of the roster a filter keeps. */
export const CommitmentTargets = z.union([
  z.object({ objectIds: z.array(z.int()).min(1, '请选择企业').max(1_000) }),
  z.object({
    priority: z.boolean().nullable(),
    townships: z.array(z.string()),
    industries: z.array(z.string()),
    aboveScale: z.boolean().nullable(),
  }),
]);
export type CommitmentTargets = z.infer<typeof CommitmentTargets>;

export const IssueCommitments = z.object({
  targets: CommitmentTargets,
  itemId: needed('承诺事项'),
  matter: z.string().trim().max(200, '事由不超过200个字').default(''),
  untilOn: Day.optional(),
  checkOn: Day.optional(),
  /** As the preview counted; another number is looked at again first. */
  expected: z.int().min(1, '没有要出具的承诺书'),
});
export type IssueCommitments = z.infer<typeof IssueCommitments>;

export const SignCommitment = z.object({
  selection: CommitmentSelection,
  signedOn: Day,
  /** Empty = 法定代表人（负责人） as the roster names them. */
  signedBy: z.string().trim().max(50, '不超过50个字').default(''),
});

export const PublishCommitments = z.object({
  selection: CommitmentSelection,
  publishedOn: Day,
  publishedAt: needed('公示位置', 200),
});

export const CheckCommitment = z.object({
  id: z.int(),
  checkedOn: Day,
  outcome: z.enum(Object.keys(fulfilmentTitles) as [Fulfilment, ...Fulfilment[]]),
  terms: z.array(z.enum(Object.keys(termOutcomeTitles) as [TermOutcome, ...TermOutcome[]])).max(100),
  findings: needed('核查情况', 1_000),
  evidence: z.string().trim().max(500, '依据材料不超过500个字').default(''),
  checkedBy: needed('核查人', 100),
  /** The next check; absent = none is set. */
  nextOn: Day.optional(),
});
export type CheckCommitment = z.infer<typeof CheckCommitment>;

export const EndCommitment = z.object({ id: z.int(), reason: needed('终止理由') });
