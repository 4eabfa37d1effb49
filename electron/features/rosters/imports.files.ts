import { hash } from 'node:crypto';
import { objectTemplate, officerTemplate } from '../../../shared/features/rosters/templates.ts';
import { localDayOf } from '../../../shared/kernel/local-date.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import type { FileRoutes } from '../../app/files.ts';
import { templateFile, workbook } from '../../app/workbook-files.ts';
import { problemSheet } from '../../workbooks/problem-sheet.ts';
import { readWorkbook } from '../../workbooks/read.ts';
import type { ImportKind } from './batches.repo.ts';
import { problemsOf, stageFile } from './rosters.import.ts';

/** Templates, uploads to be checked, lists of problems. */
export function importFiles({ download, upload }: FileRoutes): void {
  download('rosters/objects-template.xlsx', 'rosters.template', 'anyone', ({ ctx }) =>
    templateFile(ctx, objectTemplate),
  );
  download('rosters/officers-template.xlsx', 'rosters.template', 'anyone', ({ ctx }) =>
    templateFile(ctx, officerTemplate),
  );

  for (const kind of ['objects', 'officers'] as const) {
    upload(`rosters/${kind}`, 'rosters.stage-import', ['operator'], ({ ctx, bytes, fileName }) =>
      done({ jobId: startCheck(ctx, kind, bytes, fileName) }),
    );
  }

  download('rosters/stages/:id/problems.xlsx', 'rosters.stage-import', ['operator'], ({ ctx, param }) => {
    const stage = ctx.rosters.stages.find(ctx.account?.id ?? 0, Number(param('id')));
    if (stage === null) return refuse('STAGE_GONE');
    return workbook(ctx, `${stage.fileName.replace(/\.xlsx$/i, '')}-问题清单.xlsx`, [problemSheet(problemsOf(stage))]);
  });
}

function startCheck(ctx: Context, kind: ImportKind, bytes: Uint8Array, fileName: string): number {
  const accountId = ctx.account?.id ?? 0;
  return ctx.jobs.start(accountId, `检查${fileName}`, ctx.now, async (signal) => {
    const read = await readWorkbook(ctx.ports.pool, bytes, { signal });
    if (!read.ok) return read;
    const file = { kind, accountId, fileName, fileSha256: hash('sha256', bytes, 'hex'), sheets: read.value };
    const staged = stageFile(ctx.rosters, file, localDayOf(ctx.ports.now()));
    return staged.ok ? done({ stageId: ctx.rosters.stages.add(staged.value) }) : staged;
  });
}
