import { Component, type ReactNode } from 'react';
import { Broken } from './broken.tsx';

interface BreakGuardState {
  readonly error: Error | null;
}

/** Catches what breaks outside the routes. React offers this to classes only. */
export class BreakGuard extends Component<{ readonly children: ReactNode }, BreakGuardState> {
  override state: BreakGuardState = { error: null };

  static getDerivedStateFromError(error: Error): BreakGuardState {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : <Broken error={error} />;
  }
}
