import { z } from 'zod';
import { checkIdCard } from '../../kernel/id-card.ts';
import { isLocalDate } from '../../kernel/local-date.ts';
import { checkUscc, normaliseUscc } from '../../kernel/uscc.ts';
import { isIdCardForUscc } from './object-code.ts';
import { objectKinds, objectStatuses } from './object-columns.ts';
import { objectSorts } from './object-list.ts';
import { officerStatuses, recusalReasons } from './officer-columns.ts';
import { leaveKinds, relations } from './officer-facts.ts';

const optionalText = z.string().trim().max(500, '不超过500个字').default('');
export const neededText = (label: string) => z.string().trim().min(1, `请填写${label}`).max(500, '不超过500个字');
export const Day = z.string().refine(isLocalDate, '请填写日期');
/** Undefined where nothing was filled in. */
export const StatedText = z
  .string()
  .trim()
  .max(500, '不超过500个字')
  .transform((text) => (text === '' ? undefined : text));
export const Names = z.array(z.string().trim().min(1).max(100)).max(50).default([]);

/** 变更事由: every change of a roster says why (动态维护). */
export const ChangeReason = neededText('变更事由');

export const ObjectForm = z
  .object({
    name: neededText('名称'),
    /** Empty with a 自然人 already in the roster: the stored number stays. */
    code: z.string().transform(normaliseUscc),
    kind: z.enum(objectKinds),
    address: optionalText,
    principal: optionalText,
    phone: optionalText,
    industry: optionalText,
    town: optionalText,
    registrar: optionalText,
    establishedOn: Day.optional(),
    status: z.enum(objectStatuses),
    statusOn: Day.optional(),
    statusDocument: StatedText.optional(),
    aboveScale: z.boolean(),
    priority: z.boolean(),
    tags: Names,
    licences: z
      .array(
        z
          .object({ name: neededText('许可证名称'), number: optionalText, from: Day.optional(), until: Day.optional() })
          .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
            path: ['until'],
            message: '有效期止不能早于有效期起',
          }),
      )
      .max(50)
      .default([]),
  })
  .superRefine(({ kind, code }, context) => {
    const sentence = codeSentence(kind === '自然人', code);
    if (sentence !== null) context.addIssue({ code: 'custom', path: ['code'], message: sentence });
  });
export type ObjectForm = z.infer<typeof ObjectForm>;

/** Only the shape is insisted on: codes in use fail the check digit now and then. */
function codeSentence(isPerson: boolean, code: string): string | null {
  if (isPerson) {
    if (code === '') return null;
    return checkIdCard(code).some((finding) => finding.code === 'ID_CARD_SHAPE') ? '身份证号码应为18位' : null;
  }
  if (isIdCardForUscc(code)) return '这是身份证号码。自然人请选择类型“自然人”，其他的请填统一社会信用代码';
  const shape = checkUscc(code).find((finding) => finding.code === 'USCC_LENGTH' || finding.code === 'USCC_CHARACTER');
  if (shape === undefined) return null;
  return shape.code === 'USCC_LENGTH'
    ? '统一社会信用代码应为18位'
    : `第${shape.position}位的“${shape.character}”不能用在代码中`;
}

/** What is not told is left out, so that equal entries are equal texts. */
const untold = (value: string | undefined) => (value === '' ? undefined : value);
const spanInOrder = ({ fromOn, toOn }: { fromOn?: string | undefined; toOn?: string | undefined }) =>
  fromOn === undefined || toOn === undefined || fromOn <= toOn;

export const LeaveForm = z
  .object({
    fromOn: Day,
    toOn: Day,
    kind: z.enum(leaveKinds).optional(),
    reason: z.string().trim().max(200, '不超过200个字').optional().transform(untold),
  })
  .refine(spanInOrder, '请假结束不能早于开始');

export const OfficerForm = z.object({
  name: neededText('姓名'),
  department: neededText('单位'),
  section: optionalText,
  post: optionalText,
  certificate: z.string().max(100).transform(normaliseUscc).default(''),
  certificateUntil: Day.optional(),
  established: z.boolean(),
  scopes: Names,
  leader: z.boolean(),
  status: z.enum(officerStatuses),
  leaves: z.array(LeaveForm).max(50).default([]),
  /** Absent: as declared before; an empty list takes the declarations back. */
  formerEmployers: z
    .array(
      z
        .object({ employer: neededText('曾任职单位'), fromOn: Day.optional(), toOn: Day.optional() })
        .refine(spanInOrder, '任职结束不能早于开始'),
    )
    .max(50)
    .optional(),
  relatives: z
    .array(
      z.object({
        relation: z.enum(relations),
        name: neededText('亲属姓名'),
        company: z.string().trim().max(200, '不超过200个字').optional().transform(untold),
      }),
    )
    .max(50)
    .optional(),
  phone: optionalText,
});
export type OfficerForm = z.infer<typeof OfficerForm>;

