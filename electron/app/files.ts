import { Hono, type Context as HonoContext } from 'hono';
import type { z } from 'zod';
import type { Action } from '../../shared/features/actions.ts';
import type { AnyRefusal } from '../../shared/features/refusals.ts';
import type { OfficeType } from '../../shared/kernel/file-type.ts';
import { type Done, refuse } from '../../shared/kernel/result.ts';
import type { Context } from './context.ts';
import { barredFrom, isRefusal, type May } from './run-command.ts';

/** A file on its way out. `inline` opens in the viewer, otherwise it is saved under `name`. */
export interface FileReply {
  readonly name: string;
  readonly type:
    | 'application/pdf'
    | 'application/zip'
    | 'application/octet-stream'
    | 'text/csv'
    | 'text/plain; charset=utf-8'
    | 'image/png'
    | 'image/jpeg'
    | OfficeType;
  readonly bytes: Uint8Array;
  readonly inline?: boolean;
}

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface FileCall {
  readonly ctx: Context;
  readonly param: (name: string) => string;
  readonly search: URLSearchParams;
  /** A request header, decoded (the page encodes what is not ASCII); passwords travel here, never in an address. */
  readonly header: (name: string) => string;
}

interface UploadCall extends FileCall {
  readonly bytes: Uint8Array;
  /** As the user's file was called; for messages only, never a path. */
  readonly fileName: string;
}

interface MakeCall<Input> extends FileCall {
  readonly input: Input;
}

type Outcome<T> = Promise<Done<T> | AnyRefusal> | Done<T> | AnyRefusal;
export type FilesEnv = { Variables: { ctx: Context } };

/** Downloads under /files/, uploads under /uploads/. A refusal goes out as status 409 with the refusal as JSON. */
export interface FileRoutes {
  download(path: string, action: Action, may: May, run: (call: FileCall) => Outcome<FileReply>): void;
  /** A file made from what the page holds: POST to /files/ with JSON that fits `schema`. */
  make<S extends z.ZodType>(
    path: string,
    action: Action,
    may: May,
    schema: S,
    run: (call: MakeCall<z.output<S>>) => Outcome<FileReply>,
  ): void;
  upload(path: string, action: Action, may: May, run: (call: UploadCall) => Outcome<unknown>): void;
}

/** Collects the file routes of the features into one Hono app; `path` is `<feature>/…` with `:name` parameters. */
export function createFiles(register: (routes: FileRoutes) => void): Hono<FilesEnv> {
  const app = new Hono<FilesEnv>();
  register({
    download: (path, action, may, run) =>
      app.get(`/files/${path}`, async (c) => {
        const ctx = c.get('ctx');
        const result = await ctx.turns.beside(() => barredFrom(ctx, action, may) ?? run(callOf(c, ctx)));
        return isRefusal(result) ? refused(c, result) : fileResponse(result.value);
      }),
    make: (path, action, may, schema, run) =>
      app.post(`/files/${path}`, async (c) => {
        const ctx = c.get('ctx');
        const barred = await ctx.turns.next(() => barredFrom(ctx, action, may));
        if (barred !== null) return refused(c, barred);
        const read = schema.safeParse(await c.req.json().catch(() => null));
        if (!read.success) return refused(c, refuse('BAD_INPUT', { problems: problemsOf(read.error) }));
        const result = await ctx.turns.beside(() => run({ ...callOf(c, ctx), input: read.data }));
        return isRefusal(result) ? refused(c, result) : fileResponse(result.value);
      }),
    upload: (path, action, may, run) =>
      app.post(`/uploads/${path}`, async (c) => {
        const ctx = c.get('ctx');
        const barred = await ctx.turns.next(() => barredFrom(ctx, action, may));
        if (barred !== null) return refused(c, barred);
        const bytes = new Uint8Array(await c.req.arrayBuffer());
        const call = callOf(c, ctx);
        const result = await ctx.turns.beside(() => run({ ...call, bytes, fileName: call.header('x-file-name') }));
        return isRefusal(result) ? refused(c, result) : c.json(result);
      }),
  });
  return app;
}

function callOf(c: HonoContext<FilesEnv>, ctx: Context): FileCall {
  const params = c.req.param() as Record<string, string>;
  return {
    ctx,
    param: (name) => params[name] ?? '',
    search: new URL(c.req.url).searchParams,
    header: (name) => decoded(c.req.header(name) ?? ''),
  };
}

/** Percent-decoded text; what is badly encoded reads as nothing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function problemsOf(error: z.ZodError) {
  return error.issues.map((issue) => ({ field: issue.path.join('.'), sentence: issue.message }));
}

function refused(c: HonoContext<FilesEnv>, refusal: AnyRefusal): Response {
  return c.json(refusal, 409);
}

function fileResponse({ name, type, bytes, inline = false }: FileReply): Response {
  const disposition = `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`;
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': type, 'content-disposition': disposition, 'cache-control': 'no-store' },
  });
}
