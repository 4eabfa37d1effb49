import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { recoverySheet } from '../../../shared/features/office/recovery-sheet.document.ts';
import { ListExport, RecoveryCode } from '../../../shared/features/office/schemas.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { FileRoutes } from '../../app/files.ts';
import { xlsx } from '../../app/files.ts';
import { printedFile } from '../../app/print.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { copyInto, listBackups } from '../../database/backup.ts';
import { stageIncoming } from '../../database/incoming.ts';
import { writeWorkbook } from '../../workbooks/write.ts';
import { openMoveFile, sealMoveFile } from './move-file.ts';
import { isPassword } from './passwords.ts';
import { normaliseRecoveryCode } from './recovery-code.ts';

/** 迁移到另一台电脑: one encrypted file out, one in. Also what any list and the first start need on paper or as a workbook. */
export function officeFiles({ download, make, upload }: FileRoutes): void {
  make('office/list.xlsx', 'office.export-list', 'anyone', ListExport, async ({ ctx, input }) => {
    const { title, columns, rows } = input;
    const entered = runCommand(ctx, 'office.export-list', 'anyone', () => noted(null, title, { rows: rows.length }));
    if (!entered.ok) return entered;
    const sheet = { name: sheetName(title), columns: columns.map((column) => ({ ...column, width: 20 })), rows };
    const bytes = await writeWorkbook(ctx.ports.pool, { sheets: [sheet], createdAt: ctx.now });
    return done({ name: `${title}-${ctx.today}.xlsx`, type: xlsx, bytes });
  });

  /** Open before signing in, because the first start has nobody yet; only the code in force is printed. */
  make('office/recovery-sheet.pdf', 'office.print-recovery', 'nobody-yet', RecoveryCode, async ({ ctx, input }) => {
    const stored = ctx.office.recoveryHash();
    if (stored === null || !(await isPassword(normaliseRecoveryCode(input.code), stored))) {
      return refuse('WRONG_RECOVERY_CODE');
    }
    const bureau = ctx.office.bureau()?.name ?? '';
    const entered = runCommand(ctx, 'office.print-recovery', 'nobody-yet', () => noted(null, bureau));
    if (!entered.ok) return entered;
    return printedFile(ctx.ports, recoverySheet({ bureau, code: input.code, printedOn: ctx.today }));
  });

  download('office/move-out', 'office.export-file', ['admin'], async ({ ctx, header }) => {
    const password = header('x-password');
    if (password.length < 10) return refuse('WEAK_MOVE_PASSWORD', { least: 10 });
    const entered = runCommand(ctx, 'office.export-file', ['admin'], () =>
      noted(null, ctx.office.bureau()?.name ?? ''),
    );
    if (!entered.ok) return entered;
    const copy = join(ctx.ports.places.data, `move-out-${Date.parse(ctx.now)}.part`);
    rmSync(copy, { force: true });
    try {
      copyInto(ctx.db, copy);
      const sealed = await sealMoveFile(readFileSync(copy), password, ctx.ports.passwordCost);
      return done({ name: `明签迁移文件-${ctx.today}.mqmove`, type: 'application/octet-stream', bytes: sealed });
    } finally {
      rmSync(copy, { force: true });
    }
  });

  /** One backup, to be kept on a USB stick. Only names of the backup folder are found. */
  download('office/backups/:name', 'office.fetch-backup', ['admin'], ({ ctx, param }) => {
    const backup = listBackups(join(ctx.ports.places.data, 'backups')).find(
      ({ file }) => basename(file) === param('name'),
    );
    if (backup === undefined) return refuse('NOT_FOUND', { what: '这份备份' });
    const entered = runCommand(ctx, 'office.fetch-backup', ['admin'], () => noted(null, basename(backup.file)));
    if (!entered.ok) return entered;
    const name = `明签备份-${basename(backup.file)}`;
    return done({ name, type: 'application/octet-stream', bytes: readFileSync(backup.file) });
  });

  /** Open before set-up (a new PC) and to the administrator; the file is checked in full before it takes the old one's place. */
  upload('office/move-in', 'office.import-file', 'nobody-yet', async ({ ctx, bytes, header }) => {
    if (ctx.office.bureau() !== null && ctx.account?.isAdmin !== true) {
      return refuse('NOT_ALLOWED', { action: '导入迁移文件', may: ['admin'], who: ctx.office.namesOfRoles(['admin']) });
    }
    const opened = await openMoveFile(bytes, header('x-password'));
    if (!opened.ok) return opened;
    const staged = stageIncoming(
      ctx.ports.places.data,
      opened.value,
      Number(ctx.db.pragma('user_version', { simple: true })),
    );
    if (!staged.ok) return staged;
    const entered = runCommand(ctx, 'office.import-file', 'nobody-yet', () => noted(null, staged.value.bureau));
    if (!entered.ok) return entered;
    ctx.ports.restart();
    return done({ bureau: staged.value.bureau, entries: staged.value.entries });
  });
}

/** Excel allows 31 characters in a sheet's name, and none of these. */
function sheetName(title: string): string {
  return title.replace(/[\\/?*:[\]]/g, ' ').slice(0, 31);
}
