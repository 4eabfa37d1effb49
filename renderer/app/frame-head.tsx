import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { rolesOf, roleTitles } from '../../shared/features/office/roles.ts';
import { useTrpc } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { useCommand } from '../api/use-command.ts';
import { JobList } from './job-list.tsx';
import { SearchBox } from './search-box.tsx';

/** Bureau, search, running work, help, and who is signed in. */
export function FrameHead() {
  const trpc = useTrpc();
  const navigate = useNavigate();
  const { account, bureau } = useSession();
  const signOut = useCommand(trpc.office.signOut.mutationOptions());
  const lock = useCommand(trpc.office.lock.mutationOptions());
  const roles =
    account === null
      ? ''
      : rolesOf(account)
          .map((role) => roleTitles[role])
          .join('、');
  return (
    <header className="frame-head">
      <b>明签</b>
      <span className="bureau">{bureau?.name}</span>
      <span className="space" />
      <SearchBox />
      <JobList />
      <Button type="text" onClick={() => void navigate({ to: '/help' })}>
        帮助
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'password', label: '修改密码' },
            { key: 'lock', label: '锁定' },
            { key: 'out', label: '退出' },
          ],
          onClick: ({ key }) => {
            if (key === 'password') void navigate({ to: '/settings/password' });
            if (key === 'lock') void lock.run(undefined);
            if (key === 'out') void signOut.run(undefined);
          },
        }}
      >
        <Button type="text" title={roles}>
          {account?.name}（{roles}）
        </Button>
      </Dropdown>
    </header>
  );
}
