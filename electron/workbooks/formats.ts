import { insideOf, tagsOf } from './xml.ts';

/** What a cell's number format makes of its number. */
export type Format = 'general' | 'percent' | 'date' | 'date-time';

/** The format of each cell style of a styles part, by style number. */
export function readFormats(styles: string): Format[] {
  const numbered = tagsOf(insideOf(styles, 'numFmts'), 'numFmt');
  const codes = new Map(numbered.map((tag) => [tag.get('numFmtId'), tag.get('formatCode') ?? '']));
  return tagsOf(insideOf(styles, 'cellXfs'), 'xf').map((tag) => {
    const id = tag.get('numFmtId') ?? '0';
    const code = codes.get(id);
    return code === undefined ? ofBuiltIn(Number(id)) : ofCode(code);
  });
}

/** Built-in formats carry no code in the file; 27–36 and 50–58 are the Chinese dates, 31 is 年月日 (ECMA-376 18.8.30). */
const DATES: ReadonlySet<number> = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

function ofBuiltIn(id: number): Format {
  if (id === 9 || id === 10) return 'percent';
  if (id === 22) return 'date-time';
  return DATES.has(id) ? 'date' : 'general';
}

/** Only the first section counts; quoted and escaped characters, colours and padding are not part of the pattern. */
function ofCode(code: string): Format {
  const pattern = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').split(';')[0] ?? '';
  if (pattern.includes('%')) return 'percent';
  if (!/[yd]/i.test(pattern)) return 'general';
  return /h/i.test(pattern) ? 'date-time' : 'date';
}
