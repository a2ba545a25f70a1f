/** What the double tells the test that started it, one JSON line each. */
export type DesktopEvent =
  | { readonly event: 'load'; readonly url: string }
  | { readonly event: 'show' }
  | { readonly event: 'reload' }
  | { readonly event: 'openExternal'; readonly url: string }
  | { readonly event: 'utilityProcess'; readonly serviceName: string; readonly running: boolean };

/** Tells the test. */
export function tell(event: DesktopEvent): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}
