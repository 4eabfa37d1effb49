const colours: Record<string, string> = { A: '#2b7a3d', B: '#1657a8', C: '#a86200', D: '#b3261e' };

/** A credit grade: the letter first, the colour second. No grade shows as 未评. */
export function GradeTag({ grade }: { readonly grade: string | null | undefined }) {
  if (grade == null) return <span className="grade-none">未评</span>;
  const colour = colours[grade] ?? '#595959';
  return (
    <span className="grade" style={{ color: colour, borderColor: colour }}>
      {grade}级
    </span>
  );
}
