import { z } from 'zod';
import { Day, maybe, Served, said } from './list-schemas.ts';

const Clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '请按09:30的格式填写时间');

export const TalkId = z.object({ talkId: z.int() });

export const IssueTalk = z.object({
  kindId: said('约谈种类'),
  objectId: z.int('请选择检查对象'),
  reason: said('约谈事由', 2_000),
  recordId: z.int().nullable().default(null),
  entryId: z.int().nullable().default(null),
  followsId: z.int().nullable().default(null),
  meetOn: Day,
  meetAt: Clock,
  place: said('约谈地点', 200),
  attendees: said('参加约谈的人员', 200),
  materials: maybe(),
  contact: said('联系人和电话', 200),
});
export type IssueTalk = z.infer<typeof IssueTalk>;

export const ServeTalk = TalkId.extend(Served.shape);

export const RecordTalk = TalkId.extend({
  heldOn: Day,
  fromAt: Clock,
  toAt: Clock,
  place: said('约谈地点', 200),
  attended: said('到场人员', 400),
  interviewers: said('约谈人', 200),
  questions: z
    .array(z.object({ asked: said('约谈内容', 2_000), answered: said('被约谈人陈述', 2_000) }))
    .min(1, '请至少填写一问一答')
    .max(40),
  demands: maybe(2_000),
  rectifyBy: Day.nullable().default(null),
}).superRefine(({ fromAt, toAt, demands, rectifyBy, heldOn }, issues) => {
  const problem = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message });
  if (fromAt >= toAt) problem('toAt', '结束时间不能早于开始时间');
  if (demands !== '' && rectifyBy === null) problem('rectifyBy', '有整改要求的，请填写整改期限');
  if (demands === '' && rectifyBy !== null) problem('demands', '填了整改期限的，请写明整改要求');
  if (rectifyBy !== null && rectifyBy < heldOn) problem('rectifyBy', '整改期限不能早于约谈日期');
});
export type RecordTalk = z.infer<typeof RecordTalk>;

export const MissTalk = TalkId.extend({ absentOn: Day, isExcused: z.boolean('请选择'), note: said('未到场的情况') });

export const CloseTalk = TalkId.extend({
  checkedOn: Day,
  outcome: z.enum(['done', 'not-done'], '请选择整改是否到位'),
  finding: said('核查情况', 2_000),
});
