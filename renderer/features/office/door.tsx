import type { ReactNode } from 'react';
import './office.css';

interface DoorProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** The card of the screens before the program: first start, sign-in, lock. */
export function Door({ title, note, isWide = false, children }: DoorProps) {
  return (
    <main className="door">
      <section className={isWide ? 'door-card is-wide' : 'door-card'}>
        <h1>{title}</h1>
        {note !== undefined && <p className="quiet">{note}</p>}
        {children}
      </section>
    </main>
  );
}
