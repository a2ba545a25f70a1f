import { z } from 'zod';

/** What a story tells its host, one JSON line each on standard input. */
export const storyCommand = z.discriminatedUnion('command', [
  /** Sets the engine's clock forward. */
  z.object({ command: z.literal('jump'), ms: z.number().int().positive() }),
  /** Asks for a link that opens a window, once. */
  z.object({ command: z.literal('link') }),
  /** What the operating system says of the network from now on. */
  z.object({ command: z.literal('network'), online: z.boolean() }),
]);
export type StoryCommand = z.infer<typeof storyCommand>;

/** What a host tells its story, one JSON line each on standard output. */
export const storyEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('ready'), address: z.string() }),
  z.object({ event: z.literal('link'), link: z.string() }),
  /** The engine opened an address in "the person's own browser", or a private window of the named one. */
  z.object({ event: z.literal('open'), url: z.string(), browser: z.string().nullable() }),
  z.object({ event: z.literal('jumped') }),
  z.object({ event: z.literal('network') }),
]);
export type StoryEvent = z.infer<typeof storyEvent>;

/** How a story wants its host. */
export const storyHostOptions = z.object({
  dataDir: z.string(),
  /** Null: a computer that keeps no keys. */
  keyFile: z.string().nullable(),
  /** Begins right in Practice. */
  practice: z.boolean().default(false),
  /** A connector profile and customers that are there from the start; left out when they are there already. */
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
  /** Whether the system gives out ports on loopback, once the screens are served. */
  loopbackPorts: z.boolean().default(true),
});
export type StoryHostOptions = z.input<typeof storyHostOptions>;
