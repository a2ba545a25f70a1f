import {
  Button,
  MessageBar,
  MessageBarBody,
  Spinner,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { Save20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Reset } from '../../../electron/contract/reset.ts';
import { stepName } from '../../../text/words/reset-words.ts';
import type { ResetConnector } from '../../../text/words/reset-words.ts';
import { Card } from '../../ui/card.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import type { FileSaving } from '../../ui/use-saved-file.ts';
import { useText } from '../../ui/use-text.ts';
import { TakeBackDialog } from './take-back-dialog.tsx';
import type { ResetView } from './use-reset.ts';
import { Row } from '../../ui/row.tsx';
import { Words } from '../../ui/words.tsx';

/** A reset that a colleague has: its file, and the button to take it back. */
export function HandedOverCard({
  reset,
  connector,
  act,
  file,
}: {
  readonly reset: Reset;
  readonly connector: ResetConnector;
  readonly act: ResetView['act'];
  readonly file: FileSaving<void>;
}) {
  const { text, t } = useText();
  const [asking, setAsking] = useState(false);
  const focusBack = useRestoreFocusTarget();
  const { heldAt, holder } = reset;
  const { path, taken, running, problem } = file;
  const saved = path === null ? null : t('reset:handedOver.savedAt', { path });
  const said = saved ?? (taken ? t('reset:handedOver.inBrowser') : null);
  return (
    <Card title={t('reset:handedOver.given', { by: holder })}>
      {heldAt !== null && (
        <Words measure={80}>
          {t('reset:handedOver.at', { step: stepName(text, heldAt, connector) })}
        </Words>
      )}
      <Words measure={80}>{t('reset:handedOver.what')}</Words>
      <Row gap={12} align="center">
        <Button
          appearance={said === null ? 'primary' : 'secondary'}
          icon={running ? <Spinner size="extra-tiny" /> : <Save20Regular />}
          disabledFocusable={running}
          onClick={() => file.save()}
        >
          {t(said === null ? 'reset:handedOver.save' : 'reset:handedOver.saveAgain')}
        </Button>
        <Button {...focusBack} onClick={() => setAsking(true)}>
          {t('reset:handedOver.takeBack')}
        </Button>
      </Row>
      <div role="status" className={said === null ? 'visually-hidden' : undefined}>
        {said !== null && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>{said}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {problem !== null && <ProblemCard problem={problem} heading={t('reset:failed')} />}
      {act.problem !== null && <ProblemCard problem={act.problem} heading={t('reset:failed')} />}
      <TakeBackDialog
        open={asking}
        holder={holder}
        onClose={() => setAsking(false)}
        onConfirm={(by) => act.run({ kind: 'takeBack', by })}
      />
    </Card>
  );
}
