import { citeArticle, type PackSource, type Standing } from '../../kernel/pack-basis.ts';
import type { PackShape } from '../../kernel/policy-shape.ts';
import { parts } from './chapters.ts';
import { entriesOf, keyOf } from './entries.ts';
import type { Chapter, Entry } from './fields.ts';
import { sayEntry } from './words.ts';

/** One entry as a civil servant reads it. */
export interface ReadEntry {
  readonly key: string;
  readonly name: string;
  readonly lines: readonly string[];
  /** `制度第五条`; null for names and numbers no article is cited for. */
  readonly article: string | null;
  readonly quote: string | null;
  readonly standing: Standing | null;
  readonly entry: Entry;
}

export interface ReadChapter {
  readonly chapter: Chapter;
  readonly entries: readonly ReadEntry[];
}

export interface ReadPart {
  readonly key: string;
  readonly title: string;
  readonly chapters: readonly ReadChapter[];
}

/** The pack as its reader shows it, part by part. */
export function readPack(pack: PackShape): readonly ReadPart[] {
  return parts.map(({ key, title, chapters }) => ({
    key,
    title,
    chapters: chapters.map((chapter) => ({
      chapter,
      entries: entriesOf(pack, chapter).map((entry) => readEntry(pack, chapter, entry)),
    })),
  }));
}

/** Only the entries of one mark; chapters and parts without any are left out. */
export function ofStanding(read: readonly ReadPart[], standing: Standing): readonly ReadPart[] {
  return read
    .map((part) => ({
      ...part,
      chapters: part.chapters
        .map((one) => ({ ...one, entries: one.entries.filter((entry) => entry.standing === standing) }))
        .filter(({ entries }) => entries.length > 0),
    }))
    .filter(({ chapters }) => chapters.length > 0);
}

/** How many entries carry each mark. */
export function countStandings(read: readonly ReadPart[]): Readonly<Record<Standing, number>> {
  const counts = { rule: 0, example: 0, unverified: 0 };
  for (const { standing } of read.flatMap(({ chapters }) => chapters).flatMap(({ entries }) => entries)) {
    if (standing !== null) counts[standing] += 1;
  }
  return counts;
}

function readEntry(pack: PackShape, chapter: Chapter, entry: Entry): ReadEntry {
  const source = chapter.hasBasis ? (entry.source as PackSource) : null;
  return {
    key: keyOf(chapter, entry),
    name: chapter.nameOf(entry),
    lines: sayEntry(chapter, entry, pack),
    article: source === null ? null : citeArticle(source),
    quote: source?.quote ?? null,
    standing: source === null ? null : (entry.standing as Standing),
    entry,
  };
}
