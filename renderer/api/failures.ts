import { TRPCClientError } from '@trpc/client';

/** The reference number of a failure, which is also in the program's log; null when the program was not reached. */
export function referenceOf(error: unknown): string | null {
  if (!(error instanceof TRPCClientError)) return error instanceof ReplyError ? error.reference : null;
  const response = error.meta?.response;
  return response instanceof Response ? response.headers.get('x-reference') : null;
}

/** A file request that ended in neither a file nor a refusal. */
export class ReplyError extends Error {
  readonly reference: string | null;
  constructor(status: number, reference: string | null) {
    super(`HTTP ${status}`);
    this.reference = reference;
  }
}

/** What the user reads about a failure nobody expected. */
export function failureSentence(error: unknown): string {
  const reference = referenceOf(error);
  return reference === null
    ? '没有连上程序。请确认程序仍在运行，然后重试。'
    : `程序出错，未作任何改动。参考号 ${reference}，请告知维护人员，凭此可在日志中查到原因。`;
}
