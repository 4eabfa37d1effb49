import { hash } from 'node:crypto';
import { publicityLedger } from '../../../shared/features/credit/publicity-ledger.document.ts';
import { recordTemplate } from '../../../shared/features/credit/record-columns.ts';
import { PublicityFilter } from '../../../shared/features/credit/schemas.ts';
import { creditKindTitles } from '../../../shared/kernel/credit-facts.ts';
import { groupedBy } from '../../../shared/kernel/grouped.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import { madeExport } from '../../app/export-job.ts';
import type { FileRoutes } from '../../app/files.ts';
import { printedFile } from '../../app/print.ts';
import { publicityOverview } from '../../app/publicity-dues.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { templateFile, workbook } from '../../app/workbook-files.ts';
import { problemSheet } from '../../workbooks/problem-sheet.ts';
import { checkImport } from './check-import.ts';
import { publicityFilter, publicityLineOf } from './record-exports.router.ts';

const everyone = ['operator', 'reviewer', 'leader'] as const;
/** Lines a printed ledger holds; more go into the workbook. */
const MOST_PRINTED = 5_000;

/** 信用记录: the template, a workbook in to be checked, its problems, exports, the 双公示台账 on paper. */
export function recordFiles({ download, upload, make }: FileRoutes): void {
  download('credit/records-template.xlsx', 'credit.template', 'anyone', ({ ctx }) => templateFile(ctx, recordTemplate));

  /** Reads and checks as a job; its outcome is the stage to confirm. Who supplied it, and whether it is 互认, come as headers. */
  upload('credit/records', 'credit.stage-import', ['operator'], ({ ctx, bytes, fileName, header }) => {
    const accountId = ctx.account?.id ?? 0;
    const supplier = header('x-supplier').trim().slice(0, 100);
    const isMutual = header('x-mutual') === '1';
    if (isMutual && supplier === '') return refuse('CREDIT_MUTUAL_WITHOUT_SUPPLIER');
    const file = { fileName, fileSha256: hash('sha256', bytes, 'hex'), supplier, isMutual };
    const jobId = ctx.jobs.start(accountId, `检查${fileName}`, ctx.now, async (signal, progress) => {
      const checked = await checkImport(ctx, file, bytes, { signal, progress });
      return checked.ok ? done({ stageId: ctx.credit.stages.keep(accountId, checked.value) }) : checked;
    });
    return done({ jobId });
  });

  download('credit/stages/:id/problems.xlsx', 'credit.stage-import', ['operator'], ({ ctx, param }) => {
    const stage = ctx.credit.stages.find(ctx.account?.id ?? 0, Number(param('id')));
    if (stage === null) return refuse('CREDIT_STAGE_GONE');
    const name = stage.fileName.replace(/\.[^.]*$/, '');
    return workbook(ctx, `${name}-问题清单.xlsx`, [problemSheet([...stage.problems])]);
  });

  /** What an export has made. */
  download('credit/exports/:id', 'credit.export', everyone, ({ ctx, param }) =>
    madeExport(ctx, ctx.credit.exports, Number(param('id'))),
  );

  make('credit/publicity.pdf', 'credit.print-publicity', everyone, PublicityFilter, async ({ ctx, input }) => {
    const page = { sort: 'happenedOn', descending: false, offset: 0, limit: MOST_PRINTED } as const;
    const { lines, total } = ctx.credit.listRecords(publicityFilter(ctx, input), page);
    if (total > MOST_PRINTED) return refuse('CREDIT_TOO_MANY', { found: total, most: MOST_PRINTED });
    const printed = await printedFile(
      ctx.ports,
      publicityLedger({
        bureau: ctx.office.bureau()?.name ?? '',
        span: input.from === null && input.to === null ? '' : `${input.from ?? '起'}至${input.to ?? ctx.today}`,
        terms: termsOf(publicityOverview(ctx).terms),
        lines: lines.map(publicityLineOf(ctx)),
        printedOn: ctx.today,
      }),
    );
    if (!printed.ok) return printed;
    const entered = runCommand(ctx, 'credit.print-publicity', everyone, () =>
      noted(null, '双公示台账', { lines: total, filter: input }),
    );
    return entered.ok ? printed : entered;
  });
}

/** One sentence for the kinds of one term and article. */
export function termsOf(terms: ReturnType<typeof publicityOverview>['terms']): readonly string[] {
  const together = groupedBy(terms, ({ workingDays, article }) => `${workingDays}个工作日内（${article}）`);
  return [...together].map(
    ([term, kinds]) => `${kinds.map(({ kind }) => creditKindTitles[kind]).join('、')}自作出决定之日起${term}`,
  );
}
