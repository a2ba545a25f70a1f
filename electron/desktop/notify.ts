import { Notification } from 'electron/main';
import type { Notice } from '../contract/notice.ts';
import type { Text } from '../../text/create-text.ts';
import { noticeWords } from '../../text/words/notice-words.ts';
import { shownWindow } from './shown-window.ts';

/** Shows notices as the system's own notifications; a click brings the window to the front. */
export function createNotify(text: Text): (notice: Notice) => void {
  /** Referenced until they close: a garbage-collected notification no longer reports its click. */
  const shown = new Set<Notification>();
  return (notice) => {
    if (!Notification.isSupported()) return;
    const { title, body } = noticeWords(text, notice);
    const notification = new Notification({ title, body });
    shown.add(notification);
    notification.on('close', () => shown.delete(notification));
    notification.on('click', () => {
      shown.delete(notification);
      const window = shownWindow();
      if (window?.isMinimized()) window.restore();
      window?.focus();
    });
    notification.show();
  };
}
