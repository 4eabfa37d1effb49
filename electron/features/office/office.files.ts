import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { FileRoutes } from '../../app/files.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { stageIncoming } from '../../database/incoming.ts';
import { openMoveFile, sealMoveFile } from './move-file.ts';

/** 迁移到另一台电脑: one encrypted file out, one in. */
export function officeFiles({ download, upload }: FileRoutes): void {
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
      ctx.db.prepare('vacuum into ?').run(copy);
      const sealed = await sealMoveFile(readFileSync(copy), password, ctx.ports.passwordCost);
      return done({ name: `明签迁移文件-${ctx.today}.mqmove`, type: 'application/octet-stream', bytes: sealed });
    } finally {
      rmSync(copy, { force: true });
    }
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
