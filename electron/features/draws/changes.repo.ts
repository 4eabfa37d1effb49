import type {
  ChangeKind,
  ChangeLine,
  ChangeOpinion,
  ChangeState,
  EarlierStage,
  OfficerOut,
  OfficerOutReason,
  PassedLine,
  SubstituteSeat,
  SubstitutionLine,
} from '../../../shared/features/draws/changes.ts';
import type { PassReason, ReplaceReason } from '../../../shared/features/draws/substitute.ts';
import type { Db } from '../../database/open.ts';

export interface NewChange {
  readonly drawId: number;
  readonly kind: ChangeKind;
  readonly note: string;
  readonly document: string;
  readonly documentOn: string | null;
  readonly byId: number;
  readonly byName: string;
  readonly at: string;
}

export interface NewSubstitution {
  readonly outId: number;
  readonly reason: ReplaceReason;
  readonly substitute: { readonly objectId: number; readonly ticket: string; readonly place: number } | null;
  readonly alone: 'must' | 'empty' | null;
  readonly passed: readonly {
    readonly objectId: number;
    readonly place: number;
    readonly reason: PassReason;
    readonly note: string;
  }[];
}

/** An object of a draw's pool, with its place in the drawing if it was drawn. */
export interface PoolObject {
  readonly objectId: number;
  readonly code: string;
  readonly name: string;
  readonly stratum: string;
  /** Null where it was not drawn. */
  readonly kind: '随机' | '必检' | null;
}

interface ChangeRow extends Omit<ChangeLine, 'opinions' | 'substitution' | 'officersOut'> {
  readonly drawId: number;
}

interface SubstitutionRow extends Omit<SubstitutionLine, 'passed' | 'team' | 'approvedBy'> {
  readonly outPlace: string;
  readonly state: ChangeState;
  readonly approvedBy: string | null;
}

