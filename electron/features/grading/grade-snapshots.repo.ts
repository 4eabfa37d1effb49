import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { GradeBasis } from '../../../shared/features/grading/grade.ts';
import type { GradeReason } from '../../../shared/features/grading/grade-reasons.ts';
import type { Grade } from '../../../shared/kernel/pack-basis.ts';
import type { Db } from '../../database/open.ts';

/** What all grades were when a draw was frozen. */
export interface GradeSnapshot {
  readonly drawId: number;
  readonly takenAt: string;
  readonly packId: string;
  readonly packVersion: number;
  readonly modelId: string | null;
  readonly modelVersion: number | null;
  readonly objects: number;
}

/** One object's grade in it: 当时的等级及理由. */
export interface SnapshotGrade {
  readonly objectId: number;
  readonly grade: Grade;
  readonly basis: GradeBasis;
  /** Thousandths of a point. */
  readonly points: number | null;
  readonly nationalGrade: string | null;
  readonly reasons: readonly GradeReason[];
}

/** Under which pack and model the grades stand. */
export interface SnapshotVersions {
  readonly pack: { readonly id: string; readonly version: number };
  readonly model: { readonly id: string; readonly version: number } | null;
}

/**
 * Table grade_snapshots; a part of the grading repo. The content is raw deflate of lines `object, grade, basis, points, national
 * grade, reasons`, set apart by tabs, reasons as JSON; a reasons text that stood on an earlier line is written as `=` and its
 * number, since whole rosters share a few. 100,000 rows so neither slow the freezing nor swell the file.
 */
export function createGradeSnapshots(db: Db) {
  const every = db
    .prepare<[], [number, string, string, number | null, string | null, string]>(
      'select object_id, grade, basis, points, national_grade, reasons from grades order by object_id',
    )
    .raw();
  const insert = db.prepare(`
    insert into grade_snapshots (draw_id, taken_at, pack_id, pack_version, model_id, model_version, objects, content)
    values (:drawId, :at, :packId, :packVersion, :modelId, :modelVersion, :objects, :content)`);
  const head = db.prepare<[number], GradeSnapshot>(`
    select draw_id as drawId, taken_at as takenAt, pack_id as packId, pack_version as packVersion, model_id as modelId,
           model_version as modelVersion, objects
      from grade_snapshots where draw_id = ?`);
  const pool = db.prepare<[number], number>('select object_id from draw_pool where draw_id = ?').pluck();
  // A snapshot never changes, and paging asks for the same one again.
  let last: { readonly drawId: number; readonly grades: ReadonlyMap<number, SnapshotGrade> } | null = null;
  const contentOf = db.prepare<[number], Buffer>('select content from grade_snapshots where draw_id = ?').pluck();

  return {
    takeGradeSnapshot(drawId: number, { pack, model }: SnapshotVersions, at: string): void {
      const known = new Map<string, number>();
      const lines = every.all().map(([objectId, grade, basis, points, national, reasons]) => {
        const number = known.get(reasons);
        if (number === undefined) known.set(reasons, known.size);
        return [
          objectId,
          grade,
          basis,
          points ?? '',
          national ?? '',
          number === undefined ? reasons : `=${number}`,
        ].join('\t');
      });
      insert.run({
        drawId,
        at,
        packId: pack.id,
        packVersion: pack.version,
        modelId: model?.id ?? null,
        modelVersion: model?.version ?? null,
        objects: lines.length,
        content: deflateRawSync(lines.join('\n'), { level: 1 }),
      });
    },

    gradeSnapshot: (drawId: number): GradeSnapshot | null => head.get(drawId) ?? null,

    /** Every grade of the snapshot, by object; empty where none was taken. */
    snapshotGrades(drawId: number): ReadonlyMap<number, SnapshotGrade> {
      if (last?.drawId === drawId) return last.grades;
      const content = contentOf.get(drawId);
      if (content === undefined) return new Map();
      last = { drawId, grades: new Map(readLines(inflateRawSync(content).toString('utf8'))) };
      return last.grades;
    },

    /** Whom the draw could take, those left out too. */
    poolOfDraw: (drawId: number): ReadonlySet<number> => new Set(pool.all(drawId)),
  };
}

function readLines(text: string): [number, SnapshotGrade][] {
  const texts: string[] = [];
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [id = '', grade = '', basis = '', points = '', national = '', said = ''] = line.split('\t');
      const reasons = said.startsWith('=') ? (texts[Number(said.slice(1))] ?? '[]') : said;
      if (!said.startsWith('=')) texts.push(said);
      return [
        Number(id),
        {
          objectId: Number(id),
          grade: grade as Grade,
          basis: basis as GradeBasis,
          points: points === '' ? null : Number(points),
          nationalGrade: national === '' ? null : national,
          reasons: JSON.parse(reasons) as GradeReason[],
        },
      ];
    });
}
