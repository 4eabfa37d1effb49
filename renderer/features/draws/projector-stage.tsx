import type { ReactNode } from 'react';
import './projector.css';

interface ProjectorStageProps {
  readonly size: { readonly width: number; readonly height: number };
  readonly state: string;
  readonly left: string;
  readonly right: string;
  readonly isRehearsal?: boolean;
  readonly children: ReactNode;
}

/** The sheet of the large screen: at least 1920×1080 of its own pixels, grown to the window's shape and scaled to it. */
export function ProjectorStage({ size, state, left, right, isRehearsal = false, children }: ProjectorStageProps) {
  const scale = Math.min(size.width / 1_920, size.height / 1_080);
  return (
    <div
      className="projector"
      style={{ width: size.width / scale, height: size.height / scale, transform: `scale(${scale})` }}
      data-state={state}
    >
      {isRehearsal && <div className="projector-mark">演练</div>}
      <header>
        <span>{left}</span>
        <span>
          {isRehearsal ? '演练　' : ''}
          {right}
        </span>
      </header>
      <main>{children}</main>
    </div>
  );
}
