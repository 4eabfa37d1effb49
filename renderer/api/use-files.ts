import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { use } from 'react';
import { PdfViewerContext } from '../ui/pdf-viewer.tsx';
import { failureSentence } from './failures.ts';
import { downloadFile, fetchFile, uploadFile } from './files.ts';
import { sentenceOf, type WireRefusal } from './messages.zh-CN.ts';

type FileOptions = Parameters<typeof fetchFile>[1];

/** File actions that show refusals and failures in words. Paths as in api/files.ts. */
export function useFiles() {
  const queries = useQueryClient();
  const { notification } = App.useApp();
  const showPdf = use(PdfViewerContext);

  function tell(refusal: WireRefusal): void {
    if (refusal.code === 'NOT_SIGNED_IN' || refusal.code === 'LOCKED') void queries.invalidateQueries();
    notification.error({ title: '未能办理', description: sentenceOf(refusal), duration: 12 });
  }

  async function settle<T>(work: Promise<{ readonly ok: true; readonly value: T } | WireRefusal>): Promise<T | null> {
    try {
      const reply = await work;
      if (reply.ok) return reply.value;
      tell(reply);
    } catch (error) {
      tell({ ok: false, code: 'FAILED', details: { sentence: failureSentence(error) } });
    }
    return null;
  }

  return {
    /** Saves the file; true when it came. */
    download: async (path: string, options?: FileOptions) => (await settle(downloadFile(path, options))) !== null,
    /** Fetches the file for the page itself to show; null when it was refused. */
    fetch: (path: string, options?: FileOptions) => settle(fetchFile(path, options)),
    /** Opens the document in the viewer, with print and download; true when it came. */
    openPdf: async (path: string, options?: FileOptions) => {
      const file = await settle(fetchFile(path, options));
      if (file !== null) showPdf(file);
      return file !== null;
    },
    /** Sends a file and gives the reply's value, or null when it was refused. Queries are refreshed afterwards. */
    upload: async <T = { jobId: number }>(path: string, file: File, headers?: Readonly<Record<string, string>>) => {
      const value = await settle(uploadFile<T>(path, file, headers));
      if (value !== null) await queries.invalidateQueries();
      return value;
    },
  };
}
