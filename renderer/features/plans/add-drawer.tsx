import { Drawer } from 'antd';
import { ItemForm } from './item-form.tsx';
import { useChangeItem, useSaveItem } from './plan-work.queries.ts';
import type { PlanLine } from './plans.queries.ts';

interface AddDrawerProps {
  readonly plan: PlanLine;
  readonly isOpen: boolean;
  /** The amendment the item is added by; null = the plan is a draft. */
  readonly amendmentId: number | null;
  readonly onClose: () => void;
}

/** 增加事项: to a draft at once, to an approved plan by the amendment that is being written. */
export function AddDrawer({ plan, isOpen, amendmentId, onClose }: AddDrawerProps) {
  const save = useSaveItem({ quiet: true, done: '已增加。', onDone: onClose });
  const add = useChangeItem({ quiet: true, done: '已写进本次调整，批准后生效。', onDone: onClose });
  return (
    <Drawer open={isOpen} onClose={onClose} width={760} destroyOnHidden title="增加事项">
      <ItemForm
        planId={plan.id}
        kind={plan.kind}
        item={null}
        submit={amendmentId === null ? '增加事项' : '写进调整'}
        onCancel={onClose}
        onSubmit={(item) =>
          amendmentId === null
            ? save.run({ planId: plan.id, itemId: null, item })
            : add.run({ kind: 'add', amendmentId, item })
        }
      />
    </Drawer>
  );
}
