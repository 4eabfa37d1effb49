import { type Verdict, verdictSentence } from '../../../shared/features/statistics/verdict.ts';

/** What chance has to do with the figures, in a sentence; red where they are not by chance. */
export function VerdictLine({
  verdict,
  what,
  note,
}: {
  readonly verdict: Verdict;
  readonly what: string;
  readonly note?: string;
}) {
  return (
    <p>
      <b className={verdict.kind === 'unfit' ? 'overdue' : undefined}>{verdictSentence(verdict, what)}</b>
      {note !== undefined && <span className="quiet">{note}</span>}
    </p>
  );
}
