import { objectSheetName } from '../../../shared/features/rosters/object-columns.ts';
import { ObjectFilter } from '../../../shared/features/rosters/schemas.ts';
import { endOfDay } from '../../../shared/kernel/local-date.ts';
import type { Context } from '../../app/context.ts';
import type { FileRoutes } from '../../app/files.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { workbook } from '../../app/workbook-files.ts';
import { masked, objectSheet } from './roster-sheets.ts';

const everyone = ['operator', 'reviewer', 'leader'] as const;

/** 检查对象名录 as workbooks: as it stands, as it stood on a day, with personal data. */
export function objectFiles({ download }: FileRoutes): void {
  download('rosters/objects.xlsx', 'rosters.export', everyone, ({ ctx, search }) =>
    workbook(ctx, `检查对象名录-${ctx.today}.xlsx`, [
      objectSheet(ctx.rosters.objectEntries(idsOf(ctx, search)).map(masked)),
    ]),
  );

  /** 某日名录: the roster as it stood at the end of a day, told from its history. */
  download('rosters/objects-on/:day', 'rosters.export', everyone, ({ ctx, param }) => {
    const entries = ctx.rosters.changes.entriesBefore('object', endOfDay(param('day')));
    return workbook(ctx, `检查对象名录-${param('day')}当日.xlsx`, [objectSheet(entries.map(masked))]);
  });

  /** With telephone and identity card numbers: entered in the ledger. */
  download('rosters/objects-full.xlsx', 'rosters.export-full', ['operator'], ({ ctx, search }) => {
    const entries = ctx.rosters.objectEntries(idsOf(ctx, search));
    const entered = runCommand(ctx, 'rosters.export-full', ['operator'], () =>
      noted(null, objectSheetName, { entries: entries.length }),
    );
    return entered.ok ? workbook(ctx, `检查对象名录（完整）-${ctx.today}.xlsx`, [objectSheet(entries)]) : entered;
  });
}

/** The objects of the filter as the list's address carries it: JSON in `filter`. */
function idsOf(ctx: Context, search: URLSearchParams): readonly number[] {
  const filter = ObjectFilter.parse(JSON.parse(search.get('filter') ?? '{}'));
  return ctx.rosters.objectIds(filter, { sort: 'id', descending: false });
}
