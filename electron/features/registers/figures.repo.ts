import type { CreditKind } from '../../../shared/kernel/credit-facts.ts';
import type { Db } from '../../database/open.ts';

/** A period, both days included, and the enterprises counted; null counts every one. */
export interface CountScope {
  readonly fromOn: string;
  readonly toOn: string;
  readonly objects: ReadonlySet<number> | null;
}

/** Everything a summary counts in the tables of credit and supervision. */
export interface WorkCounts {
  readonly commitments: number;
  readonly kept: number;
  readonly broken: number;
  readonly lookups: number;
  readonly reviews: number;
  readonly reviewsRefused: number;
  readonly gradeChanges: number;
  readonly measures: number;
  readonly measuresDone: number;
  readonly certificates: number;
  readonly listed: number;
  readonly delisted: number;
  readonly talks: number;
  readonly repairsAsked: number;
  readonly repairs: number;
  readonly objections: number;
  readonly objectionsUpheld: number;
  readonly warnings: number;
}

export interface PublicityRow {
  readonly kind: CreditKind;
  readonly happenedOn: string;
  readonly publishedOn: string | null;
  readonly count: number;
}

interface Params {
  readonly from: string;
  readonly to: string;
  readonly objects: string | null;
}

const isOf = (column: string) => `(:objects is null or ${column} in (select value from json_each(:objects)))`;
const isIn = (column: string) => `${column} between :from and :to`;

/** What summaries count that no list holds as a whole: one number a question, over the tables of other features. */
export function createFiguresRepo(db: Db) {
  const count = (table: string, day: string, object: string, more = '1') =>
    `(select count(*) from ${table} where ${isIn(day)} and ${isOf(object)} and ${more})`;
  const decided = `credit_application_decisions d join credit_application_checks k on k.id = d.check_id
    join credit_applications a on a.id = k.application_id`;
  const work = db.prepare<[Params], WorkCounts>(`
    select ${count('commitments c', 'c.signed_on', 'c.object_id')} as commitments,
           ${count('commitment_checks k join commitments c on c.id = k.commitment_id', 'k.checked_on', 'c.object_id', `k.outcome = 'kept'`)} as kept,
           ${count('commitment_checks k join commitments c on c.id = k.commitment_id', 'k.checked_on', 'c.object_id', `k.outcome = 'broken'`)} as broken,
           ${count('credit_lookups l', 'l.looked_up_on', 'l.object_id')} as lookups,
           ${count(decided, 'd.decided_on', 'a.object_id')} as reviews,
           ${count(decided, 'd.decided_on', 'a.object_id', `d.outcome = 'refuse'`)} as reviewsRefused,
           ${count('grade_changes g', `date(g.changed_at, '+8 hours')`, 'g.object_id', 'g.from_grade is not null')} as gradeChanges,
           ${count('measure_tasks m', 'm.opened_on', 'm.object_id', `m.state <> 'cancelled'`)} as measures,
           ${count('measure_tasks m', 'm.opened_on', 'm.object_id', `m.state = 'done'`)} as measuresDone,
           ${count('green_channel_certificates g', 'g.from_on', 'g.object_id', 'g.revoked_on is null')} as certificates,
           ${count('list_decisions d join list_entries e on e.id = d.entry_id', 'd.decided_on', 'e.object_id', `d.outcome = 'listed'`)} as listed,
           ${count('list_removal_decisions d join list_removals r on r.id = d.removal_id join list_entries e on e.id = r.entry_id', 'd.decided_on', 'e.object_id', `d.outcome = 'removed'`)} as delisted,
           ${count('talk_records t join talks k on k.id = t.talk_id', 't.held_on', 'k.object_id')} as talks,
           ${count('repairs r', 'r.applied_on', 'r.object_id')} as repairsAsked,
           ${count('repair_decisions d join repairs r on r.id = d.repair_id', 'd.decided_on', 'r.object_id', `d.outcome = 'repaired'`)} as repairs,
           ${count('objections o', 'o.received_on', 'o.object_id')} as objections,
           ${count('objection_decisions d join objections o on o.id = d.objection_id', 'd.decided_on', 'o.object_id', `d.outcome <> 'keep'`)} as objectionsUpheld,
           ${count('warnings w', 'w.opened_on', 'w.object_id')} as warnings`);
  const kinds = db.prepare<[Params], { kind: CreditKind; count: number }>(`
    select r.kind, count(*) as count from credit_records r
     where r.withdrawn_at is null and ${isIn('r.happened_on')} and ${isOf('r.object_id')} group by r.kind`);
  const publicity = db.prepare<[Params], PublicityRow>(`
    select r.kind, r.happened_on as happenedOn, r.published_on as publishedOn, count(*) as count from credit_records r
     where r.withdrawn_at is null and r.publicity <> 'none' and ${isIn('r.happened_on')} and ${isOf('r.object_id')}
     group by r.kind, r.happened_on, r.published_on`);
  const paramsOf = ({ fromOn, toOn, objects }: CountScope): Params => ({
    from: fromOn,
    to: toOn,
    objects: objects === null ? null : JSON.stringify([...objects]),
  });

  return {
    workCounts(scope: CountScope): WorkCounts {
      const row = work.get(paramsOf(scope));
      if (row === undefined) throw new Error('no counts');
      return row;
    },

    /** Records of the period by kind. */
    recordCounts: (scope: CountScope): ReadonlyMap<CreditKind, number> =>
      new Map(kinds.all(paramsOf(scope)).map((row) => [row.kind, row.count])),

    /** Records that are to be public, by the day they were made and the day they were published. */
    publicityOfPeriod: (scope: CountScope): readonly PublicityRow[] => publicity.all(paramsOf(scope)),
  };
}
