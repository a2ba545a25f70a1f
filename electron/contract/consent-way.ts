import { z } from 'zod';

/** How the consent link is opened in a browser. */
export const consentWay = z.enum(['myBrowser', 'privateWindow', 'copyLink']);
export type ConsentWay = z.infer<typeof consentWay>;

/** A browser on this computer, by a short ID such as `edge`. */
export const browserId = z.string().min(1).max(40);

/** The chosen way; `browser` is the one of the private window, otherwise null. */
export const chosenWay = z.object({ way: consentWay, browser: browserId.nullable() });
export type ChosenWay = z.infer<typeof chosenWay>;

/** The available ways on this computer, and the last choice. */
export const consentWays = z.object({
  /** Installed browsers that can show a private window. */
  browsers: z.array(z.object({ id: browserId, name: z.string() })),
  last: chosenWay,
});
export type ConsentWays = z.infer<typeof consentWays>;
