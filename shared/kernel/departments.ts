import { nameKey } from './normalise.ts';
import type { Department } from './policy-entries.ts';

/**
 * The department a text means: its name, short name or an alias, with or without a place before it and 部门 after it
 * (额尔古纳市应急管理局, 应急管理部门, 应急). null = none known. The longest name that fits wins.
 */
export function departmentNamed(text: string, known: readonly Department[]): Department | null {
  const keys = [nameKey(text), nameKey(text.replace(/部门$/, ''))];
  let best: { department: Department; length: number } | null = null;
  for (const department of known) {
    for (const name of [department.name, department.short, ...department.aliases]) {
      const key = nameKey(name);
      const fits = keys.some((candidate) => candidate === key || isAfterPlace(candidate, key));
      if (fits && key.length > (best?.length ?? 0)) best = { department, length: key.length };
    }
  }
  return best?.department ?? null;
}

/** The short name tasks and draws use for a department; a department the pack does not know keeps its text. */
export function shortDepartment(text: string, known: readonly Department[]): string {
  return departmentNamed(text, known)?.short ?? text.trim();
}

/** 额尔古纳市 before the name: what is left ends in 市, 旗, 县, 区, 盟 or 省. */
function isAfterPlace(text: string, name: string): boolean {
  return text.length > name.length && text.endsWith(name) && /[市旗县区盟省]$/.test(text.slice(0, -name.length));
}
