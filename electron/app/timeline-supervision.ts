import type { TimelineEvent, TimelineKind } from '../../shared/features/credit/timeline.ts';
import { removalReasons } from '../../shared/features/supervision/lists.ts';
import type { Context } from './context.ts';

/** What supervision did with the enterprise: 名单, 约谈, 修复, 异议, measures, commitments, certificates and warnings. */
export function supervisionEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  return [
    ...listEvents(ctx, objectId),
    ...talkEvents(ctx, objectId),
    ...repairEvents(ctx, objectId),
    ...objectionEvents(ctx, objectId),
    ...followUpEvents(ctx, objectId),
  ];
}

type Tone = TimelineEvent['tone'];
type Step = readonly [step: string, on: string | null | undefined, title: string, detail?: string, tone?: Tone];

/** The steps of a matter that were taken, each with its day. */
function stepsOf(kind: TimelineKind, key: string, path: string, steps: readonly Step[]): readonly TimelineEvent[] {
  return steps.flatMap(([step, on, title, detail = '', tone = null]) =>
    on == null || on === '' ? [] : [{ key: `${key}-${step}`, kind, on, at: null, title, detail, tone, path }],
  );
}

function listEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  return ctx.supervision.lists.entriesOf(objectId).flatMap((entry) => {
    const { id, listName, person, ground, level, polarity, proposedOn, proposedBy } = entry;
    const { notice, service, defence, decision, publication, removals } = entry;
    const name = `${listName}${level === null ? '' : `（${level.name}）`}${person === null ? '' : `：${person.name}`}`;
    const isListed = decision?.outcome === 'listed';
    return stepsOf('list', `list-${id}`, `/supervision/lists?id=${id}`, [
      ['proposed', proposedOn, `提出列入${name}`, `${proposedBy}：${ground.text}（${ground.article}）`],
      ['notice', notice?.issuedOn, `列入${listName}告知书${notice?.number ?? ''}`, notice?.by],
      ['service', service?.servedOn, `送达列入${listName}告知书`, `陈述申辩至${service?.defenceUntil ?? ''}`],
      ['defence', defence?.closedOn, `列入${listName}的陈述申辩`, defence?.opinion],
      [
        'decision',
        decision?.decidedOn,
        isListed ? `列入${name}` : `决定不列入${name}`,
        `${decision?.by ?? ''}：${decision?.opinion ?? ''}`,
        isListed ? polarity : null,
      ],
      ['published', publication?.publishedOn, `公示列入${listName}`, publication?.place],
      ...removals.flatMap(({ id: removalId, reason, facts, decision: removed }): readonly Step[] => [
        [
          `removal-${removalId}`,
          removed?.decidedOn,
          removed?.outcome === 'removed' ? `移出${name}` : `决定不移出${name}`,
          `${removalReasons[reason]}：${facts}`,
          removed?.outcome === 'removed' && polarity === 'bad' ? 'good' : null,
        ],
      ]),
    ]);
  });
}

function talkEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  return ctx.supervision.talks
    .talksOf(objectId)
    .flatMap(({ id, number, kind, reason, issuedOn, absence, record, result, meetOn }) =>
      stepsOf('talk', `talk-${id}`, `/supervision/talks?id=${id}`, [
        ['issued', issuedOn, `${kind.name}通知${number}`, `${meetOn}约谈：${reason}`],
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
      return stepsOf('repair', `repair-${id}`, `/supervision/repairs?id=${id}`, [
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

function objectionEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  return ctx.supervision.objections
    .objectionsOf(objectId)
    .flatMap(({ id, number, title, claim, receivedOn, check, decision, answer }) =>
      stepsOf('objection', `objection-${id}`, `/supervision/objections?id=${id}`, [
        ['received', receivedOn, `提出信用异议${number}：${title}`, claim],
        ['checked', check?.checkedOn, `核实信用异议${number}`, check?.finding],
        ['decided', decision?.decidedOn, `信用异议${number}作出处理`, decision?.opinion],
        ['answered', answer?.answeredOn, `答复信用异议${number}`, answer?.receiver],
      ]),
    );
}

function followUpEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  const { measures, commitments, certificates, warnings } = ctx.supervision;
  return [
    ...measures.ofObject(objectId).flatMap(({ id }) => {
      const task = measures.byId(id);
      if (task === null) return [];
      return stepsOf('measure', `measure-${task.id}`, `/supervision/measures?id=${task.id}`, [
        [
          'opened',
          task.openedOn,
          `监管措施：${task.text}`,
          [task.article, task.ground, task.dueOn === null ? '' : `${task.dueOn}前办理`].filter(Boolean).join('，'),
        ],
        ['done', task.doneOn, `措施已办理：${task.text}`, task.what ?? ''],
      ]);
    }),
    ...commitments.ofObject(objectId).flatMap((line) =>
      stepsOf('commitment', `commitment-${line.id}`, `/supervision/commitments?id=${line.id}`, [
        ['issued', line.issuedOn, `出具承诺书${line.number}：${line.name}`, line.matter],
        ['signed', line.signedOn, `签订承诺书${line.number}：${line.name}`, line.signedBy ?? '', 'good'],
        ['published', line.publishedOn, `承诺书${line.number}公示`, line.publishedAt ?? ''],
        [
          'checked',
          line.checkedOn,
          line.outcome === 'broken'
            ? `违背承诺（${line.number}）`
            : line.outcome === 'kept'
              ? `践诺（${line.number}）`
              : `部分践诺（${line.number}）`,
          line.name,
          line.outcome === 'broken' ? 'bad' : line.outcome === 'kept' ? 'good' : null,
        ],
        ['ended', line.endedOn, `承诺书${line.number}终止`, line.endReason ?? ''],
      ]),
    ),
    ...certificates.ofObject(objectId).flatMap((certificate) =>
      stepsOf('measure', `certificate-${certificate.id}`, '/supervision/measures', [
        [
          'issued',
          certificate.fromOn,
          `发放绿色通道证明${certificate.number}`,
          `${certificate.gives.join('、')}，至${certificate.untilOn}`,
          'good',
        ],
        ['revoked', certificate.revokedOn, `收回绿色通道证明${certificate.number}`, certificate.revokeReason ?? ''],
      ]),
    ),
    ...warnings.ofObject(objectId).flatMap((warning) =>
      stepsOf('warning', `warning-${warning.id}`, `/supervision?id=${warning.id}`, [
        ['opened', warning.openedOn, `预警：${warning.name}`, `${warning.advice}（${warning.article}）`, 'bad'],
        ['closed', warning.closedOn, `预警解除：${warning.name}`, warning.note ?? '依据已消除'],
      ]),
    ),
  ];
}
