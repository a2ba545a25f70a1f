import type { Profile } from '../../electron/contract/profile.ts';
import type { Text } from '../create-text.ts';
import { ageWords, dayWords } from './format.ts';

const dayMs = 24 * 60 * 60_000;
/** How far ahead an expiring credential is reported, in days. */
const warnDays = 30;

/** How urgent a credential's expiry is: `missing` if one of our own connectors has none on this computer. */
export type CredentialState = 'fine' | 'soon' | 'expired' | 'missing';

/** The state of a connector's credential at `now`, milliseconds UTC. A vendor's connector needs none. */
export function credentialState(
  { owner, credential }: Pick<Profile, 'owner' | 'credential'>,
  now: number,
): CredentialState {
  if (credential === null) return owner === 'vendor' ? 'fine' : 'missing';
  if (credential.expiresAt === null) return 'fine';
  const left = Date.parse(credential.expiresAt) - now;
  if (left <= 0) return 'expired';
  return left < (warnDays + 1) * dayMs ? 'soon' : 'fine';
}

/** A credential's expiry in words: "Valid until 3 Mar 2027", "Expires in 12 days", "Expired 2 days ago". */
export function credentialEndWords(
  text: Text,
  profile: Pick<Profile, 'owner' | 'credential'>,
  now: number,
): string {
  const { owner, credential } = profile;
  const { t } = text;
  if (credential === null) return t(`connectors:end.${owner === 'vendor' ? 'noneVendor' : 'none'}`);
  const { expiresAt } = credential;
  if (expiresAt === null) return t('connectors:end.endless');
  const days = Math.floor((Date.parse(expiresAt) - now) / dayMs);
  switch (credentialState(profile, now)) {
    case 'expired':
      return t('connectors:end.expired', { age: ageWords(text, expiresAt, now) });
    case 'soon':
      return days === 0 ? t('connectors:end.today') : t('connectors:end.soon', { count: days });
    default:
      return t('connectors:end.later', { date: dayWords(text, expiresAt) });
  }
}
