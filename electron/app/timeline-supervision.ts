import type { TimelineEvent } from '../../shared/features/credit/timeline.ts';
import {
  defenceOutcomes,
  type ListMeasure,
  type ListRemoval,
  removalReasons,
} from '../../shared/features/supervision/lists.ts';
import { objectionOutcomes, objectionReactions } from '../../shared/features/supervision/objections.ts';
import { serviceText } from '../../shared/features/supervision/steps.ts';
import type { Context } from './context.ts';
import { saidTogether, stepEvents, type TimelineStep } from './timeline-steps.ts';

/** 名单, 约谈, 信用修复 with its 告知书, and 信用异议, each step of them. */
export function supervisionEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  return [
    ...listEvents(ctx, objectId),
    ...talkEvents(ctx, objectId),
    ...repairEvents(ctx, objectId),
    ...repairNoticeEvents(ctx, objectId),
    ...objectionEvents(ctx, objectId),
  ];
}

function listEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  return ctx.supervision.lists.entriesOf(objectId).flatMap((entry) => {
    const { id, listName, person, ground, level, polarity, proposedOn, proposedBy } = entry;
    const { notice, service, defence, decision, publication, measures, removals } = entry;
    const name = `${listName}${level === null ? '' : `（${level.name}）`}${person === null ? '' : `：${person.name}`}`;
    const isListed = decision?.outcome === 'listed';
    return stepEvents('list', `list-${id}`, `/supervision/lists?id=${id}`, [
      ['proposed', proposedOn, `提出列入${name}`, `${proposedBy}：${ground.text}（${ground.article}）`],
      ['notice', notice?.issuedOn, `列入${listName}告知书${notice?.number ?? ''}`, notice?.by],
      ['service', service?.servedOn, `送达列入${listName}告知书`, `陈述申辩至${service?.defenceUntil ?? ''}`],
      [
        'defence',
        defence?.closedOn,
        `列入${listName}的陈述申辩`,
        defence === null ? '' : saidTogether([defenceOutcomes[defence.outcome], defence.opinion]),
      ],
      [
        'decision',
        decision?.decidedOn,
        isListed ? `列入${name}` : `决定不列入${name}`,
        `${decision?.by ?? ''}：${decision?.opinion ?? ''}`,
        isListed ? polarity : null,
      ],
      ['published', publication?.publishedOn, `公示列入${listName}`, publication?.place],
      ...measures.flatMap((measure) => jointMeasureSteps(measure)),
      ...removals.flatMap((removal) => removalSteps(removal, name, polarity)),
    ]);
  });
}

function jointMeasureSteps({ id, text, department, toldOn, liftedOn, by }: ListMeasure): readonly TimelineStep[] {
  return [
    [`measure-${id}`, toldOn, `通报${department}采取联合惩戒措施`, `${by}：${text}`],
    [`lift-${id}`, liftedOn, `解除${department}的联合惩戒措施`, text],
  ];
}

function removalSteps(
  { id, reason, facts, proposedOn, proposedBy, decision, clearing }: ListRemoval,
  name: string,
  polarity: 'good' | 'bad',
): readonly TimelineStep[] {
  const isRemoved = decision?.outcome === 'removed';
  return [
    [`proposed-${id}`, proposedOn, `提出移出${name}`, `${proposedBy}：${removalReasons[reason]}`],
    [
      `removal-${id}`,
      decision?.decidedOn,
      isRemoved ? `移出${name}` : `决定不移出${name}`,
      `${removalReasons[reason]}：${facts}`,
      isRemoved && polarity === 'bad' ? 'good' : null,
    ],
    [
      `clearing-${id}`,
      clearing?.clearedOn,
      `消除错误列入${name}的影响`,
      clearing === null ? '' : `${clearing.what}，已告知${clearing.told}`,
    ],
  ];
}

function talkEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  return ctx.supervision.talks
    .talksOf(objectId)
    .flatMap(({ id, number, kind, reason, issuedOn, service, absence, record, result, meetOn }) =>
      stepEvents('talk', `talk-${id}`, `/supervision/talks?id=${id}`, [
        ['issued', issuedOn, `${kind.name}通知${number}`, `${meetOn}约谈：${reason}`],
        ['served', service?.servedOn, `送达${kind.name}通知书`, service === null ? '' : serviceText(service)],
        ['absent', absence?.absentOn, `${kind.name}未到`, absence?.note, 'bad'],
        ['held', record?.heldOn, `${kind.name}`, record?.demands],
        [
          'result',
          result?.checkedOn,
          result?.outcome === 'done' ? `${kind.name}的要求已落实` : `${kind.name}的要求未落实`,
          result?.finding,
          result?.outcome === 'done' ? 'good' : 'bad',
        ],
      ]),
    );
}

function repairEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  return ctx.supervision.repairs
    .repairsOf(objectId)
    .flatMap(({ id, number, subjects, appliedOn, remedy, acceptance, check, decision }) => {
      const of = subjects.map(({ title }) => title).join('、');
      return stepEvents('repair', `repair-${id}`, `/supervision/repairs?id=${id}`, [
        ['applied', appliedOn, `申请信用修复${number}`, `${of}：${remedy}`],
        ['accepted', acceptance?.acceptedOn, `受理信用修复申请${number}`, acceptance?.by],
        ['checked', check?.checkedOn, `信用修复核查${check?.isPassed === true ? '通过' : '未通过'}`, check?.finding],
        [
          'decided',
          decision?.decidedOn,
          decision?.outcome === 'repaired' ? `准予信用修复：${of}` : `不予信用修复：${of}`,
          [decision?.opinion ?? '', ...(decision?.effects ?? [])].filter((part) => part !== '').join('；'),
          decision?.outcome === 'repaired' ? 'good' : null,
        ],
      ]);
    });
}

/** 两书同达: the 信用修复告知书 that goes with a penalty. */
function repairNoticeEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  return ctx.supervision.repairNotices.noticesOf(objectId).flatMap(({ recordId, documentNumber, notice, service }) =>
    stepEvents('repair', `repair-notice-${recordId}`, `/credit/records?id=${recordId}`, [
      ['issued', notice?.issuedOn, `制作信用修复告知书${notice?.number ?? ''}`, `行政处罚${documentNumber}`],
      ['served', service?.servedOn, '送达信用修复告知书', service === null ? '' : serviceText(service)],
    ]),
  );
}

function objectionEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  return ctx.supervision.objections
    .objectionsOf(objectId)
    .flatMap(({ id, number, title, claim, receivedOn, check, decision, answer, clearing, feedback }) =>
      stepEvents('objection', `objection-${id}`, `/supervision/objections?id=${id}`, [
        ['received', receivedOn, `提出信用异议${number}：${title}`, claim],
        ['checked', check?.checkedOn, `核实信用异议${number}`, check?.finding],
        [
          'decided',
          decision?.decidedOn,
          `信用异议${number}决定${decision === null ? '' : objectionOutcomes[decision.outcome]}`,
          decision?.opinion,
        ],
        ['answered', answer?.answeredOn, `答复信用异议${number}`, answer?.receiver],
        [
          'cleared',
          clearing?.clearedOn,
          `信用异议${number}消除影响`,
          clearing === null ? '' : `${clearing.what}，已告知${clearing.told}`,
        ],
        [
          'feedback',
          feedback?.heardOn,
          `异议人对${number}的答复${feedback === null ? '' : objectionReactions[feedback.reaction]}`,
          feedback?.note,
        ],
      ]),
    );
}
