import { createHash } from 'node:crypto';
import {
  externalReportDocument,
  type InternalReportModel,
  internalReportDocument,
} from '../../shared/features/credit/credit-report.document.ts';
import { reportNumber, type StandingAgainst, seenSentence } from '../../shared/features/credit/lookups.ts';
import {
  newestFirst,
  type PublicRecord,
  publicRecordOf,
  type ReportedEnterprise,
  type ReportLine,
  type ReportPart,
} from '../../shared/features/credit/public-record.ts';
import { measuresOf } from '../../shared/features/grading/grade.ts';
import { resultSentence } from '../../shared/features/inspections/results.ts';
import { stateTitles } from '../../shared/features/inspections/states.ts';
import { isListed } from '../../shared/features/supervision/lists.ts';
import { creditKindTitles } from '../../shared/kernel/credit-facts.ts';
import type { CreditRecord } from '../../shared/kernel/credit-records.ts';
import { publicityTitles } from '../../shared/kernel/credit-records.ts';
import type { PrintedDocument } from '../../shared/kernel/document.ts';
import { countsOn, isAdverse } from '../../shared/kernel/fact-test.ts';
import { localDayOf, yearOf } from '../../shared/kernel/local-date.ts';
import { citeArticle } from '../../shared/kernel/pack-basis.ts';
import { gradeTitle } from '../../shared/kernel/policy-pack.ts';
import type { Context } from './context.ts';
import { creditFactsOf } from './credit-facts.ts';
import { officePack } from './office-pack.ts';

/** An object of the roster, whole. */
export type RosterObject = NonNullable<ReturnType<Context['rosters']['objectById']>>;

/** What may be shown of an enterprise to itself and others, today. */
export function publicRecord(ctx: Context, object: RosterObject): PublicRecord {
  return publicRecordOf({
    enterprise: enterpriseOf(object),
    today: ctx.today,
    records: standingRecords(ctx, object.id),
    licences: object.licences,
    inspections: ctx.inspections
      .listOfObject(object.id)
      .filter(({ publishedOn }) => publishedOn !== null)
      .map((row) => inspectionLine(ctx, row)),
    // A listing that is published is a published record of its own.
    lists: [],
    commitments: commitmentLines(ctx, object.id).filter(({ state }) => state.includes('公示')),
  });
}

/** What stands against an enterprise today. */
export function standingAgainst(ctx: Context, objectId: number): StandingAgainst {
  const adverse = creditFactsOf(ctx, objectId).filter((fact) => isAdverse(fact) && countsOn(fact, ctx.today));
  const broken = adverse.filter(({ kind }) => kind === 'commitment');
  return {
    adverse: adverse.filter(({ kind }) => kind !== 'commitment').map(({ title }) => title),
    lists: badLists(ctx, objectId),
    brokenCommitments: broken.length,
  };
}

/** Bad lists it stands on, itself or by its persons. */
function badLists(ctx: Context, objectId: number): readonly string[] {
  const names = ctx.supervision.lists
    .entriesOf(objectId)
    .filter((entry) => entry.polarity === 'bad' && isListed(entry))
    .map(({ listName }) => listName);
  return [...new Set(names)];
}

/** Makes a report of today and keeps it as it was made, within the caller's transaction. */
export function keepReport(
  ctx: Context,
  object: RosterObject,
  audience: 'internal' | 'external',
  byId: number,
): { readonly id: number; readonly number: string; readonly document: PrintedDocument } {
  const year = yearOf(ctx.today);
  const serial = ctx.credit.nextReportSerial(year);
  const bureau = ctx.office.bureau();
  const number = reportNumber(bureau?.shortName ?? '', year, serial);
  const head = { bureau: bureau?.name ?? '', number, madeOn: ctx.today };
  const document =
    audience === 'internal'
      ? internalReportDocument({ ...head, ...internalModel(ctx, object) })
      : externalReportDocument({ ...head, record: publicRecord(ctx, object) });
  const id = ctx.credit.insertReport(
    {
      year,
      serial,
      number,
      audience,
      objectId: object.id,
      objectName: object.name,
      objectCode: object.code,
      document,
      sha256: createHash('sha256').update(JSON.stringify(document)).digest('hex'),
    },
    byId,
    ctx.now,
  );
  return { id, number, document };
}

/** `C级` and what stands against it, in one sentence. */
export function seenOf(ctx: Context, objectId: number): { readonly seen: string; readonly standing: StandingAgainst } {
  const standing = standingAgainst(ctx, objectId);
  const stored = ctx.grading.gradeOf(objectId);
  const title = stored === null ? null : gradeTitle(officePack(ctx), stored.grade);
  return { seen: seenSentence(title, standing), standing };
}

type InternalParts = Omit<InternalReportModel, 'bureau' | 'number' | 'madeOn'>;

