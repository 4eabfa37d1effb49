import { type LocalDate, localDateIn } from '../../kernel/local-date.ts';
import { sameName, tidy } from '../../kernel/normalise.ts';
import { citeArticle } from '../../kernel/pack-basis.ts';
import type { PolicyPack } from '../../kernel/policy-pack.ts';
import { done, type RefusalOf, type Result, refuse } from '../../kernel/result.ts';
import { type Cell, cellAt, type Sheet, type SheetRow } from '../../kernel/sheet.ts';
import { type RecognisedHeadings, recogniseHeadings } from '../../kernel/sheet-columns.ts';
import { checkUscc, normaliseUscc } from '../../kernel/uscc.ts';
import { normaliseNationalGrade } from './grade.ts';
import { type NationalGradeField, nationalGradeColumns } from './national-grade-columns.ts';
import type { GradingRefusals } from './refusals.ts';

export interface NationalGradeRow {
  readonly row: number;
  readonly objectId: number;
  readonly name: string;
  readonly grade: string;
  readonly evaluatedOn: LocalDate | null;
}

/** `error`: the row is not imported. `warning`: imported, but to be looked at. `notice`: nothing to import in it. */
export interface GradeProblem {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly severity: 'error' | 'warning' | 'notice';
  readonly sentence: string;
}

export interface StagedGrades {
  readonly rows: readonly NationalGradeRow[];
  readonly problems: readonly GradeProblem[];
  readonly rowsRead: number;
}

