import { hash } from 'node:crypto';
import type { ObjectEntry, OfficerEntry } from '../../../shared/features/rosters/entries.ts';
import { type ObjectField, objectColumns, objectSheetName } from '../../../shared/features/rosters/object-columns.ts';
import {
  type OfficerField,
  officerColumns,
  officerSheetName,
  recusalColumns,
  recusalSheetName,
} from '../../../shared/features/rosters/officer-columns.ts';
import { problemReason, severityNames } from '../../../shared/features/rosters/problem-text.ts';
import { ObjectFilter } from '../../../shared/features/rosters/schemas.ts';
import { objectTemplate, officerTemplate, type Template } from '../../../shared/features/rosters/templates.ts';
import { localDayOf } from '../../../shared/kernel/local-date.ts';
import { maskIdCard, maskPhone } from '../../../shared/kernel/redact.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { type FileReply, type FileRoutes, xlsx } from '../../app/files.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { readWorkbook } from '../../workbooks/read.ts';
import { type CellValue, type SheetSpec, writeWorkbook } from '../../workbooks/write.ts';
import type { ImportKind } from './batches.repo.ts';
import { problemsOf, stageFile } from './rosters.import.ts';

const everyone = ['operator', 'reviewer', 'leader'] as const;

/** Templates, uploads to be checked, lists of problems and exports of the rosters. */
export function rostersFiles({ download, upload }: FileRoutes): void {
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

  download('rosters/objects.xlsx', 'rosters.export', everyone, ({ ctx, search }) =>
    workbook(ctx, `检查对象名录-${ctx.today}.xlsx`, [
      objectSheet(ctx.rosters.objectEntries(filterOf(search)).map(masked)),
    ]),
  );
  download('rosters/officers.xlsx', 'rosters.export', everyone, ({ ctx }) =>
    workbook(ctx, `执法检查人员名录-${ctx.today}.xlsx`, [
      officerSheet(officerEntries(ctx).map(masked)),
      recusalSheet(ctx),
    ]),
  );

  /** 某日名录: the roster as it stood at the end of a day, told from its history. */
  download('rosters/objects-on/:day', 'rosters.export', everyone, ({ ctx, param }) => {
    const entries = ctx.rosters.changes.entriesBefore('object', endOfDay(param('day')));
    return workbook(ctx, `检查对象名录-${param('day')}当日.xlsx`, [objectSheet(entries.map(masked))]);
  });

  /** With telephone and identity card numbers: entered in the ledger. */
  download('rosters/objects-full.xlsx', 'rosters.export-full', ['operator'], ({ ctx, search }) => {
    const entries = ctx.rosters.objectEntries(filterOf(search));
    const entered = runCommand(ctx, 'rosters.export-full', ['operator'], () =>
      noted(null, objectSheetName, { entries: entries.length }),
    );
    return entered.ok ? workbook(ctx, `检查对象名录（完整）-${ctx.today}.xlsx`, [objectSheet(entries)]) : entered;
  });
  download('rosters/officers-full.xlsx', 'rosters.export-full', ['operator'], ({ ctx }) => {
    const entries = officerEntries(ctx);
    const entered = runCommand(ctx, 'rosters.export-full', ['operator'], () =>
      noted(null, officerSheetName, { entries: entries.length }),
    );
    if (!entered.ok) return entered;
    return workbook(ctx, `执法检查人员名录（完整）-${ctx.today}.xlsx`, [officerSheet(entries), recusalSheet(ctx)]);
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

async function workbook(ctx: Context, name: string, sheets: readonly SheetSpec[]) {
  const bytes = await writeWorkbook(ctx.ports.pool, { sheets, createdAt: ctx.now });
  return done<FileReply>({ name, type: xlsx, bytes });
}

const problemColumns = [
  { heading: '工作表', kind: 'text', width: 18 },
  { heading: '行', kind: 'number', width: 8 },
  { heading: '列', kind: 'text', width: 28 },
  { heading: '处理', kind: 'text', width: 10 },
  { heading: '问题', kind: 'text', width: 90 },
] as const;

/** The filter as the list's address carries it: JSON in `filter`. */
function filterOf(search: URLSearchParams): ObjectFilter {
  return ObjectFilter.parse(JSON.parse(search.get('filter') ?? '{}'));
}

/** The instant a local day ends in Asia/Shanghai. */
function endOfDay(day: string): string {
  return `${day}T16:00:00.000Z`;
}

function officerEntries(ctx: Context): OfficerEntry[] {
  return ctx.rosters.officers().flatMap(({ id }) => ctx.rosters.officerEntry(id) ?? []);
}

function masked<E extends ObjectEntry | OfficerEntry>(entry: E): E {
  const phone = entry.phone === '' ? '' : maskPhone(entry.phone);
  return 'code' in entry && entry.kind === '自然人'
    ? { ...entry, phone, code: maskIdCard(entry.code) }
    : { ...entry, phone };
}

const yesNo = (is: boolean) => (is ? '是' : '否');

function objectSheet(entries: readonly ObjectEntry[]): SheetSpec {
  const cells: Record<ObjectField, (entry: ObjectEntry) => CellValue> = {
    name: ({ name }) => name,
    code: ({ code }) => code,
    address: ({ address }) => address,
    principal: ({ principal }) => principal,
    phone: ({ phone }) => phone,
    kind: ({ kind }) => kind,
    industry: ({ industry }) => industry,
    town: ({ town }) => town,
    registrar: ({ registrar }) => registrar,
    establishedOn: ({ establishedOn }) => establishedOn ?? null,
    status: ({ status }) => status,
    aboveScale: ({ aboveScale }) => yesNo(aboveScale),
    priority: ({ priority }) => yesNo(priority),
    tags: ({ tags }) => tags.join('、'),
    licenceNames: ({ licences }) => licences.map(({ name }) => name).join('；'),
    licenceNumbers: ({ licences }) => licences.map(({ number }) => number).join('；'),
    licenceUntil: ({ licences }) => licences.map(({ until }) => until ?? '').join('；'),
  };
  const rows = entries.map((entry) => objectColumns.map(({ key }) => cells[key](entry)));
  return { name: objectSheetName, columns: objectColumns, rows };
}

function officerSheet(entries: readonly OfficerEntry[]): SheetSpec {
  const cells: Record<OfficerField, (entry: OfficerEntry) => CellValue> = {
    name: ({ name }) => name,
    department: ({ department }) => department,
    section: ({ section }) => section,
    post: ({ post }) => post,
    certificate: ({ certificate }) => certificate,
    certificateUntil: ({ certificateUntil }) => certificateUntil ?? null,
    established: ({ established }) => yesNo(established),
    scopes: ({ scopes }) => scopes.join('、'),
    leader: ({ leader }) => yesNo(leader),
    status: ({ status }) => status,
    leaveFrom: ({ leaves }) => leaves.at(-1)?.fromOn ?? null,
    leaveUntil: ({ leaves }) => leaves.at(-1)?.toOn ?? null,
    phone: ({ phone }) => phone,
  };
  const rows = entries.map((entry) => officerColumns.map(({ key }) => cells[key](entry)));
  return { name: officerSheetName, columns: officerColumns, rows };
}

function recusalSheet(ctx: Context): SheetSpec {
  const rows = ctx.rosters
    .recusals()
    .map((one) => [one.officerName, one.officerUnit, one.objectName, one.objectCode, one.reason, one.evidence]);
  return { name: recusalSheetName, columns: recusalColumns, rows };
}
