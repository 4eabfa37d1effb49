import type { FestivalDays } from '../../kernel/festivals.ts';
import { type QuotaClause, quotaCount, sayClause, visitsAsked } from '../../kernel/quota-reading.ts';
import { monthsOf } from './period-text.ts';
import type { PlanItem } from './plan-items.ts';
import { type Round, roundsOf } from './rounds.ts';

/** A class of objects a quota names, and how many the roster holds of it; null = not bound to the roster yet. */
export interface ClassSize {
  readonly name: string;
  readonly size: number | null;
}

/** What one clause of a quota asks on today's roster. */
export interface ClauseFigures {
  readonly text: string;
  readonly classes: readonly ClassSize[];
  /** Objects of all its classes together, each once; null where a class is not bound. */
  readonly size: number | null;
  /** Objects asked each time: ratios round up; null where the size is needed and not known. */
  readonly asked: number | null;
}

/** What an item asks over its period. */
export interface ItemFigures {
  readonly clauses: readonly ClauseFigures[];
  readonly rounds: readonly Round[];
  /** 预估抽查对象数 as reckoned: clauses' counts times the rounds; null where something is not known. */
  readonly reckoned: number | null;
  /** As the office wrote it; null = as reckoned. */
  readonly written: number | null;
}

/** The roster as far as figures need it. */
export interface ClassPools {
  /** Objects of a class; null = not bound. */
  sizeOf(name: string): number | null;
  /** Objects of all these classes, each counted once, that also belong to one of `within` (empty = everything). */
  sizeOfAll(names: readonly string[], within: readonly string[]): number | null;
}

/** The figures of an item on the roster as it is now. 细则 第八条. */
export function figuresOf(item: PlanItem, pools: ClassPools, festivals: readonly FestivalDays[]): ItemFigures {
  const clauses = (item.quota?.clauses ?? []).map((clause) => clauseFigures(clause, item, pools));
  const rounds = roundsOf(item, festivals);
  return { clauses, rounds, reckoned: reckon(item, clauses, rounds), written: item.estimate };
}

/** Classes a clause is counted over: those it names, what it is a share of, else the item's objects. */
export function classesOf({ classes, base }: QuotaClause, { texts }: Pick<PlanItem, 'texts'>): readonly string[] {
  if (classes.length > 0) return classes;
  return base === null ? objectsIn(texts.objects) : [base];
}

/** The kinds of objects an item's 检查对象 lists; commas inside brackets do not part them. */
export function objectsIn(text: string): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  let name = '';
  for (const char of text) {
    if (/[（(]/.test(char)) depth += 1;
    if (/[）)]/.test(char)) depth = Math.max(0, depth - 1);
    if (depth === 0 && /[、，,；;\n]/.test(char)) {
      names.push(name);
      name = '';
    } else name += char;
  }
  return [...new Set([...names, name].map((part) => part.trim()).filter((part) => part !== ''))];
}

/** The number that counts towards the plan's sum: the written one where there is one. */
export function estimateOf({ reckoned, written }: ItemFigures): number | null {
  return written ?? reckoned;
}

function clauseFigures(clause: QuotaClause, item: PlanItem, pools: ClassPools): ClauseFigures {
  const names = classesOf(clause, item);
  const classes = names.map((name) => ({ name, size: pools.sizeOf(name) }));
  const size = pools.sizeOfAll(names, clause.base === null ? [] : objectsIn(item.texts.objects));
  const asked = size === null && clause.figure.kind === 'count' ? clause.figure.count : null;
  return { text: sayClause(clause), classes, size, asked: size === null ? asked : quotaCount(clause, size) };
}

function reckon(item: PlanItem, clauses: readonly ClauseFigures[], rounds: readonly Round[]): number | null {
  const { quota, period } = item;
  if (quota === null || (quota.rounds !== null && quota.rounds.every !== null && period === null)) return null;
  const times = quota.rounds?.times ?? 1;
  return visitsAsked(
    quota,
    clauses.map(({ size }) => size),
    {
      months: period === null ? 12 : monthsOf(period),
      departments: departmentsOf(item),
      occasions: rounds.length === 0 ? null : rounds.length / times,
    },
  );
}

/** Departments that take part, where the plan names them all. */
function departmentsOf({ initiators, participants }: PlanItem): number | null {
  const lists = [initiators, participants];
  if (lists.some(({ all, andOthers }) => all || andOthers)) return null;
  return lists.reduce((sum, { departments }) => sum + departments.length, 0);
}
