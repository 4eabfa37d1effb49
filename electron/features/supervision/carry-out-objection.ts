import { isListed } from '../../../shared/features/supervision/lists.ts';
import type { ObjectionMatter, RecordCorrection } from '../../../shared/features/supervision/objections.ts';
import type { CreditContent, CreditRecord } from '../../../shared/kernel/credit-records.ts';
import { done, type Result } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { type ContentRefusal, contentFor } from '../../app/record-content.ts';
import { removeAlong, stopPublishing } from './list-effects.ts';
import { byOf } from './taken.ts';

/**
 * What an objection that was found right does, in its decision's transaction: the record corrected, or withdrawn and no
 * longer published, the entry taken off its list as wrong. Gives what was done, a sentence each; a correction the record
 * cannot take by now is refused.
 */
export function carryOutObjection(
  ctx: Context,
  objection: ObjectionMatter,
  opinion: string,
): Result<readonly string[], ContentRefusal> {
  const { recordId, entryId, inspectionId, check, title, number } = objection;
  if (inspectionId !== null) return done([`请在“检查办理”中对${title}提出更正，经局主要领导签字后公示`]);
  const record = recordId === null ? null : ctx.credit.recordById(recordId);
  if (record !== null && check?.proposal === 'correct') {
    const kept = correctedContent(ctx, objection, record, check.correction);
    if (!kept.ok) return kept;
    const { content, authorisationId } = kept.value;
    ctx.credit.correctRecord(record.id, content, { reason: `信用异议${number}`, authorisationId, ...byOf(ctx) });
    return done([`更正“${title}”，原来的内容留作历史版本`]);
  }
  if (record !== null) {
    const stopped = stopPublishing(ctx, record.id, `信用异议${number}，经核实有误`);
    ctx.credit.withdrawRecord(record.id, `信用异议${number}：${opinion}`, byOf(ctx));
    const removed = ctx.supervision.lists
      .entriesRestingOn(record.id)
      .filter((id) => restsOnNothing(ctx, id))
      .flatMap((id) => removeWrong(ctx, objection, id, opinion));
    return done([`撤销“${title}”`, ...(stopped ? [`停止公示“${title}”`] : []), ...removed]);
  }
  if (entryId !== null) return done(removeWrong(ctx, objection, entryId, opinion));
  return done(['按现有信用记录重新评定信用等级']);
}

/** The record as the correction would have it, by the rules every record is entered by. */
export function correctedContent(
  ctx: Context,
  { objectId, objectName }: Pick<ObjectionMatter, 'objectId' | 'objectName'>,
  record: CreditRecord,
  correction: RecordCorrection,
) {
  return contentFor(ctx, { id: objectId, name: objectName }, corrected(record, correction), record);
}

/** A record's content with what the correction says in place. */
function corrected(record: CreditRecord, correction: RecordCorrection): CreditContent {
  const { kind, happenedOn, endedOn, source, documentNumber, summary, severity, accidentClass, amountFen } = record;
  const { outcome, persons } = record;
  const said = { kind, happenedOn, endedOn, source, documentNumber, summary, severity, accidentClass, amountFen };
  return { ...said, outcome, persons, ...correction };
}

function removeWrong(ctx: Context, objection: ObjectionMatter, entryId: number, opinion: string): readonly string[] {
  const entry = ctx.supervision.lists.entryById(entryId);
  if (entry === null) return [];
  return removeAlong(ctx, entry, {
    reason: 'wrong',
    facts: `信用异议${objection.number}经核实成立`,
    opinion,
    proposedById: objection.check?.byId ?? 0,
    objectionId: objection.id,
  });
}

function restsOnNothing(ctx: Context, entryId: number): boolean {
  const entry = ctx.supervision.lists.entryById(entryId);
  return (
    entry !== null &&
    isListed(entry) &&
    entry.rests.every(({ recordId }) => recordId !== null && ctx.credit.recordById(recordId)?.withdrawn != null)
  );
}
