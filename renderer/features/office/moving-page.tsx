import { Alert, Tabs } from 'antd';
import { useBarred } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { instantText } from '../../ui/when.ts';
import { MoveInForm } from './move-in.tsx';
import { NewPassword, passwordOf } from './new-password.tsx';
import { useBackUp, useBackups } from './office.queries.ts';

type BackupView = NonNullable<ReturnType<typeof useBackups>['data']>[number];

const reasons: Record<string, string> = {
  close: '退出程序',
  timer: '定时（每30分钟）',
  migration: '升级数据之前',
  import: '导入之前',
  draw: '抽取之前',
  publication: '公示之前',
  restore: '迁入之前',
  asked: '手动备份',
};

/** 设置 → 迁移与备份. */
export function MovingPage() {
  return (
    <>
      <PageHead title="迁移与备份" />
      <Tabs
        items={[
          { key: 'backups', label: '备份', children: <Backups /> },
          { key: 'out', label: '迁移到另一台电脑', children: <MoveOut /> },
          { key: 'in', label: '从另一台电脑迁入', children: <MoveInHere /> },
        ]}
      />
    </>
  );
}

function Backups() {
  const backups = useBackups();
  const params = useListParams();
  const files = useFiles();
  const backUp = useBackUp();
  const columns: readonly ListColumn<BackupView>[] = [
    { key: 'takenAt', title: '时间', value: (backup) => instantText(backup.takenAt), width: 180 },
    { key: 'reason', title: '何时所做', value: (backup) => reasons[backup.reason] ?? backup.reason, width: 180 },
    { key: 'size', title: '大小（KB）', value: (backup) => Math.ceil(backup.bytes / 1024), width: 110 },
    {
      key: 'fetch',
      title: '另存',
      value: () => '',
      isAction: true,
      width: 130,
      render: (backup) => (
        <ActionButton size="small" may={['admin']} onClick={() => void files.download(`office/backups/${backup.name}`)}>
          保存到U盘
        </ActionButton>
      ),
    },
  ];
  return (
    <DataTable
      name="office.backups"
      title="备份"
      rows={backups.data}
      rowKey={(backup) => backup.name}
      params={params}
      columns={columns}
      searchHint="日期、原因"
      empty="还没有备份。导入、抽取、公示之前和退出时自动备份。"
      extra={
        <ActionButton may={['admin']} loading={backUp.isRunning} onClick={() => void backUp.run({})}>
          立即备份
        </ActionButton>
      }
    />
  );
}

function MoveOut() {
  const files = useFiles();
  const barred = useBarred(['admin']);
  if (barred !== null) return <p>{barred}。</p>;
  return (
    <div className="narrow">
      <p>
        导出一个加密文件，内含全部数据。在新电脑首次打开明签时，选“从另一台电脑迁入”，选择此文件并输入密码即可。
        迁出后请勿在两台电脑上同时办理业务。
      </p>
      <CommandForm<{ next: string }>
        submit="导出迁移文件"
        onSubmit={async ({ next }) => {
          await files.download('office/move-out', { headers: { 'x-password': passwordOf(next) } });
          return { ok: true, value: null };
        }}
      >
        <NewPassword label="为文件设置密码（至少10个字符）" />
      </CommandForm>
      <Alert type="warning" showIcon title="密码不保存在任何地方。忘记密码，文件无法打开，只能重新导出。" />
    </div>
  );
}

function MoveInHere() {
  const barred = useBarred(['admin']);
  if (barred !== null) return <p>{barred}。</p>;
  return (
    <div className="narrow">
      <Alert
        type="warning"
        showIcon
        style={{ marginBottom: 12 }}
        title="迁入后，本机现有数据由文件中的数据取代（原有数据另行保留），所有人须重新登录。"
      />
      <MoveInForm onFinish={() => window.location.reload()} />
    </div>
  );
}
