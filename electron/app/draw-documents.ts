import type { DrawState } from '../../shared/features/draws/ceremony.ts';
import { cutOffsOf } from '../../shared/features/draws/cut-off.ts';
import type { DrawPaperModel } from '../../shared/features/draws/draw-paper.ts';
import { drawRecordDocument } from '../../shared/features/draws/draw-record.document.ts';
import { freezeSheetDocument } from '../../shared/features/draws/freeze-sheet.document.ts';
import { readPlan } from '../../shared/features/draws/plan-file.ts';
import { FILE_NAMES, readDraw } from '../../shared/features/draws/read-draw.ts';
import type { NamedCutOff } from '../../shared/features/draws/record-tables.ts';
import { drawObjects } from '../../shared/features/draws/run-draw.ts';
import { standingObjects } from '../../shared/features/draws/standing.ts';
import { ticketBox } from '../../shared/features/draws/ticket.ts';
import type { DrawView } from '../../shared/features/draws/views.ts';
import { voidSheetDocument } from '../../shared/features/draws/void-sheet.document.ts';
import { sayTaskQuota } from '../../shared/features/plans/task.ts';
import { planItemsOf } from '../../shared/features/plans/task-items.ts';
import type { Block, PrintedDocument } from '../../shared/kernel/document.ts';
import { localTimeOf } from '../../shared/kernel/local-date.ts';
import type { Context } from './context.ts';
import { sha256 } from './draw-inputs.ts';
import { officePack } from './office-pack.ts';

/** The 抽取记录, for the draw itself and for every dossier it opened; null where there is no such draw. */
export function drawRecordOf(ctx: Context, drawId: number): PrintedDocument | null {
  const draw = ctx.draws.drawById(drawId);
  if (draw === null) return null;
  const times = [
    ['冻结时间', draw.frozenAt],
    ['封存时间', draw.sealedAt],
    ['抽取时间', draw.drawnAt],
    ['排定人员时间', draw.staffedAt],
    ['笔录时间', draw.recordedAt],
    ['作废时间', draw.voided?.at ?? null],
  ] as const;
  return drawRecordDocument({
    ...paperModel(ctx, draw),
    times: times.flatMap(([step, at]) => (at === null ? [] : [[step, localClock(at)] as const])),
    digitTimes: draw.witnesses.map(({ enteredAt }) => (enteredAt === null ? '' : localTimeOf(enteredAt).slice(11))),
    barred: ctx.draws.barredOfficers(drawId),
    cutOffs: namedCutOffs(ctx, draw),
  });
}

/** The scans of the signed 抽取记录, page by page; null where none is attached. */
export function signedRecordOf(ctx: Context, drawId: number): PrintedDocument | null {
  const scans = ctx.draws.scansOf(drawId).filter(({ paper, withdrawn }) => paper === 'record' && withdrawn === null);
  const blocks = scans.flatMap(({ id, pages }): Block[] => {
    const file = ctx.draws.scanContent(drawId, id);
    if (file === null) return [];
    return Array.from({ length: pages }, (_, page) => ({ kind: 'scan', scan: { file, page } }));
  });
  if (blocks.length === 0) return null;
  return { title: '随机抽取记录（签字件）', layout: 'cover', printedOn: ctx.today, blocks };
}

/** The 冻结单; null where there is no such draw. */
export function freezeSheetOf(ctx: Context, drawId: number): PrintedDocument | null {
  const draw = ctx.draws.drawById(drawId);
  if (draw === null) return null;
  return freezeSheetDocument({ ...paperModel(ctx, draw), frozenAt: localClock(draw.frozenAt) });
}

/** The 作废单; null where there is no such draw, or it is not void. */
export function voidSheetOf(ctx: Context, drawId: number): PrintedDocument | null {
  const draw = ctx.draws.drawById(drawId);
  if (draw === null || draw.voided === null) return null;
  return voidSheetDocument({
    bureau: ctx.office.bureau()?.name ?? '',
    draw,
    frozenAt: localClock(draw.frozenAt),
    voidedAt: localClock(draw.voided.at),
    stoodAt: stateBeforeVoid(draw),
    ended:
      draw.recordedAt === null || draw.isRehearsal || draw.setting.mode === 'batch' ? 0 : standingObjects(draw).length,
    printedOn: ctx.today,
  });
}

/** What all papers of a draw print beside it: the task and its plan, and what was frozen. */
function paperModel(ctx: Context, draw: DrawView): DrawPaperModel {
  const task = ctx.plans.taskById(draw.taskId);
  const files = ctx.draws.drawFiles(draw.id);
  const plan = readPlan(FILE_NAMES.plan, files.get(FILE_NAMES.plan) ?? '');
  if (!plan.ok) throw new Error('a frozen plan does not read');
  const rule = officePack(ctx).documents.find(({ id }) => id === '细则');
  return {
    bureau: ctx.office.bureau()?.name ?? '',
    draw,
    quotaText: task === null ? '' : sayTaskQuota(task.quota),
    planItems: task === null ? [] : planItemsOf(task).flatMap((id) => planItemName(ctx, id) ?? []),
    basis: `《${rule?.title ?? '“双随机、一公开”抽查工作细则'}》第九条`,
    manifest: files.get(FILE_NAMES.manifest) ?? '',
    quotas: new Map(plan.value.strata.map(({ name, quota }) => [name, quota])),
    must: ctx.draws.mustOf(draw.id),
    printedOn: ctx.today,
  };
}

/** `2026年示例计划第22项`. */
function planItemName(ctx: Context, itemId: number): string | null {
  const stored = ctx.plans.itemById(itemId);
  const plan = stored && ctx.plans.planById(stored.planId);
  if (!stored || !plan) return null;
  const { number, texts } = stored.item;
  return `${plan.title}第${number ?? stored.position}项　${texts.name ?? ''}`.trimEnd();
}

/** Computed once more from the frozen files and the seed; empty where they do not read, which the 验证包 tells. */
function namedCutOffs(ctx: Context, draw: DrawView): readonly NamedCutOff[] {
  if (draw.seed === null || draw.drawnAt === null || draw.setting.mode === 'batch') return [];
  const frozen = readDraw(ctx.draws.engineFiles(draw.id), sha256);
  if (!frozen.ok) return [];
  const { strata } = drawObjects(frozen.value, draw.seed, sha256);
  const near = cutOffsOf(strata, ticketBox(`${draw.seed}|obj|${draw.number}`, sha256));
  const names = ctx.draws.poolNames(
    draw.id,
    near.flatMap(({ tickets }) => tickets.map(({ id }) => id)),
  );
  return near.map(({ stratum, tickets }) => ({
    stratum,
    tickets: tickets.map((ticket) => ({ ...ticket, name: names.get(ticket.id) ?? '' })),
  }));
}

function stateBeforeVoid({ recordedAt, staffedAt, drawnAt, sealedAt, witnesses }: DrawView): DrawState {
  if (recordedAt !== null) return 'recorded';
  if (staffedAt !== null) return 'staffed';
  if (drawnAt !== null) return 'drawn';
  if (sealedAt !== null) return 'sealed';
  return witnesses.some(({ digits }) => digits !== null) ? 'seeding' : 'frozen';
}

/** `2026-09-07 09:30`, as documents write it. */
function localClock(instant: string): string {
  return localTimeOf(instant).slice(0, 16);
}
