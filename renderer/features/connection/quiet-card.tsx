import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Connection } from '../../../electron/contract/contract.ts';
import { Card } from '../../ui/card.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useText } from '../../ui/use-text.ts';
import { KitDialog } from './kit-dialog.tsx';
import type { ConnectionActions } from './use-connection-actions.ts';
import { Quiet, Words } from '../../ui/words.tsx';
import { Row } from '../../ui/row.tsx';

/** Says that Evergrant keeps testing in the background: since when, how often, until when. */
export function QuietCard({
  connection,
  actions,
}: {
  readonly connection: Connection;
  readonly actions: ConnectionActions;
}) {
  const { t, age, duration, time } = useText();
  const now = useNow(1000);
  const [showing, setShowing] = useState(false);
  const watch = connection.quietWatch;
  const isRunning = connection.attempt !== null && connection.attempt.endedAt === null;
  if (watch === null || isRunning) return null;
  const left = Date.parse(watch.nextTestAt) - now;
  const parts = [
    ...(watch.lastTestAt === null
      ? []
      : [t('asked:card.tested', { age: age(watch.lastTestAt, now) })]),
    left > 0 ? t('asked:card.next', { duration: duration(left) }) : t('asked:card.nextNow'),
    t('asked:card.until', { time: time(watch.until) }),
  ];
  return (
    <Card title={t(`asked:card.${watch.reason}`)}>
      <Words>{t(`asked:card.${watch.reason}Body`, { age: age(watch.since, now) })}</Words>
      <Quiet>{parts.join(' · ')}</Quiet>
      <Row gap={8}>
        {watch.reason === 'asked' && (
          <Button onClick={() => setShowing(true)}>{t('asked:card.again')}</Button>
        )}
        <Button appearance="subtle" onClick={() => actions.stopAsking.run()}>
          {t('asked:card.stop')}
        </Button>
      </Row>
      <KitDialog
        connection={connection}
        actions={actions}
        open={showing}
        onClose={() => setShowing(false)}
      />
    </Card>
  );
}
