import { caseRegisterId, lacksOfCase } from '../../../shared/features/registers/own-registers.ts';
import {
  dayOfCells,
  duesOfCells,
  objectOfCells,
  type Register,
  readCells,
  type SentCells,
  titleOfCells,
} from '../../../shared/features/registers/register.ts';
import {
  ById,
  CorrectEntry,
  LinkQuestion,
  NewEntry,
  PublishEntry,
  RegisterId,
  WithdrawEntry,
} from '../../../shared/features/registers/schemas.ts';
import type { RegisterEntry } from '../../../shared/features/registers/views.ts';
import { groupedBy } from '../../../shared/kernel/grouped.ts';
import { addDays, yearOf } from '../../../shared/kernel/local-date.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { gradeTold } from '../../app/grade-told.ts';
import { officePack } from '../../app/office-pack.ts';
import { officeRegisters, registerById } from '../../app/office-registers.ts';
import { command, notFound, query } from '../../app/procedures.ts';
import { listLinks } from '../../app/register-links.ts';
import { noted } from '../../app/run-command.ts';
import { byOf, citedArticles, linksOf, registerIn } from './register-context.ts';

const may = { may: ['operator'] } as const;

/** 工作台账: what the pack's registers hold. */
export const entryCalls = {
  /** Every register of the office with its counts. */
  registers: query().query(({ ctx }) => {
    const entries = groupedBy(ctx.registers.standingEntries(), ({ registerId }) => registerId);
    return officeRegisters(ctx).map((register) => {
      const lines = (entries.get(register.id) ?? []).map((entry) => lineOf(ctx, register, entry));
      const { id, name, purpose, article, isPublic, needsAttachment, isClosed = false } = register;
      const count = (test: (line: (typeof lines)[number]) => boolean) => lines.filter(test).length;
      return {
        id,
        name,
        purpose,
        article,
        isPublic,
        needsAttachment,
        isClosed,
        total: lines.length,
        thisYear: count(({ day }) => yearOf(day) === yearOf(ctx.today)),
        due: count(({ dues }) => dues.length > 0),
        withoutFile: needsAttachment ? count(({ files }) => files === 0) : 0,
        unpublished: isPublic ? count((line) => line.published?.version !== line.version) : 0,
      };
    });
  }),

  /** One register with all its entries. */
  register: query()
    .input(RegisterId)
    .query(({ ctx, input }) => {
      const register = registerIn(ctx, input.registerId);
      return { register, entries: ctx.registers.entriesOf(register.id).map((entry) => lineOf(ctx, register, entry)) };
    }),

  entry: query()
    .input(ById)
    .query(({ ctx, input }) => {
      const entry = ctx.registers.entryById(input.id) ?? notFound('台账记录');
      const register = registerIn(ctx, entry.registerId);
      return { register, entry: lineOf(ctx, register, entry), versions: ctx.registers.entryVersions(entry.id) };
    }),

  /** Entries that name the enterprise, for its page. */
  entriesOfObject: query()
    .input(ById)
    .query(({ ctx, input }) =>
      ctx.registers.entriesOfObject(input.id).flatMap((entry) => {
        const register = registerById(ctx, entry.registerId);
        if (register === null || entry.withdrawn !== null) return [];
        return [
          {
            id: entry.id,
            day: entry.day,
            register: register.name,
            registerId: register.id,
            title: titleOfCells(register, entry.cells),
          },
        ];
      }),
    ),

  /** What a 成效案例 can be linked to. */
  links: query()
    .input(LinkQuestion)
    .query(({ ctx, input: { kind, objectId } }) => {
      if (kind === 'list-entry') return listLinks(ctx, objectId);
      return ctx.inspections
        .list({ year: null, taskId: null })
        .filter((row) => row.publishedOn !== null && (objectId === null || row.objectId === objectId))
        .slice(0, 500)
        .map(({ id, taskNumber, objectName }) => ({ id, name: `${taskNumber} ${objectName}` }));
    }),

  /** What a column of the kind 规则包条款 can name. */
  articles: query().query(({ ctx }) => citedArticles(ctx)),

  addEntry: command('registers.add-entry', may)
    .input(NewEntry)
    .mutation(({ ctx, input }) => {
      const register = registerById(ctx, input.registerId);
      if (register === null) return refuse('NOT_FOUND', { what: '台账' });
      if (register.isClosed === true) return refuse('REGISTER_CLOSED', { name: register.name });
      const version = versionIn(ctx, register, input.cells, '');
      if (!version.ok) return version;
      const id = ctx.registers.insertEntry(register.id, version.value, byOf(ctx));
      const title = titleOfCells(register, version.value.cells);
      return noted({ id }, `${register.name}：${title}`, { entryId: id, day: version.value.day });
    }),

  /** 更正: a new version beside the old one. */
  correctEntry: command('registers.correct-entry', may)
    .input(CorrectEntry)
    .mutation(({ ctx, input: { id, cells, reason } }) => {
      const found = standingEntry(ctx, id);
      if (!found.ok) return found;
      const { register, entry, title } = found.value;
      const version = versionIn(ctx, register, cells, reason);
      if (!version.ok) return version;
      const isSame = register.columns.every(
        ({ id: column }) => JSON.stringify(version.value.cells[column]) === JSON.stringify(entry.cells[column]),
      );
      if (isSame) return refuse('ENTRY_UNCHANGED', { title });
      ctx.registers.correctEntry(id, version.value, byOf(ctx));
      return noted(null, `${register.name}：${title}`, { entryId: id, version: entry.version + 1, reason });
    }),

  /** 撤回: no longer counted, printed or due; it stays on record. */
  withdrawEntry: command('registers.withdraw-entry', may)
    .input(WithdrawEntry)
    .mutation(({ ctx, input: { id, reason } }) => {
      const found = standingEntry(ctx, id);
      if (!found.ok) return found;
      const { register, title } = found.value;
      ctx.registers.withdrawEntry(id, reason, byOf(ctx));
      return noted(null, `${register.name}：${title}`, { entryId: id, reason });
    }),

  /** 公示 of the entry as it stands, where the register is a public one. */
  publishEntry: command('registers.publish-entry', may)
    .input(PublishEntry)
    .mutation(({ ctx, input: { id, ...what } }) => {
      const found = standingEntry(ctx, id);
      if (!found.ok) return found;
      const { register, entry, title } = found.value;
      if (!register.isPublic) return refuse('REGISTER_NOT_PUBLIC', { name: register.name });
      if (register.needsAttachment && ctx.attachments.countOf('register-entry', id) === 0) {
        return refuse('ENTRY_WITHOUT_DOCUMENT', { name: register.name, title });
      }
      if (entry.published?.version === entry.version) {
        return refuse('ENTRY_PUBLISHED_ALREADY', { publishedOn: entry.published.publishedOn });
      }
      const told = gradeTold(ctx, Object.values(entry.cells).join('\n'));
      if (told !== null) return refuse('ENTRY_TELLS_GRADE', { found: told });
      if (what.publishedOn > ctx.today) return refuse('DAY_NOT_COME', { on: what.publishedOn, what: '公示日期' });
      ctx.registers.publishEntry(id, entry.version, what, byOf(ctx));
      return noted(null, `${register.name}：${title}`, { entryId: id, version: entry.version, ...what });
    }),
};

