import type { LocalDate } from '../../kernel/local-date.ts';
import { nameKey } from '../../kernel/normalise.ts';
import { done, type Result } from '../../kernel/result.ts';
import type { RowReader } from '../../kernel/row-reader.ts';
import type { Sheet } from '../../kernel/sheet.ts';
import { findTable, type Staged, type StagingRefusal, stageRows } from '../../kernel/staging.ts';
import { type OfficerField, type OfficerStatus, officerColumns, officerStatuses } from './officer-columns.ts';

/** One 执法检查人员 as the workbook gives it (细则 第七条). */
export interface OfficerDraft {
  readonly name: string;
  readonly department: string;
  readonly section: string;
  readonly post: string;
  /** 行政执法证号; empty: none, and no draw. */
  readonly certificate: string;
  readonly certificateUntil?: LocalDate | undefined;
  /** 行政编制, required to inspect. */
  readonly established: boolean;
  /** Empty: every item of the list (细则 第七条). */
  readonly scopes: readonly string[];
  readonly leader: boolean;
  readonly status: OfficerStatus;
  readonly leaveFrom?: LocalDate | undefined;
  readonly leaveUntil?: LocalDate | undefined;
  readonly phone: string;
}

/** Who an officer is: by certificate, or by name and department where there is none. */
export interface KnownOfficer {
  readonly name: string;
  readonly department: string;
  readonly certificate: string;
}

/** The key an officer is known by in a workbook and in the roster. */
export function officerKey({ name, department, certificate }: KnownOfficer): string {
  return certificate === '' ? `${nameKey(name)}@${nameKey(department)}` : certificate;
}

/** Checks a 执法检查人员 workbook against itself and the roster; certificates are judged on `today`. */
export function checkOfficers(
  sheets: readonly Sheet[],
  known: readonly KnownOfficer[],
  today: LocalDate,
  table = findTable(sheets, officerColumns),
): Result<Staged<OfficerDraft>, StagingRefusal> {
  if (!table.ok) return table;
  const roster = new Map(known.map((officer) => [officerKey(officer), officer]));
  const rowOfKey = new Map<string, number>();

  return done(
    stageRows(table.value, officerColumns, (reader, row) => {
      const draft = readOfficer(reader, today);
      const key = officerKey(draft);
      const there = roster.get(key) ?? withoutCertificate(roster, draft);
      const firstRow = rowOfKey.get(key);
      if (firstRow !== undefined) {
        reader.note(draft.certificate === '' ? 'name' : 'certificate', 'DUPLICATE_IN_FILE', { firstRow });
      } else if (there !== undefined) {
        reader.note(undefined, 'WILL_UPDATE', { name: there.name });
      }
      if (draft.name !== '' && firstRow === undefined) rowOfKey.set(key, row);
      return { draft, update: there !== undefined };
    }),
  );
}

/** Someone who was in the roster without a certificate and has one now is the same person. */
function withoutCertificate(roster: ReadonlyMap<string, KnownOfficer>, draft: OfficerDraft): KnownOfficer | undefined {
  return roster.get(officerKey({ ...draft, certificate: '' }));
}

function readOfficer(reader: RowReader<OfficerField>, today: LocalDate): OfficerDraft {
  reader.require('name');
  reader.require('department');
  const certificate = reader.code('certificate', 'allow-short');
  const certificateUntil = reader.date('certificateUntil');
  noteCertificate(reader, certificate, certificateUntil, today);
  const established = reader.flag('established', true);
  if (!established) reader.note('established', 'NOT_ESTABLISHED', {});
  const leaveFrom = reader.date('leaveFrom');
  const leaveUntil = reader.date('leaveUntil');
  if (leaveFrom !== undefined && leaveUntil !== undefined && leaveFrom > leaveUntil) {
    reader.note('leaveUntil', 'DATES_REVERSED', { from: leaveFrom, until: leaveUntil });
  }
  return {
    name: reader.text('name'),
    department: reader.text('department'),
    section: reader.text('section'),
    post: reader.text('post'),
    certificate,
    certificateUntil,
    established,
    scopes: reader.list('scopes'),
    leader: reader.flag('leader', false),
    status: reader.choice('status', officerStatuses, '在岗', STATUS_SYNONYMS),
    leaveFrom,
    leaveUntil,
    phone: reader.phone('phone'),
  };
}

const STATUS_SYNONYMS: Readonly<Record<string, OfficerStatus>> = {
  在职: '在岗',
  正常: '在岗',
  调出: '调离',
  离职: '调离',
};

/** What keeps an officer out of the draw is told at once, not at the draw. */
function noteCertificate(
  reader: RowReader<OfficerField>,
  certificate: string,
  until: LocalDate | undefined,
  today: LocalDate,
): void {
  if (certificate === '') reader.note('certificate', 'CERTIFICATE_MISSING', {});
  else if (until === undefined) reader.note('certificateUntil', 'CERTIFICATE_EXPIRY_MISSING', {});
  else if (until < today) reader.note('certificateUntil', 'CERTIFICATE_EXPIRED', { until });
}
