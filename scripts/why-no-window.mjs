// Plain JavaScript on purpose: `start.mjs` needs it on Node 18 and later.

/** Why no desktop window can be opened on this computer, in one sentence, or null. Requires no download. */
export function whyNoWindow({ platform, env, isRoot, isBuilt, browserWanted }) {
  if (browserWanted) return 'Opening in the browser, as requested.';
  const why = obstacle({ platform, env, isRoot, isBuilt });
  return why === null ? null : insteadOfWindow(why);
}

/** The message for a reason. */
export function insteadOfWindow(why) {
  return `Opening in the browser instead of a desktop window, because ${why}`;
}

function obstacle({ platform, env, isRoot, isBuilt }) {
  if (platform !== 'win32' && platform !== 'darwin' && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
    return 'there is no display.';
  }
  if (platform === 'linux' && isRoot) return "Electron's sandbox doesn't run as root.";
  return isBuilt ? null : 'the desktop is not part of this build.';
}
