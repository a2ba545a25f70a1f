import { setup, teardown } from './prepare-run.ts';

/** What all end-to-end tests of a run share, as Playwright's `globalSetup`: see `prepare-run.ts`. */
export default async function prepareStories(): Promise<() => Promise<void>> {
  await setup();
  return teardown;
}
