import { Fragment } from 'react';
import { type Part, type Run, readMarkdown, readRuns } from './markdown.ts';
import { PathLink } from './path-link.tsx';

/** A help text on the screen. */
export function Prose({ text }: { readonly text: string }) {
  const parts = readMarkdown(text).map((part, i) => ({ part, key: `${i} ${part.kind}` }));
  return (
    <article className="prose">
      {parts.map(({ part, key }) => (
        <PartView key={key} part={part} />
      ))}
    </article>
  );
}

function PartView({ part }: { readonly part: Part }) {
  switch (part.kind) {
    case 'heading':
      return part.level === 1 ? <h1>{part.text}</h1> : <h2>{part.text}</h2>;
    case 'paragraph':
      return (
        <p>
          <Line text={part.text} />
        </p>
      );
    case 'list': {
      const items = part.items.map((item) => (
        <li key={item}>
          <Line text={item} />
        </li>
      ));
      return part.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return <Grid head={part.head} rows={part.rows} />;
  }
}

function Grid({ head, rows }: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell}>{cell}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join('|')}>
            {row.map((cell, i) => (
              <td key={head[i]}>
                <Line text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Line({ text }: { readonly text: string }) {
  return readRuns(text).map((run) => <Fragment key={`${run.kind} ${run.text}`}>{runView(run)}</Fragment>);
}

function runView(run: Run) {
  if (run.kind === 'bold') return <strong>{run.text}</strong>;
  if (run.kind === 'key') return <kbd>{run.text}</kbd>;
  if (run.kind === 'link') return <PathLink path={run.path}>{run.text}</PathLink>;
  return run.text;
}
