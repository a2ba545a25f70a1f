import type { PersonRow } from '../../../electron/contract/directory.ts';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { useText } from '../../ui/use-text.ts';

/** Who the person is: addresses, account, ID. */
export function PersonFacts({ person }: { readonly person: PersonRow }) {
  const { t } = useText();
  const { enabled, guest, otherAddresses } = person;
  const state = [
    guest ? t('people:person.guest') : t('people:person.member'),
    enabled === null
      ? t('common:unknown')
      : enabled
        ? t('people:person.enabled')
        : t('people:person.disabled'),
  ].join(' · ');
  return (
    <Card title={t('people:person.state')}>
      <Facts
        facts={[
          {
            label: t('people:person.signInName'),
            value: person.userPrincipalName ?? t('common:unknown'),
            ...(person.userPrincipalName !== null && { copy: person.userPrincipalName }),
          },
          { label: t('people:person.mail'), value: person.mail ?? t('common:none') },
          {
            label: t('people:person.otherAddresses'),
            value: otherAddresses.length === 0 ? t('common:none') : otherAddresses.join(', '),
          },
          { label: t('people:person.state'), value: state },
          { label: t('people:person.id'), value: <code>{person.id}</code>, copy: person.id },
        ]}
      />
    </Card>
  );
}
