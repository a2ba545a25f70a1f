/** What the double reports to the test that started it, one JSON line per event. */
export type DesktopEvent =
  | { readonly event: 'load'; readonly url: string }
  | { readonly event: 'show' }
  | { readonly event: 'reload' }
  | { readonly event: 'openExternal'; readonly url: string }
  | { readonly event: 'utilityProcess'; readonly serviceName: string; readonly running: boolean };

/** Sends an event to the test. */
export function tell(event: DesktopEvent): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}
