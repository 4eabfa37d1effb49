import type { Figures } from '../../../shared/features/registers/figures.ts';
import {
  type Section,
  type Summary,
  type SummaryKind,
  type SummaryStep,
  type SummaryVersion,
  summaryStateOf,
} from '../../../shared/features/registers/summary.ts';
import type { PoolFilter } from '../../../shared/kernel/pool-filter.ts';
import type { Db } from '../../database/open.ts';
import type { By } from './entries.repo.ts';

interface SummaryRow {
  readonly id: number;
  readonly kind: SummaryKind;
  readonly year: number;
  readonly fromOn: string;
  readonly toOn: string;
  readonly field: string | null;
  readonly filter: string;
  readonly isInternal: number;
}

type VersionRow = Omit<SummaryVersion, 'sections' | 'figures'> & { sections: string; figures: string };

const columns = 'id, kind, year, from_on as fromOn, to_on as toOn, field, filter, is_internal as isInternal';

/** Tables summaries, summary_versions, summary_steps. */
export function createSummariesRepo(db: Db) {
  const versionsOf = db.prepare<[number], VersionRow>(
    `select version, title, sections, figures, at, by_id as byId, by_name as byName
       from summary_versions where summary_id = ? order by version desc`,
  );
  const stepsOf = db.prepare<[number], SummaryStep>(
    `select version, step, opinion, at, by_name as byName from summary_steps where summary_id = ? order by id`,
  );
  const versions = (id: number) => versionsOf.all(id).map(versionOf);

  function summaryOf({ filter, isInternal, ...row }: SummaryRow): Summary {
    const newest = versions(row.id)[0];
    if (newest === undefined) throw new Error(`summary ${row.id} without a version`);
    return {
      ...row,
      filter: JSON.parse(filter) as PoolFilter,
      isInternal: isInternal === 1,
      newest,
      state: summaryStateOf(newest.version, stepsOf.all(row.id)),
    };
  }

  return {
    summaries: (): readonly Summary[] =>
      db.prepare<[], SummaryRow>(`select ${columns} from summaries order by year desc, id desc`).all().map(summaryOf),

    summaryById(id: number): Summary | null {
      const row = db.prepare<[number], SummaryRow>(`select ${columns} from summaries where id = ?`).get(id);
      return row === undefined ? null : summaryOf(row);
    },

    /** Newest first. */
    summaryVersions: versions,
    summarySteps: (id: number): readonly SummaryStep[] => stepsOf.all(id),

    insertSummary(summary: Omit<Summary, 'id' | 'newest' | 'state'>, at: string): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into summaries (kind, year, from_on, to_on, field, filter, is_internal, created_at)
           values (:kind, :year, :fromOn, :toOn, :field, :filter, :isInternal, :at)`,
        )
        .run({ ...summary, filter: JSON.stringify(summary.filter), isInternal: Number(summary.isInternal), at });
      return Number(lastInsertRowid);
    },

    insertSummaryVersion(
      summaryId: number,
      { title, sections, figures }: { title: string; sections: readonly Section[]; figures: Figures },
      by: By,
    ): void {
      db.prepare(
        `insert into summary_versions (summary_id, version, title, sections, figures, as_of, at, by_id, by_name)
         values (:summaryId, (select coalesce(max(version), 0) + 1 from summary_versions where summary_id = :summaryId), :title,
                 :sections, :figures, :asOf, :at, :id, :name)`,
      ).run({
        summaryId,
        title,
        sections: JSON.stringify(sections),
        figures: JSON.stringify(figures),
        asOf: figures.asOf,
        ...by,
      });
    },

    insertSummaryStep(
      summaryId: number,
      { version, step, opinion }: Pick<SummaryStep, 'version' | 'step' | 'opinion'>,
      by: By,
    ): void {
      db.prepare(
        `insert into summary_steps (summary_id, version, step, opinion, at, by_id, by_name)
         values (:summaryId, :version, :step, :opinion, :at, :id, :name)`,
      ).run({ summaryId, version, step, opinion, ...by });
    },

    /** Everyone who wrote a version: none of them approves. */
    summaryWriters: (id: number): readonly number[] => versions(id).map(({ byId }) => byId),
  };
}

function versionOf({ sections, figures, ...row }: VersionRow): SummaryVersion {
  return { ...row, sections: JSON.parse(sections) as Section[], figures: JSON.parse(figures) as Figures };
}
