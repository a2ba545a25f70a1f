import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** A rule of axe's that a page breaks, and the elements that break it, as HTML. */
export interface AccessibilityFinding {
  readonly id: string;
  readonly where: readonly string[];
}

/**
 * What axe finds wrong with a page. Fluent's focus helpers are left out: invisible elements that send the
 * focus on, and hidden from screen readers on purpose.
 */
export async function accessibilityFindings(page: Page): Promise<readonly AccessibilityFinding[]> {
  // A dialog that has just closed gives the page back to assistive technology a moment later.
  if ((await page.getByRole('dialog').or(page.getByRole('alertdialog')).count()) === 0) {
    await expect(page.locator('#root[aria-hidden="true"]')).toHaveCount(0);
  }
  // The legacy mode judges in the page itself, without a second window that takes the focus away. It
  // cannot look into frames of other origins, so there may be none.
  expect(page.frames()).toHaveLength(1);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .exclude('[data-tabster-dummy]')
    .analyze();
  return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }));
}

/** Expects that axe finds nothing to complain about. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFindings(page)).toEqual([]);
}
