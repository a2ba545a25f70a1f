import { z } from 'zod';
import { guid } from '../../../contract/ids.ts';
import { newProfile } from '../../../contract/profile.ts';
import { reset, stepsOf } from '../../../contract/reset.ts';
import type { Reset, StepRecord } from '../../../contract/reset.ts';
import { handedOverTenant } from '../../../contract/reset-hand-over.ts';
import {
  cloudLabelInFile,
  readEvergrantFile,
  writeEvergrantFile,
} from '../../kernel/files/evergrant-file.ts';
import { settleMs } from '../machine-parts.ts';
import type { ResetRecord } from '../store.ts';

/** The version of hand-over files that Evergrant writes, and the newest that it reads. */
const fileVersion = 1;

/**
 * A reset as a file for a colleague: its step, the evidence, and the customer. It has no field for a
 * token, a credential, an ID of this computer, or a path.
 */
const handOverFile = z
  .object({
    evergrant: z.literal('reset'),
    version: z.literal(fileVersion),
    /** Only in files from Practice. */
    workspace: z.literal('PRACTICE').optional(),
    tenant: handedOverTenant,
    connector: z.object({
      name: newProfile.shape.name,
      clientId: guid,
      cloud: z.discriminatedUnion('kind', [
        // Copied from the list of clouds on purpose: another cloud requires another version of the file,
        // which an older Evergrant then reports as newer and not as damaged.
        z.object({ kind: z.enum(['global', 'usGovL4', 'usGovL5', 'china']) }),
        z.object({ kind: z.literal('custom'), label: cloudLabelInFile }),
      ]),
    }),
    hasBackend: z.boolean(),
    reset: reset.omit({ profileId: true, portalPage: true }).refine(standsWhereItSays),
  })
  .refine(({ tenant, reset }) => tenant.tenantId === reset.tenantId, {
    path: ['reset', 'tenantId'],
  });
export type HandOverFile = z.output<typeof handOverFile>;

/** The file's text: readable JSON. */
export function writeHandOverFile(file: Omit<HandOverFile, 'evergrant' | 'version'>): string {
  const whole = { evergrant: 'reset', version: fileVersion, ...file };
  return writeEvergrantFile(handOverFile.parse(whole));
}

/**
 * Reads a hand-over file. Errors: `reset.fileNotOurs`, `reset.fileNewer`, `reset.fileDamaged`,
 * `reset.filePractice`.
 */
export function readHandOverFile(text: string, practice: boolean): HandOverFile {
  return readEvergrantFile(
    { kind: 'reset', version: fileVersion, schema: handOverFile, problems: 'reset.file' },
    text,
    practice,
  );
}

/** The reset of a file in stored form, with this computer's profile for the connector. */
export function recordOf(
  { reset: given, hasBackend }: HandOverFile,
  profileId: string,
): ResetRecord {
  const { id, tenantId, version, startedBy, purpose, state, holder, heldAt, before, after } = given;
  return {
    id,
    tenantId,
    profileId,
    version,
    startedAt: millis(given.startedAt),
    startedBy,
    endedAt: null,
    snapshot: {
      state,
      context: {
        purpose,
        holder,
        hands: given.hands.map((hand) => ({ ...hand, at: millis(hand.at) })),
        heldAt,
        hasBackend,
        steps: given.steps.map(kept),
        setbacks: given.setbacks.map(({ at, undone }) => ({
          at: millis(at),
          undone: undone.map(kept),
        })),
        note: given.note,
        before,
        after,
        firstRefusedAt: given.firstRefusedAt === null ? null : millis(given.firstRefusedAt),
        goneAt: given.waitUntil === null ? null : millis(given.waitUntil) - settleMs,
        abandoned: null,
      },
    },
  };
}

/**
 * Checks that the reset was handed over at a step of its purpose, and that every earlier step is on
 * record, in order.
 */
function standsWhereItSays(given: Pick<Reset, 'state' | 'heldAt' | 'purpose' | 'steps'>): boolean {
  const { state, heldAt, purpose, steps } = given;
  if (state !== 'handedOver' || heldAt === null) return false;
  const order = stepsOf[purpose];
  return order[steps.length] === heldAt && steps.every(({ step }, place) => step === order[place]);
}

const kept = (step: StepRecord) => ({ ...step, at: millis(step.at) });

const millis = (iso: string): number => Date.parse(iso);
