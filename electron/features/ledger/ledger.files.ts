import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headSheet } from '../../../shared/features/ledger/head-sheet.document.ts';
import { done } from '../../../shared/kernel/result.ts';
import type { FileRoutes } from '../../app/files.ts';
import { printedFile } from '../../app/print.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { ledgerHead, ledgerText } from '../../database/ledger.ts';

/** 台账校验单. The head printed is that of the entry that says it was printed. */
export function ledgerFiles({ download }: FileRoutes): void {
  download('ledger/head.pdf', 'ledger.print-head', 'anyone', async ({ ctx }) => {
    const entered = runCommand(ctx, 'ledger.print-head', 'anyone', () => noted(null, '台账校验单'));
    if (!entered.ok) return entered;
    const { seq, hash } = ledgerHead(ctx.db);
    const bureau = ctx.office.bureau()?.name ?? '';
    return printedFile(
      ctx.ports,
      headSheet({ bureau, seq, hash, printedOn: ctx.today, printedBy: ctx.account?.name ?? '' }),
    );
  });

  /** For verify-ledger.py, which checks it without the program. Leaves no entry, so that the last line is the printed head. */
  download('ledger/ledger.txt', 'ledger.export', 'anyone', ({ ctx }) =>
    done({
      name: `操作台账-${ctx.today}.txt`,
      type: 'text/plain; charset=utf-8',
      bytes: new TextEncoder().encode([...ledgerText(ctx.db)].join('')),
    }),
  );

  download('ledger/verify-ledger.py', 'ledger.export', 'anyone', ({ ctx }) =>
    done({
      name: 'verify-ledger.py',
      type: 'text/plain; charset=utf-8',
      bytes: readFileSync(join(ctx.ports.places.resources, 'verify/verify-ledger.py')),
    }),
  );
}
