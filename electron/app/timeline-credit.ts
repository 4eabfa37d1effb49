import {
  applicationKindTitles,
  applicationStateTitles,
  type CreditApplication,
} from '../../shared/features/credit/applications.ts';
import type { Authorisation } from '../../shared/features/credit/authorisations.ts';
import type { LicenceApplication } from '../../shared/features/credit/licences.ts';
import { lookupMatterTitles } from '../../shared/features/credit/lookups.ts';
import type { TimelineEvent } from '../../shared/features/credit/timeline.ts';
import { creditKindTitles } from '../../shared/kernel/credit-facts.ts';
import { type CreditRecord, factTitle } from '../../shared/kernel/credit-records.ts';
import { isAdverse } from '../../shared/kernel/fact-test.ts';
import { localDayOf } from '../../shared/kernel/local-date.ts';
import { lookupsFor } from '../features/credit/lookups-for.ts';
import type { Context } from './context.ts';

/** Credit records with what became of them, lookups, and what the enterprise asked at the 查询区. */
export function creditEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  return [
    ...ctx.credit.recordsOf(objectId).flatMap(recordEvents),
    ...lookupsFor(ctx, ctx.credit.lookupsOf(objectId)).map(
      (lookup): TimelineEvent => ({
        key: `lookup-${lookup.id}`,
        kind: 'lookup',
        on: lookup.lookedUpOn,
        at: lookup.lookedUpAt,
        title: `${lookupMatterTitles[lookup.matter]}前查询信用：${lookup.subject}`,
        detail: `${lookup.number}，${lookup.askedBy}提出，${lookup.lookedUpBy}查询：${lookup.seen}`,
        tone: null,
        path: `/credit/lookups?q=${encodeURIComponent(lookup.number)}`,
      }),
    ),
    ...ctx.credit.applicationsOf(objectId).flatMap(applicationEvents),
    ...ctx.credit.licenceApplicationsOf(objectId).flatMap(licenceEvents),
    ...ctx.credit.authorisationsOf(objectId).flatMap(authorisationEvents),
    ...ctx.credit.counterQueriesOf(objectId).map(
      (query): TimelineEvent => ({
        key: `counter-${query.id}`,
        kind: 'lookup',
        on: localDayOf(query.askedAt),
        at: query.askedAt,
        title:
          query.outcome === 'shown' ? '企业在查询区查询本企业信用信息' : '查询区有人查询，负责人姓名不相符，没有显示',
        detail: [query.reportNumber ?? '', query.prints > 0 ? `打印${query.prints}次` : ''].filter(Boolean).join('，'),
        tone: null,
        path: '/credit/lookups?tab=counter',
      }),
    ),
  ];
}

/** The day it happened, and each day on which something became of it. */
function recordEvents(record: CreditRecord): readonly TimelineEvent[] {
  const { id, kind, happenedOn, enteredAt, enteredBy, source, summary, documentNumber, withdrawn } = record;
  const name = factTitle(creditKindTitles[kind], record);
  const event = (step: string, on: string, title: string, more: Partial<TimelineEvent> = {}): TimelineEvent => ({
    key: `record-${id}-${step}`,
    kind: 'record',
    on,
    at: null,
    title,
    detail: '',
    tone: null,
    path: `/credit/records?id=${id}`,
    ...more,
  });
  const later: readonly (readonly [step: string, on: string | null, title: string, detail: string])[] = [
    ['published', record.publishedOn, `公示：${name}`, record.publishedWhere ?? ''],
    ['stopped', record.stoppedOn, `停止公示：${name}`, record.stopReason ?? ''],
    ['repaired', record.repairedOn, `信用修复完成：${name}`, ''],
    ['ended', record.endedOn, `终止或移出：${name}`, ''],
    [
      'withdrawn',
      withdrawn === null ? null : localDayOf(withdrawn.at),
      `撤销登记：${name}`,
      withdrawn === null ? '' : `${withdrawn.by}：${withdrawn.reason}`,
    ],
  ];
  return [
    event('happened', happenedOn, name, {
      at: enteredAt,
      detail: [source, documentNumber === '' ? '' : summary, `${enteredBy}登记`]
        .filter((part) => part !== '')
        .join('，'),
      tone:
        withdrawn !== null
          ? null
          : isAdverse(record)
            ? 'bad'
            : record.outcome === 'good' || praises(record)
              ? 'good'
              : null,
    }),
    ...later.flatMap(([step, on, title, detail]) => (on === null ? [] : [event(step, on, title, { detail })])),
  ];
}

