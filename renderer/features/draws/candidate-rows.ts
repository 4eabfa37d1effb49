import { exclusionReasons } from '../../../shared/features/draws/ceremony.ts';
import type { DrawSetting } from '../../../shared/features/draws/schemas.ts';
import type { Candidates, Preview } from './draws.queries.ts';

/** An object of the pool as 名录 shows it. */
export interface CandidateRow {
  readonly code: string;
  readonly name: string;
  readonly grade: string | null;
  readonly isKey: boolean;
  readonly visits: number;
  readonly visitsBefore: number;
  readonly lastOn: string | null;
  /** A cycle of full coverage ends this year and it is not left out. */
  readonly isDue: boolean;
  readonly standing: 'open' | 'must' | 'excluded';
  /** The standing in words, with the reason. */
  readonly words: string;
  /** Officers recused from it, and the fewest left for one of its seats; null where nobody is. */
  readonly recused: {
    readonly officers: readonly string[];
    readonly fewest: number;
    readonly lacking: string | null;
  } | null;
}

/** Joins what does not change with what the preview found. By code. */
export function rowsOf(candidates: Candidates, preview: Preview, setting: DrawSetting): CandidateRow[] {
  const excluded = new Map(preview.excluded.map((one) => [one.code, one]));
  const must = new Set(setting.must);
  const recused = new Map(
    preview.recused.flatMap(({ codes, officers, candidates: left, lacking }) => {
      const facts = { officers, fewest: Math.min(...left), lacking };
      return codes.map((code) => [code, facts] as const);
    }),
  );
  return candidates.lines.map(({ isDue, ...line }) => {
    const out = excluded.get(line.code);
    const isMust = must.has(line.code);
    return {
      ...line,
      isDue: isDue && out === undefined,
      standing: out !== undefined ? 'excluded' : isMust ? 'must' : 'open',
      words: out !== undefined ? `排除：${sayExclusion(out)}` : isMust ? '必检' : '可抽取',
      recused: recused.get(line.code) ?? null,
    };
  });
}

/** The reason, with the note where one was written. */
export function sayExclusion({ excluded, note }: Pick<Preview['excluded'][number], 'excluded' | 'note'>): string {
  return note === '' ? exclusionReasons[excluded] : `${exclusionReasons[excluded]}，${note}`;
}