export interface GradableObject {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

type StagingRefusal = RefusalOf<
  Pick<GradingRefusals, 'GRADE_HEADINGS_NOT_FOUND' | 'GRADE_SHEET_EMPTY' | 'GRADE_NATIONAL_UNUSED'>
>;
type Headings = RecognisedHeadings<NationalGradeField>;

const COLUMN: Readonly<Record<NationalGradeField, string>> = {
  name: '企业名称',
  code: '统一社会信用代码',
  grade: '国家信用等级',
  evaluatedOn: '评价日期',
  note: '备注',
};

/** Whether the pack says what a national grade is worth; an office that grades by its own model alone has no use for them. */
export function usesNationalGrades(pack: PolicyPack): boolean {
  return pack.grades.some(({ national }) => national.length > 0);
}

/** Checks a workbook of national grades against the roster and the pack, row by row; nothing is written. */
export function readNationalGrades(
  sheets: readonly Sheet[],
  roster: readonly GradableObject[],
  pack: PolicyPack,
  today: LocalDate,
): Result<StagedGrades, StagingRefusal> {
  if (!usesNationalGrades(pack))
    return refuse('GRADE_NATIONAL_UNUSED', { article: citeArticle(pack.evaluation.source) });
  const table = tableIn(sheets);
  if (table === null) {
    const required = nationalGradeColumns.filter((column) => column.required).map(({ heading }) => heading);
    return refuse('GRADE_HEADINGS_NOT_FOUND', { required });
  }
  if (table.rows.length === 0) return refuse('GRADE_SHEET_EMPTY', { sheet: table.sheet.name });
  const byCode = new Map(roster.map((object) => [object.code, object]));
  const seen = new Map<number, number>();
  const rows: NationalGradeRow[] = [];
  const problems: GradeProblem[] = [];
  for (const row of table.rows) {
    const reading = readRow(row, table.headings, { byCode, seen, pack, today });
    problems.push(...reading.problems.map((problem) => ({ ...problem, sheet: table.sheet.name, row: row.number })));
    if (reading.grade === null) continue;
    seen.set(reading.grade.objectId, row.number);
    rows.push({ row: row.number, ...reading.grade });
  }
  return done({ rows, problems, rowsRead: table.rows.length });
}

interface Against {
  readonly byCode: ReadonlyMap<string, GradableObject>;
  /** Rows of this file that already gave an object's grade. */
  readonly seen: ReadonlyMap<number, number>;
  readonly pack: PolicyPack;
  readonly today: LocalDate;
}

type Found = Omit<GradeProblem, 'sheet' | 'row'>;

function readRow(row: SheetRow, headings: Headings, against: Against) {
  const problems: Found[] = [];
  const cell = (key: NationalGradeField) => cellOf(row, headings, key);
  const note = (key: NationalGradeField, severity: GradeProblem['severity'], sentence: string) => {
    problems.push({ column: COLUMN[key], severity, sentence });
    return null;
  };
  const object = objectOf(cell('code'), against, note);
  const grade = gradeIn(cell('grade'), against.pack, note);
  const evaluatedOn = dayIn(cell('evaluatedOn'), against.today, note);
  if (object === null || grade === null || evaluatedOn === undefined) return { problems, grade: null };
  const earlier = against.seen.get(object.id);
  if (earlier !== undefined) {
    note('code', 'error', `与第${earlier}行是同一户，本行不导入。请删除多余的一行。`);
    return { problems, grade: null };
  }
  const name = tidy(cell('name').text);
  if (name !== '' && !sameName(name, object.name)) {
    note('name', 'warning', `名录中这个代码的名称是“${object.name}”，与表中“${name}”不同。已按代码导入，请核对。`);
  }
  return { problems, grade: { objectId: object.id, name: object.name, grade, evaluatedOn } };
}

type Note = (key: NationalGradeField, severity: GradeProblem['severity'], sentence: string) => null;

function objectOf(cell: Cell, { byCode }: Against, note: Note): GradableObject | null {
  if (cell.kind === 'number') {
    return note('code', 'error', '“统一社会信用代码”是数字格式，后几位已丢失。请在表格中将该列设为文本后重新填写。');
  }
  const code = normaliseUscc(cell.text);
  if (code === '') return note('code', 'error', '“统一社会信用代码”没有填写。请补填后重新导入。');
  const object = byCode.get(code);
  if (object !== undefined) return object;
  const isOdd = checkUscc(code).length > 0;
  return note('code', 'error', `“${code}”不在检查对象名录中${isOdd ? '，且代码校验不符' : ''}。请核对，或先导入名录。`);
}

function gradeIn(cell: Cell, pack: PolicyPack, note: Note): string | null {
  const grade = normaliseNationalGrade(cell.text);
  if (grade === null) return note('grade', 'notice', '没有国家信用等级，本行不导入，按未取得国家评价处理。');
  const known = pack.grades.flatMap(({ national }) => national);
  if (known.includes(grade)) return grade;
  const article = pack.grades[0] === undefined ? '' : citeArticle(pack.grades[0].source);
  return note('grade', 'error', `没有“${grade}”这一等级，只有${known.join('、')}（${article}）。请核对。`);
}

/** null = not stated, undefined = not readable. */
function dayIn(cell: Cell, today: LocalDate, note: Note): LocalDate | null | undefined {
  const typed = tidy(cell.text);
  if (typed === '') return null;
  const on = localDateIn(typed);
  if (on === null) {
    note('evaluatedOn', 'error', `“${typed}”不是日期。请写成2020-01-31的形式。`);
    return undefined;
  }
  if (on > today) note('evaluatedOn', 'warning', `评价日期${on}还没有到。请核对。`);
  return on;
}

function cellOf(row: SheetRow, headings: Headings, key: NationalGradeField): Cell {
  const column = headings.columns.get(key);
  return column === undefined ? { kind: 'empty', text: '' } : cellAt(row, column);
}

/** The visible sheet with most of the headings. */
function tableIn(sheets: readonly Sheet[]) {
  const tables = sheets
    .filter(({ hidden }) => !hidden)
    .flatMap((sheet) => {
      const headings = recogniseHeadings(sheet, nationalGradeColumns);
      return headings === undefined ? [] : [{ sheet, headings, rows: rowsBelow(sheet, headings) }];
    });
  return tables.toSorted((one, other) => other.headings.columns.size - one.headings.columns.size)[0] ?? null;
}

function rowsBelow(sheet: Sheet, headings: Headings): SheetRow[] {
  const columns = [...headings.columns.values()];
  return sheet.rows.filter(
    (row) => row.number > headings.row && columns.some((column) => cellAt(row, column).text.trim() !== ''),
  );
}
