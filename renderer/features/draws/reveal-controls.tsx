import { Segmented } from 'antd';
import { type Pace, paces, paceTitles } from '../../../shared/features/draws/reveal.ts';
import { useBarred } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { type Projection, type Reveal, useRevealAct } from './hall.queries.ts';
import { useRevealKeys } from './use-reveal-keys.ts';

interface RevealControlsProps {
  readonly drawId: number;
  readonly shown: Projection;
  readonly reveal: Reveal | null;
}

/** Pause, step and pace of what the large screen shows; the same keys work here and there. */
export function RevealControls({ drawId, shown: { state, mode }, reveal }: RevealControlsProps) {
  const act = useRevealAct(drawId);
  const barred = useBarred(['operator']);
  useRevealKeys((what) => {
    if (reveal !== null && barred === null) act(what);
  }, false);
  if (reveal === null) return null;
  const { frame, frames, pace, isPaused } = reveal;
  const isAtEnd = frame >= frames - 1;
  const moves = state === 'drawn' || (state === 'staffed' && mode === 'sample');
  const back = (
    <ActionButton disabled={frame === 0} barred={barred} onClick={() => act('back')}>
      上一屏
    </ActionButton>
  );
  const next = (
    <ActionButton disabled={isAtEnd} barred={barred} onClick={() => act('next')}>
      下一屏
    </ActionButton>
  );
  if (!moves) {
    return (
      frames > 1 && (
        <div className="reveal-controls">
          {back}
          {next}
          <span className="quiet">
            第{frame + 1}屏，共{frames}屏
          </span>
        </div>
      )
    );
  }
  return (
    <div className="reveal-controls">
      {back}
      <ActionButton disabled={isAtEnd} barred={barred} onClick={() => act(isPaused ? 'go' : 'pause')}>
        {isPaused && !isAtEnd ? '继续' : '暂停'}
      </ActionButton>
      {next}
      <ActionButton disabled={isAtEnd} barred={barred} onClick={() => act('end')}>
        到底
      </ActionButton>
      <Segmented<Pace>
        aria-label="快慢"
        disabled={barred !== null}
        value={pace}
        options={paces.map((value) => ({ value, label: paceTitles[value] }))}
        onChange={act}
      />
      <span className="quiet" aria-live="polite">
        {isAtEnd ? '已全部显示' : `${isPaused ? '已暂停　' : ''}第${frame + 1}屏，共${frames}屏`}
      </span>
      <p className="quiet">按键：空格暂停，←→ 上下一屏，+ − 快慢。投影窗口按 ? 看全部按键。</p>
    </div>
  );
}
