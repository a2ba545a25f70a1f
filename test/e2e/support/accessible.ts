import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** An axe rule that a page breaks, and the elements that break it, as HTML. */
export interface AccessibilityFinding {
  readonly id: string;
  readonly where: readonly string[];
}

/**
 * The axe violations of a page. Fluent's focus helpers are skipped: they are invisible elements that forward
 * the focus and are hidden from screen readers on purpose.
 */
export async function accessibilityFindings(page: Page): Promise<readonly AccessibilityFinding[]> {
  // After a dialog closes, the page becomes accessible to assistive technology again a moment later.
  if ((await page.getByRole('dialog').or(page.getByRole('alertdialog')).count()) === 0) {
    await expect(page.locator('#root[aria-hidden="true"]')).toHaveCount(0);
  }
  // The legacy mode runs in the page itself, without a second window that takes the focus. It cannot read
  // frames of other origins, so the page must have none.
  expect(page.frames()).toHaveLength(1);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .exclude('[data-tabster-dummy]')
    .analyze();
  return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }));
}

/** Expects no axe violations. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFindings(page)).toEqual([]);
}
