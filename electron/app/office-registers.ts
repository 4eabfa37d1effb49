import { caseRegister, reportRegister } from '../../shared/features/registers/own-registers.ts';
import { type Register, titleOfCells } from '../../shared/features/registers/register.ts';
import { citeArticle } from '../../shared/kernel/pack-basis.ts';
import type { PolicyPack } from '../../shared/kernel/policy-pack.ts';
import type { Context } from './context.ts';
import { officePack } from './office-pack.ts';

type PackRegister = PolicyPack['registers'][number];

/** What the pack says of 成效案例 and of the reports: the article of its report dates, else nothing in particular. */
const ownArticle = '本程序自设';

/** The registers of the office's pack in force, in its order; those turned off only where they hold entries. */
export function officeRegisters(ctx: Context): readonly Register[] {
  const entered = new Set(ctx.registers.standingEntries().map(({ registerId }) => registerId));
  return officePack(ctx)
    .registers.filter(({ id, isUsed }) => isUsed || entered.has(id))
    .map(registerOf);
}

/** A register of the pack, or one of the program's own; null where there is none. */
export function registerById(ctx: Context, id: string): Register | null {
  return [...officeRegisters(ctx), ...ownRegisters(ctx)].find((register) => register.id === id) ?? null;
}

/** 成效案例 and 报送记录, which every office has. */
export function ownRegisters(ctx: Context): readonly [cases: Register, reports: Register] {
  const { fields, reportDates } = officePack(ctx);
  const [date] = reportDates;
  const article = date === undefined ? ownArticle : citeArticle(date.source);
  return [
    caseRegister(
      fields.map(({ name }) => name),
      article,
    ),
    reportRegister(article),
  ];
}

function registerOf({ source, standing, isUsed, ...register }: PackRegister): Register {
  const note = standing === 'rule' ? '' : standing === 'example' ? '（示例）' : '（待核）';
  return { ...register, article: `${citeArticle(source)}${note}`, isClosed: !isUsed };
}

/** `宣传培训台账：普法讲座`; null where there is no such entry, or it was withdrawn. */
export function registerEntryName(ctx: Context, id: number): string | null {
  const entry = ctx.registers.entryById(id);
  const register = entry === null ? null : registerById(ctx, entry.registerId);
  if (entry === null || register === null || entry.withdrawn !== null) return null;
  return `${register.name}：${titleOfCells(register, entry.cells)}`;
}
