import { nameKey, tidy } from '../../kernel/normalise.ts';
import type { Department } from '../../kernel/policy-pack.ts';

/** Departments as a plan lists them: `市场监管、商务部门等`. Names and aliases are data of the policy pack. */
export interface DepartmentReading {
  readonly departments: readonly { readonly text: string; readonly name: string | null }[];
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

/** The department a text means, by its name or an alias, with or without 部门 at the end; null = none known. */
export function departmentNamed(text: string, known: readonly Department[]): string | null {
  const keys = [nameKey(text), nameKey(text.replace(/部门$/, ''))];
  const found = known.find(({ name, aliases }) => [name, ...aliases].some((alias) => keys.includes(nameKey(alias))));
  return found?.name ?? null;
}

/** One name, or several joined by 和: only where every part is known, since 文化和旅游 is one. */
function departmentsIn(text: string, known: readonly Department[]): { text: string; name: string | null }[] {
  const whole = departmentNamed(text, known);
  if (whole !== null) return [{ text, name: whole }];
  const parts = text.split(/[和及与]/).map((part) => ({ text: part, name: departmentNamed(part, known) }));
  return parts.every(({ name }) => name !== null) ? parts : [{ text, name: null }];
}
