import { z } from 'zod';
import { Grade } from '../../kernel/pack-basis.ts';
import { witnessKinds } from './attendance.ts';
import { type ManualReason, manualReasons } from './ceremony.ts';
import { revealActs } from './reveal.ts';

const text = (label: string, most: number) =>
  z.string().trim().min(1, `请填写${label}`).max(most, `${label}不超过${most}个字`);
const Code = z.string().min(1).max(40);

/** What the operator settles before freezing. */
export const DrawSetting = z.object({
  taskId: z.int(),
  isRehearsal: z.boolean(),
  /** sample: a sample with officers; batch: 批次顺序 of the whole pool (细则 第五条). */
  mode: z.enum(['sample', 'batch']),
  batchSize: z.int('每批户数须为整数').min(1).max(100_000),
  /** plain: the task's quota over the whole pool; graded: a ratio for each credit grade. */
  quota: z.enum(['plain', 'graded']),
  /** Basis points of each grade of the office's pack; used where `quota` is graded. */
  ratios: z.partialRecord(Grade, z.int().min(0).max(10_000)),
  /** 必检 objects, by code. */
  must: z.array(Code).max(100_000),
  /** Why they are due (重点企业一年、一般企业三年 …); printed, because they are not drawn by lot. */
  mustGround: z.string().trim().max(100, '必检理由不超过100个字').default(''),
  /** Left out by hand, by code, for a reason of the list; OTHER asks for a note. */
  exclude: z
    .array(
      z.object({
        code: Code,
        reason: z.enum(Object.keys(manualReasons) as [ManualReason, ...ManualReason[]]).default('OTHER'),
        note: z.string().trim().max(100, '排除说明不超过100个字').default(''),
      }),
    )
    .max(100_000),
  /** Officers of the leading department at each object, the 组长 among them. At least two with the joint seats (第九条). */
  leadSeats: z.int().min(1).max(9),
  /** Joint departments that take part, one officer each. */
  jointDepartments: z.array(z.string().min(1).max(30)).max(20),
  /** Item scope asked of the leading department's officers; empty asks none. */
  scope: z.string().max(30),
  /** The most objects one officer takes in this draw. */
  officerCap: z.int('上限须为整数').min(1).max(999_999),
  /** Who on leave during the task's period takes no part: with any day of leave in it, or only away for the whole of it. */
  leaves: z.enum(['any', 'whole']).default('any'),
});
export type DrawSetting = z.infer<typeof DrawSetting>;

const Attendant = z.object({
  name: text('见证人姓名', 30),
  unit: text('见证人单位', 60),
  kind: z.enum(witnessKinds, '请选择见证人身份'),
  /** The words of 其他; empty for the kinds of the list. */
  identity: z.string().trim().max(30, '身份说明不超过30个字').default(''),
});
const asksForWords = {
  error: '身份为“其他”的，请写明',
  path: ['identity'],
};
const hasWords = ({ kind, identity }: z.output<typeof Attendant>) => kind !== 'other' || identity !== '';

export const Witness = Attendant.extend({
  digitCount: z.int('位数须为整数').min(1, '至少1位').max(40, '至多40位'),
}).refine(hasWords, asksForWords);
export type Witness = z.infer<typeof Witness>;

export const Freeze = z.object({
  setting: DrawSetting,
  /** In announced order; the last one rolls dice. */
  witnesses: z.array(Witness).min(2, '见证人至少两名').max(12),
  supervisor: text('监督人', 30),
  supervisorUnit: text('监督人单位', 60),
  place: text('抽取地点', 60),
});
export type Freeze = z.infer<typeof Freeze>;

/** Before freezing: 名录, then 冻结. */
export const draftSteps = ['roster', 'freeze'] as const;
export type DraftStep = (typeof draftSteps)[number];

/** What the operator has settled so far. `form` holds witnesses, place and supervisor as typed, however incomplete. */
export const SaveDraft = z.object({
  setting: DrawSetting,
  step: z.enum(draftSteps),
  form: z
    .record(z.string().max(40), z.json())
    .refine((form) => JSON.stringify(form).length <= 20_000, '填写的内容过长'),
});
export type SaveDraft = z.infer<typeof SaveDraft>;

/** The draw of a task, or its rehearsal; null = whichever was prepared last. */
export const DraftOf = z.object({ taskId: z.int(), isRehearsal: z.boolean().nullable() });

export const DrawId = z.object({ drawId: z.int() });
const position = z.int().min(1).max(12);
export const EchoDigits = DrawId.extend({
  position,
  typed: z.string().min(1, '请填写数字').max(80),
  way: z.enum(['own', 'read']),
  /** Who rolled the dice, where the witness is the one with the dice; empty: himself. */
  rolledBy: z.string().trim().max(30, '掷骰人姓名不超过30个字').default(''),
});
/** `digits` are those on the screen, so that nothing else is confirmed. */
export const ConfirmDigits = DrawId.extend({ position, digits: z.string().min(1).max(40) });
export const ConfirmSeed = DrawId.extend({ position });
/** `version` names what the page wants to see; the service always gives what is now. */
export const Tick = DrawId.extend({ version: z.string().max(200).optional() });
export const RevealActInput = DrawId.extend({ act: z.enum(revealActs) });
export const AmendOfficers = DrawId.extend({ reason: text('更正原因', 200) });

export const VoidWitness = Attendant.refine(hasWords, asksForWords);
export type VoidWitness = z.infer<typeof VoidWitness>;
export const VoidDraw = DrawId.extend({
  reason: text('作废原因', 200),
  /** Who is there when it is voided, one by one. */
  witnesses: z.array(VoidWitness).min(2, '作废时在场的见证人至少两名').max(12),
});
export type VoidDraw = z.infer<typeof VoidDraw>;

export const WithdrawScan = DrawId.extend({ scanId: z.int(), reason: text('作错的原因', 200) });
