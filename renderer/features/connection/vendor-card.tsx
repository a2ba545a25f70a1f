import { Button, makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Connection } from '../../../electron/contract/contract.ts';
import type { VendorRegistration } from '../../../electron/contract/vendor.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { ReaderField, readersOf } from '../../ui/forms/reader-field.tsx';
import { useText } from '../../ui/use-text.ts';
import { Quiet } from '../../ui/words.tsx';

const useStyles = makeStyles({
  choice: { display: 'grid', gap: '12px', justifyItems: 'start', maxWidth: '560px' },
});

/**
 * Whose registration it is, which connector reads for it, and where the vendor itself confirms. Only for a
 * vendor's.
 */
export function VendorCard({ connection: { profile } }: { readonly connection: Connection }) {
  const { t } = useText();
  if (profile.vendor === undefined) return null;
  const { reader, consent } = profile.vendor;
  const { backend } = profile;
  return (
    <Card title={t('vendor:card.title')}>
      <Quiet>{t('vendor:card.why')}</Quiet>
      <Facts
        facts={[
          { label: t('vendor:card.reader'), value: reader?.name ?? t('vendor:readerNone') },
          { label: t('vendor:card.consent'), value: consentWords(consent, t) },
          {
            label: t('vendor:card.confirmIn'),
            value:
              backend === null
                ? t('vendor:card.where')
                : [backend.name, backend.words].filter((part) => part !== '').join(': '),
            ...(backend !== null && backend.address !== null && { copy: backend.address }),
          },
        ]}
      />
      {reader === null && <ChooseReader profile={profile} />}
    </Card>
  );
}

function consentWords(
  consent: VendorRegistration['consent'],
  t: ReturnType<typeof useText>['t'],
): string {
  return consent === null
    ? t('vendor:card.short')
    : t('vendor:card.own', { address: consent.redirectUri });
}

/** Without a reader, Evergrant can't check anything: the card lets you choose one. */
function ChooseReader({ profile }: Pick<Connection, 'profile'>) {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const profiles = useQuery({ queryKey: keys.profiles(), queryFn: () => engine.profiles.list() });
  const [readerId, setReaderId] = useState<string | null>(null);
  const save = useAction(() => engine.vendors.setReader({ profileId: profile.id, readerId }));
  return (
    <div className={styles.choice}>
      <ReaderField
        readers={readersOf(profiles.data ?? [], profile.cloud)}
        readerId={readerId}
        onChange={setReaderId}
      />
      <Button
        disabledFocusable={readerId === null || save.running}
        onClick={() => save.run(undefined)}
      >
        {t('vendor:card.change')}
      </Button>
      {save.problem !== null && <ProblemCard problem={save.problem} />}
    </div>
  );
}
