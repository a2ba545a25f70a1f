import { Field, makeStyles, Radio, RadioGroup, Spinner, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Profile } from '../../../electron/contract/profile.ts';
import { useEngine, useOffline } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useText } from '../../ui/use-text.ts';
import { credentialFaults, credentialOf, emptyCredential } from './credential-draft.ts';
import type { CredentialDraft } from './credential-draft.ts';
import { CredentialFields } from './credential-fields.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: '20px',
    maxWidth: '640px',
    padding: '28px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

type Source = 'newKeyPair' | 'certificate' | 'secret';
const words = { newKeyPair: 'newKeyPair', certificate: 'files', secret: 'secret' } as const;

/** Where the next credential comes from: made here, files, or a secret. */
export function NextCredentialForm({
  profile,
  onSwapped,
}: {
  readonly profile: Profile;
  /** A secret was tested and is in use. */
  readonly onSwapped: () => void;
}) {
  const styles = useStyles();
  const { t } = useText();
  const offline = useOffline();
  const engine = useEngine();
  const queries = useQueryClient();
  const [source, setSource] = useState<Source>('newKeyPair');
  const [draft, setDraft] = useState<CredentialDraft>(emptyCredential);
  const [tried, setTried] = useState(false);
  const faults = source === 'newKeyPair' ? {} : credentialFaults(source, draft);
  const begin = useAction(
    () =>
      engine.credentials.begin({
        profileId: profile.id,
        credential: source === 'newKeyPair' ? { kind: source } : credentialOf(source, draft),
      }),
    async (waiting) => {
      setDraft(emptyCredential);
      if (waiting === null) onSwapped();
      await queries.invalidateQueries({ queryKey: keys.profiles() });
    },
  );
  const press = () => {
    setTried(true);
    if (Object.keys(faults).length === 0 && !begin.running) begin.run(undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    press();
  };
  const isSecret = source === 'secret';
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field label={t('connectors:replace.choose')}>
        <RadioGroup value={source} onChange={(_, data) => setSource(data.value as Source)}>
          {(['newKeyPair', 'certificate', 'secret'] as const).map((kind) => (
            <Radio key={kind} value={kind} label={t(`connectors:replace.${words[kind]}`)} />
          ))}
        </RadioGroup>
      </Field>
      {source === 'newKeyPair' ? (
        <p className={styles.quiet}>{t('connectors:replace.newKeyPairHint')}</p>
      ) : (
        <CredentialFields
          kind={source}
          draft={draft}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
          faults={tried ? faults : {}}
        />
      )}
      {begin.problem !== null && (
        <ProblemCard problem={begin.problem} heading={t('connectors:replace.failedBegin')} />
      )}
      <div>
        <BlockableButton
          appearance="primary"
          {...(begin.running && { icon: <Spinner size="extra-tiny" /> })}
          blocked={isSecret && offline ? t('connectors:replace.offline') : null}
          onPress={press}
        >
          {begin.running
            ? t('connectors:replace.working')
            : t(isSecret ? 'connectors:replace.beginSecret' : 'connectors:replace.begin')}
        </BlockableButton>
      </div>
    </form>
  );
}
