import { cadreLetterBody } from '../../shared/features/registers/letter.ts';
import type { Linked } from '../../shared/features/registers/register.ts';
import { titleOfCells } from '../../shared/features/registers/register.ts';
import type { Context } from './context.ts';
import { officeRegisters } from './office-registers.ts';

/** Something a letter can be about, with the text its form starts with. */
export interface LetterSource {
  readonly source: 'list-entry' | 'register-entry';
  readonly id: number;
  readonly label: string;
  readonly objectId: number | null;
  readonly subjectName: string;
  readonly title: string;
  readonly body: string;
}

/** Entries of lists in force, of one enterprise where it is named. */
export function listLinks(_ctx: Context, _objectId: number | null): readonly { id: number; name: string }[] {
  return [];
}

export function listLinkById(ctx: Context, id: number): Linked | null {
  return listLinks(ctx, null).find((link) => link.id === id) ?? null;
}

/** 干部失信通报 starts from what the register of the officials' conduct holds; 通报函 from the lists. */
export function letterSources(ctx: Context): readonly LetterSource[] {
  const cadreRegisters = officeRegisters(ctx).filter(({ name }) => /公职人员|干部/.test(name));
  return cadreRegisters.flatMap((register) =>
    ctx.registers
      .entriesOf(register.id)
      .filter(({ withdrawn }) => withdrawn === null)
      .map((entry): LetterSource => {
        const person = ['officer', 'text'].flatMap((kind) => register.columns.filter((column) => column.kind === kind));
        const [named] = person.filter(({ id }) => id in entry.cells);
        const cell = named === undefined ? undefined : entry.cells[named.id];
        const name = typeof cell === 'object' ? cell.name : `${cell ?? ''}`;
        const long = register.columns.find(({ kind }) => kind === 'long');
        const conduct = long === undefined ? '' : `${entry.cells[long.id] ?? ''}`;
        return {
          source: 'register-entry',
          id: entry.id,
          label: `${register.name}：${titleOfCells(register, entry.cells)}`,
          objectId: null,
          subjectName: name,
          title: '关于干部失信情况的通报',
          body: cadreLetterBody({ name, conduct }),
        };
      }),
  );
}
