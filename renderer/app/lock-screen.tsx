import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useEngine } from '../client/engine-context.tsx';
import { useAction } from '../client/use-action.ts';
import { ProblemCard } from '../ui/problem-card.tsx';
import { useText } from '../ui/use-text.ts';
import { Notice } from './notice.tsx';
import { OtherData } from './other-data.tsx';

/** Asks for the passphrase before any screen is shown. */
export function LockScreen() {
  const engine = useEngine();
  const { t } = useText();
  const [passphrase, setPassphrase] = useState('');
  const unlock = useAction(
    () => engine.host.unlock({ passphrase }),
    () => window.location.reload(),
  );
  const wrong = unlock.problem?.code === 'keys.wrongPassphrase';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '') unlock.run(undefined);
  };
  return (
    <Notice title={t('shell:locked.title')} body={t('shell:locked.body')}>
      <form onSubmit={submit} style={{ display: 'grid', gap: 16 }}>
        <Field
          label={t('shell:locked.passphrase')}
          {...(wrong && { validationMessage: t('shell:locked.wrong') })}
        >
          <Input
            type="password"
            autoComplete="current-password"
            value={passphrase}
            onChange={(_, data) => setPassphrase(data.value)}
          />
        </Field>
        {unlock.problem !== null && !wrong && <ProblemCard problem={unlock.problem} />}
        <Button type="submit" appearance="primary" disabledFocusable={unlock.running}>
          {t('shell:locked.unlock')}
        </Button>
      </form>
      <OtherData />
    </Notice>
  );
}
