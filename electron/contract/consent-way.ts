import { z } from 'zod';

/** How the consent link is brought to a browser. */
export const consentWay = z.enum(['myBrowser', 'privateWindow', 'copyLink']);
export type ConsentWay = z.infer<typeof consentWay>;

/** A browser of this computer, by a short id such as `edge`. */
export const browserId = z.string().min(1).max(40);

/** The way that was chosen; `browser` names whose private window, and is null otherwise. */
export const chosenWay = z.object({ way: consentWay, browser: browserId.nullable() });
export type ChosenWay = z.infer<typeof chosenWay>;

/** What this computer offers, and what was chosen last. */
export const consentWays = z.object({
  /** Installed browsers that can show a private window. */
  browsers: z.array(z.object({ id: browserId, name: z.string() })),
  last: chosenWay,
});
export type ConsentWays = z.infer<typeof consentWays>;
