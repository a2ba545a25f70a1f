import { expect } from '@playwright/test';
import type { StoryHost } from '../../support/story-host/start-story-host.ts';

/** How long one look at the page may take before the clock is set forward once more, milliseconds. */
export const oneLook = 5_000;

/**
 * Lets `step` after `step` milliseconds pass on the engine's clock until `seen` holds. Once is not enough on
 * a slow machine: what is still busy when the clock is set forward begins its pause afterwards.
 */
export async function timePassesUntil(
  host: StoryHost,
  step: number,
  seen: () => Promise<void>,
): Promise<void> {
  await expect(async () => {
    await host.jump(step);
    await seen();
  }).toPass();
}
