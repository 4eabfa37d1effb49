import type { Kind } from '../../../shared/features/draws/select.ts';
import type { Db } from '../../database/open.ts';

/** A draw whose objects are to be inspected: real and not void. */
export interface TargetDraw {
  readonly drawId: number;
  /** Accounts that conducted the draw and handed down its task. */
  readonly hands: readonly [number, number];
}

/** Which objects a draw took are still to be notified; a part of the draws repo. */
export function createTargets(db: Db) {
  const draws = db.prepare<[], { drawId: number; frozenBy: number; taskBy: number }>(
    `select d.id as drawId, d.frozen_by as frozenBy, t.created_by as taskBy
       from draws d join tasks t on t.id = d.task_id
      where d.is_rehearsal = 0 and d.state <> 'void' order by d.id`,
  );
  const notified = db
    .prepare<[number], number>(
      `select i.object_id from inspections i join inspection_notices n on n.inspection_id = i.id where i.draw_id = ?`,
    )
    .pluck();
  const unnotified = db.prepare<{ drawId: number }, { objectId: number; kind: Kind }>(
    `select o.object_id as objectId, o.kind
       from (select draw_id, object_id, kind, meeting_order as place from draw_objects where draw_id = :drawId
              union all
             select s.draw_id, s.in_id, '随机', 1000000 + s.change_id
               from draw_substitutions s join draw_changes c on c.id = s.change_id
              where s.draw_id = :drawId and s.in_id is not null and c.state = 'approved') o
      where not exists (select 1 from inspections i join inspection_notices n on n.inspection_id = i.id
                         where i.draw_id = o.draw_id and i.object_id = o.object_id)
      order by o.place`,
  );

  return {
    targetDraws: (): readonly TargetDraw[] =>
      draws.all().map(({ drawId, frozenBy, taskBy }) => ({ drawId, hands: [frozenBy, taskBy] })),

    /** Objects of the draw whose 检查通知书 is issued. */
    notifiedOf: (drawId: number): ReadonlySet<number> => new Set(notified.all(drawId)),

    /** Objects of the draw that are not notified yet, in meeting order, substitutes last. */
    unnotifiedOf: (drawId: number): readonly { readonly objectId: number; readonly kind: Kind }[] =>
      unnotified.all({ drawId }),
  };
}
