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
