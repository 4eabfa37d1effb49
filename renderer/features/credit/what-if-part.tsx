import { sayPoints } from '../../../shared/features/grading/grade-reasons.ts';
import { type GradeWhatIf, useWhatIf } from './enterprise.queries.ts';
import { FactLink } from './fact-link.tsx';

type Outcome = GradeWhatIf['now'];

/** Which record costs most, what each repair would bring, and what becomes of the grade by itself. */
export function WhatIfPart({ id }: { readonly id: number }) {
  const found = useWhatIf(id).data;
  if (found === undefined || found === null) return null;
  const { now, facts, allRepaired, later } = found;
  const [first] = facts;
  return (
    <section>
      <h2 className="drawer-part">怎样才会改变</h2>
      {first === undefined ? (
        <p>现在没有哪一条记录在影响等级、得分或检查频次。</p>
      ) : (
        <>
          <p>
            影响最大的是
            <FactLink fact={first} />
            ：没有这一条，{changeText(now, first.without)}
            {first.repaired !== null && `；完成信用修复后，${changeText(now, first.repaired)}`}。
          </p>
          {facts.length > 1 && (
            <ul>
              {facts.slice(1).map((fact) => (
                <li key={fact.id}>
                  <FactLink fact={fact} />
                  ：没有这一条，{changeText(now, fact.without)}
                  {fact.repaired !== null && `；修复后，${changeText(now, fact.repaired)}`}。
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {allRepaired !== null && <p>不良记录全部修复后，{changeText(now, allRepaired)}。</p>}
      {later.length === 0 ? (
        <p>没有新的记录时，五年内不会自行变化。</p>
      ) : (
        <>
          <p>没有新的记录时：</p>
          <ul>
            {later.slice(0, 12).map((outcome, index) => (
              <li key={outcome.on}>
                {outcome.on}起，{changeText(later[index - 1] ?? now, outcome)}。
              </li>
            ))}
          </ul>
          {later.length > 12 && <p className="quiet">以后还有{later.length - 12}次变化。</p>}
        </>
      )}
    </section>
  );
}

function changeText(before: Outcome, after: Outcome): string {
  const parts = [
    before.grade === after.grade ? `仍为${after.title}` : `由${before.title}变为${after.title}`,
    ...(before.points !== null && after.points !== null && before.points !== after.points
      ? [`得分由${sayPoints(before.points)}变为${sayPoints(after.points)}`]
      : []),
    ...(before.isRaised === after.isRaised ? [] : [after.isRaised ? '增加检查频次' : '不再增加检查频次']),
  ];
  return parts.join('，');
}
