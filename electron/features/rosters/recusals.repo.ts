import type { RecusalEntry } from '../../../shared/features/rosters/entries.ts';
import type { FoundRecusal, PossibleObject } from '../../../shared/features/rosters/found-recusals.ts';
import type { RecusalReason } from '../../../shared/features/rosters/officer-columns.ts';
import { isInForce, type RecusalSpan, recusalState } from '../../../shared/features/rosters/recusal-state.ts';
import type { Db } from '../../database/open.ts';

export interface Recusal extends RecusalSpan {
  readonly id: number;
  readonly officerId: number;
  readonly officerCode: string;
  readonly officerName: string;
  readonly officerUnit: string;
  readonly objectId: number;
  readonly objectCode: string;
  readonly objectName: string;
  readonly reason: RecusalReason;
  readonly reasonCode: string;
  readonly evidence: string;
  readonly liftReason: string | null;
  readonly createdAt: string;
}

/** A finding that was looked at and not registered. */
export interface Dismissal {
  readonly officerId: number;
  readonly objectId: number;
  readonly basis: string;
  readonly why: string;
  readonly at: string;
  readonly byName: string;
}

/** What draws write instead of the reason: codes, not stories (draw.md). */
const reasonCodes: Readonly<Record<RecusalReason, string>> = {
  亲属: 'R1',
  曾任职: 'R2',
  持股: 'R3',
  本人申请: 'R4',
  企业申请: 'R5',
  其他: 'R9',
};

type NewRecusal = Pick<RecusalEntry, 'reason' | 'evidence' | 'fromOn' | 'toOn'> & { readonly basis?: string };

export type RecusalsRepo = ReturnType<typeof createRecusalsRepo>;

/** Tables recusals and recusal_dismissals. */
export function createRecusalsRepo(db: Db) {
  const selectRecusals = `
    select r.id, r.officer_id as officerId, f.code as officerCode, f.name as officerName, f.unit as officerUnit,
           r.object_id as objectId, o.code as objectCode, o.name as objectName, r.reason, r.evidence, r.from_on as fromOn,
           r.to_on as toOn, r.lifted_on as liftedOn, r.lift_reason as liftReason, r.created_at as createdAt
      from recusals r join officers f on f.id = r.officer_id join objects o on o.id = r.object_id`;
  const selectAll = db.prepare<[], Omit<Recusal, 'reasonCode'>>(`${selectRecusals} order by f.code, o.code, r.id`);
  const selectById = db.prepare<[number], Omit<Recusal, 'reasonCode'>>(`${selectRecusals} where r.id = ?`);

  const recusals = (): readonly Recusal[] => selectAll.all().map(withCode);

  /** In force on the day, or to be. */
  const recusalsHolding = (on: string): readonly Recusal[] =>
    recusals().filter((one) => ['现行', '未开始'].includes(recusalState(one, on)));

  return {
    recusals,

    recusalById(id: number): Recusal | null {
      const row = selectById.get(id);
      return row === undefined ? null : withCode(row);
    },

    /** The entry as the history keeps it. */
    recusalEntry(recusal: Recusal): RecusalEntry {
      return {
        officer: `${recusal.officerName}（${recusal.officerUnit}）`,
        object: recusal.objectName,
        reason: recusal.reason,
        evidence: recusal.evidence,
        fromOn: recusal.fromOn ?? undefined,
        toOn: recusal.toOn ?? undefined,
        liftedOn: recusal.liftedOn ?? undefined,
        liftReason: recusal.liftReason ?? undefined,
      };
    },

    recusalsHolding,

    /** The pair's recusal that is in force on the day or will be. */
    recusalOf: (officerId: number, objectId: number, on: string): Recusal | null =>
      recusalsHolding(on).find((one) => one.officerId === officerId && one.objectId === objectId) ?? null,

    /** The schema refuses a second one of the pair at the same time. */
    insertRecusal(officerId: number, objectId: number, recusal: NewRecusal, at: string): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into recusals (officer_id, object_id, reason, evidence, from_on, to_on, basis, created_at)
           values (:officerId, :objectId, :reason, :evidence, :fromOn, :toOn, :basis, :at)`,
        )
        .run({
          officerId,
          objectId,
          reason: recusal.reason,
          evidence: recusal.evidence,
          fromOn: recusal.fromOn ?? null,
          toOn: recusal.toOn ?? null,
          basis: recusal.basis ?? null,
          at,
        });
      return Number(lastInsertRowid);
    },

    updateRecusal(id: number, entry: Pick<RecusalEntry, 'reason' | 'evidence' | 'fromOn' | 'toOn'>): void {
      db.prepare(
        'update recusals set reason = :reason, evidence = :evidence, from_on = :fromOn, to_on = :toOn where id = :id',
      ).run({
        id,
        reason: entry.reason,
        evidence: entry.evidence,
        fromOn: entry.fromOn ?? null,
        toOn: entry.toOn ?? null,
      });
    },

    /** 解除: it stays, and from that day on no longer counts. */
    liftRecusal(id: number, on: string, reason: string): void {
      db.prepare('update recusals set lifted_on = ?, lift_reason = ? where id = ?').run(on, reason, id);
    },

    /** Only the undoing of the import that brought it takes a recusal away. */
    deleteRecusal(id: number): void {
      db.prepare('delete from recusals where id = ?').run(id);
    },

    /** Those in force on the day. */
    drawRecusals(on: string): readonly { officerCode: string; objectCode: string; reasonCode: string }[] {
      return recusals()
        .filter((recusal) => isInForce(recusal, on))
        .map(({ officerCode, objectCode, reasonCode }) => ({ officerCode, objectCode, reasonCode }));
    },

    /** Objects that may still be inspected, one by one: there are many. */
    *possibleObjects(): Generator<PossibleObject> {
      yield* db
        .prepare<[], PossibleObject>(
          `select id, name, person_in_charge as personInCharge from objects where status in ('存续', '停业', '清算') order by id`,
        )
        .iterate();
    },

    /** The bases of lifted recusals the program had found: what was decided once is not suggested again. */
    liftedBases(): readonly Pick<Dismissal, 'officerId' | 'objectId' | 'basis'>[] {
      return db
        .prepare<[], Pick<Dismissal, 'officerId' | 'objectId' | 'basis'>>(
          `select officer_id as officerId, object_id as objectId, basis from recusals
            where lifted_on is not null and basis is not null order by id`,
        )
        .all();
    },

    /** Newest last. */
    dismissals(): readonly Dismissal[] {
      return db
        .prepare<[], Dismissal>(
          `select officer_id as officerId, object_id as objectId, basis, why, at, by_name as byName
             from recusal_dismissals order by id`,
        )
        .all();
    },

    insertDismissal(found: FoundRecusal, dismissal: { why: string; at: string; byId: number; byName: string }): void {
      db.prepare(
        `insert into recusal_dismissals (officer_id, object_id, reason, evidence, basis, why, at, by_id, by_name)
         values (:officerId, :objectId, :reason, :evidence, :basis, :why, :at, :byId, :byName)`,
      ).run({ ...found, ...dismissal });
    },
  };
}

function withCode(row: Omit<Recusal, 'reasonCode'>): Recusal {
  return { ...row, reasonCode: reasonCodes[row.reason] };
}
