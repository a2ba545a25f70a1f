import { z } from 'zod';

/** A window that shows a customer's page, as the screens keep their data, without drawing anything. */
export interface SimulatedWindow {
  /** What it asked the engine since it was forgotten last, such as `grants.test`. */
  readonly asked: () => readonly string[];
  readonly forget: () => void;
  /** Presses Test, and waits until nothing is on its way any more. */
  readonly pressTest: () => Promise<void>;
  readonly close: () => void;
}

/** Opens the window over the engine's client, and waits for its first answers. */
export type OpenWindow = (client: object, tenantId: string) => Promise<SimulatedWindow>;

const module = z.object({
  openWindow: z.custom<OpenWindow>((value) => typeof value === 'function'),
});

/** The screens' own code needs the types of a page, which this program does not have: it is loaded by its path. */
export async function loadWindow(): Promise<OpenWindow> {
  const path = new URL('../pages/simulated-window.ts', import.meta.url).href;
  return module.parse(await import(path)).openWindow;
}
