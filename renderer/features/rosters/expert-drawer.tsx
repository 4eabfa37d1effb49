import { Drawer, Space, Spin, Tabs } from 'antd';
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { RemoveForm } from '../../ui/remove-form.tsx';
import { ExpertForm } from './expert-form.tsx';
import { HistoryList } from './history-list.tsx';
import { PersonalDatum } from './personal-datum.tsx';
import { useExpert, useExpertCommands } from './rosters.queries.ts';

const operator = ['operator'] as const;

/** One expert: what is held of him and every change. */
export function ExpertDrawer({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const expert = useExpert(id);
  const { remove } = useExpertCommands(onClose);
  const [doing, setDoing] = useState<'change' | 'remove' | null>(null);
  const { data } = expert;
  const close = () => setDoing(null);
  return (
    <Drawer
      open
      size={640}
      onClose={onClose}
      title={data?.name ?? (expert.isError ? '没有找到这名专家' : '专家')}
      extra={
        data !== undefined && (
          <Space>
            <ActionButton may={operator} onClick={() => setDoing('change')}>
              变更
            </ActionButton>
            <ActionButton may={operator} danger onClick={() => setDoing('remove')}>
              移出
            </ActionButton>
          </Space>
        )
      }
    >
      {expert.isPending && <Spin />}
      {data !== undefined && (
        <Tabs
          items={[
            {
              key: 'facts',
              label: '基本信息',
              children: (
                <Facts
                  facts={[
                    ['专业领域', data.field],
                    ['单位', data.unit],
                    ['职称', data.title],
                    [
                      '联系方式',
                      <PersonalDatum key="phone" of="expert" id={data.id} field="phone" masked={data.maskedPhone} />,
                    ],
                    ['有效期至', data.validUntil],
                    ['聘任文件（证书）', data.document],
                  ]}
                />
              ),
            },
            {
              key: 'history',
              label: `变更记录（${data.history.length}）`,
              children: <HistoryList changes={data.history} />,
            },
          ]}
        />
      )}
      {data !== undefined && doing === 'change' && <ExpertForm expert={data} onClose={close} />}
      {data !== undefined && doing === 'remove' && (
        <RemoveForm
          title={`移出“${data.name}”`}
          note="移出后不再列在专家库中，变更记录仍然保留。"
          submit="移出"
          onSubmit={(reason) => remove.run({ id, reason })}
          onClose={close}
        />
      )}
    </Drawer>
  );
}
