import { approvalSheetDocument } from '../../../shared/features/inspections/approval-sheet.document.ts';
import {
  publicationColumns,
  publicationListDocument,
  publicationRows,
} from '../../../shared/features/inspections/publication-list.document.ts';
import { holdingVersion, type InspectionView, openVersion } from '../../../shared/features/inspections/views.ts';
import { visitRecordDocument } from '../../../shared/features/inspections/visit-record.document.ts';
import type { PrintedDocument } from '../../../shared/kernel/document.ts';
import { done, type Refusal, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import type { FileRoutes } from '../../app/files.ts';
import { xlsx } from '../../app/files.ts';
import { inspectionModel, noticeOf, resultSheetOf } from '../../app/inspection-documents.ts';
import { printedFile } from '../../app/print.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { subjectOf } from '../../app/targets.ts';
import { ledgerHead } from '../../database/ledger.ts';
import { writeWorkbook } from '../../workbooks/write.ts';
import { found } from './inspection-context.ts';
import { pastInspectionFiles } from './past-inspections.files.ts';

/** Papers of one inspection, and publications as a sheet and as a workbook for the upper platform. */
export function inspectionFiles(routes: FileRoutes): void {
  const { download } = routes;
  pastInspectionFiles(routes);

  const paper = (
    name: string,
    make: (ctx: Context, inspection: InspectionView) => Result<PrintedDocument, Refusal<'NOT_FOUND', { what: string }>>,
  ) =>
    download(`inspections/:id/${name}.pdf`, 'inspection.print', 'anyone', async ({ ctx, param }) => {
      const inspection = found(ctx, Number(param('id')));
      if (!inspection.ok) return inspection;
      const document = make(ctx, inspection.value);
      if (!document.ok) return document;
      const printed = await printedFile(ctx.ports, document.value);
      if (!printed.ok) return printed;
      const { title } = document.value;
      const entered = runCommand(ctx, 'inspection.print', 'anyone', () =>
        noted(null, subjectOf(inspection.value), { title }),
      );
      return entered.ok ? printed : entered;
    });

  paper('notice', (ctx, inspection) => {
    const document = noticeOf(ctx, inspection);
    return document === null ? refuse('NOT_FOUND', { what: '检查通知书' }) : done(document);
  });
  paper('record', (ctx, inspection) => {
    const version = openVersion(inspection) ?? holdingVersion(inspection);
    return done(visitRecordDocument({ ...inspectionModel(ctx, inspection), version, printedOn: ctx.today }));
  });
  paper('blank-record', (ctx, inspection) =>
    done(visitRecordDocument({ ...inspectionModel(ctx, inspection), version: null, printedOn: ctx.today })),
  );
  paper('approval', (ctx, inspection) => {
    const version = openVersion(inspection) ?? holdingVersion(inspection);
    if (version === null) return refuse('NOT_FOUND', { what: '检查结果' });
    return done(approvalSheetDocument({ ...inspectionModel(ctx, inspection), version, printedOn: ctx.today }));
  });
  paper('result', (ctx, inspection) => {
    const document = resultSheetOf(ctx, inspection);
    return document === null ? refuse('NOT_FOUND', { what: '已公示的检查结果' }) : done(document);
  });

  download('publications/:id/list.pdf', 'inspection.print', 'anyone', async ({ ctx, param }) => {
    const publication = ctx.inspections.publications().find(({ id }) => id === Number(param('id')));
    if (publication === undefined) return refuse('NOT_FOUND', { what: '公示' });
    const { seq, hash } = ledgerHead(ctx.db);
    const document = publicationListDocument({
      ...publication,
      bureau: bureauOf(ctx),
      lines: ctx.inspections.publishedLines(publication.id),
      ledgerHead: { seq, hash },
    });
    const printed = await printedFile(ctx.ports, document);
    if (!printed.ok) return printed;
    const entered = runCommand(ctx, 'inspection.print', 'anyone', () =>
      noted(null, document.title, { ledgerSeq: seq }),
    );
    return entered.ok ? printed : entered;
  });

  download('publications/:id/list.xlsx', 'inspection.print', 'anyone', async ({ ctx, param }) => {
    const publication = ctx.inspections.publications().find(({ id }) => id === Number(param('id')));
    if (publication === undefined) return refuse('NOT_FOUND', { what: '公示' });
    const rows = publicationRows(ctx.inspections.publishedLines(publication.id), bureauOf(ctx));
    const widths = [36, 22, 26, 30, 36, 14, 36];
    const columns = publicationColumns.map((heading, i) => ({
      heading,
      kind: 'text' as const,
      width: widths[i] ?? 20,
    }));
    const bytes = await writeWorkbook(ctx.ports.pool, {
      sheets: [{ name: '检查结果公示', columns, rows }],
      createdAt: ctx.now,
    });
    return done({ name: `检查结果公示-${publication.publishedOn}-${publication.id}.xlsx`, type: xlsx, bytes });
  });
}

function bureauOf(ctx: Context): string {
  return ctx.office.bureau()?.name ?? '';
}
