import type { KnownOfficer } from '../../../shared/features/rosters/check-officers.ts';
import { officerKey } from '../../../shared/features/rosters/check-officers.ts';
import type { OfficerEntry } from '../../../shared/features/rosters/entries.ts';
import type { Declaration } from '../../../shared/features/rosters/found-recusals.ts';
import type { OfficerStatus } from '../../../shared/features/rosters/officer-columns.ts';
import type {
  FormerEmployer,
  Leave,
  LeaveKind,
  Relation,
  Relative,
} from '../../../shared/features/rosters/officer-facts.ts';
import { maskPhone } from '../../../shared/kernel/redact.ts';
import type { Db } from '../../database/open.ts';

/** An officer as lists show them. `code` is issued by the program and stands in draws. */
export interface Officer {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** As written: 额尔古纳市应急管理局. */
  readonly unit: string;
  /** As plans and draws name it: 应急. */
  readonly department: string;
  readonly section: string;
  readonly post: string;
  readonly certificateNumber: string;
  readonly certificateExpiresOn: string | null;
  readonly hasEstablishment: boolean;
  readonly isLeaderQualified: boolean;
  /** Empty: every item (细则 第七条). */
  readonly scopes: readonly string[];
  readonly status: OfficerStatus;
  readonly maskedPhone: string;
  readonly leaves: readonly Leave[];
  readonly formerEmployers: readonly FormerEmployer[];
  /** How many relatives were declared; who they are is for those who need it. */
  readonly relativesDeclared: number;
}

/** What hangs on an officer, each in its own table. */
interface Parts {
  readonly leaves: readonly Leave[];
  readonly formerEmployers: readonly FormerEmployer[];
  readonly relatives: readonly Relative[];
}

interface OfficerRow {
  id: number;
  code: string;
  name: string;
  unit: string;
  department: string;
  section: string;
  post: string;
  certificate_number: string;
  certificate_expires_on: string | null;
  has_establishment: number;
  is_leader_qualified: number;
  scopes: string;
  status: OfficerStatus;
  phone: string;
}

const columns = `id, code, name, unit, department, section, post, certificate_number, certificate_expires_on, has_establishment,
  is_leader_qualified, scopes, status, phone`;

export type OfficersRepo = ReturnType<typeof createOfficersRepo>;

