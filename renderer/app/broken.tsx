import { Button } from 'antd';
import { failureSentence } from '../api/failures.ts';

/** What is shown where a screen broke: the reference number, if the program gave one, and a way on. */
export function Broken({ error, reset }: { readonly error: unknown; readonly reset?: () => void }) {
  const isOurs = error instanceof Error && error.name !== 'TRPCClientError';
  return (
    <main className="note-page">
      <h1>这个页面没有打开</h1>
      <p>{isOurs ? `页面出错：${error.message}` : failureSentence(error)}</p>
      <Button type="primary" onClick={() => (reset === undefined ? window.location.reload() : reset())}>
        重试
      </Button>
    </main>
  );
}
