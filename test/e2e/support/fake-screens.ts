import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { buildFakeSite, serveFakeSite } from '../../support/fake-engine/site.ts';
import type { FakeSite } from '../../support/fake-engine/site.ts';

/** Stories of the screens alone, over a fake engine: no cloud and no host, so a screen opens in a moment. */
export const test = base.extend<object, { readonly site: FakeSite }>({
  site: [
    async ({ browserName }, provide) => {
      const folder = await mkdtemp(path.join(tmpdir(), `evergrant-screens-${browserName}-`));
      await buildFakeSite(folder);
      const site = await serveFakeSite(folder);
      await provide(site);
      site.close();
      await rm(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