/** Tables officers, leaves, former_employers and relatives. */
export function createOfficersRepo(db: Db) {
  const selectAll = db.prepare<[], OfficerRow>(`select ${columns} from officers order by code`);
  const selectById = db.prepare<[number], OfficerRow>(`select ${columns} from officers where id = ?`);
  const selectLeaves = db.prepare<[number], { fromOn: string; toOn: string; kind: LeaveKind | null; reason: string }>(
    'select from_on as fromOn, to_on as toOn, kind, reason from leaves where officer_id = ? order by from_on, id',
  );
  const selectFormers = db.prepare<[number], { employer: string; fromOn: string | null; toOn: string | null }>(
    'select employer, from_on as fromOn, to_on as toOn from former_employers where officer_id = ? order by id',
  );
  const selectRelatives = db.prepare<[number], { relation: Relation; name: string; company: string }>(
    'select relation, name, company from relatives where officer_id = ? order by id',
  );

  /** Days and texts that were not told are left out, so that equal entries are equal texts in the history. */
  function partsOf(id: number): Parts {
    return {
      leaves: selectLeaves.all(id).map(({ fromOn, toOn, kind, reason }) => ({
        fromOn,
        toOn,
        ...(kind === null ? {} : { kind }),
        ...(reason === '' ? {} : { reason }),
      })),
      formerEmployers: selectFormers.all(id).map(({ employer, fromOn, toOn }) => ({
        employer,
        ...(fromOn === null ? {} : { fromOn }),
        ...(toOn === null ? {} : { toOn }),
      })),
      relatives: selectRelatives.all(id).map(({ relation, name, company }) => ({
        relation,
        name,
        ...(company === '' ? {} : { company }),
      })),
    };
  }

  function writeParts(id: number, { leaves, formerEmployers = [], relatives = [] }: OfficerEntry): void {
    for (const table of ['leaves', 'former_employers', 'relatives'])
      db.prepare(`delete from ${table} where officer_id = ?`).run(id);
    const insertLeave = db.prepare(
      'insert into leaves (officer_id, from_on, to_on, kind, reason) values (?, ?, ?, ?, ?)',
    );
    for (const { fromOn, toOn, kind, reason } of leaves) insertLeave.run(id, fromOn, toOn, kind ?? null, reason ?? '');
    const insertFormer = db.prepare(
      'insert into former_employers (officer_id, employer, from_on, to_on) values (?, ?, ?, ?)',
    );
    for (const { employer, fromOn, toOn } of formerEmployers)
      insertFormer.run(id, employer, fromOn ?? null, toOn ?? null);
    const insertRelative = db.prepare(
      'insert into relatives (officer_id, relation, name, company) values (?, ?, ?, ?)',
    );
    for (const { relation, name, company } of relatives) insertRelative.run(id, relation, name, company ?? '');
  }

  /** ZF001, ZF002, …, after the row's own number, which is never given twice. */
  function nextCode(): string {
    const last = db.prepare(`select seq from sqlite_sequence where name = 'officers'`).pluck().get() as
      | number
      | undefined;
    return `ZF${String((last ?? 0) + 1).padStart(3, '0')}`;
  }

  return {
    insertOfficer(entry: OfficerEntry, department: string, at: string): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into officers (code, name, unit, department, section, post, certificate_number, certificate_expires_on,
                                 has_establishment, is_leader_qualified, scopes, status, phone, created_at, updated_at)
           values (:code, :name, :unit, :department, :section, :post, :certificate, :until, :established, :leader, :scopes,
                   :status, :phone, :at, :at)`,
        )
        .run({ ...fieldsOf(entry), code: nextCode(), department, at });
      writeParts(Number(lastInsertRowid), entry);
      return Number(lastInsertRowid);
    },

    updateOfficer(id: number, entry: OfficerEntry, department: string, at: string): void {
      db.prepare(
        `update officers
            set name = :name, unit = :unit, department = :department, section = :section, post = :post,
                certificate_number = :certificate, certificate_expires_on = :until, has_establishment = :established,
                is_leader_qualified = :leader, scopes = :scopes, status = :status, phone = :phone, updated_at = :at
          where id = :id`,
      ).run({ ...fieldsOf(entry), id, department, at });
      writeParts(id, entry);
    },

    /** Throws a foreign key error when recusals, draws or inspections rest on the officer. */
    deleteOfficer(id: number): void {
      db.prepare('delete from officers where id = ?').run(id);
    },

    officerEntry(id: number): OfficerEntry | null {
      const row = selectById.get(id);
      return row === undefined ? null : entryOf(row, partsOf(id));
    },

    /** Ids by the key an officer is known by in workbooks. */
    officerIds(): ReadonlyMap<string, number> {
      return new Map(selectAll.all().map((row) => [officerKey(knownOf(row)), row.id]));
    },

    knownOfficers: (): readonly KnownOfficer[] => selectAll.all().map(knownOf),
    officers: (): readonly Officer[] => selectAll.all().map((row) => officerOf(row, partsOf(row.id))),

    officerById(id: number): Officer | null {
      const row = selectById.get(id);
      return row === undefined ? null : officerOf(row, partsOf(id));
    },

    countOfficers: (): number => db.prepare('select count(*) from officers').pluck().get() as number,

    /** Everyone of the roster; who may be seated on a day is the draw's to say. By code. */
    drawOfficers() {
      return this.officers().map(
        ({
          unit: _unit,
          maskedPhone: _phone,
          section: _section,
          post: _post,
          formerEmployers: _formers,
          relativesDeclared: _relatives,
          ...officer
        }) => officer,
      );
    },

    /** What officers still here declared, for the finding of recusals. */
    declarations(): readonly Declaration[] {
      return selectAll
        .all()
        .filter(({ status }) => status === '在岗' || status === '离岗')
        .map(({ id }) => {
          const { formerEmployers, relatives } = partsOf(id);
          return { officerId: id, formerEmployers, relatives };
        });
    },
  };
}

function fieldsOf(entry: OfficerEntry) {
  return {
    name: entry.name,
    unit: entry.department,
    section: entry.section,
    post: entry.post,
    certificate: entry.certificate,
    until: entry.certificateUntil ?? null,
    established: Number(entry.established),
    leader: Number(entry.leader),
    scopes: JSON.stringify(entry.scopes),
    status: entry.status,
    phone: entry.phone,
  };
}

function knownOf(row: OfficerRow): KnownOfficer {
  return { name: row.name, department: row.unit, certificate: row.certificate_number };
}

function entryOf(row: OfficerRow, { leaves, formerEmployers, relatives }: Parts): OfficerEntry {
  return {
    name: row.name,
    department: row.unit,
    section: row.section,
    post: row.post,
    certificate: row.certificate_number,
    certificateUntil: row.certificate_expires_on ?? undefined,
    established: row.has_establishment === 1,
    scopes: JSON.parse(row.scopes) as string[],
    leader: row.is_leader_qualified === 1,
    status: row.status,
    leaves,
    formerEmployers: formerEmployers.length === 0 ? undefined : formerEmployers,
    relatives: relatives.length === 0 ? undefined : relatives,
    phone: row.phone,
  };
}

function officerOf(row: OfficerRow, { leaves, formerEmployers, relatives }: Parts): Officer {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    unit: row.unit,
    department: row.department,
    section: row.section,
    post: row.post,
    certificateNumber: row.certificate_number,
    certificateExpiresOn: row.certificate_expires_on,
    hasEstablishment: row.has_establishment === 1,
    isLeaderQualified: row.is_leader_qualified === 1,
    scopes: JSON.parse(row.scopes) as string[],
    status: row.status,
    maskedPhone: row.phone === '' ? '' : maskPhone(row.phone),
    leaves,
    formerEmployers,
    relativesDeclared: relatives.length,
  };
}
