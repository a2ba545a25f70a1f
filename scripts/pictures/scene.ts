import type { Page } from 'playwright';
import type { Administrator } from '../../test/e2e/support/administrator.ts';
import type { Office } from '../../test/e2e/support/office.ts';
import type { Technician } from '../../test/e2e/support/technician.ts';
import type { PracticeCloud } from '../../test/support/practice-cloud.ts';
import type { StoryHostOptions } from '../../test/support/story-host/protocol.ts';

/**
 * The tools that bring a scene from one state to the next: the product in a window, and the practice cloud
 * behind it.
 */
export interface Studio {
  readonly cloud: PracticeCloud;
  readonly office: Office;
  readonly technician: Technician;
  readonly page: Page;
  /** Another person, in a separate browser. */
  administrator(): Promise<Administrator>;
  /** Opens a screen after reloading the window. */
  open(address: string): Promise<void>;
  /** Restarts the host over the same data. */
  startAgain(): Promise<void>;
  /** Advances the time of the engine and the window, milliseconds. */
  timePasses(ms: number): Promise<void>;
}

/** A state that is drawn. */
export interface State {
  /** The base name of its pictures: `NAME-light.png`, `NAME-dark.png`, `NAME-forced.png`. */
  readonly name: string;
  /**
   * The screen's address; `{healthy}` is replaced by the tenant ID of the customer with this key. Null: the
   * window does not change.
   */
  readonly address: string | null | ((studio: Studio) => string | Promise<string>);
  /** Runs after the screen was opened. */
  readonly prepare?: (studio: Studio) => Promise<unknown>;
}

/** States that share a practice cloud and a data folder; each starts where the previous one ended. */
export interface Scene {
  readonly title: string;
  /** Customers that exist from the start, by their keys in the practice cloud. */
  readonly customers?: readonly string[];
  readonly hostOptions?: Partial<StoryHostOptions>;
  readonly cloudArgs?: readonly string[];
  readonly states: readonly State[];
}
