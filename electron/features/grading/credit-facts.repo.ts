import { type CreditFact, type CreditKind, creditKindTitles } from '../../../shared/kernel/credit-facts.ts';
import type { Db } from '../../database/open.ts';

interface RecordRow {
  readonly objectId: number;
  readonly id: number;
  readonly kind: CreditKind;
  readonly happenedOn: string;
  readonly endedOn: string | null;
  readonly documentNumber: string;
}

interface InspectionRow {
  readonly objectId: number;
  readonly id: string;
  readonly inspectedOn: string;
  readonly result: string;
  readonly title: string;
}

/** Credit records and published inspections as facts of their enterprises; a part of the grading repo. */
export function createCreditFacts(db: Db) {
  const records = db.prepare<[number, number], RecordRow>(`
    select object_id as objectId, id, kind, happened_on as happenedOn, ended_on as endedOn, document_number as documentNumber
      from credit_records where object_id between ? and ? order by object_id, happened_on, id`);
  // The newest published version counts; what is not published counts as not done (细则 第十三条).
  const inspections = db.prepare<{ from: number; to: number }, InspectionRow>(`
    select i.object_id as objectId, 'inspection:' || i.id as id, r.inspected_on as inspectedOn, r.result, t.number as title
      from inspections i
      join inspection_results r on r.inspection_id = i.id and r.state = 'published'
      join tasks t on t.id = i.task_id
     where i.object_id between :from and :to
       and not exists (select 1 from inspection_results n
                        where n.inspection_id = r.inspection_id and n.state = 'published' and n.version > r.version)
     union all
    select object_id, 'past-inspection:' || id, inspected_on, result, item_name
      from past_inspections where object_id between :from and :to and revoked_at is null and is_published = 1
     order by objectId, inspectedOn, id`);
  const idsAfter = db
    .prepare<[number, number], number>('select id from objects where id > ? order by id limit ?')
    .pluck();

  return {
    /** Objects of the roster in the order of their ids, after one of them. */
    objectIdsAfter: (id: number, limit: number): readonly number[] => idsAfter.all(id, limit),

    /** The facts of every object with an id in the span; objects without any are left out. */
    factsBetween(from: number, to: number): ReadonlyMap<number, readonly CreditFact[]> {
      const facts = new Map<number, CreditFact[]>();
      const add = (objectId: number, fact: CreditFact) => {
        const known = facts.get(objectId);
        if (known === undefined) facts.set(objectId, [fact]);
        else known.push(fact);
      };
      for (const row of records.all(from, to)) add(row.objectId, factOfRecord(row));
      for (const row of inspections.all({ from, to })) add(row.objectId, factOfInspection(row));
      return facts;
    },
  };
}

const nothingMore = { endedOn: null, repairedOn: null, severity: null, accidentClass: null, amountFen: null };

function factOfRecord({ id, kind, happenedOn, endedOn, documentNumber }: RecordRow): CreditFact {
  const title = documentNumber === '' ? creditKindTitles[kind] : `${creditKindTitles[kind]} ${documentNumber}`;
  return { ...nothingMore, id: `record:${id}`, kind, happenedOn, endedOn, outcome: null, title };
}

/** What was found of an enterprise that was met at work; that it had closed or moved says nothing of its credit. */
const outcomes: Readonly<Record<string, CreditFact['outcome']>> = {
  'no-problem': 'good',
  corrected: 'bad',
  pending: 'bad',
  uncooperative: 'bad',
};

function factOfInspection({ id, inspectedOn, result, title }: InspectionRow): CreditFact {
  const outcome = outcomes[result] ?? null;
  return { ...nothingMore, id, kind: 'inspection', happenedOn: inspectedOn, outcome, title: `监督检查 ${title}` };
}
