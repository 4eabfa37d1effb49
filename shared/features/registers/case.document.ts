import type { PrintedDocument } from '../../kernel/document.ts';
import { chineseDate } from '../../kernel/local-date.ts';
import { caseElements } from './own-registers.ts';
import { cellText, type Register } from './register.ts';
import type { RegisterEntry } from './views.ts';

export interface CaseModel {
  readonly bureau: string;
  readonly register: Register;
  readonly entry: RegisterEntry;
  readonly printedOn: string;
}

/** A 成效案例 with its five elements one under another. 吴忠方案 第三部分（三）. */
export function caseDocument({ bureau, register, entry, printedOn }: CaseModel): PrintedDocument {
  const textOf = (id: string) => {
    const column = register.columns.find((candidate) => candidate.id === id);
    const text = column === undefined ? '' : cellText(column, entry.cells[id]);
    return column?.kind === 'day' && text !== '' ? chineseDate(text) : text;
  };
  const name = textOf('name');
  return {
    title: `成效案例 ${name}`,
    layout: 'official',
    printedOn,
    blocks: [
      { kind: 'title', level: 1, text: name },
      ...(textOf('field') === ''
        ? []
        : [{ kind: 'paragraph', align: 'center', text: `（${textOf('field')}）` } as const]),
      ...caseElements.flatMap((id, index) => {
        const heading = register.columns.find((column) => column.id === id)?.title ?? '';
        return [
          { kind: 'paragraph', indent: true, bold: true, text: `${'一二三四五'[index]}、${heading}` } as const,
          ...textOf(id)
            .split('\n')
            .map((line) => ({ kind: 'paragraph', indent: true, text: line }) as const),
        ];
      }),
      { kind: 'closing', lines: [bureau, chineseDate(printedOn)] },
    ],
  };
}
