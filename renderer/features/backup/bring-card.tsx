import { Button, Link } from '@fluentui/react-components';
import { useState } from 'react';
import type { RestoreOutcome } from '../../../electron/contract/backup.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { useAction } from '../../client/use-action.ts';
import { Card } from '../../ui/card.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { hrefOf, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { BackupForm } from './backup-form.tsx';
import type { ChosenBackup } from './backup-form.tsx';
import { OutcomeView } from './outcome-view.tsx';
import { Quiet, Words } from '../../ui/words.tsx';
import { Row } from '../../ui/row.tsx';

const bringsSomething = ({ counts }: RestoreOutcome) => counts.some(({ added }) => added > 0);

/** Restores a backup: choose, preview, then restore. */
export function BringCard() {
  const { t } = useText();
  const engine = useEngine();
  const [chosen, setChosen] = useState<ChosenBackup | null>(null);
  const look = useAction((backup: ChosenBackup) => engine.backups.preview(backup));
  const bring = useAction((backup: ChosenBackup) => engine.backups.restore(backup));
  const begin = () => {
    setChosen(null);
    look.reset();
    bring.reset();
  };
  const problem = bring.problem ?? look.problem;
  const preview = look.result;
  return (
    <Card title={t('backup:bring.title')}>
      <Quiet>{t('backup:bring.rules')}</Quiet>
      {preview === undefined && (
        <BackupForm
          looking={look.running}
          onLook={(backup) => {
            setChosen(backup);
            look.run(backup);
          }}
        />
      )}
      {problem !== null && <ProblemCard problem={problem} heading={t('backup:bring.failed')} />}
      {preview !== undefined && bring.result === undefined && (
        <>
          <OutcomeView outcome={preview} />
          <Row gap={8} align="center">
            {bringsSomething(preview) ? (
              <Button
                appearance="primary"
                disabledFocusable={bring.running}
                onClick={() => chosen !== null && !bring.running && bring.run(chosen)}
              >
                {bring.running ? t('backup:bring.running') : t('backup:bring.button')}
              </Button>
            ) : (
              <Words>{t('backup:bring.nothingNew')}</Words>
            )}
            <Button onClick={begin}>{t('common:cancel')}</Button>
          </Row>
        </>
      )}
      {bring.result !== undefined && (
        <>
          <Words role="status">{t('backup:bring.done')}</Words>
          <OutcomeView outcome={bring.result} />
          <Row gap={8} align="center">
            <Link href={hrefOf(paths.customers())}>{t('backup:bring.toCustomers')}</Link>
            <Button onClick={begin}>{t('backup:bring.another')}</Button>
          </Row>
        </>
      )}
    </Card>
  );
}
