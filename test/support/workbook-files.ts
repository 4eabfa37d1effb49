import { strToU8, type Zippable, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface RawBook {
  /** The XML inside `<worksheet>`: `<sheetData>…` and what follows it. */
  readonly sheet: string;
  readonly strings?: string;
  readonly styles?: string;
  /** A whole worksheet part instead of `sheet` in the usual wrapping. */
  readonly worksheetXml?: string;
  readonly workbookPr?: string;
  readonly more?: Zippable;
}

/** The parts of a workbook written by hand, for what no office program would write. */
export function rawParts({ sheet, strings = '', styles, worksheetXml, workbookPr = '', more = {} }: RawBook): Zippable {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${DOCUMENT_RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (links: string) => strToU8(`<Relationships xmlns="${PACKAGE_RELATIONS}">${links}</Relationships>`);
  return {
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT_RELATIONS}">${workbookPr}<sheets><sheet name="名录" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
        relation('rId2', 'sharedStrings', 'sharedStrings.xml') +
        relation('rId3', 'styles', 'styles.xml'),
    ),
    'xl/sharedStrings.xml': strToU8(`<sst xmlns="${MAIN}">${strings}</sst>`),
    'xl/styles.xml': strToU8(`<styleSheet xmlns="${MAIN}">${styles ?? ''}</styleSheet>`),
    'xl/worksheets/sheet1.xml': strToU8(worksheetXml ?? `<worksheet xmlns="${MAIN}">${sheet}</worksheet>`),
    ...more,
  };
}

export function rawBook(book: RawBook): Uint8Array {
  return zipSync(rawParts(book));
}

/** One row of inline text cells, A1 onwards. */
export function textRow(...texts: readonly string[]): string {
  const cells = texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  return `<sheetData><row r="1">${cells.join('')}</row></sheetData>`;
}