function praises({ kind }: CreditRecord): boolean {
  return kind === 'reward' || kind === 'trustworthy';
}

function applicationEvents(application: CreditApplication): readonly TimelineEvent[] {
  const { id, number, kind, title, receivedOn, enteredAt, enteredBy, promise, checks } = application;
  const event = (
    step: string,
    on: string,
    at: string | null,
    words: string,
    detail: string,
    tone: TimelineEvent['tone'] = null,
  ) => ({
    key: `application-${id}-${step}`,
    kind: 'application' as const,
    on,
    at,
    title: words,
    detail,
    tone,
    path: `/credit/lookups?tab=applications&application=${id}`,
  });
  return [
    event('received', receivedOn, enteredAt, `${applicationKindTitles[kind]}：${title}`, `${number}，${enteredBy}登记`),
    ...(promise === null ? [] : [event('promise', promise.signedOn, null, `为“${title}”签订承诺书`, promise.number)]),
    ...checks.flatMap((check) => [
      event(
        `check-${check.id}`,
        localDayOf(check.checkedAt),
        check.checkedAt,
        check.findings.length === 0 ? `“${title}”信用审核没有诚信问题` : `“${title}”信用审核存在诚信问题`,
        [check.remedy, ...check.findings.map(({ text }) => text)].filter((part) => part !== '').join('；'),
        check.findings.length === 0 ? null : 'bad',
      ),
      ...(check.decision === null
        ? []
        : [
            event(
              `decision-${check.id}`,
              check.decision.decidedOn,
              null,
              `“${title}”${applicationStateTitles[check.decision.outcome]}`,
              `${check.decision.decidedBy}：${check.decision.reason}`,
              check.decision.outcome === 'refuse' ? 'bad' : 'good',
            ),
          ]),
    ]),
  ];
}

function licenceEvents(application: LicenceApplication): readonly TimelineEvent[] {
  const { id, number, licence, appliedOn, enteredAt, proposedName, taken, checked } = application;
  const event = (
    step: string,
    on: string,
    at: string | null,
    title: string,
    detail: string,
    tone: TimelineEvent['tone'] = null,
  ) => ({
    key: `approval-${id}-${step}`,
    kind: 'approval' as const,
    on,
    at,
    title,
    detail,
    tone,
    path: `/credit/lookups?tab=licences&licence=${id}`,
  });
  return [
    event('applied', appliedOn, enteredAt, `申请许可：${licence}`, `${number}，按信用应走“${proposedName}”`),
    ...(taken === null
      ? []
      : [
          event(
            'taken',
            taken.decidedOn,
            null,
            `${taken.decision === 'granted' ? '准予许可' : '不予许可'}：${licence}`,
            [taken.name, taken.licenceNumber, taken.differsWhy].filter((part) => part !== '').join('，'),
          ),
        ]),
    ...(checked === null
      ? []
      : [
          event(
            'checked',
            checked.checkedOn,
            null,
            `事后审${checked.result === 'kept' ? '与承诺相符' : '违背承诺'}：${licence}`,
            checked.findings,
            checked.result === 'kept' ? 'good' : 'bad',
          ),
        ]),
  ];
}

function authorisationEvents(authorisation: Authorisation): readonly TimelineEvent[] {
  const { id, kinds, fromOn, untilOn, givenBy, enteredAt, withdrawnOn, withdrawReason } = authorisation;
  const event = (step: string, on: string, at: string | null, title: string, detail: string): TimelineEvent => ({
    key: `authorisation-${id}-${step}`,
    kind: 'authorisation',
    on,
    at,
    title,
    detail,
    tone: null,
    path: `/credit/authorisations?id=${id}`,
  });
  const what = kinds.map((kind) => creditKindTitles[kind]).join('、');
  return [
    event(
      'given',
      fromOn,
      enteredAt,
      `授权归集${what}信息`,
      `${givenBy}签署，${untilOn === null ? '至撤回为止' : `至${untilOn}`}`,
    ),
    ...(withdrawnOn === null ? [] : [event('withdrawn', withdrawnOn, null, `撤回授权：${what}`, withdrawReason ?? '')]),
  ];
}
