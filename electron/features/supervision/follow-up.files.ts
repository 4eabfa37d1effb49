import type { z } from 'zod';
import type { Action } from '../../../shared/features/actions.ts';
import { commitmentLettersDocument } from '../../../shared/features/supervision/commitment-letter.document.ts';
import {
  commitmentRegisterDocument,
  registerHeadings,
  registerRow,
} from '../../../shared/features/supervision/commitment-register.document.ts';
import {
  commitmentKindTitles,
  commitmentState,
  commitmentStateTitles,
  fulfilmentTitles,
} from '../../../shared/features/supervision/commitment-rules.ts';
import { CommitmentFilter, CommitmentSelection } from '../../../shared/features/supervision/commitment-schemas.ts';
import { greenChannelDocument } from '../../../shared/features/supervision/green-channel.document.ts';
import { MeasureFilter } from '../../../shared/features/supervision/measure-schemas.ts';
import { measureCells, measureHeadings } from '../../../shared/features/supervision/measure-sheet.ts';
import { WarningFilter } from '../../../shared/features/supervision/warning-schemas.ts';
import { warningCells, warningHeadings } from '../../../shared/features/supervision/warning-sheet.ts';
import type { PrintedDocument } from '../../../shared/kernel/document.ts';
import { localDayOf } from '../../../shared/kernel/local-date.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { type FileReply, type FileRoutes, xlsx } from '../../app/files.ts';
import { printedFile } from '../../app/print.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { writeWorkbook } from '../../workbooks/write.ts';

const everyone = ['operator', 'reviewer', 'leader'] as const;
/** So many letters go into one file. */
const MOST_LETTERS = 200;
/** A list that goes out whole. */
const ALL = { offset: 0, limit: 1_000_000, descending: false } as const;
/** The risk class is for internal use and never published. */
const INTERNAL = '含信用等级，仅供内部监管使用，不公开。';

/** Papers and workbooks of measures, certificates, warnings and commitments. */
export function followUpFiles({ download, make }: FileRoutes): void {
  make('supervision/measures.xlsx', 'supervision.export-measures', everyone, MeasureFilter, ({ ctx, input }) => {
    const { lines } = ctx.supervision.measures.list({ ...input, ...ALL, sort: 'due' }, ctx.today);
    const rows = lines.map((line) => measureCells(line, ctx.today));
    return workbook(ctx, 'supervision.export-measures', '措施任务', measureHeadings, rows, [INTERNAL]);
  });

  make('supervision/warnings.xlsx', 'supervision.export-warnings', everyone, WarningFilter, ({ ctx, input }) => {
    const { lines } = ctx.supervision.warnings.list({ ...input, ...ALL, sort: 'standing' });
    return workbook(ctx, 'supervision.export-warnings', '预警', warningHeadings, lines.map(warningCells), [INTERNAL]);
  });

  download(
    'supervision/certificates/:id/certificate.pdf',
    'supervision.print-certificate',
    everyone,
    async ({ ctx, param }) => {
      const certificate = ctx.supervision.certificates.byId(Number(param('id')));
      if (certificate === null) return refuse('NOT_FOUND', { what: '绿色通道证' });
      const bureau = ctx.office.bureau()?.name ?? '';
      const document = greenChannelDocument({ ...certificate, bureau, issuedOn: localDayOf(certificate.issuedAt) });
      return printed(ctx, 'supervision.print-certificate', document, certificate.number);
    },
  );

  make(
    'supervision/commitments/letters.pdf',
    'supervision.print-commitments',
    everyone,
    CommitmentSelection,
    async ({ ctx, input }) => {
      const lines = ctx.supervision.commitments.chosen(input, ctx.today);
      const [first] = lines;
      if (first === undefined) return refuse('NOT_FOUND', { what: '信用承诺书' });
      if (lines.length > MOST_LETTERS) {
        return refuse('TOO_MANY_LETTERS', { chosen: lines.length, most: MOST_LETTERS });
      }
      const letters = lines.map((line) => {
        const { personInCharge, address, industry } = ctx.supervision.commitments.letterSubject(line.objectId);
        return { ...line, personInCharge, address, industry, isEnded: line.endedOn !== null };
      });
      const bureau = ctx.office.bureau()?.name ?? '';
      const document = commitmentLettersDocument({ bureau, letters, printedOn: ctx.today });
      const subject = lines.length === 1 ? first.number : `${first.number}等${lines.length}份`;
      return printed(ctx, 'supervision.print-commitments', document, subject);
    },
  );

  make(
    'supervision/commitments/register.pdf',
    'supervision.print-commitments',
    everyone,
    CommitmentFilter,
    async ({ ctx, input }) => {
      const bureau = ctx.office.bureau()?.name ?? '';
      const lines = registerLines(ctx, input);
      const model = { bureau, scope: scopeOf(input), lines, printedOn: ctx.today };
      return printed(ctx, 'supervision.print-commitments', commitmentRegisterDocument(model), '承诺台账');
    },
  );

  make(
    'supervision/commitments.xlsx',
    'supervision.export-commitments',
    everyone,
    CommitmentFilter,
    ({ ctx, input }) => {
      const rows = registerLines(ctx, input).map(registerRow);
      return workbook(ctx, 'supervision.export-commitments', '承诺台账', registerHeadings, rows);
    },
  );
}

function registerLines(ctx: Context, filter: z.output<typeof CommitmentFilter>) {
  const { lines } = ctx.supervision.commitments.list({ ...filter, ...ALL, sort: 'number' }, ctx.today);
  return lines.map((line) => ({ ...line, state: commitmentState(line, ctx.today) }));
}

/** The filter in words, for the head of the printed 台账. */
function scopeOf({ year, kind, state, outcome, text }: z.output<typeof CommitmentFilter>): string {
  const checked = { ...fulfilmentTitles, none: '未核查', 'to-check': '到期待核查' };
  return [
    year === null ? '' : `${year}年`,
    kind === null ? '' : commitmentKindTitles[kind],
    state === null ? '' : commitmentStateTitles[state],
    outcome === null ? '' : checked[outcome],
    text === '' ? '' : `含“${text}”`,
  ]
    .filter((part) => part !== '')
    .join('、');
}

async function printed(ctx: Context, action: Action, document: PrintedDocument, subject: string) {
  const file = await printedFile(ctx.ports, document);
  if (!file.ok) return file;
  const entered = runCommand(ctx, action, everyone, () => noted(null, subject, { title: document.title }));
  return entered.ok ? file : entered;
}

async function workbook(
  ctx: Context,
  action: Action,
  name: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  notes: readonly string[] = [],
) {
  const entered = runCommand(ctx, action, everyone, () => noted(null, name, { rows: rows.length }));
  if (!entered.ok) return entered;
  const columns = headings.map((heading) => ({ heading, kind: 'text' as const, width: widthOf(heading) }));
  const spec = { sheets: [{ name, columns, rows }], notes, createdAt: ctx.now };
  const bytes = await writeWorkbook(ctx.ports.pool, spec);
  return done<FileReply>({ name: `${name}-${ctx.today}.xlsx`, type: xlsx, bytes });
}

function widthOf(heading: string): number {
  if (/名称|主体|依据|内容|结果|建议|措施|事由/.test(heading)) return 36;
  return /代码|编号/.test(heading) ? 22 : 14;
}
