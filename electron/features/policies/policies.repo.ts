import type {
  PolicyEdit,
  PolicyReview,
  PolicyVersion,
  VersionState,
} from '../../../shared/features/policies/versions.ts';
import type { PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import { PackShape } from '../../../shared/kernel/policy-shape.ts';
import type { Db } from '../../database/open.ts';

export type PoliciesRepo = ReturnType<typeof createPoliciesRepo>;

/** A version that was approved, as a decision rests on it. */
interface ApprovedRow {
  id: number;
  content: string;
}

/** Tables policy_versions, policy_edits, policy_reviews. */
export function createPoliciesRepo(db: Db) {
  const select = `
    select v.id, v.pack_id as packId, v.version, v.title, v.state, v.based_on as basedOn, v.changed_because as changedBecause,
           m.name as madeBy, v.made_at as madeAt, s.name as submittedBy, v.submitted_at as submittedAt,
           v.in_force_on as inForceOn, a.name as approvedBy, v.approved_at as approvedAt,
           (select date(min(n.in_force_on), '-1 day') from policy_versions n
             where v.state = 'approved' and n.state = 'approved'
               and (n.in_force_on > v.in_force_on or (n.in_force_on = v.in_force_on and n.id > v.id))) as inForceUntil
      from policy_versions v left join accounts m on m.id = v.made_by
      left join accounts s on s.id = v.submitted_by left join accounts a on a.id = v.approved_by`;
  const newestFirst = db.prepare<[], PolicyVersion>(`${select} where v.state <> 'dropped' order by v.id desc`);
  const ofId = db.prepare<[number], PolicyVersion>(`${select} where v.id = ?`);
  const open = db.prepare<[], PolicyVersion>(`${select} where v.state in ('draft', 'submitted', 'returned')`);
  const contentOf = db.prepare<[number], string>('select content from policy_versions where id = ?').pluck();
  const inForce = db.prepare<[string], ApprovedRow>(`
    select id, content from policy_versions
     where state = 'approved' and in_force_on <= ? order by in_force_on desc, id desc limit 1`);
  const earliest = db.prepare<[], ApprovedRow>(`
    select id, content from policy_versions where state = 'approved' order by in_force_on, id limit 1`);
  const byNumber = db.prepare<[string, number], ApprovedRow>(`
    select id, content from policy_versions where pack_id = ? and version = ? and state = 'approved'`);
  const latestNumber = db
    .prepare<[string], number | null>(
      `select max(version) from policy_versions where pack_id = ? and state <> 'dropped'`,
    )
    .pluck();
  const lastInForce = db
    .prepare<[], string | null>(`select max(in_force_on) from policy_versions where state = 'approved'`)
    .pluck();
  const writers = db
    .prepare<[{ id: number }], number>(
      `select by_id from policy_edits where version_id = :id
        union select made_by from policy_versions where id = :id and made_by is not null
        union select submitted_by from policy_versions where id = :id and submitted_by is not null`,
    )
    .pluck();

  /** Approved versions never change, so each is read once. */
  const approved = new Map<number, PolicyPack>();
  function packIn(row: ApprovedRow | undefined): PolicyPack | null {
    if (row === undefined) return null;
    const held = approved.get(row.id);
    if (held !== undefined) return held;
    const pack = shapeIn(row.content);
    approved.set(row.id, pack);
    return pack;
  }

  return {
    /** The pack in force on a day; before the first version came into force, the first. */
    packOn: (on: string): PolicyPack | null => packIn(inForce.get(on) ?? earliest.get()),
    packByNumber: (packId: string, version: number): PolicyPack | null => packIn(byNumber.get(packId, version)),
    versionOn: (on: string): number | null => (inForce.get(on) ?? earliest.get())?.id ?? null,

    versions: (): readonly PolicyVersion[] => newestFirst.all(),
    versionById: (id: number): PolicyVersion | null => ofId.get(id) ?? null,
    openVersion: (): PolicyVersion | null => open.get() ?? null,
    /** What a version says; a draft may not hold together yet. */
    content(id: number): PackShape | null {
      const held = approved.get(id);
      if (held !== undefined) return held;
      const text = contentOf.get(id);
      return text === undefined ? null : shapeIn(text);
    },
    latestNumber: (packId: string): number => latestNumber.get(packId) ?? 0,
    /** The day the newest approved version comes into force. */
    lastInForceOn: (): string | null => lastInForce.get() ?? null,
    /** Everyone who wrote in a version, made or submitted it. */
    writersOf: (id: number): readonly number[] => writers.all({ id }),

    reviewsOf: (id: number): readonly PolicyReview[] =>
      db
        .prepare<[number], PolicyReview>(
          `select r.decision, r.opinion, a.name as by, r.at
             from policy_reviews r join accounts a on a.id = r.by_id where r.version_id = ? order by r.id desc`,
        )
        .all(id),
    editsOf: (id: number): readonly PolicyEdit[] =>
      db
        .prepare<[number], PolicyEdit>(
          `select e.chapter, e.entry, a.name as by, e.at
             from policy_edits e join accounts a on a.id = e.by_id where e.version_id = ? order by e.id desc`,
        )
        .all(id),

    /** The office's first version, as the program came with it; it stands from the day of the set-up. */
    adoptShipped(pack: PolicyPack, on: string, at: string): void {
      db.prepare(
        `insert into policy_versions (pack_id, version, title, state, content, changed_because, made_at, in_force_on, approved_at, graded_at)
         values (:packId, :version, :title, 'approved', :content, '启用随程序提供的规则包', :at, :on, :at, :at)`,
      ).run({ ...rowOf(pack), on, at });
    },

    insertDraft(pack: PackShape, basedOn: number | null, by: number, at: string): number {
      return Number(
        db
          .prepare(
            `insert into policy_versions (pack_id, version, title, content, based_on, changed_because, made_by, made_at)
             values (:packId, :version, :title, :content, :basedOn, '', :by, :at)`,
          )
          .run({ ...rowOf(pack), basedOn, by, at }).lastInsertRowid,
      );
    },

    /** Writes an entry of a draft: the whole content, and who wrote what. */
    writeDraft(id: number, pack: PackShape, edit: { chapter: string; entry: string }, by: number, at: string): void {
      db.prepare('insert into policy_edits (version_id, chapter, entry, by_id, at) values (?, ?, ?, ?, ?)').run(
        id,
        edit.chapter,
        edit.entry,
        by,
        at,
      );
      db.prepare('update policy_versions set title = ?, content = ? where id = ?').run(
        pack.title,
        JSON.stringify(pack),
        id,
      );
    },

    submit(id: number, { inForceOn, because }: { inForceOn: string; because: string }, by: number, at: string): void {
      db.prepare(
        `update policy_versions set state = 'submitted', in_force_on = ?, changed_because = ?, submitted_by = ?, submitted_at = ?
          where id = ?`,
      ).run(inForceOn, because, by, at, id);
    },

    setState(id: number, state: Extract<VersionState, 'returned' | 'dropped'>): void {
      db.prepare('update policy_versions set state = ? where id = ?').run(state, id);
    },

    approve(id: number, inForceOn: string, by: number, at: string): void {
      db.prepare(
        `update policy_versions set state = 'approved', in_force_on = ?, approved_by = ?, approved_at = ? where id = ?`,
      ).run(inForceOn, by, at, id);
    },

    insertReview(id: number, decision: PolicyReview['decision'], opinion: string, by: number, at: string): void {
      db.prepare('insert into policy_reviews (version_id, decision, opinion, by_id, at) values (?, ?, ?, ?, ?)').run(
        id,
        decision,
        opinion,
        by,
        at,
      );
    },

    /** The version in force on a day under which the roster was not graded yet, and who approved it. */
    ungraded(on: string): { readonly id: number; readonly approvedById: number } | null {
      const found = db
        .prepare<[string], { id: number; approvedById: number; gradedAt: string | null }>(
          `select id, approved_by as approvedById, graded_at as gradedAt from policy_versions
            where state = 'approved' and in_force_on <= ? order by in_force_on desc, id desc limit 1`,
        )
        .get(on);
      return found === undefined || found.gradedAt !== null ? null : found;
    },

    setGraded(id: number, at: string): void {
      db.prepare('update policy_versions set graded_at = ? where id = ?').run(at, id);
    },
  };
}

function rowOf(pack: PackShape) {
  return { packId: pack.id, version: pack.version, title: pack.title, content: JSON.stringify(pack) };
}

function shapeIn(text: string): PackShape {
  return PackShape.parse(JSON.parse(text));
}
