import { lookupMatterTitles } from '../../shared/features/credit/lookups.ts';
import {
  type AttachmentLine,
  type AttachmentSubject,
  attachmentSubjectTitles,
} from '../../shared/kernel/attachments.ts';
import { creditKindTitles } from '../../shared/kernel/credit-facts.ts';
import { factTitle } from '../../shared/kernel/credit-records.ts';
import { type LocalDate, localDayOf } from '../../shared/kernel/local-date.ts';
import { lookupsFor } from '../features/credit/lookups-for.ts';
import type { Context } from './context.ts';
import { registerEntryName } from './office-registers.ts';
import { isHiddenFrom } from './targets.ts';

/** A file of an enterprise; `path` is under /files/. */
export interface EnterpriseFile {
  readonly key: string;
  readonly on: LocalDate;
  readonly name: string;
  /** The matter it belongs to. */
  readonly of: string;
  readonly by: string;
  readonly path: string;
  readonly type: string;
}

/** A matter of the enterprise that may have files. */
interface Matter {
  readonly subject: AttachmentSubject;
  readonly id: number;
  readonly name: string;
}

/** Files attached to any matter of the enterprise, its reports, and the dossiers of its inspections; newest first. */
export function enterpriseFiles(ctx: Context, objectId: number): readonly EnterpriseFile[] {
  const attached = attachedFiles(ctx, objectId)
    .filter(([, { withdrawn }]) => withdrawn === null)
    .map(([of, file]) => ({
      key: `attachment-${file.id}`,
      on: localDayOf(file.attachedAt),
      name: file.fileName,
      of,
      by: file.attachedBy,
      path: `attachments/${file.id}`,
      type: file.type,
    }));
  return [...attached, ...reports(ctx, objectId), ...dossiers(ctx, objectId)].toSorted((one, other) =>
    one.on < other.on ? 1 : one.on > other.on ? -1 : 0,
  );
}

/** Every file attached to a matter of the enterprise with the matter's name, those taken off too. */
export function attachedFiles(
  ctx: Context,
  objectId: number,
): readonly (readonly [matter: string, file: AttachmentLine])[] {
  return mattersOf(ctx, objectId).flatMap(({ subject, id, name }) =>
    ctx.attachments.of(subject, id).map((file) => [`${attachmentSubjectTitles[subject]}：${name}`, file] as const),
  );
}

/** Its 信用报告 as they were made; those of lookups the asker may not see are left out. */
export function seenReports(ctx: Context, objectId: number) {
  const all = ctx.credit.lookupsOf(objectId);
  const seen = new Set(lookupsFor(ctx, all).map(({ reportId }) => reportId));
  const hidden = new Set(all.map(({ reportId }) => reportId).filter((id) => !seen.has(id)));
  return ctx.credit
    .reportsOf(objectId)
    .filter(({ id }) => !hidden.has(id))
    .map((report) => ({
      ...report,
      name: report.audience === 'internal' ? '内部信用报告（不公开）' : '信用信息报告',
    }));
}

function mattersOf(ctx: Context, objectId: number): readonly Matter[] {
  const records = ctx.credit.recordsOf(objectId).map(
    (record): Matter => ({
      subject: 'credit-record',
      id: record.id,
      name: factTitle(creditKindTitles[record.kind], record),
    }),
  );
  const lookups = lookupsFor(ctx, ctx.credit.lookupsOf(objectId)).map(
    ({ id, number, matter }): Matter => ({ subject: 'lookup', id, name: `${number} ${lookupMatterTitles[matter]}` }),
  );
  const letters = ctx.registers
    .lettersOf(objectId)
    .map(({ id, number, addressee }): Matter => ({ subject: 'letter', id, name: `${number} ${addressee}` }));
  return [
    ...records,
    ...lookups,
    ...authorisations(ctx, objectId),
    ...supervisionMatters(ctx, objectId),
    ...ctx.grading
      .manualChangesOf(objectId)
      .map(({ id, reason }): Matter => ({ subject: 'grade-change', id, name: reason })),
    ...ctx.registers
      .entriesOfObject(objectId)
      .map(({ id }): Matter => ({ subject: 'register-entry', id, name: registerEntryName(ctx, id) ?? '已撤销的登记' })),
    ...letters,
  ];
}

function authorisations(ctx: Context, objectId: number): readonly Matter[] {
  return ctx.credit.authorisationsOf(objectId).map(({ id, kinds }) => ({
    subject: 'authorisation',
    id,
    name: kinds.map((kind) => creditKindTitles[kind]).join('、'),
  }));
}

/** 名单、约谈、修复、异议、承诺 and what was done of measures. */
function supervisionMatters(ctx: Context, objectId: number): readonly Matter[] {
  const { lists, talks, repairs, objections, commitments, measures } = ctx.supervision;
  const done = measures.ofObject(objectId).flatMap(({ id }): Matter[] => {
    const task = measures.byId(id);
    return task?.recordId == null ? [] : [{ subject: 'measure', id: task.recordId, name: task.text }];
  });
  return [
    ...lists.entriesOf(objectId).map(({ id, listName }): Matter => ({ subject: 'list-entry', id, name: listName })),
    ...talks.talksOf(objectId).map(({ id, number }): Matter => ({ subject: 'talk', id, name: number })),
    ...repairs.repairsOf(objectId).map(({ id, number }): Matter => ({ subject: 'repair', id, name: number })),
    ...objections.objectionsOf(objectId).map(({ id, number }): Matter => ({ subject: 'objection', id, name: number })),
    ...commitments.ofObject(objectId).map(({ id, number }): Matter => ({ subject: 'commitment', id, name: number })),
    ...done,
  ];
}

function reports(ctx: Context, objectId: number): readonly EnterpriseFile[] {
  return seenReports(ctx, objectId).map(({ id, name, number, madeAt, madeBy }) => ({
    key: `report-${id}`,
    on: localDayOf(madeAt),
    name: `${name} ${number}`,
    of: '信用报告',
    by: madeBy,
    path: `credit/reports/${id}/report.pdf`,
    type: 'application/pdf',
  }));
}

function dossiers(ctx: Context, objectId: number): readonly EnterpriseFile[] {
  const isHidden = isHiddenFrom(ctx);
  return ctx.inspections
    .listOfObject(objectId)
    .filter((row) => row.state !== 'replaced' && !isHidden(row))
    .map(({ id, archiveNumber, taskNumber, openedAt, completedOn }) => ({
      key: `dossier-${id}`,
      on: completedOn ?? localDayOf(openedAt),
      name: archiveNumber === null ? '检查卷宗（未归档）' : `检查卷宗 ${archiveNumber}`,
      of: `检查：${taskNumber}`,
      by: '',
      path: `dossiers/${id}.pdf`,
      type: 'application/pdf',
    }));
}
