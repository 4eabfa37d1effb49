import { hash } from 'node:crypto';
import { objectTemplate, officerTemplate, type Template } from '../../../shared/features/rosters/templates.ts';
import { localDayOf } from '../../../shared/kernel/local-date.ts';
import { problemReason, severityNames } from '../../../shared/kernel/problem-text.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { type FileReply, type FileRoutes, xlsx } from '../../app/files.ts';
import { readWorkbook } from '../../workbooks/read.ts';
import { writeWorkbook } from '../../workbooks/write.ts';
import type { ImportKind } from './batches.repo.ts';
import { workbook } from './roster-sheets.ts';
import { problemsOf, stageFile } from './rosters.import.ts';

/** Templates, uploads to be checked, lists of problems. */
export function importFiles({ download, upload }: FileRoutes): void {
  download('rosters/objects-template.xlsx', 'rosters.template', 'anyone', ({ ctx }) => template(ctx, objectTemplate));
  download('rosters/officers-template.xlsx', 'rosters.template', 'anyone', ({ ctx }) => template(ctx, officerTemplate));

  for (const kind of ['objects', 'officers'] as const) {
    upload(`rosters/${kind}`, 'rosters.stage-import', ['operator'], ({ ctx, bytes, fileName }) =>
      done({ jobId: startCheck(ctx, kind, bytes, fileName) }),
    );
  }

  download('rosters/stages/:id/problems.xlsx', 'rosters.stage-import', ['operator'], ({ ctx, param }) => {
    const stage = ctx.rosters.stages.find(ctx.account?.id ?? 0, Number(param('id')));
    if (stage === null) return refuse('STAGE_GONE');
    const rows = problemsOf(stage).map((problem) => [
      problem.sheet,
      problem.row,
      problem.column,
      severityNames[problem.severity],
      problemReason(problem),
    ]);
    return workbook(ctx, `${stage.fileName.replace(/\.xlsx$/i, '')}-问题清单.xlsx`, [
      { name: '问题清单', columns: problemColumns, rows },
    ]);
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

async function template(ctx: Context, { fileName, sheets, notes }: Template) {
  const bytes = await writeWorkbook(ctx.ports.pool, { sheets, notes, createdAt: ctx.now });
  return done<FileReply>({ name: fileName, type: xlsx, bytes });
}

const problemColumns = [
  { heading: '工作表', kind: 'text', width: 18 },
  { heading: '行', kind: 'number', width: 8 },
  { heading: '列', kind: 'text', width: 28 },
  { heading: '处理', kind: 'text', width: 10 },
  { heading: '问题', kind: 'text', width: 90 },
] as const;
