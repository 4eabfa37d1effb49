import type { OfficerEntry } from '../../../shared/features/rosters/entries.ts';
import { officerSheetName } from '../../../shared/features/rosters/officer-columns.ts';
import { ExportReason } from '../../../shared/features/rosters/schemas.ts';
import type { Context } from '../../app/context.ts';
import type { FileRoutes } from '../../app/files.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { workbook } from '../../app/workbook-files.ts';
import { masked, officerSheet, recusalSheet } from './roster-sheets.ts';

const everyone = ['operator', 'reviewer', 'leader'] as const;

/** 执法检查人员名录 and 回避关系 as workbooks. */
export function officerFiles({ download, make }: FileRoutes): void {
  download('rosters/officers.xlsx', 'rosters.export', everyone, ({ ctx }) =>
    workbook(ctx, `执法检查人员名录-${ctx.today}.xlsx`, [
      officerSheet(officerEntries(ctx).map(masked)),
      recusalSheet(ctx),
    ]),
  );
  /** With telephone numbers: asks why, and the ledger keeps it. Declared relatives are in no export. */
  make(
    'rosters/officers-full.xlsx',
    'rosters.export-full',
    ['operator'],
    ExportReason,
    ({ ctx, input: { reason } }) => {
      const entries = officerEntries(ctx);
      const entered = runCommand(ctx, 'rosters.export-full', ['operator'], () =>
        noted(null, officerSheetName, { entries: entries.length, reason }),
      );
      if (!entered.ok) return entered;
      return workbook(ctx, `执法检查人员名录（完整）-${ctx.today}.xlsx`, [
        officerSheet(entries),
        recusalSheet(ctx, { full: true }),
      ]);
    },
  );
}

function officerEntries(ctx: Context): OfficerEntry[] {
  return ctx.rosters.officers().flatMap(({ id }) => ctx.rosters.officerEntry(id) ?? []);
}