function internalModel(ctx: Context, object: RosterObject): InternalParts {
  const pack = officePack(ctx);
  const stored = ctx.grading.gradeOf(object.id);
  const rule = pack.grades.find(({ grade }) => grade === stored?.grade);
  return {
    enterprise: {
      ...enterpriseOf(object),
      address: object.address,
      personInCharge: object.personInCharge,
      isAboveScale: object.isAboveScale,
      isKey: object.isKey,
    },
    gradeTitle:
      stored === null ? null : `${gradeTitle(pack, stored.grade)}${rule === undefined ? '' : `（${rule.meaning}）`}`,
    nationalGrade: stored?.nationalGrade ?? null,
    reasons: stored?.reasons ?? [],
    gradedBy:
      stored === null ? '' : `按规则包“${pack.title}”第${stored.packVersion}版于${localDayOf(stored.gradedAt)}评定。`,
    seen: seenOf(ctx, object.id).seen,
    measures:
      stored === null
        ? []
        : measuresOf(pack, stored.grade).map(({ text, source }) => ({ text, article: citeArticle(source) })),
    parts: internalParts(ctx, object),
  };
}

/** Every record, whatever its 公示, and what the program itself knows. What is not notified yet stays out, whoever asks: the report is kept. */
function internalParts(ctx: Context, object: RosterObject): readonly ReportPart[] {
  const records = standingRecords(ctx, object.id).map(recordLine);
  const inspections = ctx.inspections
    .listOfObject(object.id)
    .filter(({ noticeNumber }) => noticeNumber !== null)
    .map((row) => inspectionLine(ctx, row));
  const licences = object.licences.map(({ name, number, validFrom, expiresOn }) => ({
    on: validFrom ?? '',
    what: '许可证',
    text: name,
    number,
    by: '',
    state: expiresOn === null ? '长期有效' : `有效期至${expiresOn}`,
  }));
  return [
    { title: '信用记录', lines: newestFirst(records) },
    { title: '检查', lines: newestFirst(inspections) },
    { title: '许可证', lines: newestFirst(licences) },
    { title: '名单', lines: newestFirst(listLines(ctx, object.id)) },
    { title: '信用承诺', lines: newestFirst(commitmentLines(ctx, object.id)) },
  ];
}

function standingRecords(ctx: Context, objectId: number): readonly CreditRecord[] {
  return ctx.credit.recordsOf(objectId).filter(({ withdrawn }) => withdrawn === null);
}

function recordLine(record: CreditRecord): ReportLine {
  const { happenedOn, kind, summary, documentNumber, source, publicity, endedOn, repairedOn } = record;
  const states = [
    publicityTitles[publicity],
    ...(endedOn === null ? [] : [`至${endedOn}`]),
    ...(repairedOn === null ? [] : [`${repairedOn}修复`]),
  ];
  return {
    on: happenedOn,
    what: creditKindTitles[kind],
    text: summary,
    number: documentNumber,
    by: source,
    state: states.join('，'),
  };
}

/** Entries of lists that stand, good and bad. */
function listLines(ctx: Context, objectId: number): readonly ReportLine[] {
  return ctx.supervision.lists.entriesOf(objectId).flatMap((entry) => {
    const { listName, person, ground, decision } = entry;
    if (!isListed(entry) || decision === null) return [];
    return [
      {
        on: decision.decidedOn,
        what: person === null ? listName : `${listName}（${person.name}）`,
        text: ground.text,
        number: decision.number,
        by: ctx.office.bureau()?.name ?? '',
        state: decision.untilOn === null ? '未移出' : `至${decision.untilOn}`,
      },
    ];
  });
}

/** 承诺书 that were signed and still hold. */
function commitmentLines(ctx: Context, objectId: number): readonly ReportLine[] {
  return ctx.supervision.commitments.ofObject(objectId).flatMap((line) => {
    if (line.signedOn === null || line.endedOn !== null) return [];
    return [
      {
        on: line.signedOn,
        what: '信用承诺书',
        text: [line.name, line.matter].filter((part) => part !== '').join('：'),
        number: line.number,
        by: '',
        state: line.publishedOn === null ? '已签订' : `${line.publishedOn}公示`,
      },
    ];
  });
}

type Visit = ReturnType<Context['inspections']['listOfObject']>[number];

function inspectionLine(ctx: Context, row: Visit): ReportLine {
  const { completedOn, inspectOn, openedAt, result, problems, state, publishedOn, taskTitle, taskNumber } = row;
  return {
    on: completedOn ?? inspectOn ?? localDayOf(openedAt),
    what: '双随机检查',
    text: `${taskTitle}：${result === null ? stateTitles[state] : resultSentence({ result, problems })}`,
    number: taskNumber,
    by: ctx.office.bureau()?.name ?? '',
    state: publishedOn === null ? stateTitles[state] : `${publishedOn}公示`,
  };
}

function enterpriseOf(object: RosterObject): ReportedEnterprise {
  const { name, code, kind, status, foundedOn, registeredBy, industry } = object;
  return { name, code, kind, status, foundedOn, registeredBy, industry };
}
