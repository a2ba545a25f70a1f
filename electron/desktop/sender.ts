import { bundleOrigin, isOwnUrl } from './origin.ts';

/** The part of a message's event that identifies its sender. */
export interface MessageSender {
  readonly sender: { readonly id: number };
  readonly senderFrame: {
    readonly parent: object | null;
    readonly origin: string;
    readonly url: string;
    readonly detached: boolean;
  } | null;
}

/** Why a message is rejected. */
export type SenderRefusal = 'otherWindow' | 'noFrame' | 'detached' | 'childFrame' | 'otherOrigin';

/**
 * Returns why a message's sender is not the main frame of our own page, or `undefined` when it is.
 *
 * Origin and address are both compared: `about:blank` and `srcdoc` frames inherit the origin. Call it before
 * any await: a frame that navigates away becomes null.
 */
export function refusalOf(
  { sender, senderFrame }: MessageSender,
  expected: { readonly id: number },
): SenderRefusal | undefined {
  if (sender.id !== expected.id) return 'otherWindow';
  if (senderFrame === null) return 'noFrame';
  if (senderFrame.detached) return 'detached';
  if (senderFrame.parent !== null) return 'childFrame';
  if (senderFrame.origin !== bundleOrigin || !isOwnUrl(senderFrame.url)) return 'otherOrigin';
  return undefined;
}
