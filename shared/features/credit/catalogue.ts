import type { CreditKind } from '../../kernel/credit-facts.ts';
import { departmentNamed, shortDepartment } from '../../kernel/departments.ts';
import { addMonths, type LocalDate } from '../../kernel/local-date.ts';
import { sameName } from '../../kernel/normalise.ts';
import type { PolicyPack } from '../../kernel/policy-pack.ts';
import type { CatalogueEntry } from '../../kernel/policy-work.ts';

/** When records of a kind last came from a source. */
export interface Supply {
  readonly kind: CreditKind;
  readonly source: string;
  readonly lastOn: LocalDate;
}

/** 本期无: told by the supplier. */
export interface Receipt {
  readonly entryId: string;
  readonly receivedOn: LocalDate;
  readonly note: string;
  readonly markedBy: string;
}

export interface CatalogueState {
  /** The day something of the entry last came in: records, or word that there are none. */
  readonly lastOn: LocalDate | null;
  readonly lastWas: 'records' | 'none' | null;
  /** The last day of the period that is running; null for what comes as it happens. */
  readonly dueOn: LocalDate | null;
  readonly isLate: boolean;
}

/**
 * Where an entry stands: the period after the last receipt runs `everyMonths`; before the first one it runs from `since`, the
 * day the catalogue came into use.
 */
export function catalogueStateOf(
  entry: Pick<CatalogueEntry, 'everyMonths'>,
  { records, receipt }: { readonly records: LocalDate | null; readonly receipt: LocalDate | null },
  since: LocalDate,
  today: LocalDate,
): CatalogueState {
  const lastWas = records === null && receipt === null ? null : (receipt ?? '') > (records ?? '') ? 'none' : 'records';
  const lastOn = lastWas === 'none' ? receipt : records;
  const dueOn = entry.everyMonths === null ? null : addMonths(lastOn ?? since, entry.everyMonths);
  return { lastOn, lastWas, dueOn, isLate: dueOn !== null && dueOn < today };
}

/** Who the office itself is, and the departments its pack knows. */
export interface Suppliers {
  readonly bureau: { readonly name: string; readonly shortName: string; readonly department: string };
  readonly departments: PolicyPack['departments'];
}

/**
 * The last day records of an entry came in, from whatever name its supplier goes by: 本局 means the office itself, a department
 * any of its names; where the catalogue only says whose kind it is (司法机关), every source of the kind counts.
 */
export function lastSupplied(
  entry: Pick<CatalogueEntry, 'kind' | 'supplier'>,
  supplies: readonly Supply[],
  { bureau, departments }: Suppliers,
): LocalDate | null {
  const own = [bureau.name, bureau.shortName, bureau.department, shortDepartment(bureau.name, departments)];
  const isOwn = (source: string) =>
    source.includes(bureau.name) || own.some((name) => sameName(name, shortDepartment(source, departments)));
  const wanted = departmentNamed(entry.supplier, departments);
  const fits = (source: string): boolean => {
    if (/^(?:本局|本机关|本单位|局)/.test(entry.supplier)) return isOwn(source);
    return wanted === null || departmentNamed(source, departments) === wanted || sameName(source, entry.supplier);
  };
  const days = supplies
    .filter(({ kind, source }) => kind === entry.kind && fits(source))
    .map(({ lastOn }) => lastOn)
    .toSorted();
  return days.at(-1) ?? null;
}
