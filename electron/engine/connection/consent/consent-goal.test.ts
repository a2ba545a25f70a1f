import { describe, expect, test } from 'vitest';
import { check, goodTest, proof, refusedTest } from '../../../../test/support/grant-evidence.ts';
import { connector } from '../../../../test/support/fake-tenant.ts';
import { connectorPermissions } from '../../connectors/reading-permissions.ts';
import { consentGoal } from './consent-goal.ts';

const beyondUs = proof('notTried', 'grant.vendorsRegistration');
const onRecord = (missing: readonly string[]) =>
  goodTest({
    checks: connectorPermissions.map((permission) => {
      const isMissing = missing.includes(permission.name);
      const grant = proof(isMissing ? 'missing' : 'proven');
      return check(permission, { grant, token: beyondUs, read: beyondUs });
    }),
  });
const all = connectorPermissions.map(({ name }) => name);

describe('a consent has come to its end', () => {
  test('for a vendor’s connector when the tenant records it whole', () => {
    const { profile } = connector;
    const vendors = {
      ...connector,
      credential: null,
      profile: { ...profile, owner: 'vendor' },
    } as const;
    const goal = consentGoal(vendors, false);
    expect(goal.canTell).toBe(true);
    expect(goal.isReached(onRecord([]))).toBe(true);
    expect(goal.isReached(onRecord(['User.Read']))).toBe(false);
    expect(goal.missing(onRecord(['User.Read']))).toEqual(['User.Read']);
    expect(goal.unanswered.code).toBe('consent.notOnRecord');
  });

  test('for a reader when it can see the record, whatever stands there', () => {
    const goal = consentGoal(connector, true);
    expect(goal.isReached(onRecord(all))).toBe(true);
    expect(goal.missing(onRecord(all))).toEqual([]);
    const unseen = refusedTest('grant.readerNotGranted');
    expect(goal.isReached(unseen)).toBe(false);
    expect(goal.missing(unseen)).toEqual(all);
  });

  test('with a permission too many: named, and never taken for the goal', () => {
    const findings = [{ kind: 'mayWrite' as const, params: { permissions: 'Mail.Send' } }];
    const goal = consentGoal(connector, false);
    expect(goal.excess(goodTest())).toBeNull();
    expect(goal.isReached(goodTest({ findings }))).toBe(false);
    expect(goal.excess(goodTest({ findings }))).toMatchObject({
      code: 'grant.mayWrite',
      params: { permissions: 'Mail.Send' },
    });
    expect(goal.excess({ ...onRecord(['User.Read']), findings })).toBeNull();
  });

  test('for our own connector when it is proven; without a credential nobody can tell', () => {
    expect(consentGoal(connector, false).isReached(goodTest())).toBe(true);
    expect(consentGoal(connector, false).isReached(onRecord([]))).toBe(false);
    expect(consentGoal({ ...connector, credential: null }, false).canTell).toBe(false);
  });
});
