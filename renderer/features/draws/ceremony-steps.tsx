import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { ceremonySteps } from '../../../shared/features/draws/ceremony.ts';
import './draws.css';

interface CeremonyStepsProps {
  /** The open step, by index; those before are done. */
  readonly open: number;
  /** The whole is done, or void: no step is open. */
  readonly isOver?: boolean;
  /** One line of facts for each step that is done. */
  readonly facts: readonly ReactNode[];
  readonly children: ReactNode;
}

/** The eight steps in a column: done ones folded to their facts, the current one open, later ones closed. There is no way back. */
export function CeremonySteps({ open, isOver = false, facts, children }: CeremonyStepsProps) {
  const openItem = useRef<HTMLLIElement>(null);
  const seen = useRef(open);
  useEffect(() => {
    if (seen.current !== open) openItem.current?.scrollIntoView({ block: 'nearest' });
    seen.current = open;
  }, [open]);
  return (
    <ol className="steps">
      {ceremonySteps.map((name, index) => {
        const state = index < open ? 'done' : index === open && !isOver ? 'open' : 'closed';
        return (
          <li
            key={name}
            ref={state === 'open' ? openItem : null}
            className={`step is-${state}`}
            aria-current={state === 'open' ? 'step' : undefined}
          >
            <div className="step-head">
              <span className="step-number">{index + 1}</span>
              <h2>{name}</h2>
              {state === 'done' && <span className="step-facts">{facts[index]}</span>}
              {state === 'closed' && <span className="quiet">未开始</span>}
            </div>
            {state === 'open' && (
              // biome-ignore lint/a11y/noStaticElementInteractions: only keeps a key held down from taking the next step too.
              <div className="step-body" onKeyDown={stopRepeated}>
                {children}
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** Each step is a press of its own: a key held down does not run on into the next button. */
function stopRepeated(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
}
