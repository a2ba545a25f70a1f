import { z } from 'zod';
import { ask } from './ask.ts';
import { guid, tenantId } from './ids.ts';
import { savedFile } from './replacement.ts';
import { handOverContent, handOverText, takeOver } from './reset-hand-over.ts';
import { resetReportFormat } from './reset-report.ts';
import { newReset, reset, resetAction } from './reset.ts';

const byTenant = z.object({ tenantId });

/** `resets.*`: the guided procedure after a change of the primary domain, and when a customer leaves. */
export const resetContract = {
  /** The newest one, open or ended. */
  last: ask.input(byTenant).output(reset.nullable()),
  /** Those that have ended, the newest first; their portal page is not told any more. */
  ended: ask.input(byTenant).output(z.array(reset)),
  /** Begins, and does what needs nobody. */
  begin: ask.input(newReset).output(reset),
  /** `version` is the one that was looked at: whoever is behind is told. */
  act: ask
    .input(byTenant.extend({ version: z.number().int().nonnegative(), action: resetAction }))
    .output(reset),
  /** The file of a reset that was handed over, where the host puts it. */
  saveHandOver: ask.input(byTenant).output(savedFile),
  /** The same file's name and text. */
  handOver: ask.input(byTenant).output(z.object({ fileName: z.string(), text: z.string() })),
  /** What a colleague's file holds. Nothing is changed. */
  readHandOver: ask.input(z.object({ text: handOverText })).output(handOverContent),
  /** Carries a colleague's reset on here. */
  takeOver: ask.input(takeOver).output(reset),
  /** The report of a reset, open or ended, as a file; of the newest where none is named. */
  saveReport: ask
    .input(byTenant.extend({ resetId: guid.optional(), format: resetReportFormat }))
    .output(savedFile),
};
