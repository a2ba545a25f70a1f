/**
 * The message with which a page hands one end of a MessageChannel to the desktop.
 *
 * The page makes a channel and posts one port to its own window,
 * `window.postMessage(portMessage, location.origin, [port])`; the preload forwards that port to the
 * main process, which serves the contract on it. One port for each page load: a second one is closed
 * unserved.
 */
export const portMessage = 'evergrant:port';
