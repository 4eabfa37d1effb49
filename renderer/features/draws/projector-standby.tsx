import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTrpc } from '../../api/client.ts';
import { ProjectorLost } from './projector-lost.tsx';
import { ProjectorStage } from './projector-stage.tsx';
import { useWindowSize } from './use-window-size.ts';

/** The large screen while nobody is signed in or the program is away: it goes on by itself once the operator is back. */
export function ProjectorStandby({ bureau, isLost }: { readonly bureau: string; readonly isLost: boolean }) {
  const trpc = useTrpc();
  const queries = useQueryClient();
  const size = useWindowSize();
  useEffect(() => {
    const timer = setInterval(() => void queries.refetchQueries(trpc.office.state.queryFilter()), 1_500);
    return () => clearInterval(timer);
  }, [queries, trpc]);
  return (
    <div className="hall-full">
      <ProjectorStage size={size} state="standby" left={bureau} right="">
        <div className="projector-center">
          <h1>请稍候</h1>
          <p className="projector-lead">{isLost ? '正在连接程序' : '程序已重新启动，操作人登录后从原处继续'}</p>
        </div>
      </ProjectorStage>
      {isLost && <ProjectorLost />}
    </div>
  );
}
