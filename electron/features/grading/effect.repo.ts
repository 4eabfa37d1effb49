import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import type { Db } from '../../database/open.ts';

/** An inspection of a draw with its published result. */
export interface DrawnVisit {
  readonly objectId: number;
  readonly drawId: number;
  /** UTC instant: grades are those of that moment. */
  readonly frozenAt: string;
  readonly result: string;
}

/** Tables objects, inspections, inspection_results, draws and national_grades, read for 试算 and 效果评估; a part of the grading repo. */
export function createEffect(db: Db) {
  const visits = db.prepare<[LocalDate, LocalDate], DrawnVisit>(`
    select i.object_id as objectId, i.draw_id as drawId, d.frozen_at as frozenAt, r.result
      from inspections i
      join draws d on d.id = i.draw_id and d.state = 'recorded' and d.is_rehearsal = 0
      join inspection_results r on r.inspection_id = i.id and r.state = 'published'
     where r.inspected_on between ? and ?
       and not exists (select 1 from inspection_results n
                        where n.inspection_id = r.inspection_id and n.state = 'published' and n.version > r.version)
     order by i.id`);
  const nationalAt = db
    .prepare<{ id: number; at: string }, string>(`
    select g.grade from national_grades g join grade_imports m on m.id = g.import_id
     where g.object_id = :id and m.imported_at <= :at and (m.undone_at is null or m.undone_at > :at)
     order by g.import_id desc limit 1`)
    .pluck();

  const names = db.prepare<[], { id: number; code: string; name: string }>(
    'select id, code, name from objects order by name_key, id',
  );

  return {
    /** Every enterprise of the roster, by name. */
    namesById: (): ReadonlyMap<number, { readonly code: string; readonly name: string }> =>
      new Map(names.all().map(({ id, code, name }) => [id, { code, name }])),
    /** Inspected within the days, both included; the newest published version of each result. */
    drawnVisits: (fromOn: LocalDate, toOn: LocalDate): readonly DrawnVisit[] => visits.all(fromOn, toOn),
    /** The national grade on file at an instant; null where there was none. */
    nationalGradeAt: (id: number, at: string): string | null => nationalAt.get({ id, at }) ?? null,
  };
}
