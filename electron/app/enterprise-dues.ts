import { publicityDueOf } from '../../shared/features/credit/publicity.ts';
import type { DueLine } from '../../shared/features/home/summary.ts';
import { creditKindTitles } from '../../shared/kernel/credit-facts.ts';
import { factTitle } from '../../shared/kernel/credit-records.ts';
import type { Context } from './context.ts';
import { inspectionDues } from './inspection-dues.ts';
import { officePack } from './office-pack.ts';
import { registerDuesOf } from './register-dues.ts';
import { loadCalendar } from './resources.ts';
import { supervisionDuesOf } from './supervision-dues.ts';
import { inspectionsFor } from './targets.ts';

type Plain = Omit<DueLine, 'isOverdue' | 'isEstimate' | 'subject'> & { readonly isEstimate?: boolean };

/** Every day that binds about an enterprise, the earliest first; none of what is hidden from the asker. */
export function enterpriseDues(ctx: Context, objectId: number): readonly DueLine[] {
  const inspections = inspectionsFor(ctx, ctx.inspections.listOfObject(objectId)).filter(
    (row) => row.objectId === objectId,
  );
  const plain = [
    ...measureDues(ctx, objectId),
    ...commitmentDues(ctx, objectId),
    ...warningDues(ctx, objectId),
    ...publicityDues(ctx, objectId),
    ...licenceDues(ctx, objectId),
    ...approvalDues(ctx, objectId),
  ].map((due) => ({ isEstimate: false, ...due, subject: '', isOverdue: due.on < ctx.today }));
  return [
    ...inspectionDues(ctx, inspections),
    ...supervisionDuesOf(ctx, objectId),
    ...registerDuesOf(ctx, objectId),
    ...plain,
  ].toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

function measureDues({ supervision: { measures } }: Context, objectId: number): readonly Plain[] {
  return measures.ofObject(objectId).flatMap(({ id, state }) => {
    const task = state === 'open' ? measures.byId(id) : null;
    if (task === null || task.dueOn === null) return [];
    return [{ what: task.text, on: task.dueOn, article: task.article, path: `/supervision/measures?id=${id}` }];
  });
}

function commitmentDues({ supervision }: Context, objectId: number): readonly Plain[] {
  return supervision.commitments
    .ofObject(objectId)
    .flatMap(({ id, number, article, checkOn, signedOn, endedOn }) =>
      checkOn === null || signedOn === null || endedOn !== null
        ? []
        : [{ what: `践诺核查（${number}）`, on: checkOn, article, path: `/supervision/commitments?id=${id}` }],
    );
}

/** A warning that rests comes back after its day. */
function warningDues({ supervision }: Context, objectId: number): readonly Plain[] {
  return supervision.warnings
    .ofObject(objectId)
    .flatMap(({ id, name, state, untilOn, article }) =>
      state !== 'acknowledged' || untilOn === null
        ? []
        : [{ what: `暂不处置期满：${name}`, on: untilOn, article, path: `/supervision?id=${id}` }],
    );
}

function publicityDues(ctx: Context, objectId: number): readonly Plain[] {
  const pack = officePack(ctx);
  const calendar = loadCalendar(ctx.ports.places.resources);
  return ctx.credit.recordsOf(objectId).flatMap((record) => {
    if (record.publicity !== 'pending' || record.withdrawn !== null) return [];
    const due = publicityDueOf(pack, record, calendar);
    if (due === null) return [];
    const what = `公示${factTitle(creditKindTitles[record.kind], record)}`;
    const path = `/credit/records?id=${record.id}`;
    return [{ what, on: due.on, article: due.article, isEstimate: due.estimated, path }];
  });
}

/** Licences of the roster, those that ran out too; only of an enterprise that exists. */
function licenceDues(ctx: Context, objectId: number): readonly Plain[] {
  const object = ctx.rosters.objectById(objectId);
  if (object === null || object.status !== '存续') return [];
  return object.licences.flatMap(({ name, expiresOn }) =>
    expiresOn === null ? [] : [{ what: `${name}到期`, on: expiresOn, article: '', path: `/rosters?id=${objectId}` }],
  );
}

/** 你承诺、我先批: the check that follows. */
function approvalDues(ctx: Context, objectId: number): readonly Plain[] {
  return ctx.credit.licenceApplicationsOf(objectId).flatMap(({ id, licence, taken, checked }) => {
    const on = taken?.checkDueOn ?? null;
    if (on === null || checked !== null) return [];
    return [{ what: `事后审：${licence}`, on, article: '', path: `/credit/lookups?tab=licences&licence=${id}` }];
  });
}
