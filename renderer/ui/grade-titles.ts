import { createContext, use } from 'react';

export interface TitledGrade {
  readonly grade: string;
  /** What the office's rules call it: `A级`, `低风险`. */
  readonly title: string;
}

/** The grades of the office's pack, the best first; empty until they are known. */
export const OfficeGrades = createContext<readonly TitledGrade[]>([]);

export function useGrades(): readonly TitledGrade[] {
  return use(OfficeGrades);
}

/** Names a grade in running text: `A级`, `低风险`. */
export function useGradeTitle(): (grade: string) => string {
  const grades = useGrades();
  return (grade) => grades.find((rule) => rule.grade === grade)?.title ?? `${grade}级`;
}
