import { useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Alert, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useOfficeState } from '../api/session.ts';
import { CounterPage } from '../features/credit/counter-page.tsx';
import { ProjectorStandby } from '../features/draws/projector-standby.tsx';
import { FirstStart } from '../features/office/first-start.tsx';
import { LockScreen } from '../features/office/lock-screen.tsx';
import { SignIn } from '../features/office/sign-in.tsx';
import { Broken } from './broken.tsx';
import { router } from './router.tsx';

/** Decides what is seen: the wizard, the sign-in, the program, or the lock over it (which keeps what was being typed). */
export function Entrance() {
  const state = useOfficeState();
  const queries = useQueryClient();
  const accountId = state.data?.account?.id ?? null;
  const [holder, setHolder] = useState<number | null>(null);
  const [isSettingUp, setSettingUp] = useState(false);
  const [hasSetUp, setHasSetUp] = useState(false);

  if (accountId !== null && accountId !== holder) setHolder(accountId);
  const isGone =
    state.data !== undefined && accountId === null && state.data.lockedLogin === null && !state.data.isAtCounter;
  if (isGone && holder !== null) setHolder(null);
  if (state.data?.isSetUp === false && !isSettingUp && !hasSetUp) setSettingUp(true);

  const isAtCounter = state.data?.isAtCounter === true;
  useEffect(() => {
    if (isAtCounter) queries.removeQueries({ predicate: ({ queryKey }) => !isState(queryKey) });
  }, [isAtCounter, queries]);

  const hadHolder = useRef(false);
  useEffect(() => {
    // Signed out: nothing of the person before stays in the page.
    if (holder === null && hadHolder.current) {
      queries.removeQueries({ predicate: ({ queryKey }) => !isState(queryKey) });
    }
    hadHolder.current = holder !== null;
  }, [holder, queries]);

  if (isSettingUp) {
    const finish = () => {
      setHasSetUp(true);
      setSettingUp(false);
      void queries.invalidateQueries();
    };
    return <FirstStart onFinish={finish} />;
  }
  const isProjector = window.location.pathname.startsWith('/projector/');
  if (isProjector && state.isError && state.data === undefined) return <ProjectorStandby bureau="" isLost />;
  if (state.data === undefined) {
    return state.isError ? <Broken error={state.error} reset={() => void state.refetch()} /> : <Spin fullscreen />;
  }
  const { lockedLogin, bureau } = state.data;
  // Whatever the address: the window belongs to the public until somebody signs in.
  if (state.data.isAtCounter) return <CounterPage bureau={bureau?.name ?? ''} />;
  if (isProjector && holder === null && lockedLogin === null) {
    return <ProjectorStandby bureau={bureau?.name ?? ''} isLost={state.isError} />;
  }
  if (holder === null && lockedLogin === null) return <SignIn bureau={bureau?.name ?? ''} />;
  // The hall goes on watching while the operator's screen is locked; the projector's query allows it.
  if (isProjector) return <RouterProvider router={router} />;
  return (
    <>
      {state.isError && (
        <Alert banner type="error" title="没有连上程序。请确认程序仍在运行；恢复后本页自动继续，已填写的内容仍在。" />
      )}
      {lockedLogin !== null && <LockScreen bureau={bureau?.name ?? ''} login={lockedLogin} />}
      {holder !== null && (
        <div key={holder} className={lockedLogin === null ? 'app' : 'locked-away'}>
          <RouterProvider router={router} />
        </div>
      )}
    </>
  );
}

function isState(queryKey: readonly unknown[]): boolean {
  const [path] = queryKey;
  return Array.isArray(path) && path.join('.') === 'office.state';
}
