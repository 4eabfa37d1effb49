import { dossierOf } from '../../shared/features/dossiers/dossier.document.ts';
import { approvalSheetDocument } from '../../shared/features/inspections/approval-sheet.document.ts';
import { holdingVersion, type InspectionView } from '../../shared/features/inspections/views.ts';
import { visitRecordDocument } from '../../shared/features/inspections/visit-record.document.ts';
import type { Dossier, DossierPart, PrintedDocument } from '../../shared/kernel/document.ts';
import { localDayOf } from '../../shared/kernel/local-date.ts';
import type { Context } from './context.ts';
import { drawRecordOf, signedRecordOf } from './draw-documents.ts';
import { inspectionModel, noticeOf, resultSheetOf } from './inspection-documents.ts';

/** The papers of one inspection in case order: 抽取记录, 通知书, 现场检查记录表, 审批表, 结果公示表; those that exist. */
export function assembleDossier(ctx: Context, inspection: InspectionView): Dossier {
  const model = inspectionModel(ctx, inspection);
  const filed = ctx.dossiers.dossierOf(inspection.id);
  const openedOn = localDayOf(inspection.openedAt);
  const part = (document: PrintedDocument | null, title: string, number: string, datedOn: string): DossierPart[] =>
    document === null ? [] : [{ document, title, number, author: model.bureau, datedOn, remark: '' }];
  const results = inspection.versions.flatMap((version) => {
    const printedOn = version.publishedOn ?? ctx.today;
    const correction = version.version > 1 ? `（更正${version.version - 1}）` : '';
    return [
      ...part(
        visitRecordDocument({ ...model, version, printedOn }),
        `现场检查记录表${correction}`,
        '',
        version.completedOn,
      ),
      ...part(approvalSheetDocument({ ...model, version, printedOn }), `检查结果审批表${correction}`, '', printedOn),
    ];
  });
  const { notice } = inspection;
  const publishedOn = holdingVersion(inspection)?.publishedOn ?? '';
  return dossierOf({
    ...model,
    openedOn,
    closedOn: inspection.closing?.closedOn ?? (publishedOn === '' ? openedOn : publishedOn),
    archiveNumber: filed?.archiveNumber ?? null,
    retention: filed?.retention ?? null,
    filedOn: filed?.filedOn ?? null,
    filedBy: filed?.filedBy ?? null,
    remark: filed?.remark ?? '',
    parts: [
      ...part(drawRecordOf(ctx, inspection.drawId), '随机抽取记录', inspection.drawNumber, openedOn),
      ...part(signedRecordOf(ctx, inspection.drawId), '随机抽取记录（签字件）', inspection.drawNumber, openedOn),
      ...part(noticeOf(ctx, inspection), '检查通知书', notice?.number ?? '', notice?.issuedOn ?? ''),
      ...results,
      ...part(resultSheetOf(ctx, inspection), '检查结果公示表', '', publishedOn),
    ],
    printedOn: ctx.today,
  });
}
