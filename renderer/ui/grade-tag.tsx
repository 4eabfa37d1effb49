import { useGrades, useGradeTitle } from './grade-titles.ts';

/** From the best to the worst, by how many grades the office has; the worst is red. */
const colours: readonly (readonly string[])[] = [
  [],
  [],
  ['#2b7a3d', '#b3261e'],
  ['#2b7a3d', '#1657a8', '#b3261e'],
  ['#2b7a3d', '#1657a8', '#a86200', '#b3261e'],
];
const letters = ['A', 'B', 'C', 'D'];

/** A credit grade: the letter first, the colour second. No grade shows as 未评. */
export function GradeTag({ grade }: { readonly grade: string | null | undefined }) {
  const count = useGrades().length;
  const title = useGradeTitle();
  if (grade == null) return <span className="grade-none">未评</span>;
  const colour = colours[count === 0 ? 4 : count]?.[letters.indexOf(grade)] ?? '#595959';
  return (
    <span className="grade" style={{ color: colour, borderColor: colour }}>
      {withLetter(grade, title(grade))}
    </span>
  );
}

/** A title that does not name the letter has it set before: `A 低风险`. */
export function withLetter(grade: string, title: string): string {
  return title.includes(grade) ? title : `${grade} ${title}`;
}
