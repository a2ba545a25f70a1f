import type { Rectangle } from 'electron/main';
import type { WindowPlace } from './window-options.ts';

/** How much of a window must be on a screen so that a person can drag it back, in pixels. */
const reachable = 80;

/**
 * Drops the position of a window that would open outside every screen.
 *
 * @param workAreas the usable part of each screen.
 */
export function placeOnScreen(place: WindowPlace, workAreas: readonly Rectangle[]): WindowPlace {
  const { x, y, width, height, maximized } = place;
  if (x === undefined || y === undefined) return place;
  const isReachable = workAreas.some(
    (area) =>
      x + width >= area.x + reachable &&
      x <= area.x + area.width - reachable &&
      y >= area.y &&
      y <= area.y + area.height - reachable,
  );
  return isReachable ? place : { width, height, maximized };
}
