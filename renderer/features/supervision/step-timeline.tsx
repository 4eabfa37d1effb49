import { Timeline } from 'antd';
import type { Step } from '../../../shared/features/supervision/steps.ts';
import { useSession } from '../../api/session.ts';
import { Deadline } from '../../ui/deadline.tsx';

/** The steps of a matter: those taken with day, person and what was said, the one due, and what is still to come. */
export function StepTimeline({ steps }: { readonly steps: readonly Step[] }) {
  const { today } = useSession();
  const due = steps.find(({ taken }) => taken === null);
  return (
    <Timeline
      items={steps.map((step) => ({
        key: step.id,
        color: step.taken !== null ? 'green' : step === due ? 'blue' : 'gray',
        content: (
          <div>
            <b>{step.title}</b>
            {step.taken !== null && (
              <>
                {'　'}
                {step.taken.on}　<span className="quiet">{step.taken.by}</span>
                <div className="said">{step.taken.text}</div>
              </>
            )}
            {step === due && <>　待办理　</>}
            {step !== due && step.taken === null && step.dueOn !== null && '　'}
            {step.taken === null && step.dueOn !== null && (
              <Deadline
                on={step.dueOn}
                today={today}
                article={step.article ?? undefined}
                isEstimate={step.isEstimate}
              />
            )}
          </div>
        ),
      }))}
    />
  );
}
