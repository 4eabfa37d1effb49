interface DeadlineProps {
  /** The last day, `YYYY-MM-DD`. */
  readonly on: string | null | undefined;
  readonly today: string;
  /** The article behind the date, e.g. 细则 第十三条. */
  readonly article?: string;
  /** Working days left, negative when past; shown when given. */
  readonly workingDaysLeft?: number;
  /** True where the calendar of that year is not announced yet. */
  readonly isEstimate?: boolean;
}

/** A date that binds: red only when overdue, with its article. */
export function Deadline({ on, today, article, workingDaysLeft, isEstimate = false }: DeadlineProps) {
  if (on == null || on === '') return <>—</>;
  const isOverdue = on < today;
  return (
    <span className={isOverdue ? 'overdue' : undefined}>
      {on}
      {isOverdue && '（已逾期）'}
      {!isOverdue && workingDaysLeft !== undefined && `（剩${workingDaysLeft}个工作日）`}
      {article !== undefined && <span className="quiet"> {article}</span>}
      {isEstimate && <span className="quiet"> 暂按周末推算</span>}
    </span>
  );
}
