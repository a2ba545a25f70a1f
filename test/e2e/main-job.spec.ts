import { mainJob } from './support/main-job.ts';
import { test } from './support/story.ts';

test.use({ hostOptions: { furnish: null } });

test('the main job in the browser, from the first screen to a search without network', async ({
  cloud,
  office,
  technician,
  administrator,
}) => {
  await mainJob({
    page: technician.page,
    administrator,
    cloud,
    openedAddress: () => office.host.openedAddress(),
  });
});
