import { ReplyError } from './failures.ts';
import type { WireRefusal } from './messages.zh-CN.ts';
import { send } from './transport.ts';

export interface ReceivedFile {
  readonly name: string;
  readonly blob: Blob;
}

interface FileOptions {
  /** Extra headers; passwords travel here. Values are encoded. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON with POST, for files made from what the page holds. */
  readonly body?: unknown;
}

type Received<T> = { readonly ok: true; readonly value: T } | WireRefusal;

/** Fetches a file; `path` as registered in the feature's FileRoutes, e.g. `rosters/objects-template.xlsx`. */
export async function fetchFile(path: string, options: FileOptions = {}): Promise<Received<ReceivedFile>> {
  const response = await send(`/files/${path}`, {
    method: options.body === undefined ? 'GET' : 'POST',
    body: options.body === undefined ? null : JSON.stringify(options.body),
    headers: encoded(options.headers),
  });
  if (response.status === 409) return (await response.json()) as WireRefusal;
  if (!response.ok) throw new ReplyError(response.status, await referenceIn(response));
  return { ok: true, value: { name: nameIn(response), blob: await response.blob() } };
}

/** Fetches a file and saves it under the name the program gave it. */
export async function downloadFile(path: string, options: FileOptions = {}): Promise<Received<ReceivedFile>> {
  const received = await fetchFile(path, options);
  if (received.ok) saveFile(received.value);
  return received;
}

export function saveFile({ name, blob }: ReceivedFile): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Sends a file to `/uploads/<path>`; the value is what the route replies, often `{ jobId }`. */
export async function uploadFile<T = { jobId: number }>(
  path: string,
  file: File,
  headers: Readonly<Record<string, string>> = {},
): Promise<Received<T>> {
  const response = await send(`/uploads/${path}`, {
    method: 'POST',
    body: file,
    headers: { ...encoded(headers), 'x-file-name': encodeURIComponent(file.name) },
  });
  if (!response.ok && response.status !== 409) throw new ReplyError(response.status, await referenceIn(response));
  return (await response.json()) as Received<T>;
}

function encoded(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, encodeURIComponent(value)]));
}

function nameIn(response: Response): string {
  const found = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '');
  return found?.[1] === undefined ? '文件' : decodeURIComponent(found[1]);
}

async function referenceIn(response: Response): Promise<string | null> {
  try {
    const body = (await response.json()) as { details?: { reference?: string } };
    return body.details?.reference ?? null;
  } catch {
    return null;
  }
}
