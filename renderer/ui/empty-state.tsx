import { Empty } from 'antd';
import type { ReactNode } from 'react';

/** An empty list says how to fill it, with the button. */
export function EmptyState({ text, action }: { readonly text: string; readonly action?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text}>
      {action}
    </Empty>
  );
}
