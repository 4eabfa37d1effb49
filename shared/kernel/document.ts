/**
 * What can be printed. A document is a pure function of its model (`<name>.document.ts`): model in, blocks out.
 * Nothing here measures or draws; electron/documents does. Lengths are in millimetres, font sizes in points.
 */
export type Align = 'left' | 'center' | 'right';

export interface TableColumn {
  readonly title: string;
  /** Share of the text width; the shares of one table are scaled to fill it. */
  readonly width: number;
  readonly align?: Align;
  /** Points; the table's own unless given. */
  readonly size?: number;
}

/** A file from outside, as it came. */
export interface ScannedFile {
  readonly type: 'application/pdf' | 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
}

/** One page of it, from 0. */
export interface ScannedPage {
  readonly file: ScannedFile;
  readonly page: number;
}

/** Stands for the number of numbered pages of a dossier in its cover and 备考表; the printer fills it in. */
export const pageCountMark = '\uE000';

export type Block =
  /** 发文机关标志 in red with 发文字号 and the red rule below (GB/T 9704 7.2). */
  | { readonly kind: 'letterhead'; readonly agency: string; readonly number?: string }
  | { readonly kind: 'title'; readonly text: string; readonly level: 1 | 2 | 3 }
  /** 发文字号, set right or centred under the title. */
  | { readonly kind: 'number'; readonly text: string; readonly align: Align }
  /** A paragraph; `indent` sets the first line in by two characters, `size` is in points (16 = 3号). */
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly indent?: boolean;
      readonly align?: Align;
      readonly size?: number;
      readonly bold?: boolean;
    }
  /** Ruled rows of label and value, `perRow` pairs side by side (1 or 2). */
  | {
      readonly kind: 'facts';
      readonly rows: readonly (readonly [label: string, value: string])[];
      readonly perRow?: 1 | 2;
    }
  | {
      readonly kind: 'table';
      readonly columns: readonly TableColumn[];
      readonly rows: readonly (readonly string[])[];
      readonly empty?: string;
      readonly size?: number;
    }
  /** Vector check boxes with their text. */
  | {
      readonly kind: 'checks';
      readonly label?: string;
      readonly options: readonly { readonly text: string; readonly checked: boolean }[];
    }
  /** A hash in groups of four, fixed pitch; `qr` sets it as a QR code at its right. */
  | { readonly kind: 'hex'; readonly label: string; readonly text: string; readonly qr?: boolean }
  | { readonly kind: 'qr'; readonly text: string; readonly caption: string }
  /** Places for name, signature and date, `perRow` side by side. */
  | { readonly kind: 'signatures'; readonly places: readonly string[]; readonly perRow?: number }
  /** Closing lines set right: agency name, date, seal place. */
  | { readonly kind: 'closing'; readonly lines: readonly string[]; readonly seal?: boolean }
  | { readonly kind: 'foot-note'; readonly text: string }
  | { readonly kind: 'space'; readonly mm: number }
  /** A scanned page, whole on a page of its own. */
  | { readonly kind: 'scan'; readonly scan: ScannedPage }
  | { readonly kind: 'page-break' };

/** One printed document. `form` = record form with 第x页 共y页, `landscape` the same for wide tables; `official` = 公文 (GB/T 9704) with — 1 —; `cover` = no page number. */
export interface PrintedDocument {
  readonly title: string;
  readonly layout: 'official' | 'form' | 'landscape' | 'cover';
  readonly blocks: readonly Block[];
  /** Several papers in one file, each to be handed out by itself: no page numbers. */
  readonly isUnnumbered?: boolean;
  /** Watermark on every page, e.g. 演练 or 作废. */
  readonly watermark?: string;
  /** Printed as the file's creation date, `YYYY-MM-DD`; the same model gives the same bytes. */
  readonly printedOn: string;
}

/** One document of a dossier, with what the 卷内目录 says of it (DA/T 22: 序号、文号、责任者、题名、日期、页号、备注). */
export interface DossierPart {
  readonly document: PrintedDocument;
  readonly number: string;
  readonly author: string;
  readonly title: string;
  readonly datedOn: string;
  readonly remark: string;
  /** Starts on a front side; the back side before it may stay blank. */
  readonly onFrontSide?: boolean;
}

/** A dossier: cover, 卷内目录 (page numbers filled in by the printer), parts, 备考表; continuous numbering over the parts. */
export interface Dossier {
  readonly title: string;
  readonly cover: readonly Block[];
  readonly parts: readonly DossierPart[];
  readonly closing: readonly Block[];
  readonly printedOn: string;
}
