import { readFileSync } from 'node:fs';
import { type CreditKind, creditKinds, type Severity } from '../../../shared/kernel/credit-facts.ts';
import { addDays } from '../../../shared/kernel/local-date.ts';
import { PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import type { Context } from '../../app/context.ts';
import { creditFactsOfAll, creditFactsOfSome } from '../../app/credit-facts.ts';
import { sourcePlaces } from '../../app/places.ts';
import { gradeGiving, gradingOffice, regradeAll, regradeObjects } from '../../app/regrade.ts';
import { createRepos } from '../../app/repos.ts';
import type { Db } from '../../database/open.ts';
import { sampleEntry, withTemporaryDatabase } from './object-roster.ts';

const OBJECTS = 100_000;
const RECORDS = 10;
const CHANGES = 200;
const PACK = new URL('../../../resources/policies/holingol-2024.json', import.meta.url);
const today = '2026-09-07';
const at = '2026-09-07T01:00:00.000Z';

/**
 * 100,000 enterprises with 10 records each under a model: graded from scratch, one record's change graded anew, the snapshot a
 * freezing takes. Each beside the same data only read or written, in the same run; the ratio depends on no machine.
 */
export function benchGrading(): void {
  withTemporaryDatabase((db) => {
    const ctx = contextOf(db);
    print('filled', { objects: OBJECTS, records: OBJECTS * RECORDS, ...timed(() => fill(ctx)) });
    const read = timed(() => readEverything(ctx));
    const regrade = () => inTransaction(db, () => regradeAll(ctx, 'grading.regrade').graded);
    compare(
      'computed',
      timed(() => gradeEverything(ctx)),
      'facts-read',
      read,
    );
    compare(
      'from-scratch',
      timed(() => inTransaction(db, () => gradeAndStore(ctx))),
      'facts-read',
      read,
    );
    compare('again', timed(regrade), 'facts-read', read);
    oneChange(db, ctx);
    const grades = db.prepare('select object_id, grade, basis, points, national_grade, reasons from grades');
    const copied = timed(() => grades.all().length);
    compare(
      'snapshot',
      timed(() => snapshotOf(ctx)),
      'grades-read',
      copied,
    );
    print('memory', { peakMib: Math.round(process.resourceUsage().maxRSS / 1_024) });
  });
}

/** The mean and the slowest of many changes, each graded anew, beside the same records only written. */
function oneChange(db: Db, ctx: Context): void {
  const spans = Array.from({ length: CHANGES }, (_, n) => {
    const objectId = ((n * 7_919) % OBJECTS) + 1;
    const written = timed(() => inTransaction(db, () => insert(ctx, objectId, n, 'penalty')));
    const regraded = timed(() => inTransaction(db, () => regradeObjects(ctx, [objectId], 'grading.regrade').graded));
    return { written, regraded };
  });
  const mean = (of: (span: (typeof spans)[number]) => Timed): Timed => ({
    milliseconds: rounded(sum(spans.map((span) => of(span).milliseconds)) / CHANGES),
    processor: rounded(sum(spans.map((span) => of(span).processor)) / CHANGES),
  });
  const slowest = Math.max(...spans.map(({ regraded }) => regraded.milliseconds));
  print('one-change-slowest', { changes: CHANGES, milliseconds: slowest });
  compare(
    'one-change',
    mean(({ regraded }) => regraded),
    'record-written',
    mean(({ written }) => written),
  );
}

function readEverything(ctx: Context): number {
  let facts = 0;
  for (const enterprise of creditFactsOfAll(ctx)) facts += enterprise.facts.length;
  return facts;
}

function gradeEverything(ctx: Context): number {
  const { grade } = gradingOffice(ctx);
  let points = 0;
  for (const { facts } of creditFactsOfAll(ctx)) points += grade({ nationalGrade: null, facts }).points ?? 0;
  return points;
}

/** Everybody graded and stored, without the tasks and warnings that follow a first grade. */
function gradeAndStore(ctx: Context): number {
  const giving = gradeGiving(ctx, 'grading.regrade', null);
  for (const { ids, factsOf } of creditFactsOfSome(ctx)) {
    giving.give(
      ids.map((objectId) => ({ objectId, inputs: { nationalGrade: null, facts: factsOf(objectId) }, before: null })),
    );
  }
  return giving.counts().graded;
}

/** What `takeGradeSnapshot` does, for a draw that is not there: rolled back. */
function snapshotOf(ctx: Context): void {
  ctx.db.pragma('foreign_keys = off');
  ctx.db.exec('begin');
  ctx.grading.takeGradeSnapshot(1, gradingOffice(ctx), at);
  ctx.db.exec('rollback');
  ctx.db.pragma('foreign_keys = on');
}

function contextOf(db: Db): Context {
  db.exec(
    `insert into accounts (id, login, name, password_hash, is_operator, created_at) values (1, 'a', '示例', 'x', 1, '${at}')`,
  );
  const repos = createRepos(db);
  const pack = PolicyPack.parse(JSON.parse(readFileSync(PACK, 'utf8')));
  repos.policies.adoptShipped(pack, '2026-01-01', at);
  const account = repos.office.accountById(1);
  const ports = { places: sourcePlaces('') } as Partial<Context['ports']> as Context['ports'];
  return { ...repos, db, ports, account, today, now: at } as Context;
}

function fill(ctx: Context): void {
  for (let from = 0; from < OBJECTS; from += 1_000) {
    inTransaction(ctx.db, () => {
      for (let n = from; n < from + 1_000; n += 1) {
        const id = ctx.rosters.insertObject(sampleEntry(n), at);
        for (let k = 0; k < RECORDS; k += 1) insert(ctx, Number(id), n * RECORDS + k);
      }
    });
  }
}

const severities: readonly (Severity | null)[] = [null, 'minor', 'ordinary', 'serious'];

function insert(ctx: Context, objectId: number, n: number, kind?: CreditKind): number {
  const of = kind ?? creditKinds[(n * 31 + (n >> 4)) % 20] ?? 'complaint';
  return ctx.credit.insertRecord(
    {
      objectId,
      kind: of,
      happenedOn: addDays(today, -((n * 37) % 1_500)),
      endedOn: null,
      source: '示例部门',
      documentNumber: `示〔2026〕${n}号`,
      summary: '',
      severity: severities[n % 4] ?? null,
      accidentClass: null,
      amountFen: of === 'penalty' ? (n % 300) * 100_000 : null,
      outcome: of === 'inspection' || of === 'commitment' ? (n % 3 === 0 ? 'bad' : 'good') : null,
      persons: [],
      origin: 'typed',
      publicity: 'none',
    },
    { accountId: 1, at },
  );
}

function inTransaction<T>(db: Db, work: () => T): T {
  return db.transaction(work)();
}

/** Wall clock, and what it took of the processor: other programs do not count. */
interface Timed {
  readonly milliseconds: number;
  readonly processor: number;
}

function timed(work: () => unknown): Timed {
  const [started, before] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: rounded(performance.now() - started), processor: rounded((user + system) / 1_000) };
}

function compare(figure: string, ours: Timed, name: string, reference: Timed): void {
  const ratio = Math.round((100 * ours.processor) / Math.max(reference.processor, 0.01)) / 100;
  print(figure, { ...ours, reference: { name, ...reference }, ratio });
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function print(figure: string, facts: object): void {
  process.stdout.write(`${JSON.stringify({ figure, ...facts })}\n`);
}
