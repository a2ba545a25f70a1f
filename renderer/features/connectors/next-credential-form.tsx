import { Field, Radio, RadioGroup, Spinner } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { CredentialInput } from '../../../electron/contract/profile.ts';
import type { Profile } from '../../../electron/contract/profile.ts';
import { useEngine, useOffline } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { useCheckedForm } from '../../ui/forms/use-checked-form.ts';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useText } from '../../ui/use-text.ts';
import { CredentialFields } from './credential-fields.tsx';
import { emptyCredential, typedCredential } from './credential-form.ts';
import { FormCard } from '../../ui/form-card.tsx';
import { Quiet } from '../../ui/words.tsx';

const nextCredentialForm = z.object({ credential: typedCredential });
const untouched: z.input<typeof nextCredentialForm> = {
  credential: { kind: 'newKeyPair', ...emptyCredential },
};
const words = { newKeyPair: 'newKeyPair', certificate: 'files', secret: 'secret' } as const;

interface Given {
  readonly credential: CredentialInput | null;
  /** Takes what was given out of the form. */
  readonly empty: () => void;
}

/** Where the next credential comes from: made here, files, or a secret. */
export function NextCredentialForm({
  profile,
  onSwapped,
}: {
  readonly profile: Profile;
  /** A secret was tested and is in use. */
  readonly onSwapped: () => void;
}) {
  const { t } = useText();
  const offline = useOffline();
  const engine = useEngine();
  const queries = useQueryClient();
  const begin = useAction(
    ({ credential }: Given) =>
      engine.credentials.begin({
        profileId: profile.id,
        credential: credential ?? { kind: 'newKeyPair' },
      }),
    async (waiting, { empty }) => {
      empty();
      if (waiting === null) onSwapped();
      await queries.invalidateQueries({ queryKey: keys.profiles() });
    },
  );
  const form = useCheckedForm({
    schema: nextCredentialForm,
    untouched,
    onChecked: ({ credential }, { getValues, setValue }) => {
      if (begin.running) return;
      const empty = () =>
        setValue('credential', { ...getValues('credential'), ...emptyCredential });
      begin.run({ credential, empty });
    },
  });
  const change = (part: Partial<typeof untouched.credential>) =>
    form.setValue('credential', { ...form.getValues('credential'), ...part });
  const { kind, ...draft } = useWatch({ control: form.control, name: 'credential' });
  const isSecret = kind === 'secret';
  return (
    <FormCard width="middle" {...form.element}>
      <Field label={t('connectors:replace.choose')}>
        <RadioGroup
          value={kind}
          onChange={(_, data) => change({ kind: data.value as typeof kind })}
        >
          {(['newKeyPair', 'certificate', 'secret'] as const).map((source) => (
            <Radio key={source} value={source} label={t(`connectors:replace.${words[source]}`)} />
          ))}
        </RadioGroup>
      </Field>
      {kind === 'certificate' || kind === 'secret' ? (
        <CredentialFields
          kind={kind}
          draft={draft}
          onChange={change}
          missing={form.formState.errors.credential}
        />
      ) : (
        <Quiet>{t('connectors:replace.newKeyPairHint')}</Quiet>
      )}
      {begin.problem !== null && (
        <ProblemCard problem={begin.problem} heading={t('connectors:replace.failedBegin')} />
      )}
      <div>
        <BlockableButton
          appearance="primary"
          {...(begin.running && { icon: <Spinner size="extra-tiny" /> })}
          blocked={isSecret && offline ? t('connectors:replace.offline') : null}
          onPress={form.submit}
        >
          {begin.running
            ? t('connectors:replace.working')
            : t(isSecret ? 'connectors:replace.beginSecret' : 'connectors:replace.begin')}
        </BlockableButton>
      </div>
    </FormCard>
  );
}
