import { evaluationChapters, gradeChapters, headChapters, measureChapters, rateChapters } from './chapters-grading.ts';
import { listChapters, recordChapters, repairChapters, workChapters } from './chapters-work.ts';
import type { Chapter } from './fields.ts';

export interface Part {
  readonly key: string;
  readonly title: string;
  readonly chapters: readonly Chapter[];
}

/** The pack as its reader goes through it. */
export const parts: readonly Part[] = [
  { key: 'head', title: '总则', chapters: headChapters },
  { key: 'grades', title: '等级与对应', chapters: gradeChapters },
  { key: 'evaluation', title: '评定办法', chapters: evaluationChapters },
  { key: 'measures', title: '措施', chapters: measureChapters },
  { key: 'rates', title: '比例与周期', chapters: rateChapters },
  { key: 'lists', title: '名单与约谈', chapters: listChapters },
  { key: 'repair', title: '期限与修复', chapters: repairChapters },
  { key: 'records', title: '采集、预警与承诺', chapters: recordChapters },
  { key: 'work', title: '台账与报送', chapters: workChapters },
];

export const chapters: readonly Chapter[] = parts.flatMap((part) => part.chapters);

/** The chapter of a key; every key of a pack that a reader sees has one. */
export function chapterOf(key: string): Chapter | null {
  return chapters.find((chapter) => chapter.key === key) ?? null;
}
