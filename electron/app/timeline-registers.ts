import type { TimelineEvent } from '../../shared/features/credit/timeline.ts';
import { campaignStateTitles } from '../../shared/features/registers/campaign.ts';
import { type Letter, letterKindTitles } from '../../shared/features/registers/letter.ts';
import { caseRegisterId } from '../../shared/features/registers/own-registers.ts';
import { titleOfCells } from '../../shared/features/registers/register.ts';
import { localDayOf } from '../../shared/kernel/local-date.ts';
import type { Context } from './context.ts';
import { registerById } from './office-registers.ts';
import { saidTogether, stepEvents } from './timeline-steps.ts';

/** What the 工作台账 say of the enterprise, letters about it, and the campaigns that took it in. */
export function registerEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  return [
    ...entryEvents(ctx, objectId),
    ...ctx.registers.lettersOf(objectId).flatMap((letter) => letterEvents(ctx, letter)),
    ...campaignEvents(ctx, objectId),
  ];
}

/** An entry as its newest version has it. */
function entryEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  return ctx.registers.entriesOfObject(objectId).flatMap((entry) => {
    const { id, registerId, day, version, reason, at, byName, cells, withdrawn, published } = entry;
    const register = registerById(ctx, registerId);
    const name = register?.name ?? '工作台账';
    const path = registerId === caseRegisterId ? `/registers/cases?id=${id}` : `/registers/${registerId}?id=${id}`;
    return stepEvents('register', `register-${id}`, path, [
      ['entered', day, register === null ? name : `${name}：${titleOfCells(register, cells)}`, `${byName}登记`],
      ['corrected', version === 1 ? null : localDayOf(at), `更正${name}的登记`, `${byName}：${reason}`],
      ['published', published?.publishedOn, `公示${name}的登记`, published?.place],
      [
        'withdrawn',
        withdrawn === null ? null : localDayOf(withdrawn.at),
        `撤销${name}的登记`,
        `${withdrawn?.byName}：${withdrawn?.reason}`,
      ],
    ]);
  });
}

const letterSteps = {
  approve: '签发',
  return: '退回',
  dispatch: '发出',
  answer: '收到答复',
  withdraw: '撤回',
} as const;

function letterEvents(ctx: Context, { id, kind, number, addressee, newest, steps }: Letter): readonly TimelineEvent[] {
  const first = ctx.registers.letterVersions(id).at(-1) ?? newest;
  const name = `${letterKindTitles[kind]}${number}`;
  return stepEvents('letter', `letter-${id}`, `/registers/reports?tab=letters&id=${id}`, [
    ['drafted', localDayOf(first.at), `起草${name}`, `致${addressee}：${newest.title}，${first.byName}起草`],
    ...steps.map(
      ({ step, onDay, text, byName }, index) =>
        [`${index}-${step}`, onDay, `${letterSteps[step]}${name}`, saidTogether([`${byName}办理`, text])] as const,
    ),
  ]);
}

function campaignEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  return ctx.registers
    .campaignsOf(objectId)
    .flatMap(({ id, name, goal, startedOn, end, steps }) =>
      stepEvents('campaign', `campaign-${id}`, `/registers/campaigns/${id}?id=${objectId}`, [
        ['started', startedOn, `列入专项治理“${name}”`, goal],
        ...steps.map(
          ({ state, onDay, dueOn, record, byName }, index) =>
            [
              `${index}`,
              onDay,
              `专项治理“${name}”：${campaignStateTitles[state]}`,
              saidTogether([`${byName}：${record}`, dueOn === null ? null : `${dueOn}前整改到位`]),
              state === 'done' ? 'good' : state === 'none' ? null : 'bad',
            ] as const,
        ),
        ['ended', end?.endedOn, `专项治理“${name}”结束`, end?.outcome],
      ]),
    );
}
