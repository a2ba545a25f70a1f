import type { SetUp } from '../../electron/contract/set-up.ts';
import type { Text } from '../create-text.ts';

/** The clicks in the portal as plain lines, each with its value: for the command line and for a colleague. */
export function setUpClicks(text: Text, setUp: SetUp): string[] {
  const { t } = text;
  const { certificate, permissions } = setUp;
  const namesOf = (type: 'delegated' | 'application') =>
    permissions.flatMap((one) => (one.type === type ? [one.name] : [])).join(', ');
  return [
    `${t('setUp:register.hand.create', { home: setUp.home })} ${setUp.pages.create}`,
    `${t('setUp:register.hand.name')} ${setUp.name}. ${t('setUp:register.hand.audience')}`,
    `${t('setUp:register.hand.redirect')} ${setUp.redirectUri}`,
    `${t('setUp:register.hand.certificate')} ${t('setUp:register.hand.thumbprint')} ${certificate.portalThumbprint}.`,
    [
      t('setUp:register.hand.permissions'),
      `${t('setUp:register.hand.delegated')} ${namesOf('delegated')}.`,
      `${t('setUp:register.hand.application')} ${namesOf('application')}.`,
    ].join(' '),
    t('setUp:register.hand.overview'),
  ];
}
