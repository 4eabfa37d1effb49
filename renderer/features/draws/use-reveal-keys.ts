import { useEffect, useEffectEvent } from 'react';
import type { RevealAct } from '../../../shared/features/draws/reveal.ts';

const keys: Readonly<Record<string, RevealAct>> = {
  ' ': 'toggle',
  ArrowLeft: 'back',
  ArrowRight: 'next',
  '+': 'faster',
  '=': 'faster',
  '-': 'slower',
};
/** Keys that scroll a page, so only where there is none to scroll. */
const wholeWindow: Readonly<Record<string, RevealAct>> = { End: 'end', Home: 'start' };

/** 空格, arrows and +/- steer the reveal, unless something is being typed or a button has the focus. */
export function useRevealKeys(act: (what: RevealAct) => void, isWholeWindow: boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    const what = keys[event.key] ?? (isWholeWindow ? wholeWindow[event.key] : undefined);
    if (what === undefined) return;
    event.preventDefault();
    act(what);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  const takesKeys = 'input, textarea, button, a, summary, [role="combobox"], [role="radio"], [role="dialog"]';
  return target instanceof HTMLElement && target.closest(takesKeys) !== null;
}
