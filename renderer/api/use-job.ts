import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { inBackground, useTrpc } from './client.ts';
import type { WireRefusal } from './messages.zh-CN.ts';
import { useCommand } from './use-command.ts';

type Outcome = { readonly ok: true; readonly value: unknown } | WireRefusal;

/** The signed-in person's long work, newest first. Asked every half second while anything runs. */
export function useJobs() {
  const trpc = useTrpc();
  return useQuery(
    trpc.office.jobs.list.queryOptions(undefined, {
      ...inBackground,
      refetchInterval: ({ state }) => (state.data?.some((job) => job.state === 'running') ? 500 : false),
    }),
  );
}

const broken: Outcome = {
  ok: false,
  code: 'FAILED',
  details: { sentence: '程序出错，未作任何改动。请重试；仍不行时告知维护人员查看日志。' },
};

/** One job by number (null: none yet). `onEnd` is called once, when it is done, refused, cancelled or broken. */
export function useJob(id: number | null, onEnd?: (outcome: Outcome) => void) {
  const jobs = useJobs();
  const job = jobs.data?.find((candidate) => candidate.id === id) ?? null;
  const hasEnded = job !== null && job.state !== 'running';
  const { refetch } = jobs;
  const end = useEffectEvent(() => {
    if (job !== null) onEnd?.((job.outcome as Outcome | null) ?? broken);
  });
  useEffect(() => {
    if (id !== null) void refetch();
  }, [id, refetch]);
  useEffect(() => {
    if (hasEnded) end();
  }, [hasEnded]);
  return job;
}

/** The running job of this title while its call is open; its number is not known before the call is answered. */
export function useJobTitled(title: string, isOpen: boolean) {
  const jobs = useJobs();
  const { refetch } = jobs;
  useEffect(() => {
    if (!isOpen) return;
    const timer = setInterval(() => void refetch(), 500);
    return () => clearInterval(timer);
  }, [isOpen, refetch]);
  return (isOpen && jobs.data?.find((job) => job.state === 'running' && job.title === title)) || null;
}

export function useCancelJob() {
  const trpc = useTrpc();
  return useCommand(trpc.office.jobs.cancel.mutationOptions());
}
