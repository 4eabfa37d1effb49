import { App } from 'antd';
import { ActionButton } from '../../ui/action-button.tsx';
import { usePublish } from './inspections.queries.ts';

interface PublishButtonProps {
  readonly ids: readonly number[];
  readonly onDone: () => void;
}

/** 公示: asks once more, because a published result cannot be changed. */
export function PublishButton({ ids, onDone }: PublishButtonProps) {
  const { modal } = App.useApp();
  const publish = usePublish({ done: (_, { inspectionIds }) => `已公示${inspectionIds.length}条`, onDone });
  return (
    <ActionButton
      type="primary"
      size="small"
      may={['operator']}
      barred={ids.length === 0 ? '请先选择待公示的检查' : null}
      loading={publish.isRunning}
      onClick={() =>
        modal.confirm({
          title: `公示${ids.length}条检查结果？`,
          content: '一经公示不得擅自更改；确有错误的，须经局主要领导签字更正（细则第十条）。',
          okText: '公示',
          cancelText: '取消',
          onOk: async () => {
            await publish.run({ inspectionIds: [...ids] });
          },
        })
      }
    >
      公示
    </ActionButton>
  );
}
