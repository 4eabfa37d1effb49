import {
  creditKindOfList,
  entryName,
  isListed,
  type ListEntry,
  type RemovalReason,
  removalReasons,
} from '../../../shared/features/supervision/lists.ts';
import type { Context } from '../../app/context.ts';
import { gradeTold } from '../../app/grade-told.ts';
import { type By, byOf, takeNumber } from './taken.ts';

/** The credit record a listing leaves under the enterprise; null for a person, whose entry is the person's own record. */
export function recordOfListing(ctx: Context, entry: ListEntry, number: string): number | null {
  if (entry.person !== null) return null;
  const kind = creditKindOfList({ name: entry.listName, polarity: entry.polarity });
  return ctx.credit.insertRecord(
    {
      objectId: entry.objectId,
      origin: 'program',
      publicity: 'pending',
      kind,
      happenedOn: ctx.today,
      endedOn: null,
      source: ctx.office.bureau()?.name ?? '',
      documentNumber: number,
      // A ground by grade is not named: the record is published.
      summary: `列入${entry.listName}${entry.level === null ? '' : `（${entry.level.name}）`}${gradeTold(ctx, entry.ground.text) === null ? `：${entry.ground.text}` : ''}`,
      severity: kind === 'serious-violation' ? 'serious' : null,
      accidentClass: null,
      amountFen: null,
      outcome: kind === 'trustworthy' ? 'good' : null,
      persons: [],
    },
    byOf(ctx),
  );
}

export interface Removing {
  readonly removalId: number;
  readonly reason: RemovalReason;
  readonly opinion: string;
}

/**
 * Takes an entry off its list within the caller's transaction: publication stopped, measures lifted, the credit record
 * ended, or withdrawn where the listing was wrong. Gives what was done, a sentence each.
 */
export function removeEntry(
  ctx: Context,
  entry: ListEntry,
  { removalId, reason, opinion }: Removing,
): readonly string[] {
  const by = byOf(ctx);
  const number = takeNumber(ctx, 'list-removal');
  const { publication, decision } = entry;
  ctx.supervision.lists.insertRemovalDecision(
    {
      removalId,
      outcome: 'removed',
      number,
      opinion,
      decidedOn: ctx.today,
      publicationStoppedOn: publication === null ? null : ctx.today,
    },
    by,
  );
  const standing = entry.measures.filter(({ liftedOn }) => liftedOn === null);
  for (const { id } of standing) ctx.supervision.lists.liftMeasure(id, ctx.today, by);
  if (decision?.recordId != null) endListRecord(ctx, decision.recordId, reason, by);
  const name = entryName(entry);
  return [
    `${name}移出${entry.listName}（${removalReasons[reason]}，${number}）`,
    ...(publication === null ? [] : [`停止公示${entry.listName}中的${name}（${publication.place}）`]),
    ...byDepartment(standing).map(
      ([department, lifted]) => `解除${lifted.map(({ field }) => field).join('、')}的联合措施（${department}）`,
    ),
  ];
}

/** Each department once, with all the measures it was told of. */
export function byDepartment<M extends { readonly department: string }>(
  measures: readonly M[],
): readonly (readonly [string, readonly M[]])[] {
  const departments = [...new Set(measures.map(({ department }) => department))];
  return departments.map((name) => [name, measures.filter(({ department }) => department === name)]);
}

function endListRecord(ctx: Context, recordId: number, reason: RemovalReason, by: By): void {
  const record = ctx.credit.recordById(recordId);
  if (record === null || record.withdrawn !== null) return;
  stopPublishing(ctx, recordId, `移出名单：${removalReasons[reason]}`);
  if (reason === 'wrong') ctx.credit.withdrawRecord(recordId, '错误列入名单，已移出', by);
  else if (record.endedOn === null) ctx.credit.endRecord(recordId, ctx.today);
}

/** 停止公示 of a credit record, where it is published; true where something was stopped. */
export function stopPublishing(ctx: Context, recordId: number, why: string): boolean {
  if (ctx.credit.recordById(recordId)?.publicity !== 'published') return false;
  ctx.credit.stopPublicity(recordId, ctx.today, why);
  return true;
}

/** Proposes and decides a removal that another decision carries (修复, 异议); nothing where the entry is not on its list now. */
export function removeAlong(
  ctx: Context,
  entry: ListEntry,
  along: {
    readonly reason: RemovalReason;
    readonly facts: string;
    readonly opinion: string;
    readonly proposedById: number;
    readonly repairId?: number;
    readonly objectionId?: number;
  },
): readonly string[] {
  if (!isListed(entry)) return [];
  const waiting = entry.removals.find(({ decision }) => decision === null);
  if (waiting !== undefined) return [`${entryName(entry)}移出${entry.listName}已另行提出，待决定`];
  const removalId = ctx.supervision.lists.insertRemoval(
    {
      entryId: entry.id,
      reason: along.reason,
      facts: along.facts,
      repairId: along.repairId ?? null,
      objectionId: along.objectionId ?? null,
      proposedOn: ctx.today,
    },
    { accountId: along.proposedById, at: ctx.now },
  );
  return removeEntry(ctx, entry, { removalId, reason: along.reason, opinion: along.opinion });
}
