import { hash } from 'node:crypto';
import { objectTemplate, officerTemplate } from '../../../shared/features/rosters/templates.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import type { FileRoutes } from '../../app/files.ts';
import { templateFile, workbook } from '../../app/workbook-files.ts';
import { problemSheet } from '../../workbooks/problem-sheet.ts';
import type { ImportKind } from './batches.repo.ts';
import { checkFile } from './check-import.ts';
import { problemsOf } from './rosters.import.ts';

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
    if (stage.state === 'asks') return refuse('STAGE_GONE');
    const name = `${stage.fileName.replace(/\.(xlsx|csv)$/i, '')}-问题清单.xlsx`;
    return workbook(ctx, name, [problemSheet(problemsOf(stage))]);
  });
}

function startCheck(ctx: Context, kind: ImportKind, bytes: Uint8Array, fileName: string): number {
  const accountId = ctx.account?.id ?? 0;
  const file = { kind, accountId, fileName, fileSha256: hash('sha256', bytes, 'hex'), bytes, chosen: null };
  return ctx.jobs.start(accountId, `检查${fileName}`, ctx.now, async (signal, progress) => {
    const checked = await checkFile(ctx, file, { signal, progress });
    return checked.ok ? done({ stageId: ctx.rosters.stages.add(checked.value) }) : checked;
  });
}