/** An entry as lists show it: files that stand, days that run out, what a case lacks. */
export function lineOf(ctx: Context, register: Register, entry: RegisterEntry) {
  const isNear = (on: string, days: number) => addDays(ctx.today, days) >= on;
  return {
    ...entry,
    title: titleOfCells(register, entry.cells),
    files: ctx.attachments.countOf('register-entry', entry.id),
    dues: entry.withdrawn === null ? duesOfCells(register, entry.cells, isNear) : [],
    lacks: register.id === caseRegisterId ? lacksOfCase(register, entry.cells) : [],
  };
}

function standingEntry(ctx: Context, id: number) {
  const entry = ctx.registers.entryById(id);
  const register = entry === null ? null : registerById(ctx, entry.registerId);
  if (entry === null || register === null) return refuse('NOT_FOUND', { what: '台账记录' });
  const title = titleOfCells(register, entry.cells);
  return entry.withdrawn === null ? done({ entry, register, title }) : refuse('ENTRY_WITHDRAWN', { title });
}

/** A version of what a form sent; its problems by field. */
function versionIn(ctx: Context, register: Register, sent: SentCells, reason: string) {
  const { cells, problems } = readCells(register, sent, linksOf(ctx));
  if (problems.length > 0) {
    return refuse('BAD_INPUT', {
      problems: problems.map(({ column, sentence }) => ({ field: `cells.${column}`, sentence })),
    });
  }
  return done({
    cells,
    reason,
    day: dayOfCells(register, cells, ctx.today),
    objectId: objectOfCells(register, cells),
    packVersion: officePack(ctx).version,
  });
}
