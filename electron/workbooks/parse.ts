import { done, type Result } from '../../shared/kernel/result.ts';
import type { Cell, Sheet } from '../../shared/kernel/sheet.ts';
import { type CellContext, readStrings } from './cells.ts';
import { parseCsv } from './csv.ts';
import { readFormats } from './formats.ts';
import { isZip, refusalOf, refuseByLook, refuseWorkbook, stop, type WorkbookRefusal } from './limits.ts';
import { readSheetPart } from './rows.ts';
import { openPackage, type Package } from './unzip.ts';
import { type Attributes, tagsOf, withoutPrefix } from './xml.ts';

/**
 * Reads an .xlsx or a .csv in this thread: call it in a worker, where time and memory end (see read.ts).
 * exceljs is not used to read: its stream reader loses the sheets of small files and cuts characters between chunks, its
 * whole-file reader needs more memory than the limit for 100,000 rows, and both give nothing for prefixed XML.
 */
export async function parseWorkbook(bytes: Uint8Array): Promise<Result<Sheet[], WorkbookRefusal>> {
  const unlikely = refuseByLook(bytes);
  if (unlikely !== undefined) return unlikely;
  try {
    return done(isZip(bytes) ? await readSheets(await openPackage(bytes)) : [parseCsv(bytes)]);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    return refusal;
  }
}

async function readSheets(source: Package): Promise<Sheet[]> {
  const bookPath = await pathOfWorkbook(source);
  const book = withoutPrefix(await source.text(bookPath));
  const targets = await targetsOf(source, bookPath);
  const partOf = async (type: string) => {
    const target = [...targets.values()].find((candidate) => candidate.type === type);
    return target === undefined ? '' : withoutPrefix(await source.text(target.path));
  };
  const context: CellContext = {
    strings: await stringsOf(source, targets),
    formats: readFormats(await partOf('styles')),
    date1904: tagsOf(book, 'workbookPr').some((tag) => /^(1|true)$/.test(tag.get('date1904') ?? '')),
  };
  const sheets: Sheet[] = [];
  for (const tag of tagsOf(book, 'sheet')) {
    const target = targets.get(relationOf(tag));
    if (target?.type !== 'worksheet') continue;
    const name = tag.get('name') ?? '';
    const hidden = (tag.get('state') ?? 'visible') !== 'visible';
    sheets.push({ name, hidden, ...(await readSheetPart(source.pieces(target.path), name, context)) });
  }
  return sheets;
}

async function stringsOf(source: Package, targets: ReadonlyMap<string, Target>): Promise<readonly Cell[]> {
  const target = [...targets.values()].find(({ type }) => type === 'sharedStrings');
  return target === undefined ? [] : readStrings(source.pieces(target.path));
}

async function pathOfWorkbook(source: Package): Promise<string> {
  if (!source.has('_rels/.rels')) throw stop(refuseWorkbook('NOT_A_WORKBOOK', {}));
  const links = tagsOf(withoutPrefix(await source.text('_rels/.rels')), 'Relationship');
  const target = links.find((tag) => tag.get('Type')?.endsWith('/officeDocument'))?.get('Target');
  const path = target === undefined ? '' : resolve('', target);
  // A .docx is a zip of the same make.
  if (!/workbook[^/]*\.xml$/i.test(path)) throw stop(refuseWorkbook('NOT_A_WORKBOOK', {}));
  return path;
}

interface Target {
  readonly type: string;
  readonly path: string;
}

async function targetsOf(source: Package, bookPath: string): Promise<Map<string, Target>> {
  const folder = bookPath.slice(0, bookPath.lastIndexOf('/') + 1);
  const links = withoutPrefix(await source.text(`${folder}_rels/${bookPath.slice(folder.length)}.rels`));
  const targets = new Map<string, Target>();
  for (const tag of tagsOf(links, 'Relationship')) {
    const [id, target, type] = [tag.get('Id'), tag.get('Target'), tag.get('Type')];
    // An external target is a link to another file: it is never followed.
    if (id === undefined || target === undefined || tag.get('TargetMode') === 'External') continue;
    targets.set(id, { type: type?.split('/').at(-1) ?? '', path: resolve(folder, target) });
  }
  return targets;
}

function resolve(folder: string, target: string): string {
  const names: string[] = [];
  for (const name of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}

function relationOf(tag: Attributes): string {
  return [...tag].find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}
