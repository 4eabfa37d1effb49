import type { InspectableObject, Inspector, KnownInspection } from '../../../shared/features/inspections/check-past.ts';
import type { Db } from '../../database/open.ts';

interface PastRow extends Omit<KnownInspection, 'from'> {
  readonly fileName: string | null;
  readonly sheetRow: number | null;
}

/** What past inspections are held against: rosters, names of items, inspections there already. */
export function createPastGrounds(db: Db) {
  const objects = db.prepare<[], InspectableObject>(
    'select id, coalesce(uscc, id_card) as code, name from objects order by id',
  );
  const officers = db.prepare<[], Inspector>(
    'select id, name, unit, department, certificate_number as certificate from officers order by id',
  );
  const itemNames = db
    .prepare<[], string>('select name from plan_items union select name from check_items order by name')
    .pluck();
  const past = db.prepare<[], PastRow>(
    `select p.object_id as objectId, p.item_name as itemName, p.inspected_on as inspectedOn, p.department,
            b.file_name as fileName, p.sheet_row as sheetRow
       from past_inspections p left join past_inspection_batches b on b.id = p.batch_id where p.revoked_at is null`,
  );
  const drawn = db.prepare<[], Omit<KnownInspection, 'department'>>(
    `with days as (select inspection_id, inspected_on as day from inspection_results
                    union select inspection_id, completed_on from inspection_results)
     select i.object_id as objectId, x.name as itemName, d.day as inspectedOn, t.number as "from"
       from days d join inspections i on i.id = d.inspection_id join tasks t on t.id = i.task_id
       join (select id as task_id, title as name from tasks
              union select t.id, p.name from tasks t join plan_items p on p.id = t.plan_item_id
              union select t.task_id, p.name from task_items t join plan_items p on p.id = t.plan_item_id) x on x.task_id = t.id`,
  );

  return {
    objects: (): readonly InspectableObject[] => objects.all(),
    officers: (): readonly Inspector[] => officers.all(),
    /** Of all plans and item lists. */
    itemNames: (): readonly string[] => itemNames.all(),
    known: (): readonly KnownInspection[] =>
      past.all().map(({ fileName, sheetRow, ...known }) => ({
        ...known,
        from: fileName === null ? '手工登记' : `“${fileName}”第${sheetRow}行`,
      })),
    /** On the day it was made and on the day it was completed: lists handed round give either. */
    drawn: (): readonly Omit<KnownInspection, 'department'>[] => drawn.all(),
  };
}
