import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { poolReasons } from '../../../shared/features/draws/pool-reasons.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { PoolTable } from './pool-table.tsx';
import { sayPool } from './pool-words.tsx';
import { type PoolOf, useTaskPool } from './tasks.queries.ts';

/** How many the range holds, how many are left out, how many are drawn; 查看名单 shows them by name. */
export function PoolCount({ of }: { readonly of: PoolOf }) {
  const settled = useSettled(of);
  const pool = useTaskPool({ of: settled }).data;
  const [isOpen, setOpen] = useState(false);
  if (pool === undefined) return <p className="quiet">正在查名录……</p>;
  const isQuoted = 'taskId' in settled || settled.quota !== null || settled.objectIds.length > 0;
  const worry = pool.reasons.some(({ isHindrance }) => isHindrance);
  return (
    <>
      <Alert
        className="form-refusal"
        type={pool.after === 0 || worry ? 'warning' : 'info'}
        showIcon
        title={sayPool(pool, isQuoted)}
        description={
          pool.reasons.map(({ reason, count }) => `${poolReasons[reason]}：${count}户`).join('；') || undefined
        }
        action={
          <Button size="small" disabled={pool.size === 0} onClick={() => setOpen(true)}>
            查看名单
          </Button>
        }
      />
      <Modal open={isOpen} onCancel={() => setOpen(false)} footer={null} width={980} title="抽取范围" destroyOnHidden>
        <PoolTable of={settled} />
      </Modal>
    </>
  );
}
