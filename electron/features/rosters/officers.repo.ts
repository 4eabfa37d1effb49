import type { KnownOfficer } from '../../../shared/features/rosters/check-officers.ts';
import { officerKey } from '../../../shared/features/rosters/check-officers.ts';
import type { Leave, OfficerEntry, RecusalEntry } from '../../../shared/features/rosters/entries.ts';
import type { OfficerStatus, RecusalReason } from '../../../shared/features/rosters/officer-columns.ts';
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
}

export interface Recusal {
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
  readonly createdAt: string;
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

/** Tables officers, leaves and recusals. */
export function createOfficersRepo(db: Db) {
  const selectAll = db.prepare<[], OfficerRow>(`select ${columns} from officers order by code`);
  const selectById = db.prepare<[number], OfficerRow>(`select ${columns} from officers where id = ?`);
  const selectLeaves = db.prepare<[number], Leave>(
    'select from_on as fromOn, to_on as toOn from leaves where officer_id = ? order by from_on, id',
  );
  const insertLeave = db.prepare('insert into leaves (officer_id, from_on, to_on) values (?, ?, ?)');
  const deleteLeaves = db.prepare('delete from leaves where officer_id = ?');
  const selectRecusals = db.prepare<[], Omit<Recusal, 'reasonCode'>>(`
    select r.id, r.officer_id as officerId, f.code as officerCode, f.name as officerName, f.unit as officerUnit,
           r.object_id as objectId, o.code as objectCode, o.name as objectName, r.reason, r.evidence, r.created_at as createdAt
      from recusals r join officers f on f.id = r.officer_id join objects o on o.id = r.object_id
     order by f.code, o.code`);

  const recusals = (): readonly Recusal[] =>
    selectRecusals.all().map((row) => ({ ...row, reasonCode: reasonCodes[row.reason] }));

  function writeLeaves(id: number, { leaves }: OfficerEntry): void {
    deleteLeaves.run(id);
    for (const { fromOn, toOn } of leaves) insertLeave.run(id, fromOn, toOn);
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
      writeLeaves(Number(lastInsertRowid), entry);
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
      writeLeaves(id, entry);
    },

    /** Throws a foreign key error when recusals, draws or inspections rest on the officer. */
    deleteOfficer(id: number): void {
      db.prepare('delete from officers where id = ?').run(id);
    },

    officerEntry(id: number): OfficerEntry | null {
      const row = selectById.get(id);
      return row === undefined ? null : entryOf(row, selectLeaves.all(id));
    },

    /** Ids by the key an officer is known by in workbooks. */
    officerIds(): ReadonlyMap<string, number> {
      return new Map(selectAll.all().map((row) => [officerKey(knownOf(row)), row.id]));
    },

    knownOfficers: (): readonly KnownOfficer[] => selectAll.all().map(knownOf),
    officers: (): readonly Officer[] => selectAll.all().map((row) => officerOf(row, selectLeaves.all(row.id))),

    officerById(id: number): Officer | null {
      const row = selectById.get(id);
      return row === undefined ? null : officerOf(row, selectLeaves.all(id));
    },

    countOfficers: (): number => db.prepare('select count(*) from officers').pluck().get() as number,

    recusals,
    recusalById: (id: number): Recusal | null => recusals().find((recusal) => recusal.id === id) ?? null,

    /** The entry as the history keeps it. */
    recusalEntry({ officerName, officerUnit, objectName, reason, evidence }: Recusal): RecusalEntry {
      return { officer: `${officerName}（${officerUnit}）`, object: objectName, reason, evidence };
    },

    recusalOf(officerId: number, objectId: number): Recusal | null {
      return recusals().find((one) => one.officerId === officerId && one.objectId === objectId) ?? null;
    },

    insertRecusal(
      officerId: number,
      objectId: number,
      { reason, evidence }: Pick<RecusalEntry, 'reason' | 'evidence'>,
      at: string,
    ): number {
      const { lastInsertRowid } = db
        .prepare('insert into recusals (officer_id, object_id, reason, evidence, created_at) values (?, ?, ?, ?, ?)')
        .run(officerId, objectId, reason, evidence, at);
      return Number(lastInsertRowid);
    },

    updateRecusal(id: number, { reason, evidence }: Pick<RecusalEntry, 'reason' | 'evidence'>): void {
      db.prepare('update recusals set reason = ?, evidence = ? where id = ?').run(reason, evidence, id);
    },

    deleteRecusal(id: number): void {
      db.prepare('delete from recusals where id = ?').run(id);
    },

    /** Everyone of the roster; who may be seated on a day is the draw's to say. By code. */
    drawOfficers() {
      return this.officers().map(
        ({ unit: _unit, maskedPhone: _phone, section: _section, post: _post, ...officer }) => officer,
      );
    },

    drawRecusals(): readonly { officerCode: string; objectCode: string; reasonCode: string }[] {
      return recusals().map(({ officerCode, objectCode, reasonCode }) => ({ officerCode, objectCode, reasonCode }));
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

function entryOf(row: OfficerRow, leaves: readonly Leave[]): OfficerEntry {
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
    phone: row.phone,
  };
}

function officerOf(row: OfficerRow, leaves: readonly Leave[]): Officer {
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
  };
}
