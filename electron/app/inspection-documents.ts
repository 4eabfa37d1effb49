import { objectionsUntil } from '../../shared/features/inspections/deadlines.ts';
import { noticeDocument } from '../../shared/features/inspections/notice.document.ts';
import { resultSheetDocument } from '../../shared/features/inspections/result-sheet.document.ts';
import { holdingVersion, type InspectionView } from '../../shared/features/inspections/views.ts';
import type { PrintedDocument } from '../../shared/kernel/document.ts';
import { termOf } from '../../shared/kernel/policy-pack.ts';
import type { Context } from './context.ts';
import { officePack } from './office-pack.ts';
import { loadCalendar } from './resources.ts';

/** Papers that both the inspection itself and its dossier print. */
export function inspectionModel(ctx: Context, inspection: InspectionView) {
  const { objectName, objectCode, taskNumber, taskTitle, drawNumber, members, handovers, notice } = inspection;
  const bureau = ctx.office.bureau()?.name ?? '';
  return { bureau, objectName, objectCode, taskNumber, taskTitle, drawNumber, members, handovers, notice };
}

/** The 检查通知书; null before it is issued. */
export function noticeOf(ctx: Context, inspection: InspectionView): PrintedDocument | null {
  const { notice } = inspection;
  if (notice === null) return null;
  const task = ctx.plans.taskById(inspection.taskId);
  const rule = officePack(ctx).documents.find(({ id }) => id === '细则');
  return noticeDocument({
    ...inspectionModel(ctx, inspection),
    notice,
    ruleTitle: rule?.title ?? '“双随机、一公开”抽查工作细则',
    basis: task?.basis ?? '',
    methods: task?.methods ?? [],
  });
}

/** The 检查结果公示表 of the version that holds; null before publication. */
export function resultSheetOf(ctx: Context, inspection: InspectionView): PrintedDocument | null {
  const published = holdingVersion(inspection);
  if (published?.state !== 'published' || inspection.publishedOn === null) return null;
  const pack = officePack(ctx);
  return resultSheetDocument({
    ...inspectionModel(ctx, inspection),
    published,
    earlier: inspection.versions.filter(({ state, id }) => state === 'published' && id !== published.id).toReversed(),
    objectionDays: termOf(pack, 'accept-objection').workingDays,
    objectionsUntil: objectionsUntil(
      published.publishedOn ?? inspection.publishedOn,
      pack,
      loadCalendar(ctx.ports.places.resources),
    ),
  });
}
