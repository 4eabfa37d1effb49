import { objectSorts } from '../../../shared/features/rosters/object-list.ts';
import type { ObjectFilter } from '../../../shared/features/rosters/schemas.ts';
import type { Db } from '../../database/open.ts';
import { noObjectFilter } from '../../features/rosters/object-list.repo.ts';
import { createRostersRepo, type RostersRepo } from '../../features/rosters/rosters.repo.ts';
import { sampleEntry, withTemporaryDatabase } from './object-roster.ts';

const OBJECTS = 100_000;
const RUNS = 9;
const page = { sort: 'id', descending: false, offset: 0, limit: 50 } as const;

/** Lists of 100,000 objects: time of one page with its count, beside a LIKE scan of the same table in the same run. */
export function benchSearch(): void {
  withTemporaryDatabase((db) => {
    const started = performance.now();
    fill(db);
    print({ figure: 'insert', objects: OBJECTS, milliseconds: Math.round(performance.now() - started) });
    const opening = performance.now();
    const rosters = createRostersRepo(db);
    print({ figure: 'repo-opened', milliseconds: rounded(performance.now() - opening) });
    const likeScan = median(() => scanWithLike(db));
    print({ figure: 'like-scan', milliseconds: likeScan.median, ...likeScan });
    for (const [figure, work] of figures(rosters)) {
      const first = timed(work);
      const { median: milliseconds, slowest } = median(work, () => rosters.searchObjects('另一条件', 1));
      const ratio = Math.round((milliseconds / likeScan.median) * 100) / 100;
      print({ figure, milliseconds, slowest: Math.max(slowest, first), found: work(), toLikeScan: ratio });
    }
    const { rss } = process.memoryUsage();
    print({
      figure: 'memory',
      mib: Math.round(rss / 1_048_576),
      peakMib: Math.round(process.resourceUsage().maxRSS / 1_024),
    });
  });
}

function figures(rosters: RostersRepo): [string, () => number][] {
  const list = (filter: Partial<ObjectFilter>, part: Partial<Parameters<RostersRepo['listObjects']>[1]> = {}) => {
    return () => rosters.listObjects({ ...noObjectFilter, ...filter }, { ...page, ...part }).total;
  };
  const sorts = objectSorts.flatMap((sort): [string, () => number][] => [
    [`sort-${sort}`, list({}, { sort })],
    [`sort-${sort}-descending`, list({}, { sort, descending: true })],
  ]);
  return [
    ['open', list({})],
    ['page-of-2000', list({}, { limit: 2_000 })],
    ['filter-status', list({ statuses: ['存续'] })],
    ['filter-kind', list({ kinds: ['个体工商户'] })],
    ['filter-township', list({ townships: ['示例3苏木'] })],
    ['filter-industry', list({ industries: [sampleEntry(7).industry] })],
    ['filter-above-scale', list({ aboveScale: true })],
    ['filter-key', list({ priority: true })],
    ['filter-tag', list({ tag: '危化' })],
    ['filter-licence', list({ licence: '安全生产许可证' })],
    ...sorts,
    ['name-part', list({ text: '额尔古纳市长兴' })],
    ['name-part-of-most', list({ text: '有限' })],
    ['two-characters', list({ text: '乳业' })],
    ['uscc-fragment', list({ text: '0012345' })],
    ['pinyin-initials', list({ text: 'eegnsgy' })],
    ['pinyin-initials-one-letter', list({ text: 's' })],
    ['pinyin-initials-polyphonic', list({ text: 'zxzs' })],
    ['pinyin-full', list({ text: 'eerguna' })],
    ['pinyin-full-polyphonic', list({ text: 'changxingzhongshan' })],
    ['text-filter-and-sort', list({ text: '额尔古纳', statuses: ['存续'], priority: true }, { sort: 'industry' })],
    ['nothing-found', list({ text: '查无此户' })],
    ['deep-page', list({}, { sort: 'name', offset: 99_950 })],
    ['deep-page-of-a-filter', list({ statuses: ['存续'] }, { sort: 'address', offset: 60_000 })],
    ['deep-page-of-a-text', list({ text: '有限' }, { sort: 'name', offset: 40_000 })],
    ['choices', () => Object.values(rosters.objectChoices()).flat().length],
  ];
}

function fill(db: Db): void {
  const rosters = createRostersRepo(db);
  db.transaction(() => {
    for (let n = 0; n < OBJECTS; n += 1) rosters.insertObject(sampleEntry(n), '2026-01-01T00:00:00.000Z');
  })();
}

function scanWithLike(db: Db): number {
  return db.prepare<[string], number>('select count(*) from objects where name like ?').pluck().get('%矿业%') ?? 0;
}

/** `before` runs untimed, so that nothing remembered of the last run helps the next. */
function median(work: () => number, before: () => unknown = () => undefined): { median: number; slowest: number } {
  const times = Array.from({ length: RUNS }, () => {
    before();
    return timed(work);
  }).sort((a, b) => a - b);
  return { median: times[Math.floor(RUNS / 2)] ?? 0, slowest: times.at(-1) ?? 0 };
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return rounded(performance.now() - started);
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
