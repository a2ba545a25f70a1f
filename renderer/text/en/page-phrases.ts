/**
 * Words that Microsoft's sign-in and consent pages show, and the codes that stand behind them.
 * Lower case; the first that occurs in what was typed wins, so the longer ones come first.
 */
export const pagePhrases: readonly (readonly [phrase: string, code: string])[] = [
  ['need admin approval', 'aadsts.90094'],
  ['approval required', 'aadsts.90094'],
  ['needs permission to access resources', 'aadsts.90094'],
  ['request an admin', 'aadsts.90095'],
  ['unverified', 'aadsts.90094'],
  ['risky', 'aadsts.90094'],
  ['does not exist in tenant', 'aadsts.50020'],
  ['selected user account does not exist', 'aadsts.50020'],
  ['cannot access the application', 'aadsts.50020'],
  ['was not found in the directory', 'aadsts.700016'],
  ['reply url', 'aadsts.50011'],
  ['redirect uri', 'aadsts.50011'],
  ['has not consented', 'aadsts.65001'],
  ['declined to consent', 'aadsts.65004'],
  ['you cannot access this right now', 'aadsts.53003'],
  ["you can't get there from here", 'aadsts.53000'],
  ['conditional access', 'aadsts.53003'],
  ['more information required', 'aadsts.50072'],
  ['is disabled', 'aadsts.7000112'],
  ['assigned to a role', 'aadsts.50105'],
  ['tenant not found', 'aadsts.90002'],
];
