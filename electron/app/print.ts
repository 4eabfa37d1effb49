import { join } from 'node:path';
import type { Action } from '../../shared/features/actions.ts';
import type { Dossier, PrintedDocument } from '../../shared/kernel/document.ts';
import { done, type Result } from '../../shared/kernel/result.ts';
import type { Printed, PrintRefusal } from '../documents/assemble.ts';
import type { PrintTask } from '../workers/print.worker.ts';
import type { Context } from './context.ts';
import type { FileReply } from './files.ts';
import type { Ports } from './ports.ts';
import { noted, runCommand } from './run-command.ts';

type Printing = { readonly document: PrintedDocument } | { readonly dossier: Dossier };

/** Prints in a worker. A character that no font has comes back as a refusal naming it. */
export function print({ pool, places }: Ports, what: Printing): Promise<Result<Printed, PrintRefusal>> {
  const fonts = join(places.resources, 'fonts');
  const task: PrintTask =
    'document' in what
      ? { kind: 'document', fonts, document: what.document }
      : { kind: 'dossier', fonts, dossier: what.dossier };
  return pool.run('print', task);
}

/** The printed document as a file that opens in the viewer. */
export async function printedFile(ports: Ports, document: PrintedDocument): Promise<Result<FileReply, PrintRefusal>> {
  const printed = await print(ports, { document });
  if (!printed.ok) return printed;
  const { bytes } = printed.value;
  return done({ name: `${document.title}.pdf`, type: 'application/pdf', bytes, inline: true });
}

/** The same with its entry in the ledger, which carries the document's title. */
export async function printedNoted(ctx: Context, action: Action, document: PrintedDocument) {
  const printed = await printedFile(ctx.ports, document);
  if (!printed.ok) return printed;
  const entered = runCommand(ctx, action, 'anyone', () => noted(null, document.title));
  return entered.ok ? printed : entered;
}
