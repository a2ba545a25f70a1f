import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { PersonRow } from '../../../electron/contract/directory.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { customerColumns } from '../../ui/customer-names.ts';
import { paths } from '../../ui/router.ts';
import { RowLink } from '../../ui/row-link.tsx';
import { useText } from '../../ui/use-text.ts';
import type { WindowColumn } from '../../ui/window-table.tsx';
import { matchedAddress } from './matched-address.ts';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  second: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis' },
});

/**
 * What distinguishes people of the same name: addresses, the matching address if it is another or a former
 * one, title, customer. `tenants` null: one customer is shown.
 */
export function usePersonColumns(
  tenants: readonly TenantRow[] | null,
  search: string,
): readonly WindowColumn<PersonRow, never>[] {
  const { t } = useText();
  return useMemo(
    () => [
      {
        id: 'name',
        heading: t('people:column.name'),
        width: 'minmax(0, 1.5fr)',
        cell: (person) => <NameCell person={person} />,
      },
      {
        id: 'address',
        heading: t('people:column.address'),
        width: 'minmax(0, 2.2fr)',
        cell: (person) => <AddressCell person={person} search={search} />,
      },
      {
        id: 'title',
        heading: t('people:column.title'),
        width: 'minmax(0, 1.4fr)',
        cell: (person) => person.jobTitle,
      },
      ...customerColumns<PersonRow>(tenants, t('people:column.customer')),
    ],
    [tenants, search, t],
  );
}

function NameCell({ person }: { readonly person: PersonRow }) {
  const styles = useStyles();
  const { t } = useText();
  const states = [
    ...(person.guest ? [t('people:person.guest')] : []),
    ...(person.enabled === false ? [t('people:person.disabled')] : []),
  ];
  return (
    <>
      <div className={styles.cut}>
        <RowLink path={paths.person(person.tenantId, person.id)} name={person.displayName} />
      </div>
      {states.length > 0 && (
        <div className={`${styles.cut} ${styles.second}`}>{states.join(' · ')}</div>
      )}
    </>
  );
}

function AddressCell({ person, search }: { readonly person: PersonRow; readonly search: string }) {
  const styles = useStyles();
  const { t } = useText();
  const { mail, userPrincipalName, id } = person;
  const matched = matchedAddress(person, search);
  const differs =
    mail !== null &&
    userPrincipalName !== null &&
    mail.toLowerCase() !== userPrincipalName.toLowerCase();
  return (
    <>
      <div className={`${styles.cut} ${styles.quiet}`}>{userPrincipalName ?? mail ?? id}</div>
      {(matched !== null || differs) && (
        <div className={`${styles.cut} ${styles.second}`}>
          {matched === null
            ? t('people:mailIs', { mail: mail ?? '' })
            : t('people:foundBy', { address: matched })}
        </div>
      )}
    </>
  );
}