export const RecusalForm = z
  .object({
    officerId: z.int(),
    objectId: z.int(),
    reason: z.enum(recusalReasons),
    evidence: optionalText,
    fromOn: Day,
    /** The last day; absent = until lifted. */
    toOn: Day.optional(),
  })
  .refine(spanInOrder, { path: ['toOn'], message: '结束日期不能早于开始日期' });
export type RecusalForm = z.infer<typeof RecusalForm>;

/** 解除: from the day on the pair may meet again. */
export const LiftRecusal = z.object({ id: z.int(), on: Day, reason: neededText('解除事由') });

/** 离岗移交: the officer's new status, and who takes each of his open seats. */
export const HandOver = z.object({
  officerId: z.int(),
  status: z.enum(officerStatuses),
  onDay: Day,
  reason: neededText('移交事由'),
  seats: z.array(z.object({ inspectionId: z.int(), successorId: z.int() })).max(2_000),
});
export type HandOver = z.infer<typeof HandOver>;

/** 导出交换表; with telephone numbers it says why. */
export const ExchangeExport = z
  .object({ department: neededText('部门'), withPhones: z.boolean(), reason: optionalText })
  .refine(({ withPhones, reason }) => !withPhones || reason !== '', {
    path: ['reason'],
    message: '请填写导出联系方式的事由',
  });

/** One change of several officers at once. */
export const OfficerBatchChange = z.object({
  ids: z.array(z.int()).min(1, '请选择人员').max(2_000),
  change: z.discriminatedUnion('what', [
    z.object({ what: z.literal('leave'), leave: LeaveForm }),
    z.object({ what: z.literal('scopes'), scopes: Names }),
    z.object({ what: z.literal('status'), status: z.enum(officerStatuses) }),
  ]),
  reason: ChangeReason,
});
export type OfficerBatchChange = z.infer<typeof OfficerBatchChange>;

/** A day the roster is looked at as it stood. */
export const OnDay = z.object({ on: Day });

/** Why personal data leaves the office. */
export const ExportReason = z.object({ reason: neededText('导出事由') });

/** Filters of the list of objects; an empty filter keeps everything. */
export const ObjectFilter = z.object({
  text: z.string().trim().max(100).default(''),
  statuses: z.array(z.enum(objectStatuses)).default([]),
  kinds: z.array(z.enum(objectKinds)).default([]),
  townships: z.array(z.string()).default([]),
  industries: z.array(z.string()).default([]),
  aboveScale: z.boolean().nullable().default(null),
  priority: z.boolean().nullable().default(null),
  tag: z.string().default(''),
  /** Name of a licence. */
  licence: z.string().default(''),
});
export type ObjectFilter = z.infer<typeof ObjectFilter>;

export const ObjectList = ObjectFilter.extend({
  sort: z.enum(objectSorts).default('id'),
  descending: z.boolean().default(false),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(2_000).default(50),
});

/** Chosen objects: named one by one, or all of a filter but a few. */
export const ObjectSelection = z.union([
  z.object({ ids: z.array(z.int()).max(100_000) }),
  z.object({ filter: ObjectFilter, except: z.array(z.int()).max(100_000) }),
]);
export type ObjectSelection = z.infer<typeof ObjectSelection>;

/** What goes into the workbook: the columns in sight, or every field in the layout of the template (null). */
export const ObjectExport = z.object({
  filter: ObjectFilter,
  sort: z.enum(objectSorts).default('id'),
  descending: z.boolean().default(false),
  columns: z.array(z.enum(objectSorts)).min(1).nullable(),
});
export type ObjectExport = z.infer<typeof ObjectExport>;

/** Filters kept under a name; `filter` is what the list's address carries. */
export const SavedFilterForm = z.object({
  list: z.string().min(1).max(50),
  name: neededText('名称').max(40, '不超过40个字'),
  filter: z.record(z.string(), z.string()),
  isShared: z.boolean(),
});
