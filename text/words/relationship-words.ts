import type { PartnerCustomer } from '../../electron/contract/partner.ts';
import type { Text } from '../create-text.ts';
import { partner } from '../en/partner.ts';

const known = Object.keys(partner.status) as readonly (keyof typeof partner.status)[];

/** How the partner reaches a customer: each relationship with its status and end, and the contract. */
export function relationshipWords(text: Text, customer: PartnerCustomer): readonly string[] {
  const date = new Intl.DateTimeFormat(text.locale, {
    dateStyle: 'medium',
    timeZone: text.timeZone,
  });
  const relationships = customer.relationships.map(({ status, endsAt }) => {
    const name = known.find((one) => one === status);
    const said = name === undefined ? status : text.t(`partner:status.${name}`);
    if (endsAt === null) return text.t('partner:relationshipOpen', { status: said });
    const isOver = status === 'expired' || status === 'terminated';
    return text.t(isOver ? 'partner:relationshipOver' : 'partner:relationship', {
      status: said,
      date: date.format(new Date(endsAt)),
    });
  });
  return [...new Set(relationships), ...(customer.hasContract ? [text.t('partner:contract')] : [])];
}
