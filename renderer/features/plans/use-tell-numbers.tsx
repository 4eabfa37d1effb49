import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { sayNumbers } from '../../../shared/features/plans/task.ts';

/** Says the numbers tasks were given, out of the way of the buttons; leads to the task, or to the list where they are several. */
export function useTellNumbers() {
  const { notification } = App.useApp();
  const navigate = useNavigate();
  return (what: string, tasks: readonly { readonly id: number; readonly number: string }[]) => {
    const [only] = tasks;
    const key = `tasks ${tasks.map(({ id }) => id).join()}`;
    const open = () => {
      notification.destroy(key);
      void navigate({ to: '/plans/tasks', search: tasks.length === 1 ? { task: String(only?.id) } : {} });
    };
    notification.success({
      key,
      title: `${what} ${sayNumbers(tasks)}`,
      description: tasks.length > 1 ? `共${tasks.length}个任务。` : undefined,
      placement: 'bottomLeft',
      duration: 15,
      actions: (
        <Button size="small" onClick={open}>
          {tasks.length === 1 ? '打开任务' : '查看任务'}
        </Button>
      ),
    });
  };
}
