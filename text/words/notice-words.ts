import type { Notice } from '../../electron/contract/notice.ts';
import type { Text } from '../create-text.ts';
import { customerName } from './customer-name.ts';

/** A notice's words, for a screen or for the system's own notification. */
export function noticeWords(
  { t }: Text,
  notice: Notice,
): { readonly title: string; readonly body: string; readonly customer: string } {
  const customer = customerName(notice.tenant);
  const title = t(`asked:notice.${notice.kind}.title`, { customer });
  return {
    customer,
    title: notice.practice ? t('asked:notice.practice', { title }) : title,
    body: t(`asked:notice.${notice.kind}.body`),
  };
}
