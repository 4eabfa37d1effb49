import { z } from 'zod';
import { isLocalDate } from '../../kernel/local-date.ts';
import { Grade } from '../../kernel/pack-basis.ts';
import { type MeasureKind, type MeasureState, measureKindTitles, measureStateTitles } from './measure-rules.ts';

const Day = z.string().refine(isLocalDate, '请填写日期');
const needed = (label: string, most = 500) =>
  z.string().trim().min(1, `请填写${label}`).max(most, `${label}不超过${most}个字`);
const Section = z.string().trim().max(30, '股室名称不超过30个字').default('');
const Year = z.int().min(2000).max(2099);

/** `overdue` is what is open past its day, `undocumented` what was done and has no paper yet. */
export const measureMarks = ['overdue', 'undocumented', 'unassigned'] as const;

/** Filters of the list of measure tasks; an empty one keeps everything. */
export const MeasureFilter = z.object({
  text: z.string().trim().max(100).default(''),
  state: z
    .enum(Object.keys(measureStateTitles) as [MeasureState, ...MeasureState[]])
    .nullable()
    .default(null),
  kind: z
    .enum(Object.keys(measureKindTitles) as [MeasureKind, ...MeasureKind[]])
    .nullable()
    .default(null),
  grade: Grade.nullable().default(null),
  year: Year.nullable().default(null),
  section: z.string().default(''),
  officerId: z.int().nullable().default(null),
  priority: z.boolean().nullable().default(null),
  mark: z.enum(measureMarks).nullable().default(null),
});
export type MeasureFilter = z.infer<typeof MeasureFilter>;

/** The keys of the list's columns. */
export const measureSorts = [
  'name',
  'grade',
  'text',
  'due',
  'who',
  'state',
  'done',
  'article',
  'ground',
  'origin',
  'code',
  'opened',
  'kind',
] as const;

export const MeasureList = MeasureFilter.extend({
  sort: z.enum(measureSorts).default('due'),
  descending: z.boolean().default(false),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(2_000).default(50),
});
export type MeasureList = z.infer<typeof MeasureList>;

/** Chosen tasks: named one by one, or all of a filter but a few. */
export const MeasureSelection = z.union([
  z.object({ ids: z.array(z.int()).min(1, '请选择措施任务').max(100_000) }),
  z.object({ filter: MeasureFilter, except: z.array(z.int()).max(100_000) }),
]);
export type MeasureSelection = z.infer<typeof MeasureSelection>;

/** Which enterprises a year's round is made for; an empty list asks nothing. */
export const RoundFilter = z.object({
  grades: z.array(Grade).default([]),
  priority: z.boolean().nullable().default(null),
  townships: z.array(z.string()).default([]),
  industries: z.array(z.string()).default([]),
  /** Of the pack; empty = every measure that opens a task. */
  measureIds: z.array(z.string()).default([]),
});
export type RoundFilter = z.infer<typeof RoundFilter>;

const Assigned = { section: Section, officerId: z.int().nullable().default(null) };

export const OpenRound = z.object({
  year: Year,
  filter: RoundFilter,
  ...Assigned,
  /** For measures whose term the pack leaves open; absent leaves them open too. */
  dueOn: Day.optional(),
  /** As the preview counted; another number is looked at again first. */
  expected: z.int().min(1, '没有要生成的措施任务'),
});
export type OpenRound = z.infer<typeof OpenRound>;

/** One measure for one enterprise or several, beside what their grades bring. */
export const AddMeasure = z.object({
  objectIds: z.array(z.int()).min(1, '请选择企业').max(2_000),
  measureId: needed('措施'),
  ground: needed('事由'),
  dueOn: Day.optional(),
  ...Assigned,
  warningId: z.int().optional(),
});
export type AddMeasure = z.infer<typeof AddMeasure>;

export const AssignMeasures = z.object({ selection: MeasureSelection, ...Assigned, dueOn: Day.optional() });

export const FinishMeasures = z.object({
  selection: MeasureSelection,
  doneOn: Day,
  what: needed('办理内容', 1_000),
  result: needed('办理结果', 1_000),
  doneBy: needed('办理人', 100),
});
export type FinishMeasures = z.infer<typeof FinishMeasures>;

export const CancelMeasures = z.object({ selection: MeasureSelection, reason: needed('取消理由') });
export const ReopenMeasure = z.object({ id: z.int(), reason: needed('撤回理由') });

export const LinkTalk = z.object({ id: z.int(), talkId: z.int() });

/** One enterprise, or (null) every one of the best grade that has no certificate which holds. */
export const IssueCertificates = z
  .object({ objectId: z.int().nullable(), fromOn: Day, untilOn: Day })
  .refine(({ fromOn, untilOn }) => fromOn <= untilOn, { path: ['untilOn'], message: '有效期止不能早于有效期起' });
export type IssueCertificates = z.infer<typeof IssueCertificates>;
export const RevokeCertificate = z.object({ id: z.int(), reason: needed('撤销理由') });
