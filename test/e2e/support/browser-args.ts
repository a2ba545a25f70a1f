/**
 * The features that Playwright disables (playwright-core, `chromiumSwitches.ts`): Chromium uses only the
 * last `--disable-features`, so our switch repeats them.
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

/**
 * The suggestions of an address bar that no test shows: Chromium opens two pages of its own for them per
 * window.
 */
const addressBar = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'] as const;

/** How tests start Chromium, in addition to Playwright's own switches. This halves the cost of a window. */
export const browserArgs: readonly string[] = [
  '--disable-gpu',
  `--disable-features=${[...playwrights, ...addressBar].join(',')}`,
];
