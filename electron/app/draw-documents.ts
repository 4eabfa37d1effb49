import { drawRecordDocument } from '../../shared/features/draws/draw-record.document.ts';
import { freezeSheetDocument } from '../../shared/features/draws/freeze-sheet.document.ts';
import { FILE_NAMES } from '../../shared/features/draws/read-draw.ts';
import type { PrintedDocument } from '../../shared/kernel/document.ts';
import { localTimeOf } from '../../shared/kernel/local-date.ts';
import type { Context } from './context.ts';

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
    bureau: ctx.office.bureau()?.name ?? '',
    draw,
    manifest: ctx.draws.drawFiles(drawId).get(FILE_NAMES.manifest) ?? '',
    times: times.flatMap(([step, at]) => (at === null ? [] : [[step, localClock(at)] as const])),
    printedOn: ctx.today,
  });
}

/** The 冻结单; null where there is no such draw. */
export function freezeSheetOf(ctx: Context, drawId: number): PrintedDocument | null {
  const draw = ctx.draws.drawById(drawId);
  if (draw === null) return null;
  const bureau = ctx.office.bureau()?.name ?? '';
  return freezeSheetDocument({ bureau, draw, frozenAt: localClock(draw.frozenAt), printedOn: ctx.today });
}

/** `2026-09-07 09:30`, as documents write it. */
function localClock(instant: string): string {
  return localTimeOf(instant).slice(0, 16);
}
