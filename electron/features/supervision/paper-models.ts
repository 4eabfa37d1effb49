import type { ListDecisionModel } from '../../../shared/features/supervision/list-decision.document.ts';
import type { ListNoticeModel } from '../../../shared/features/supervision/list-notice.document.ts';
import type { ListEntry } from '../../../shared/features/supervision/lists.ts';
import { repairNoticeDocument } from '../../../shared/features/supervision/repair-notice.document.ts';
import { earliestRepairOn } from '../../../shared/features/supervision/repairs.ts';
import type { PrintedDocument } from '../../../shared/kernel/document.ts';
import { citeArticle } from '../../../shared/kernel/pack-basis.ts';
import type { Context } from '../../app/context.ts';
import { gradeTold } from '../../app/grade-told.ts';
import { officePack } from '../../app/office-pack.ts';
import { byDepartment } from './list-effects.ts';
import { citedInFull, packOf } from './taken.ts';

/** Models of the papers of 名单 and of the 信用修复告知书; null where the step they belong to is not taken. */

export function listNoticeModel(ctx: Context, entryId: number): ListNoticeModel | null {
  const entry = ctx.supervision.lists.entryById(entryId);
  if (entry === null || entry.notice === null) return null;
  const { notice, defenceDays } = entry;
  const { number, issuedOn } = notice;
  const consequences = consequencesOf(ctx, entry);
  return { ...entryModel(ctx, entry), number, issuedOn, defenceDays: defenceDays ?? 0, consequences };
}

export function listDecisionModel(ctx: Context, entryId: number): ListDecisionModel | null {
  const entry = ctx.supervision.lists.entryById(entryId);
  if (entry === null || entry.decision === null) return null;
  const { number, decidedOn, opinion, outcome, untilOn } = entry.decision;
  return {
    ...decidedModel(ctx, entry),
    number,
    decidedOn,
    opinion,
    decision:
      outcome === 'listed'
        ? { kind: 'listed', untilOn, consequences: consequencesOf(ctx, entry) }
        : { kind: 'not-listed' },
  };
}

export function removalModel(ctx: Context, removalId: number): ListDecisionModel | null {
  const entry = ctx.supervision.lists.entryById(ctx.supervision.lists.entryOfRemoval(removalId) ?? 0);
  const removal = entry?.removals.find(({ id }) => id === removalId);
  if (entry === null || removal?.decision == null) return null;
  const { number, decidedOn, opinion, outcome, publicationStoppedOn } = removal.decision;
  const listedBy = entry.decision?.number ?? '';
  const lifted = byDepartment(entry.measures).map(
    ([department, told]) => `${told.map(({ field, text }) => `${field}（${text}）`).join('、')}（已通报${department}）`,
  );
  return {
    ...decidedModel(ctx, entry),
    number,
    decidedOn,
    opinion,
    decision:
      outcome === 'removed'
        ? { kind: 'removed', reason: removal.reason, listedBy, stoppedOn: publicationStoppedOn, lifted }
        : { kind: 'kept', listedBy },
  };
}

/** The 信用修复告知书 of a penalty, once it is made. */
export function repairNoticeOf(ctx: Context, recordId: number): PrintedDocument | null {
  const penalty = ctx.supervision.repairNotices.penalty(recordId);
  const notice = penalty?.notice ?? null;
  const pack = officePack(ctx, notice?.issuedOn);
  const tier = pack.repair.find(({ severity }) => severity === notice?.severity);
  if (penalty === null || notice === null || tier === undefined) return null;
  const { objectName, objectCode, documentNumber, happenedOn } = penalty;
  const { minMonths, maxMonths, source } = tier;
  return repairNoticeDocument({
    ...notice,
    bureau: ctx.office.bureau()?.name ?? '',
    objectName,
    objectCode,
    penalty: { number: documentNumber, on: happenedOn },
    minMonths,
    maxMonths,
    earliestOn: earliestRepairOn(happenedOn, minMonths),
    article: citedInFull(pack, citeArticle(source)),
    ways: pack.repairWays,
  });
}

function entryModel(ctx: Context, entry: ListEntry) {
  const { listName, objectName, objectCode, person, facts, level, ground } = entry;
  return {
    bureau: ctx.office.bureau()?.name ?? '',
    listName,
    levelName: level?.name ?? null,
    objectName,
    objectCode,
    person,
    facts,
    rests: entry.rests.map(({ title }) => title),
    ground: gradeTold(ctx, ground.text) === null ? ground.text : null,
    article: citedInFull(packOf(ctx, entry), ground.article),
  };
}

function decidedModel(ctx: Context, entry: ListEntry) {
  const { polarity, notice, service, defence } = entry;
  const served = notice === null || service === null ? null : { number: notice.number, servedOn: service.servedOn };
  return { ...entryModel(ctx, entry), polarity, notice: served, defence };
}

/** What the list brings by the pack it was proposed under: joint measures, and what else follows. */
function consequencesOf(ctx: Context, entry: ListEntry): readonly string[] {
  const { listId } = entry;
  const list = packOf(ctx, entry).lists.find(({ id }) => id === listId);
  if (list === undefined) return [];
  return [...list.jointMeasures.map(({ field, text }) => `${field}：${text}`), ...list.effects];
}
