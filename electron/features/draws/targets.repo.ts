import type { Kind } from '../../../shared/features/draws/select.ts';
import type { Db } from '../../database/open.ts';

/** A draw whose objects are to be inspected: real and not void. */
export interface TargetDraw {
  readonly drawId: number;
  /** Accounts that conducted the draw and handed down its task. */
  readonly hands: readonly [number, number];
}

export interface UnnotifiedObject {
  readonly objectId: number;
  readonly kind: Kind;
  readonly isSubstitute: boolean;
}

/** Which objects a draw took are still to be notified; a part of the draws repo. */
export function createTargets(db: Db) {
  const draws = db.prepare<[], { drawId: number; frozenBy: number; taskBy: number }>(
    `select d.id as drawId, d.frozen_by as frozenBy, t.created_by as taskBy
       from draws d join tasks t on t.id = d.task_id
      where d.is_rehearsal = 0 and d.state <> 'void' order by d.id`,
  );
  // The batches of a 批次顺序 are inspected by tasks of their own, each with a draw of its officers.
  const notified = db
    .prepare<{ drawId: number }, number>(
      `select i.object_id from inspections i join inspection_notices n on n.inspection_id = i.id
        where i.draw_id = :drawId or i.task_id in (select task_id from draw_batches where draw_id = :drawId)`,
    )
    .pluck();
  const unnotified = db.prepare<{ drawId: number }, Omit<UnnotifiedObject, 'isSubstitute'> & { isSubstitute: number }>(
    `select o.object_id as objectId, o.kind, o.substitute as isSubstitute
       from (select draw_id, object_id, kind, meeting_order as place, 0 as substitute from draw_objects where draw_id = :drawId
              union all
             select s.draw_id, s.in_id, '随机', 1000000 + s.change_id, 1
               from draw_substitutions s join draw_changes c on c.id = s.change_id
              where s.draw_id = :drawId and s.in_id is not null and c.state = 'approved') o
      where not exists (select 1 from inspections i left join inspection_notices n on n.inspection_id = i.id
                         where (i.draw_id = o.draw_id or i.task_id in (select task_id from draw_batches where draw_id = o.draw_id))
                           and i.object_id = o.object_id and (n.inspection_id is not null or i.replaced_at is not null))
        and not exists (select 1 from draw_batch_left_out l join draw_batches b on b.id = l.handed_id left join tasks t on t.id = b.task_id
                         where b.draw_id = o.draw_id and l.object_id = o.object_id and coalesce(t.state, '') <> 'cancelled')
        and not exists (select 1 from draw_batches b join draws d on d.task_id = b.task_id join draw_pool p on p.draw_id = d.id
                         where b.draw_id = o.draw_id and d.state = 'recorded' and d.is_rehearsal = 0
                           and p.object_id = o.object_id and p.excluded is not null)
      order by o.place`,
  );

  const dueBefore = db
    .prepare<[number], number>(
      `select exists (select 1 from draw_pool p
                       where p.draw_id = ? and p.is_must = 1 and not exists (select 1 from draw_objects o where o.draw_id = p.draw_id))`,
    )
    .pluck();

  return {
    targetDraws: (): readonly TargetDraw[] =>
      draws.all().map(({ drawId, frozenBy, taskBy }) => ({ drawId, hands: [frozenBy, taskBy] })),

    /** Objects of the draw whose 检查通知书 is issued. */
    notifiedOf: (drawId: number): ReadonlySet<number> => new Set(notified.all({ drawId })),

    /** Objects of the draw that are not notified yet, in meeting order, substitutes last; who was replaced or left out of its batch is not to be. */
    unnotifiedOf: (drawId: number): readonly UnnotifiedObject[] =>
      unnotified.all({ drawId }).map((row) => ({ ...row, isSubstitute: row.isSubstitute === 1 })),

    /** Whether anybody is to be told yet; before the drawing those who are 必检. */
    hasUnnotified: (drawId: number): boolean => unnotified.all({ drawId }).length > 0 || dueBefore.get(drawId) === 1,
  };
}
