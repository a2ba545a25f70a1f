import { z } from 'zod';

/** The commands that a test sends to its host, one JSON line each on standard input. */
export const storyCommand = z.discriminatedUnion('command', [
  /** Sets the engine's clock forward. */
  z.object({ command: z.literal('jump'), ms: z.number().int().positive() }),
  /** Asks for a link that opens one window and works once. */
  z.object({ command: z.literal('link') }),
  /** What the operating system reports about the network from now on. */
  z.object({ command: z.literal('network'), online: z.boolean() }),
]);
export type StoryCommand = z.infer<typeof storyCommand>;

/** The events that a host sends to its test, one JSON line each on standard output. */
export const storyEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('ready'), address: z.string() }),
  z.object({ event: z.literal('link'), link: z.string() }),
  /** The engine opened an address in the person's own browser, or in a private window of the named one. */
  z.object({ event: z.literal('open'), url: z.string(), browser: z.string().nullable() }),
  z.object({ event: z.literal('jumped') }),
  z.object({ event: z.literal('network') }),
]);
export type StoryEvent = z.infer<typeof storyEvent>;

/** The options of a test's host. */
export const storyHostOptions = z.object({
  dataDir: z.string(),
  /** Null: a computer that cannot store keys. */
  keyFile: z.string().nullable(),
  /** Starts in Practice. */
  practice: z.boolean().default(false),
  /** A connector profile and customers that exist from the start; omitted if they exist already. */
  furnish: z
    .object({
      name: z.string(),
      clientId: z.string(),
      cloudFile: z.string(),
      certificateFile: z.string(),
      domains: z.array(z.string()),
    })
    .nullable()
    .default(null),
  /** Whether a browser can be opened on this computer. */
  browser: z.boolean().default(true),
  /** Installed browsers that can show a private window. */
  privateBrowsers: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
  /** Whether the system provides ports on loopback after the screens are served. */
  loopbackPorts: z.boolean().default(true),
});
export type StoryHostOptions = z.input<typeof storyHostOptions>;
