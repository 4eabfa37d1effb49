import type { ReactNode } from 'react';

interface PageHeadProps {
  readonly title: string;
  /** One line below the title: what the page is about, or the facts of the thing shown. */
  readonly note?: ReactNode;
  /** Buttons at the right. */
  readonly actions?: ReactNode;
}

/** The head of every page: title, a line of explanation, the page's actions. */
export function PageHead({ title, note, actions }: PageHeadProps) {
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {note !== undefined && <div className="page-note">{note}</div>}
      </div>
      {actions !== undefined && <div className="page-actions">{actions}</div>}
    </header>
  );
}
