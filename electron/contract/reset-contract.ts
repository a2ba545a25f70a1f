import { z } from 'zod';
import { ask } from './ask.ts';
import { guid, tenantId } from './ids.ts';
import { savedFile } from './replacement.ts';
import { handOverContent, handOverText, takeOver } from './reset-hand-over.ts';
import { resetReportFormat } from './reset-report.ts';
import { newReset, reset, resetAction } from './reset.ts';

const byTenant = z.object({ tenantId });

/** `resets.*`: the guided procedures after a change of the primary domain, and when a customer leaves. */
export const resetContract = {
  /** The newest reset, open or ended. */
  last: ask.input(byTenant).output(reset.nullable()),
  /** The ended resets, newest first; without their portal page. */
  ended: ask.input(byTenant).output(z.array(reset)),
  /** Starts a reset, and performs the steps that need no person. */
  begin: ask.input(newReset).output(reset),
  /** `version` is the one that the caller has read; an outdated one is refused. */
  act: ask
    .input(byTenant.extend({ version: z.number().int().nonnegative(), action: resetAction }))
    .output(reset),
  /** Saves the file of a reset that was handed over, where the host decides. */
  saveHandOver: ask.input(byTenant).output(savedFile),
  /** The same file's name and text. */
  handOver: ask.input(byTenant).output(z.object({ fileName: z.string(), text: z.string() })),
  /** The contents of a colleague's file. Nothing is changed. */
  readHandOver: ask.input(z.object({ text: handOverText })).output(handOverContent),
  /** Continues a colleague's reset on this computer. */
  takeOver: ask.input(takeOver).output(reset),
  /** The report of a reset, open or ended, as a file; of the newest if none is given. */
  saveReport: ask
    .input(byTenant.extend({ resetId: guid.optional(), format: resetReportFormat }))
    .output(savedFile),
};
