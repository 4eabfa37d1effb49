import { headSheet } from '../../../shared/features/ledger/head-sheet.document.ts';
import type { FileRoutes } from '../../app/files.ts';
import { printedFile } from '../../app/print.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { ledgerHead } from '../../database/ledger.ts';

/** 台账首号单. The head printed is that of the entry that says it was printed. */
export function ledgerFiles({ download }: FileRoutes): void {
  download('ledger/head.pdf', 'ledger.print-head', 'anyone', async ({ ctx }) => {
    const entered = runCommand(ctx, 'ledger.print-head', 'anyone', () => noted(null, '台账首号单'));
    if (!entered.ok) return entered;
    const { seq, hash } = ledgerHead(ctx.db);
    const bureau = ctx.office.bureau()?.name ?? '';
    return printedFile(
      ctx.ports,
      headSheet({ bureau, seq, hash, printedOn: ctx.today, printedBy: ctx.account?.name ?? '' }),
    );
  });
}
