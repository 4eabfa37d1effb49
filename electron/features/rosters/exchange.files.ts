import { hash } from 'node:crypto';
import type { OfficerEntry } from '../../../shared/features/rosters/entries.ts';
import { officerColumns } from '../../../shared/features/rosters/officer-columns.ts';
import { ExchangeExport } from '../../../shared/features/rosters/schemas.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import { notesOf } from '../../../shared/kernel/template.ts';
import { type FileReply, type FileRoutes, xlsx } from '../../app/files.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { readWorkbook } from '../../workbooks/read.ts';
import { writeWorkbook } from '../../workbooks/write.ts';
import { joinedDepartments, readExchange } from './exchange.ts';
import { officerSheet } from './roster-sheets.ts';

/** 交换表 of a 参与部门: out with what is known of its officers, and in again. */
export function exchangeFiles({ make, upload }: FileRoutes): void {
  make('rosters/exchange', 'rosters.export-exchange', ['operator'], ExchangeExport, async ({ ctx, input }) => {
    const { department, withPhones, reason } = input;
    const entries = ctx.rosters
      .officers()
      .filter((officer) => officer.department === department && officer.status !== '调离' && officer.status !== '退休')
      .flatMap(({ id }) => ctx.rosters.officerEntry(id) ?? []);
    const entered = runCommand(ctx, 'rosters.export-exchange', ['operator'], () =>
      noted(null, department, { entries: entries.length, withPhones, ...(reason === '' ? {} : { reason }) }),
    );
    if (!entered.ok) return entered;
    const shown = entries.map((entry): OfficerEntry => (withPhones ? entry : { ...entry, phone: '' }));
    const bytes = await writeWorkbook(ctx.ports.pool, {
      sheets: [officerSheet(shown)],
      notes: exchangeNotes(department),
      createdAt: ctx.now,
    });
    return done<FileReply>({ name: `执法检查人员交换表-${department}-${ctx.today}.xlsx`, type: xlsx, bytes });
  });

  /** The department travels as a header: it is not in the workbook. */
  upload('rosters/exchange', 'rosters.stage-exchange', ['operator'], ({ ctx, bytes, fileName, header }) => {
    const accountId = ctx.account?.id ?? 0;
    const department = header('x-department');
    if (!joinedDepartments(ctx).some((one) => one.department === department)) {
      return refuse('NOT_FOUND', { what: '参与部门' });
    }
    const jobId = ctx.jobs.start(accountId, `检查${fileName}`, ctx.now, async (signal) => {
      const book = await readWorkbook(ctx.ports.pool, bytes, { signal });
      if (!book.ok) return book;
      const staged = { department, fileName, fileSha256: hash('sha256', bytes, 'hex'), sheets: book.value };
      const read = readExchange(ctx, staged);
      return read.ok ? done({ stageId: ctx.rosters.exchanges.keep(accountId, staged) }) : read;
    });
    return done({ jobId });
  });
}

function exchangeNotes(department: string): string[] {
  return [
    `${department}执法检查人员交换表填表说明（《随机抽查工作细则》第七条）`,
    '表中是本局名录现有的人员，请逐人核对、改正；新增的人员接在后面填写，已调离、退休的请删去整行。',
    '按行政执法证号对应，没有证号的按姓名和单位对应。联系方式不填的保留原号码。',
    ...notesOf(officerColumns),
    '改好后原样发回。本局核对后更新名录，其他部门的人员不受影响。',
  ];
}
