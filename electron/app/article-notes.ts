import { titleOfCells } from '../../shared/features/registers/register.ts';
import type { Context } from './context.ts';
import { officeRegisters } from './office-registers.ts';

/** A written note that an upper-level rule is followed in place of an article of the pack (吴忠方案 第二部分（二）). */
export interface ArticleNote {
  /** As the pack cites it: `方案第二部分（三）`. */
  readonly article: string;
  readonly registerId: string;
  readonly entryId: number;
  readonly on: string;
  /** `交通运输领域　示例管理办法`. */
  readonly title: string;
  /** The note's own words. */
  readonly statement: string;
}

/** The notes that stand, by the article they name, newest first. */
export function articleNotes(ctx: Context): readonly ArticleNote[] {
  return officeRegisters(ctx)
    .filter(({ about }) => about === 'upper-rule')
    .flatMap((register) => {
      const named = register.columns.find(({ kind }) => kind === 'article');
      const told = register.columns.find(({ kind }) => kind === 'long');
      if (named === undefined) return [];
      const others = { columns: register.columns.filter(({ kind }) => kind !== 'article') };
      return ctx.registers.entriesOf(register.id).flatMap(({ id, day, cells, withdrawn }) => {
        const article = cells[named.id];
        if (withdrawn !== null || typeof article !== 'string') return [];
        const statement = told === undefined ? '' : `${cells[told.id] ?? ''}`;
        return [
          { article, registerId: register.id, entryId: id, on: day, title: titleOfCells(others, cells), statement },
        ];
      });
    });
}
