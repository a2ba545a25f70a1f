import { Button } from '@fluentui/react-components';
import type { ComponentProps } from 'react';
import { leastPassphrase } from '../../electron/contract/passphrase.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { useEngine } from '../client/engine-context.tsx';
import { useAction } from '../client/use-action.ts';
import { NewPassphraseFields, useNewPassphrase } from '../ui/forms/new-passphrase.tsx';
import { ProblemCard } from '../ui/problem-card.tsx';
import type { Translate } from '../../text/create-text.ts';
import { useText } from '../ui/use-text.ts';
import { Notice } from './notice.tsx';
import { OtherData } from './other-data.tsx';

const internal: Problem = { code: 'internal', params: {}, retry: 'never' };

/** The data can't be opened: why, and, if a passphrase helps, the form to choose one. */
export function RefusedScreen({ problem }: { readonly problem: Problem | null }) {
  const { t } = useText();
  const engine = useEngine();
  const again = useAction(
    () => engine.host.tryAgain(),
    () => window.location.reload(),
  );
  if (problem?.code === 'keys.noKeeper') return <ChoosePassphrase />;
  return (
    <Notice title={t('shell:refused.title')}>
      <ProblemCard problem={problem ?? internal} {...waysOut(t, problem)}>
        <Button size="small" disabledFocusable={again.running} onClick={() => again.run(undefined)}>
          {again.running ? t('shell:refused.opening') : t('common:retry')}
        </Button>
      </ProblemCard>
      {again.problem !== null && <ProblemCard problem={again.problem} />}
      <OtherData reason="practiceBeside" />
    </Notice>
  );
}

/** How to recover from an unusable ledger, as steps in this window. */
function waysOut(
  t: Translate,
  problem: Problem | null,
): Partial<ComponentProps<typeof ProblemCard>> {
  const folder = String(problem?.params['folder']);
  const found = String(problem?.params['found']);
  const last = t('shell:refused.steps.tryAgain');
  const after = t('shell:refused.command');
  if (problem?.code === 'store.damaged') {
    const first = t('shell:refused.steps.moveLedger', { folder });
    return { steps: [first, t('shell:refused.steps.copyOrBackup'), last], after };
  }
  if (problem?.code === 'store.ledgerMissing') {
    return { steps: [t('shell:refused.steps.putLedgerBack', { folder, found }), last], after };
  }
  return {};
}

function ChoosePassphrase() {
  const engine = useEngine();
  const { t } = useText();
  const save = useAction(
    (passphrase: string) => engine.host.setPassphrase({ passphrase }),
    () => window.location.reload(),
  );
  const form = useNewPassphrase((passphrase) => save.run(passphrase));
  return (
    <Notice title={t('shell:passphrase.title')} body={t('shell:passphrase.body')}>
      <form {...form.element} style={{ display: 'grid', gap: 16 }}>
        <NewPassphraseFields
          form={form}
          words={{
            passphrase: t('shell:passphrase.passphrase'),
            tooShort: t('shell:passphrase.tooShort', { least: leastPassphrase }),
            again: t('shell:passphrase.again'),
            differ: t('shell:passphrase.differ'),
          }}
        />
        {save.problem !== null && <ProblemCard problem={save.problem} />}
        <Button type="submit" appearance="primary" disabledFocusable={save.running}>
          {t('shell:passphrase.save')}
        </Button>
      </form>
      <OtherData />
    </Notice>
  );
}
