import { overdueSince, publicityDueOf, publicityTermOf } from '../../shared/features/credit/publicity.ts';
import type { DueLine } from '../../shared/features/home/summary.ts';
import { type CreditKind, creditKinds, creditKindTitles } from '../../shared/kernel/credit-facts.ts';
import type { Context } from './context.ts';
import { officePack } from './office-pack.ts';
import { loadCalendar } from './resources.ts';

/** The kinds that are published, with their terms, and how many records wait, are overdue, published and stopped. */
export function publicityOverview(ctx: Context) {
  const pack = officePack(ctx);
  const calendar = loadCalendar(ctx.ports.places.resources);
  const terms = creditKinds.flatMap((kind) => {
    const term = publicityTermOf(pack, kind);
    return term === null ? [] : [{ kind, ...term, overdueSince: overdueSince(term, ctx.today, calendar) }];
  });
  const counts = new Map(ctx.credit.publicityCounts().map(({ publicity, count }) => [publicity, count]));
  return {
    terms,
    pending: counts.get('pending') ?? 0,
    overdue: ctx.credit.overdueCount(terms),
    published: counts.get('published') ?? 0,
    stopped: counts.get('stopped') ?? 0,
  };
}

/** 双公示 by kind and last day, so that a full desk does not fill the home page; what is overdue is one line a kind. */
export function publicityDues(ctx: Context): readonly DueLine[] {
  const pack = officePack(ctx);
  const calendar = loadCalendar(ctx.ports.places.resources);
  const lines = new Map<string, DueLine & { count: number; kind: CreditKind }>();
  for (const { kind, happenedOn, count } of ctx.credit.pendingByDay()) {
    const due = publicityDueOf(pack, { kind, happenedOn }, calendar);
    if (due === null) continue;
    const isOverdue = due.on < ctx.today;
    const key = `${kind} ${isOverdue ? 'overdue' : due.on}`;
    const before = lines.get(key);
    const all = (before?.count ?? 0) + count;
    lines.set(key, {
      kind,
      count: all,
      what: '公示信用信息',
      subject: `${creditKindTitles[kind]}${all}条`,
      on: before?.on ?? due.on,
      article: due.article,
      isOverdue,
      isEstimate: due.estimated,
      path: `/credit/publicity?kind=${kind}&publicity=${isOverdue ? 'overdue' : 'pending'}`,
    });
  }
  return [...lines.values()].map(({ kind: _, count: __, ...line }) => line);
}
