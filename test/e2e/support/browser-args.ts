/**
 * What Playwright switches off by itself (playwright-core, `chromiumSwitches.ts`): Chromium hears only the
 * last `--disable-features`, so ours says these again.
 */
const playwrights = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
] as const;

/** The suggestions under an address bar that no story has: two pages of Chromium's own for every window. */
const addressBar = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'] as const;

/** How stories start Chromium, beyond Playwright's own switches. Half of a window's cost goes by it. */
export const browserArgs: readonly string[] = [
  '--disable-gpu',
  `--disable-features=${[...playwrights, ...addressBar].join(',')}`,
];
