import type { PracticeControl } from './control.ts';

/**
 * Adds the customer whose primary domain changed, with the history it would have: added and tested green
 * under the former domain, then the domain changes, Microsoft refuses the connector, and a test reports that.
 * Both tests are real; the practice cloud ends in its initial state.
 *
 * If the connector's enterprise application was already deleted in the cloud, the customer is only added.
 */
export async function furnishChanged(parts: {
  readonly control: PracticeControl;
  /** The connector's client ID. */
  readonly appId: string;
  readonly add: (domain: string) => Promise<void>;
  readonly test: () => Promise<void>;
}): Promise<void> {
  const { control, appId, add, test } = parts;
  const { domains, servicePrincipals, deletedServicePrincipals } = await control.record();
  const own = domains.filter(({ isVerified, isInitial }) => isVerified && !isInitial);
  const now = domains.find(({ isDefault }) => isDefault)?.name;
  const former = own.find(({ isDefault }) => !isDefault)?.name;
  if (now === undefined) throw new Error('A practice customer has no primary domain.');
  const isInstalled = servicePrincipals.some((one) => one.appId === appId);
  const wasDeleted = deletedServicePrincipals.some((one) => one.appId === appId);
  if (former === undefined || !isInstalled || wasDeleted) {
    await add(now);
    return;
  }
  await control.change({ type: 'makePrimary', domain: former });
  try {
    await control.change({ type: 'refuse', appId, refused: false });
    await add(former);
    await test();
  } finally {
    await control.change({ type: 'makePrimary', domain: now });
    await control.change({ type: 'refuse', appId, refused: true });
  }
  await test();
}
