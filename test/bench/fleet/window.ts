import { z } from 'zod';

/** A window with a customer's page: handles data as the screens do, but draws nothing. */
export interface SimulatedWindow {
  /** The calls made to the engine since the last `forget`, such as `grants.test`. */
  readonly asked: () => readonly string[];
  readonly forget: () => void;
  /** Presses Test, and waits until no request is pending. */
  readonly pressTest: () => Promise<void>;
  readonly close: () => void;
}

/** Opens the window over the engine's client, and waits for its first answers. */
export type OpenWindow = (client: object, tenantId: string) => Promise<SimulatedWindow>;

const module = z.object({
  openWindow: z.custom<OpenWindow>((value) => typeof value === 'function'),
});

/**
 * Loaded by its path, because the screens' code needs the types of a page, which this program does not have.
 */
export async function loadWindow(): Promise<OpenWindow> {
  const path = new URL('../pages/simulated-window.ts', import.meta.url).href;
  return module.parse(await import(path)).openWindow;
}
