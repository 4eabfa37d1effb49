import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { counterIdleSeconds } from '../../../shared/features/credit/counter.ts';
import { CounterAsk } from './counter-ask.tsx';
import { CounterExit } from './counter-exit.tsx';
import { CounterRecord } from './counter-record.tsx';
import './counter.css';
import { type CounterAnswer, useLeaveCounter } from './lookups.queries.ts';

/** 查询区: the whole window, for an enterprise to see its own public record. Left by signing in only. */
export function CounterPage({ bureau }: { readonly bureau: string }) {
  const [answer, setAnswer] = useState<CounterAnswer | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const leave = useLeaveCounter();
  const restart = () => {
    setAnswer(null);
    setLeaving(false);
    void leave.run({});
  };
  const left = useIdleSeconds(answer !== null || isLeaving, restart);
  return (
    <div className="counter">
      <header>
        <div>
          <h1>信用信息查询</h1>
          <div>{bureau}</div>
        </div>
        <Button size="large" onClick={() => setLeaving(true)}>
          工作人员
        </Button>
      </header>
      <main>
        {answer === null ? (
          <CounterAsk onAnswer={setAnswer} />
        ) : (
          <CounterRecord answer={answer} left={left} onEnd={restart} />
        )}
      </main>
      {isLeaving && <CounterExit onClose={() => setLeaving(false)} />}
    </div>
  );
}

/** Seconds until `onEnd`; a touch, key or wheel starts them anew. Runs while `isRunning`. */
function useIdleSeconds(isRunning: boolean, onEnd: () => void): number {
  const [left, setLeft] = useState(counterIdleSeconds);
  useEffect(() => {
    if (!isRunning) return;
    const renew = () => setLeft(counterIdleSeconds);
    renew();
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1_000);
    for (const kind of touches) window.addEventListener(kind, renew);
    return () => {
      clearInterval(timer);
      for (const kind of touches) window.removeEventListener(kind, renew);
    };
  }, [isRunning]);
  useEffect(() => {
    if (isRunning && left <= 0) onEnd();
  });
  return left;
}

const touches = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
