import type { TimelineEvent } from '../../shared/features/credit/timeline.ts';
import { fulfilmentTitles } from '../../shared/features/supervision/commitment-rules.ts';
import { localDayOf } from '../../shared/kernel/local-date.ts';
import type { CommitmentLine } from '../features/supervision/commitments.repo.ts';
import type { Context } from './context.ts';
import { saidTogether, stepEvents } from './timeline-steps.ts';

/** Measures, commitments with every 践诺 check, 绿色通道 certificates and warnings. */
export function followUpEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  const { measures, commitments, certificates, warnings } = ctx.supervision;
  return [
    ...measures.ofObject(objectId).flatMap(({ id }) => measureEvents(ctx, id)),
    ...commitments.ofObject(objectId).flatMap((line) => commitmentEvents(ctx, line)),
    ...certificates.ofObject(objectId).flatMap(({ id, number, fromOn, gives, untilOn, revokedOn, revokeReason }) =>
      stepEvents('measure', `certificate-${id}`, '/supervision/measures?tab=green-channel', [
        ['issued', fromOn, `发放绿色通道证明${number}`, `${gives.join('、')}，至${untilOn}`, 'good'],
        ['revoked', revokedOn, `收回绿色通道证明${number}`, revokeReason],
      ]),
    ),
    ...warnings.ofObject(objectId).flatMap(({ id, name, openedOn, advice, article, closedOn }) =>
      stepEvents('warning', `warning-${id}`, `/supervision?id=${id}`, [
        ['opened', openedOn, `预警：${name}`, `${advice}（${article}）`, 'bad'],
        ...warnings.steps(id).flatMap(({ id: stepId, step, note, at, byName }) => {
          const title = warningSteps[step];
          return title === undefined
            ? []
            : [[`${stepId}`, localDayOf(at), `${title}：${name}`, saidTogether([byName, note])] as const];
        }),
        ['closed', closedOn, `预警解除：${name}`, '依据已消除'],
      ]),
    ),
  ];
}

const warningSteps: Readonly<Record<string, string>> = {
  handled: '预警已处置',
  acknowledged: '预警暂不处置',
  reopened: '重新预警',
};

const measureSteps: Readonly<Record<string, string>> = { cancelled: '取消监管措施', reopened: '撤回措施的办结' };

function measureEvents(ctx: Context, id: number): readonly TimelineEvent[] {
  const { measures } = ctx.supervision;
  const task = measures.byId(id);
  if (task === null) return [];
  const { text, openedOn, article, ground, dueOn, doneOn, what } = task;
  return stepEvents('measure', `measure-${id}`, `/supervision/measures?id=${id}`, [
    [
      'opened',
      openedOn,
      `监管措施：${text}`,
      saidTogether([article, ground, dueOn === null ? null : `${dueOn}前办理`]),
    ],
    ...measures.steps(id).flatMap(({ id: stepId, step, note, at, byName }) => {
      const title = measureSteps[step];
      return title === undefined
        ? []
        : [[`${stepId}`, localDayOf(at), `${title}：${text}`, saidTogether([byName, note])] as const];
    }),
    ['done', doneOn, `措施已办理：${text}`, what],
  ]);
}

const outcomeTones = { broken: 'bad', kept: 'good', partly: null } as const;

function commitmentEvents(ctx: Context, line: CommitmentLine): readonly TimelineEvent[] {
  const { id, number, name, matter, issuedOn, signedOn, signedBy, publishedOn, publishedAt, endedOn, endReason } = line;
  const checks = ctx.supervision.commitments.checks(id).toReversed();
  return stepEvents('commitment', `commitment-${id}`, `/supervision/commitments?id=${id}`, [
    ['issued', issuedOn, `出具承诺书${number}：${name}`, matter],
    ['signed', signedOn, `签订承诺书${number}：${name}`, signedBy, 'good'],
    ['published', publishedOn, `承诺书${number}公示`, publishedAt],
    ...checks.map(
      ({ id: checkId, checkedOn, outcome, findings, checkedBy }) =>
        [
          `check-${checkId}`,
          checkedOn,
          `${fulfilmentTitles[outcome]}（${number}）`,
          saidTogether([`${name}，${checkedBy}核查`, findings]),
          outcomeTones[outcome],
        ] as const,
    ),
    ['ended', endedOn, `承诺书${number}终止`, endReason],
  ]);
}
