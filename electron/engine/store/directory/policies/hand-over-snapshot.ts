import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';

/**
 * What was handed over: each person once, and each group's people by their position in that list. A group
 * that no longer existed has no people.
 */
const snapshot = z.object({
  people: z.array(z.tuple([z.string(), z.string().nullable(), z.string().nullable()])),
  groups: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      name: z.string(),
      gone: z.boolean(),
      people: z.array(z.number().int()),
    }),
  ),
});

/** A hand-over as stored; a person is object id, UPN and name. */
export type Snapshot = z.infer<typeof snapshot>;

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Packs a snapshot: gzip of JSON, about 30 bytes a person. */
export async function packSnapshot(content: Snapshot): Promise<Uint8Array> {
  return Uint8Array.from(await pack(JSON.stringify(content)));
}

/** Unpacks a snapshot. An unexpected shape is a bug. */
export async function unpackSnapshot(packed: Uint8Array): Promise<Snapshot> {
  return snapshot.parse(JSON.parse((await unpack(packed)).toString('utf8')));
}
