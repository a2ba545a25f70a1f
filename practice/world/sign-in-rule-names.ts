/** What Conditional Access may demand; the control API accepts these names. */
export const signInRuleNames = [
  'mfa',
  'mfaExpired',
  'mfaRegistration',
  'externalChallenge',
  'signInFrequency',
  'deviceAuthentication',
  'compliantDevice',
  'joinedDevice',
  'approvedApp',
  'block',
  'blockApps',
] as const;
export type SignInRuleName = (typeof signInRuleNames)[number];
