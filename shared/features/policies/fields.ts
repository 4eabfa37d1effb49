import type { PackChapter, PackShape } from '../../kernel/policy-shape.ts';

/** How one thing an entry says is typed in, shown and compared. */
export type FieldForm =
  /** One line, or several. */
  | { readonly kind: 'text'; readonly most: number }
  | { readonly kind: 'long'; readonly most: number }
  /** A whole number; `orNone` says what leaving it blank means. */
  | {
      readonly kind: 'count';
      readonly least: number;
      readonly most: number;
      readonly unit: string;
      readonly orNone?: string;
      /** The schema wants a blank left out, not null. */
      readonly isLeftOut?: true;
    }
  | { readonly kind: 'choice'; readonly options: Options; readonly orNone?: string }
  | { readonly kind: 'choices'; readonly options: Options }
  | { readonly kind: 'yes'; readonly yes: string; readonly no: string }
  /** One grade or several of the pack's; `orNone` says what choosing none means. */
  | { readonly kind: 'grade' }
  | { readonly kind: 'grades'; readonly orNone?: string }
  /** `03-31`, and `2023-09-08`. */
  | { readonly kind: 'month-day' }
  | { readonly kind: 'day'; readonly orNone?: string }
  /** Short texts, one after the other. */
  | { readonly kind: 'words'; readonly unit: string }
  /** Ratio, span and yearly visits of each grade. */
  | { readonly kind: 'ratios' }
  | { readonly kind: 'test'; readonly orNone?: string }
  /** Entries within the entry. */
  | { readonly kind: 'rows'; readonly unit: string; readonly fields: readonly Field[] }
  /** An entry of another chapter. */
  | { readonly kind: 'entry-of'; readonly chapter: 'models' | 'ratioPresets'; readonly orNone?: string }
  /** A level of the list the row belongs to. */
  | { readonly kind: 'level' };

export type Options = Readonly<Record<string, string>>;

export interface Field {
  readonly key: string;
  readonly title: string;
  readonly form: FieldForm;
  /** One line below the field. */
  readonly help?: string;
}

/** An entry as the descriptions see it: what the schema of its chapter says, by field. */
export type Entry = Readonly<Record<string, unknown>>;

/** What a chapter's words may need of the rest of the pack. */
export type Pack = Pick<PackShape, 'grades' | 'models' | 'ratioPresets'>;

/** Where a chapter's entries stand in the pack: `head` are the names of the pack itself, in no list. */
export type ChapterKey = PackChapter | 'head';

export interface Chapter {
  readonly key: ChapterKey;
  readonly title: string;
  /** One sentence: what the entries settle. */
  readonly about: string;
  /**
   * many: a list to which entries can be added; keyed: a list with one entry for each of `keys` at most; fixed: exactly the
   * entries there are; one: a single entry; maybe: one or none.
   */
  readonly form: 'many' | 'keyed' | 'fixed' | 'one' | 'maybe';
  /** Of a keyed chapter: what an entry can be about, in order. */
  readonly keys?: Options;
  /** The field that names an entry within its chapter; it is never typed in. */
  readonly idKey: string | null;
  readonly hasBasis: boolean;
  readonly fields: readonly Field[];
  readonly nameOf: (entry: Entry) => string;
  /** Shown, but changed elsewhere. */
  readonly editedAt?: { readonly path: string; readonly title: string };
}
