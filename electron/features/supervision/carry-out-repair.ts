import { isListed } from '../../../shared/features/supervision/lists.ts';
import type { RepairMatter } from '../../../shared/features/supervision/repairs.ts';
import type { Context } from '../../app/context.ts';
import { removeAlong, stopPublishing } from './list-effects.ts';

/**
 * What a repair that was granted does, in the decision's own transaction: records marked as repaired and their publication
 * stopped, entries taken off their list where they are its subject or rest on repaired records alone, measures lifted. The
 * history stays. Gives what was done, a sentence each.
 */
export function carryOutRepair(ctx: Context, repair: RepairMatter, opinion: string): readonly string[] {
  const effects: string[] = [];
  const recordIds = repair.subjects.flatMap(({ recordId }) => recordId ?? []);
  const why = `信用修复${repair.number}`;
  for (const { recordId, title } of repair.subjects) {
    if (recordId === null) continue;
    const record = ctx.credit.recordById(recordId);
    if (record === null || record.withdrawn !== null || record.repairedOn !== null) continue;
    ctx.credit.repairRecord(recordId, ctx.today);
    effects.push(`“${title}”标记为已修复，不再计入信用评价`);
    if (stopPublishing(ctx, recordId, why)) effects.push(`停止公示“${title}”`);
  }
  for (const entryId of entriesToRemove(ctx, repair, recordIds)) {
    const entry = ctx.supervision.lists.entryById(entryId);
    if (entry === null || entry.polarity === 'good') continue;
    const proposedById = repair.handlerIds[0] ?? 0;
    const along = { reason: 'repaired', facts: `已完成${why}`, opinion, proposedById, repairId: repair.id } as const;
    effects.push(...removeAlong(ctx, entry, along));
  }
  return effects;
}

/** The entries named, and those whose every record is now repaired or withdrawn. */
function entriesToRemove(ctx: Context, repair: RepairMatter, recordIds: readonly number[]): ReadonlySet<number> {
  const named = repair.subjects.flatMap(({ entryId }) => entryId ?? []);
  const resting = recordIds.flatMap((id) => ctx.supervision.lists.entriesRestingOn(id));
  const alone = resting.filter((entryId) => {
    const entry = ctx.supervision.lists.entryById(entryId);
    return entry !== null && isListed(entry) && entry.rests.every(({ recordId }) => isCleared(ctx, recordId));
  });
  return new Set([...named, ...alone]);
}

function isCleared(ctx: Context, recordId: number | null): boolean {
  const record = recordId === null ? null : ctx.credit.recordById(recordId);
  return record !== null && (record.repairedOn !== null || record.withdrawn !== null);
}
