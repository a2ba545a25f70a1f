import { expect } from '@playwright/test';
import type { StoryHost } from '../../support/story-host/start-story-host.ts';

/** How long one check of the page may take before the clock is set forward again, milliseconds. */
export const oneLook = 5_000;

/**
 * Sets the engine's clock forward by `step` milliseconds until `seen` holds. Once is not enough on a slow
 * machine: work that is still running when the clock is set forward starts its pause afterwards.
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
