import { campaignReport } from '../../../shared/features/registers/campaign-report.document.ts';
import { caseDocument } from '../../../shared/features/registers/case.document.ts';
import { letterDocument } from '../../../shared/features/registers/letter.document.ts';
import { caseRegisterId, lacksOfCase } from '../../../shared/features/registers/own-registers.ts';
import { isPlatform, platforms } from '../../../shared/features/registers/platform.ts';
import { cellText } from '../../../shared/features/registers/register.ts';
import { registerSheet } from '../../../shared/features/registers/register-sheet.document.ts';
import { SubjectList } from '../../../shared/features/registers/schemas.ts';
import { summaryDocument } from '../../../shared/features/registers/summary.document.ts';
import { isLocalDate, yearOf } from '../../../shared/kernel/local-date.ts';
import { tidyPoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { FileRoutes } from '../../app/files.ts';
import { registerById } from '../../app/office-registers.ts';
import { platformSheets } from '../../app/platform-push.ts';
import { printedNoted } from '../../app/print.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { workbook } from '../../app/workbook-files.ts';
import { bureauName } from './register-context.ts';

const business = ['operator', 'reviewer', 'leader'] as const;

/** Prints of 台账, 成效案例, 总结, 通报函, 专项治理; workbooks for the upper platforms. */
export function registersFiles({ download, make }: FileRoutes): void {
  download('registers/:id/register.pdf', 'registers.print', 'anyone', ({ ctx, param, search }) => {
    const register = registerById(ctx, param('id'));
    if (register === null) return refuse('NOT_FOUND', { what: '台账' });
    const asked = Number(search.get('year'));
    const year = asked >= 2000 && asked <= 2099 ? asked : null;
    const entries = ctx.registers.entriesOf(register.id).filter(({ day }) => year === null || yearOf(day) === year);
    const attachments = new Map(entries.map(({ id }) => [id, ctx.attachments.countOf('register-entry', id)]));
    const model = { bureau: bureauName(ctx), register, year, entries, attachments, printedOn: ctx.today };
    return printedNoted(ctx, 'registers.print', registerSheet(model));
  });

  download('registers/cases/:id/case.pdf', 'registers.print-case', 'anyone', ({ ctx, param }) => {
    const entry = ctx.registers.entryById(Number(param('id')));
    const register = registerById(ctx, caseRegisterId);
    if (entry === null || register === null || entry.registerId !== caseRegisterId) {
      return refuse('NOT_FOUND', { what: '成效案例' });
    }
    const name = cellText({ kind: 'text' }, entry.cells.name);
    if (entry.withdrawn !== null) return refuse('ENTRY_WITHDRAWN', { title: name });
    const lacks = lacksOfCase(register, entry.cells);
    if (lacks.length > 0) return refuse('CASE_INCOMPLETE', { name, lacks });
    const model = { bureau: bureauName(ctx), register, entry, printedOn: ctx.today };
    return printedNoted(ctx, 'registers.print-case', caseDocument(model));
  });

  download('registers/summaries/:id/summary.pdf', 'registers.print-summary', 'anyone', ({ ctx, param }) => {
    const summary = ctx.registers.summaryById(Number(param('id')));
    if (summary === null) return refuse('NOT_FOUND', { what: '总结' });
    return printedNoted(
      ctx,
      'registers.print-summary',
      summaryDocument({ bureau: bureauName(ctx), summary, printedOn: ctx.today }),
    );
  });

  download('registers/letters/:id/letter.pdf', 'registers.print-letter', 'anyone', ({ ctx, param }) => {
    const letter = ctx.registers.letterById(Number(param('id')));
    if (letter === null) return refuse('NOT_FOUND', { what: '通报函' });
    const model = { bureau: bureauName(ctx), letter, printedOn: ctx.today };
    return printedNoted(ctx, 'registers.print-letter', letterDocument(model));
  });

  download('registers/campaigns/:id/report.pdf', 'registers.print-campaign', 'anyone', ({ ctx, param }) => {
    const campaign = ctx.registers.campaignById(Number(param('id')));
    if (campaign === null) return refuse('NOT_FOUND', { what: '专项治理' });
    const objects = ctx.registers.campaignObjects(campaign.id);
    const model = { bureau: bureauName(ctx), campaign, objects, printedOn: ctx.today };
    return printedNoted(ctx, 'registers.print-campaign', campaignReport(model));
  });

  /** 评价主体名单 for the city's platform (吴忠方案 第三部分（二）): name, code, field; no grade, no natural person. */
  make('registers/subjects.xlsx', 'registers.export-subjects', business, SubjectList, ({ ctx, input }) => {
    const objects = ctx.rosters
      .firmsInBusiness(tidyPoolFilter(input.filter))
      .map(({ name, code }) => [name, code, input.field]);
    if (objects.length === 0) return refuse('NOTHING_TO_PUSH', { what: '评价主体' });
    const entered = runCommand(ctx, 'registers.export-subjects', business, () =>
      noted(null, input.field, { subjects: objects.length }),
    );
    if (!entered.ok) return entered;
    return workbook(ctx, `评价主体名单-${input.field}-${ctx.today}.xlsx`, [
      {
        name: '评价主体名单',
        columns: [
          { heading: '企业名称', kind: 'text', width: 40 },
          { heading: '统一社会信用代码', kind: 'text', width: 24 },
          { heading: '领域', kind: 'text', width: 24 },
        ],
        rows: objects,
      },
    ]);
  });

  download('registers/platform.xlsx', 'registers.export-platform', business, ({ ctx, search }) => {
    const target = search.get('target');
    const [from = '', to = ''] = [search.get('from') ?? '', search.get('to') ?? ''];
    if (!isPlatform(target) || !isLocalDate(from) || !isLocalDate(to) || from > to) {
      return refuse('BAD_INPUT', { problems: [{ field: 'from', sentence: '请选择平台和起止日期' }] });
    }
    const sheets = platformSheets(ctx, target, { from, to });
    const counts = Object.fromEntries(sheets.map(({ name, rows }) => [name, rows.length]));
    if (sheets.every(({ rows }) => rows.length === 0)) {
      return refuse('NOTHING_TO_PUSH', { what: '名单、信用记录、承诺或检查结果' });
    }
    const entered = runCommand(ctx, 'registers.export-platform', business, () =>
      noted(null, platforms[target], { from, to, ...counts }),
    );
    return entered.ok ? workbook(ctx, `${platforms[target]}推送-${ctx.today}.xlsx`, sheets) : entered;
  });
}
