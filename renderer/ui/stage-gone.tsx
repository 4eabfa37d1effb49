import { Button } from 'antd';
import { EmptyState } from './empty-state.tsx';

/** Shown at the address of an upload that no longer waits. */
export function StageGone({ onOther }: { readonly onOther: () => void }) {
  return (
    <EmptyState
      text="预览已失效（已经导入，或程序重新启动过）。"
      action={<Button onClick={onOther}>上传文件</Button>}
    />
  );
}
