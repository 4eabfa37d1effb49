import { z } from 'zod';
import { isLocalDate } from '../../kernel/local-date.ts';
import { defenceOutcomes, personCapacities } from './lists.ts';
import { serviceManners } from './steps.ts';

export const Day = z.string().refine(isLocalDate, '请填写日期');
export const said = (what: string, most = 1_000) => z.string().trim().min(1, `请填写${what}`).max(most, `${what}太长`);
export const maybe = (most = 1_000) => z.string().trim().max(most, '内容太长').default('');
export const keysOf = <K extends string>(titles: Readonly<Record<K, string>>) =>
  z.enum(Object.keys(titles) as [K, ...K[]], '请选择');

export const EntryId = z.object({ entryId: z.int() });

export const ProposeListing = z.object({
  objectId: z.int('请选择检查对象'),
  listId: said('名单'),
  groundId: said('列入情形'),
  levelId: z.string().nullable().default(null),
  person: z
    .object({ name: said('姓名', 60), capacity: keysOf(personCapacities), number: maybe(30) })
    .nullable()
    .default(null),
  facts: said('认定的事实', 2_000),
  factIds: z.array(z.string().min(1)).max(50),
});
export type ProposeListing = z.infer<typeof ProposeListing>;

export const Served = z.object({ servedOn: Day, manner: keysOf(serviceManners), receiver: said('签收人', 100) });
export const ServeListNotice = EntryId.extend(Served.shape);

export const HearDefence = EntryId.extend({
  outcome: keysOf(defenceOutcomes),
  receivedOn: Day.nullable().default(null),
  statement: maybe(4_000),
  opinion: said('审查意见', 2_000),
}).superRefine(({ outcome, receivedOn, statement }, issues) => {
  if (outcome === 'none') return;
  if (receivedOn === null) issues.addIssue({ code: 'custom', path: ['receivedOn'], message: '请填写收到的日期' });
  if (statement === '') issues.addIssue({ code: 'custom', path: ['statement'], message: '请填写陈述申辩的内容' });
});
export type HearDefence = z.infer<typeof HearDefence>;

export const DecideListing = EntryId.extend({
  outcome: z.enum(['listed', 'not-listed'], '请选择列入或不予列入'),
  opinion: said('决定意见'),
});

export const PublishListing = EntryId.extend({ publishedOn: Day, place: said('公示处所', 200) });

export const TellDepartment = EntryId.extend({
  measureIds: z.array(z.string().min(1)).min(1, '请选择措施'),
  department: said('部门', 100),
  toldOn: Day,
});

export const ProposeRemoval = EntryId.extend({
  reason: z.enum(['term-over', 'remedied', 'wrong'], '请选择移出原因'),
  facts: said('移出的理由', 2_000),
});

export const DecideRemoval = z.object({
  removalId: z.int(),
  outcome: z.enum(['removed', 'kept'], '请选择移出或不予移出'),
  opinion: said('决定意见'),
});

export const ClearEffects = z.object({
  removalId: z.int(),
  clearedOn: Day,
  what: said('消除影响的办法'),
  told: said('已告知的部门、媒体和当事人', 400),
});
