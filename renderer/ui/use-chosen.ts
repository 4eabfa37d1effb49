import { useState } from 'react';
import { type Chosen, noneChosen } from './selection-bar.tsx';

/** What is chosen belongs to the filter: under another one nothing is chosen. */
export function useChosen(filter: string) {
  const [state, setState] = useState({ filter, chosen: noneChosen });
  const chosen = state.filter === filter ? state.chosen : noneChosen;
  return [chosen, (next: Chosen) => setState({ filter, chosen: next })] as const;
}
