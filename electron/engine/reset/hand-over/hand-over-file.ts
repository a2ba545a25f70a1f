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

/** The version of hand-over files that is written here, and the newest that is read. */
const fileVersion = 1;

/**
 * A reset as a file for a colleague: where it stands, the evidence, and whose it is. There is no place in
 * it for a token, a credential, an id of this computer's, or a path.
 */
const handOverFile = z
  .object({
    evergrant: z.literal('reset'),
    version: z.literal(fileVersion),
    /** Only from Practice. */
    workspace: z.literal('PRACTICE').optional(),
    tenant: handedOverTenant,
    connector: z.object({
      name: newProfile.shape.name,
      clientId: guid,
      cloud: z.discriminatedUnion('kind', [
        // A copy of the clouds on purpose: another one is another version of the file, which an older
        // Evergrant then calls newer and not damaged.
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

/** The file's text: JSON that a person can read. */
export function writeHandOverFile(file: Omit<HandOverFile, 'evergrant' | 'version'>): string {
  const whole = { evergrant: 'reset', version: fileVersion, ...file };
  return writeEvergrantFile(handOverFile.parse(whole));
}

/** Reads one. Errors: `reset.fileNotOurs`, `reset.fileNewer`, `reset.fileDamaged`, `reset.filePractice`. */
export function readHandOverFile(text: string, practice: boolean): HandOverFile {
  return readEvergrantFile(
    { kind: 'reset', version: fileVersion, schema: handOverFile, problems: 'reset.file' },
    text,
    practice,
  );
}

/** The reset of a file as it is kept here, under the profile that the connector has on this computer. */
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

/** It is handed over at a step of its purpose, and every step before that one is on record, in order. */
function standsWhereItSays(given: Pick<Reset, 'state' | 'heldAt' | 'purpose' | 'steps'>): boolean {
  const { state, heldAt, purpose, steps } = given;
  if (state !== 'handedOver' || heldAt === null) return false;
  const order = stepsOf[purpose];
  return order[steps.length] === heldAt && steps.every(({ step }, place) => step === order[place]);
}

const kept = (step: StepRecord) => ({ ...step, at: millis(step.at) });

const millis = (iso: string): number => Date.parse(iso);
