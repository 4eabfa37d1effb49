import {
  checkExperts,
  type ExpertEntry,
  expertColumns,
  expertSheetName,
  expertTemplate,
} from '../../../shared/features/rosters/experts.ts';
import { ExportReason } from '../../../shared/features/rosters/schemas.ts';
import { maskPhone, redactText } from '../../../shared/kernel/redact.ts';
import { done } from '../../../shared/kernel/result.ts';
import type { FileRoutes } from '../../app/files.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { templateFile, workbook } from '../../app/workbook-files.ts';
import { readWorkbook } from '../../workbooks/read.ts';
import type { SheetSpec } from '../../workbooks/write.ts';

/** 专家库 as a workbook: its template, out (telephone numbers masked, or whole with a reason) and in. */
export function expertFiles({ download, make, upload }: FileRoutes): void {
  download('rosters/experts-template.xlsx', 'rosters.template', 'anyone', ({ ctx }) =>
    templateFile(ctx, expertTemplate),
  );

  download('rosters/experts.xlsx', 'rosters.export', ['operator', 'reviewer', 'leader'], ({ ctx }) => {
    const masked = ctx.rosters.experts.entries().map((entry) => ({
      ...entry,
      phone: entry.phone === '' ? '' : maskPhone(entry.phone),
      document: redactText(entry.document),
    }));
    return workbook(ctx, `专家库-${ctx.today}.xlsx`, [expertSheet(masked)]);
  });

  make('rosters/experts-full.xlsx', 'rosters.export-full', ['operator'], ExportReason, ({ ctx, input: { reason } }) => {
    const entries = ctx.rosters.experts.entries();
    const entered = runCommand(ctx, 'rosters.export-full', ['operator'], () =>
      noted(null, expertSheetName, { entries: entries.length, reason }),
    );
    return entered.ok ? workbook(ctx, `专家库（完整）-${ctx.today}.xlsx`, [expertSheet(entries)]) : entered;
  });

  upload('rosters/experts', 'rosters.stage-import', ['operator'], ({ ctx, bytes, fileName }) => {
    const accountId = ctx.account?.id ?? 0;
    const jobId = ctx.jobs.start(accountId, `检查${fileName}`, ctx.now, async (signal) => {
      const book = await readWorkbook(ctx.ports.pool, bytes, { signal });
      if (!book.ok) return book;
      const checked = checkExperts(book.value, new Set());
      if (!checked.ok) return checked;
      return done({ stageId: ctx.rosters.experts.staged.keep(accountId, { fileName, sheets: book.value }) });
    });
    return done({ jobId });
  });
}

function expertSheet(entries: readonly ExpertEntry[]): SheetSpec {
  const rows = entries.map((entry) => expertColumns.map(({ key }) => entry[key] ?? null));
  return { name: expertSheetName, columns: expertColumns, rows };
}