/** Tables draw_changes and what hangs on them, draw_stages; a part of the draws repo. Append-only but for a change's state. */
export function createChanges(db: Db) {
  const passedOf = db.prepare<[number], PassedLine>(
    `select o.place, p.code, p.name, o.reason, o.note
       from draw_passed_over o join draw_pool p on p.draw_id = o.draw_id and p.object_id = o.object_id
      where o.change_id = ? order by o.place`,
  );
  const opinionsOf = db.prepare<[number], ChangeOpinion>(
    `select decision, opinion, by_id as byId, by_name as "by", at from draw_change_opinions where change_id = ? order by position`,
  );
  const officersOutOf = db.prepare<[number], OfficerOut>(
    'select officer_id as officerId, name, reason from draw_officers_out where change_id = ? order by name, officer_id',
  );
  const seatsOf = db.prepare<[number, number], SubstituteSeat>(
    `select s.seat, s.officer_id as officerId, o.code, o.name, o.department, s.candidates
       from draw_substitute_seats s join officers o on o.id = s.officer_id
      where s.change_id = ? and s.stage = ? order by s.seat`,
  );
  const substitutionRows = db.prepare<[number], SubstitutionRow>(
    `select c.id as changeId, c.state, coalesce(c.decided_at, '') as at, s.out_id as outId, o.code as outCode, o.name as outName,
            s.in_id as inId, i.code as inCode, i.name as inName, o.stratum, s.reason, c.note, c.document,
            coalesce((select '第' || d.meeting_order || '户' from draw_objects d where d.draw_id = s.draw_id and d.object_id = s.out_id),
              (select '本组递补第' || b.place || '位' from draw_substitutions b join draw_changes e on e.id = b.change_id
                where b.draw_id = s.draw_id and b.in_id = s.out_id and e.state = 'approved')) as outPlace,
            c.document_on as documentOn, c.proposed_name as "by", s.ticket, s.place, s.alone,
            (select group_concat(p.by_name, '、' order by p.position) from draw_change_opinions p
              where p.change_id = c.id and p.decision = 'approve') as approvedBy
       from draw_substitutions s
       join draw_changes c on c.id = s.change_id
       join draw_pool o on o.draw_id = s.draw_id and o.object_id = s.out_id
       left join draw_pool i on i.draw_id = s.draw_id and i.object_id = s.in_id
      where s.draw_id = ? order by c.decided_at, c.id`,
  );
  const changeRows = db.prepare<[number], ChangeRow>(
    `select id, draw_id as drawId, kind, state, note, document, document_on as documentOn, proposed_by as proposedById,
            proposed_name as proposedBy, proposed_at as proposedAt
       from draw_changes where draw_id = ? order by id desc`,
  );
  const earlierSeats = db.prepare<[number, number], { order: number; name: string; officers: string }>(
    `select o.meeting_order as "order", p.name, json_group_array(f.name order by s.seat) as officers
       from draw_seats s
       join draw_objects o on o.draw_id = s.draw_id and o.object_id = s.object_id
       join draw_pool p on p.draw_id = s.draw_id and p.object_id = s.object_id
       join draw_officers f on f.draw_id = s.draw_id and f.stage = s.stage and f.officer_id = s.officer_id
      where s.draw_id = ? and s.stage = ? group by o.meeting_order order by o.meeting_order`,
  );

  function insertChange(change: NewChange): number {
    const { lastInsertRowid } = db
      .prepare(
        `insert into draw_changes (draw_id, kind, note, document, document_on, proposed_by, proposed_name, proposed_at)
         values (:drawId, :kind, :note, :document, :documentOn, :byId, :byName, :at)`,
      )
      .run(change);
    return Number(lastInsertRowid);
  }

  return {
    /** Approved 替补 with their teams at a stage, oldest first. */
    substitutions(drawId: number, stage: number): readonly SubstitutionLine[] {
      return substitutionRows
        .all(drawId)
        .filter(({ state }) => state === 'approved')
        .map(({ state: _state, outPlace: _place, approvedBy, ...row }) => ({
          ...row,
          approvedBy: approvedBy ?? '',
          passed: passedOf.all(row.changeId),
          team: seatsOf.all(row.changeId, stage),
        }));
    },

    /** Newest first. */
    changes(drawId: number): readonly ChangeLine[] {
      const substitutions = new Map(substitutionRows.all(drawId).map((row) => [row.changeId, row]));
      return changeRows.all(drawId).map(({ drawId: _drawId, ...row }) => {
        const of = substitutions.get(row.id);
        return {
          ...row,
          opinions: opinionsOf.all(row.id),
          substitution:
            of === undefined
              ? null
              : {
                  outName: of.outName,
                  outPlace: of.outPlace,
                  inName: of.inName,
                  reason: of.reason,
                  place: of.place,
                  alone: of.alone,
                  passed: passedOf.all(row.id),
                },
          officersOut: officersOutOf.all(row.id),
        };
      });
    },

    /** The draw a change belongs to. */
    drawOfChange(changeId: number): number | null {
      return (
        db.prepare<[number], number>('select draw_id from draw_changes where id = ?').pluck().get(changeId) ?? null
      );
    },

    /** How many changes wait for an approval that this person may give: not his own, not of a draw he conducted. */
    approvableChanges(accountId: number): readonly { readonly drawId: number; readonly number: string }[] {
      return db
        .prepare<{ accountId: number }, { drawId: number; number: string }>(
          `select distinct d.id as drawId, d.number from draw_changes c join draws d on d.id = c.draw_id
            where c.state = 'proposed' and d.state <> 'void' and c.proposed_by <> :accountId and d.frozen_by <> :accountId
            order by d.id`,
        )
        .all({ accountId });
    },

    /**
     * Codes of the reserve used up by changes in these states, come in or passed over: approved or under way where none is named.
     * `but` leaves one change out.
     */
    reserveUsed(
      drawId: number,
      { but = 0, states = ['proposed', 'approved'] }: { but?: number; states?: readonly ChangeState[] } = {},
    ): ReadonlySet<string> {
      const codes = db
        .prepare<{ drawId: number; but: number; states: string }, string>(
          `select p.code
             from (select change_id, in_id as object_id from draw_substitutions where draw_id = :drawId and in_id is not null
                    union all
                   select change_id, object_id from draw_passed_over where draw_id = :drawId) u
             join draw_changes c on c.id = u.change_id
             join draw_pool p on p.draw_id = :drawId and p.object_id = u.object_id
            where c.state in (select value from json_each(:states)) and c.id <> :but`,
        )
        .pluck()
        .all({ drawId, but, states: JSON.stringify(states) });
      return new Set(codes);
    },

    /** Whether a change approved or under way takes the object out. */
    isOut(drawId: number, objectId: number): boolean {
      return (
        db
          .prepare<[number, number], number>(
            `select 1 from draw_substitutions s join draw_changes c on c.id = s.change_id
              where s.draw_id = ? and s.out_id = ? and c.state in ('proposed', 'approved')`,
          )
          .pluck()
          .get(drawId, objectId) !== undefined
      );
    },

    poolObject(drawId: number, key: { readonly objectId: number } | { readonly code: string }): PoolObject | null {
      const [column, value] = 'code' in key ? ['code', key.code] : ['object_id', key.objectId];
      return (
        db
          .prepare<[number, number | string], PoolObject>(
            `select p.object_id as objectId, p.code, p.name, p.stratum, o.kind
               from draw_pool p left join draw_objects o on o.draw_id = p.draw_id and o.object_id = p.object_id
              where p.draw_id = ? and p.${column} = ?`,
          )
          .get(drawId, value as string) ?? null
      );
    },

    insertSubstitution(change: NewChange, { outId, reason, substitute, alone, passed }: NewSubstitution): number {
      const changeId = insertChange(change);
      const { drawId } = change;
      db.prepare(
        `insert into draw_substitutions (change_id, draw_id, out_id, reason, in_id, ticket, place, alone)
         values (:changeId, :drawId, :outId, :reason, :inId, :ticket, :place, :alone)`,
      ).run({
        changeId,
        drawId,
        outId,
        reason,
        inId: substitute?.objectId ?? null,
        ticket: substitute?.ticket ?? null,
        place: substitute?.place ?? null,
        alone,
      });
      const insertPassed = db.prepare(
        `insert into draw_passed_over (change_id, draw_id, place, object_id, reason, note)
         values (:changeId, :drawId, :place, :objectId, :reason, :note)`,
      );
      for (const one of passed) insertPassed.run({ changeId, drawId, ...one });
      return changeId;
    },

    insertOfficersChange(
      change: NewChange,
      out: readonly { readonly officerId: number; readonly name: string; readonly reason: OfficerOutReason }[],
      list: { readonly stage: number; readonly officers: string; readonly recusals: string },
    ): number {
      const changeId = insertChange(change);
      const insertOut = db.prepare(
        'insert into draw_officers_out (change_id, officer_id, name, reason) values (:changeId, :officerId, :name, :reason)',
      );
      for (const one of out) insertOut.run({ changeId, ...one });
      db.prepare(
        'insert into draw_proposed_lists (change_id, stage, officers, recusals) values (:changeId, :stage, :officers, :recusals)',
      ).run({ changeId, ...list });
      return changeId;
    },

    /** The list fixed when a change of officers was proposed. */
    proposedList(
      changeId: number,
    ): { readonly stage: number; readonly officers: string; readonly recusals: string } | null {
      return (
        db
          .prepare<[number], { stage: number; officers: string; recusals: string }>(
            'select stage, officers, recusals from draw_proposed_lists where change_id = ?',
          )
          .get(changeId) ?? null
      );
    },

    insertOpinion(changeId: number, opinion: ChangeOpinion): void {
      db.prepare(
        `insert into draw_change_opinions (change_id, position, decision, opinion, by_id, by_name, at)
         values (:changeId, (select count(*) + 1 from draw_change_opinions where change_id = :changeId), :decision, :opinion,
                 :byId, :by, :at)`,
      ).run({ changeId, ...opinion });
    },

    decideChange(changeId: number, state: Exclude<ChangeState, 'proposed'>, at: string): void {
      db.prepare('update draw_changes set state = ?, decided_at = ? where id = ?').run(state, at, changeId);
    },

    insertSubstituteSeats(
      changeId: number,
      stage: number,
      team: readonly { readonly officerId: number; readonly candidates: number | null }[],
    ): void {
      const insert = db.prepare(
        `insert into draw_substitute_seats (change_id, stage, seat, officer_id, candidates)
         values (:changeId, :stage, :seat, :officerId, :candidates)`,
      );
      for (const [seat, one] of team.entries()) insert.run({ changeId, stage, seat, ...one });
    },

    earlierStages(drawId: number, stage: number): readonly EarlierStage[] {
      return db
        .prepare<[number, number], Omit<EarlierStage, 'teams'>>(
          `select stage, tmin, result_hash as resultHash, staffed_at as staffedAt
             from draw_stages where draw_id = ? and stage < ? order by stage`,
        )
        .all(drawId, stage)
        .map((row) => ({
          ...row,
          teams: earlierSeats
            .all(drawId, row.stage)
            .map(({ officers, ...seat }) => ({ ...seat, officers: JSON.parse(officers) as string[] })),
        }));
    },
  };
}
