import { lookupLedgerDocument } from '../../../shared/features/credit/lookup-ledger.document.ts';
import { LookupQuery } from '../../../shared/features/credit/lookup-schemas.ts';
import { lookupMatterTitles } from '../../../shared/features/credit/lookups.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { keepReport } from '../../app/credit-report.ts';
import type { FileRoutes } from '../../app/files.ts';
import { printedFile } from '../../app/print.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { lookupsFor } from './lookups-for.ts';

const office = ['operator', 'reviewer', 'leader'] as const;

/** 信用报告 as they were made, external reports made anew, and the 台账 of lookups. */
export function lookupFiles({ download }: FileRoutes): void {
  /** A report as it was made; that of a lookup whose object is hidden from the asker is not there for him. */
  download('credit/reports/:id/report.pdf', 'credit.print-report', office, async ({ ctx, param }) => {
    const report = ctx.credit.reportById(Number(param('id')));
    const document = report && ctx.credit.reportDocument(report.id);
    if (report === null || document === null || isHiddenReport(ctx, report.id)) {
      return refuse('NOT_FOUND', { what: '信用报告' });
    }
    const printed = await printedFile(ctx.ports, document);
    if (!printed.ok) return printed;
    const entered = runCommand(ctx, 'credit.print-report', office, () => noted(null, document.title));
    return entered.ok ? printed : entered;
  });

  /** A report of today for the enterprise: numbered, kept, and printed from what was kept. */
  download('credit/enterprises/:id/external.pdf', 'credit.make-report', office, async ({ ctx, param }) => {
    const object = ctx.rosters.objectById(Number(param('id')));
    if (object === null) return refuse('NOT_FOUND', { what: '检查对象' });
    const kept = runCommand(ctx, 'credit.make-report', office, () => {
      const report = keepReport(ctx, object, 'external', ctx.account?.id ?? 0);
      return noted(report, `${object.name} ${report.number}`);
    });
    return kept.ok ? printedFile(ctx.ports, kept.value.document) : kept;
  });

  download('credit/lookups/ledger.pdf', 'credit.print-lookups', office, async ({ ctx, search }) => {
    const asked = LookupQuery.safeParse({
      text: search.get('q') ?? '',
      matter: search.get('matter'),
      adverse: search.has('adverse') ? search.get('adverse') === 'yes' : null,
      from: search.get('from'),
      to: search.get('to'),
    });
    if (!asked.success) return refuse('BAD_INPUT', { problems: [{ field: 'from', sentence: '请选择起止日期' }] });
    const { from, to, matter } = asked.data;
    const document = lookupLedgerDocument({
      bureau: ctx.office.bureau()?.name ?? '',
      filter: [
        from === null && to === null ? '' : `${from ?? ''}至${to ?? ctx.today}`,
        matter === null ? '' : lookupMatterTitles[matter],
      ]
        .filter((part) => part !== '')
        .join('，'),
      lines: lookupsFor(ctx, ctx.credit.lookups(asked.data)).map((lookup) => ({
        ...lookup,
        on: lookup.lookedUpOn,
        matter: lookupMatterTitles[lookup.matter],
      })),
      printedOn: ctx.today,
    });
    const printed = await printedFile(ctx.ports, document);
    if (!printed.ok) return printed;
    const entered = runCommand(ctx, 'credit.print-lookups', office, () => noted(null, document.title));
    return entered.ok ? printed : entered;
  });
}

function isHiddenReport(ctx: Context, reportId: number): boolean {
  const lookup = ctx.credit.lookupOfReport(reportId);
  return lookup !== null && lookupsFor(ctx, [lookup]).length === 0;
}
