import type { Page } from 'playwright';
import type { Administrator } from '../../test/e2e/support/administrator.ts';
import type { Office } from '../../test/e2e/support/office.ts';
import type { Technician } from '../../test/e2e/support/technician.ts';
import type { PracticeCloud } from '../../test/support/practice-cloud.ts';
import type { StoryHostOptions } from '../../test/support/story-host/protocol.ts';

/** What brings a scene from one state to the next: the product in a window, and the practice cloud behind it. */
export interface Studio {
  readonly cloud: PracticeCloud;
  readonly office: Office;
  readonly technician: Technician;
  readonly page: Page;
  /** Another person, in a browser of their own. */
  administrator(): Promise<Administrator>;
  /** Opens a screen in a window that is loaded again. */
  open(address: string): Promise<void>;
  /** The host ends and starts again over the same data. */
  startAgain(): Promise<void>;
  /** Time passes for the engine and in the window, milliseconds. */
  timePasses(ms: number): Promise<void>;
}

/** A state that is drawn. */
export interface State {
  /** Of its pictures: `NAME-light.png`, `NAME-dark.png`, `NAME-forced.png`. */
  readonly name: string;
  /**
   * The screen's address; `{healthy}` stands for the tenant id of the customer with this key. Null: the window
   * is left as it is.
   */
  readonly address: string | null | ((studio: Studio) => string | Promise<string>);
  /** What is done after the screen was opened. */
  readonly prepare?: (studio: Studio) => Promise<unknown>;
}

/** States that share a practice cloud and a data folder; each begins where the one before has ended. */
export interface Scene {
  readonly title: string;
  /** Customers, by the words of the practice cloud, that are there from the start. */
  readonly customers?: readonly string[];
  readonly hostOptions?: Partial<StoryHostOptions>;
  readonly cloudArgs?: readonly string[];
  readonly states: readonly State[];
}
