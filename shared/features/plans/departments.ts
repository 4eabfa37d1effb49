import { departmentNamed } from '../../kernel/departments.ts';
import { tidy } from '../../kernel/normalise.ts';
import type { Department } from '../../kernel/policy-entries.ts';

/** One department of a list; `name` and `short` are the pack's, null where it knows none. */
export interface ListedDepartment {
  readonly text: string;
  readonly name: string | null;
  readonly short: string | null;
}

/** Departments as a plan lists them: `市场监管、商务部门等`. Names and aliases are data of the policy pack. */
export interface DepartmentReading {
  readonly departments: readonly ListedDepartment[];
  /** The list ends in 等: there are more than it names. */
  readonly andOthers: boolean;
  /** 各部门, 各行业部门: no list, but all of them. */
  readonly all: boolean;
}

const SEPARATORS = /[、，,；;]/;
const OTHERS = /等(?:相关|有关)?(?:部门|单位)?$/;
const ALL = /^各(?:相关|有关|行业|业务|职能)*(?:主管)?部门$/;

/** Reads a list of departments in its order; a name no alias covers keeps its text and has `name` null. */
export function readDepartments(text: string, known: readonly Department[]): DepartmentReading {
  const plain = tidy(text);
  if (plain === '') return { departments: [], andOthers: false, all: false };
  if (ALL.test(plain)) return { departments: [], andOthers: false, all: true };
  const andOthers = OTHERS.test(plain);
  const names = plain.replace(OTHERS, '').split(SEPARATORS).map(tidy);
  const departments = names.filter((name) => name !== '').flatMap((name) => departmentsIn(name, known));
  return { departments, andOthers, all: false };
}

/** One name, or several joined by 和: only where every part is known, since 文化和旅游 is one. */
function departmentsIn(text: string, known: readonly Department[]): ListedDepartment[] {
  const whole = listed(text, known);
  if (whole.name !== null) return [whole];
  const parts = text.split(/[和及与]/).map((part) => listed(part, known));
  return parts.every(({ name }) => name !== null) ? parts : [whole];
}

function listed(text: string, known: readonly Department[]): ListedDepartment {
  const department = departmentNamed(text, known);
  return { text, name: department?.name ?? null, short: department?.short ?? null };
}
