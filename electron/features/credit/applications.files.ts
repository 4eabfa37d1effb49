import { applicationNoticeDocument } from '../../../shared/features/credit/application-notice.document.ts';
import { applicationKindTitles } from '../../../shared/features/credit/applications.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { FileRoutes } from '../../app/files.ts';
import { printedFile } from '../../app/print.ts';
import { noted, runCommand } from '../../app/run-command.ts';

const office = ['operator', 'reviewer', 'leader'] as const;

/** 不予上报告知书 of each refusal of an application. */
export function applicationFiles({ download }: FileRoutes): void {
  download(
    'credit/applications/:id/notices/:check/notice.pdf',
    'credit.print-application',
    office,
    async ({ ctx, param }) => {
      const application = ctx.credit.applicationById(Number(param('id')));
      const check = application?.checks.find(({ id }) => id === Number(param('check')));
      const decision = check?.decision;
      if (application === null || check === undefined || decision?.noticeNumber == null) {
        return refuse('NOT_FOUND', { what: '不予上报告知书' });
      }
      const { objectName, objectCode, kind, title, receivedOn } = application;
      const document = applicationNoticeDocument({
        bureau: ctx.office.bureau()?.name ?? '',
        number: decision.noticeNumber,
        objectName,
        objectCode,
        kind: applicationKindTitles[kind],
        title,
        receivedOn,
        reason: decision.reason,
        findings: check.findings,
        decidedOn: decision.decidedOn,
      });
      const printed = await printedFile(ctx.ports, document);
      if (!printed.ok) return printed;
      const entered = runCommand(ctx, 'credit.print-application', office, () => noted(null, document.title));
      return entered.ok ? printed : entered;
    },
  );
}
