import type { CreditFact } from '../../../shared/kernel/credit-facts.ts';
import { outcomeOfResult } from '../../../shared/kernel/inspection-outcome.ts';
import type { Db } from '../../database/open.ts';

interface InspectionRow {
  readonly objectId: number;
  readonly id: string;
  readonly inspectedOn: string;
  readonly result: string;
  readonly title: string;
}

/** Published inspections as facts of their enterprises; a part of the grading repo. */
export function createInspectionFacts(db: Db) {
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
`);
  const idsAfter = db
    .prepare<[number, number], number>('select id from objects where id > ? order by id limit ?')
    .pluck();

  return {
    /** Objects of the roster in the order of their ids, after one of them. */
    objectIdsAfter: (id: number, limit: number): readonly number[] => idsAfter.all(id, limit),

    /** What was found of every enterprise with an id in the span, in no order. */
    inspectionsBetween: (from: number, to: number): readonly (readonly [objectId: number, fact: CreditFact])[] =>
      inspections.all({ from, to }).map((row) => [row.objectId, factOfInspection(row)] as const),
  };
}

const nothingMore = { endedOn: null, repairedOn: null, severity: null, accidentClass: null, amountFen: null };

function factOfInspection({ id, inspectedOn, result, title }: InspectionRow): CreditFact {
  const outcome = outcomeOfResult(result);
  return { ...nothingMore, id, kind: 'inspection', happenedOn: inspectedOn, outcome, title: `监督检查 ${title}` };
}
