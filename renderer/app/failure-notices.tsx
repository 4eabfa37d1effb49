import { useQueryClient } from '@tanstack/react-query';
import { TRPCClientError } from '@trpc/client';
import { App } from 'antd';
import { useEffect } from 'react';
import { isNotFound, isUnauthorized } from '../api/client.ts';
import { failureSentence } from '../api/failures.ts';

/** Says it when something could not be read; one notice at a time. The polled state has a line of its own. */
export function FailureNotices() {
  const queries = useQueryClient();
  const { notification } = App.useApp();
  useEffect(
    () =>
      queries.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        const { error } = event.action;
        if (!(error instanceof TRPCClientError) || isUnauthorized(error) || isUnreached(error)) return;
        const description = isNotFound(error)
          ? `没有找到这个${error.message}，可能已被移出。请返回列表刷新。`
          : failureSentence(error);
        notification.error({ key: 'read-failure', title: '没有读到', description, duration: 12 });
      }),
    [queries, notification],
  );
  return null;
}

function isUnreached(error: TRPCClientError<never>): boolean {
  return error.data == null;
}
