import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Spinner,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Problem } from '../../electron/contract/problem.ts';
import { CopyButton } from './copy-button.tsx';
import { MessageFields } from './forms/message-fields.tsx';
import { ProblemCard } from './problem-card.tsx';
import { useText } from './use-text.ts';
import { Quiet, Words } from './words.tsx';

const useStyles = makeStyles({
  surface: { maxWidth: '760px' },
  content: { display: 'grid', gap: '16px', paddingBlock: '8px' },
  actions: { '> *': { whiteSpace: 'nowrap', width: 'max-content' } },
});

/** What a message dialog shows. */
export interface MessageDialogContent {
  readonly title: string;
  /** The recipient. */
  readonly lead: string;
  /** What happens after it was sent. */
  readonly afterwards: string;
  /** Null while it is being written, or if that failed. */
  readonly message: { readonly subject: string; readonly body: string } | null;
  readonly problem: Problem | null;
}

/**
 * A message to a customer's administrator: read and copy it. Its content is created when it is opened, inside
 * `children`.
 */
export function MessageDialog({
  open,
  onClose,
  children,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactElement;
}) {
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      {children}
    </Dialog>
  );
}

/** The content of a {@link MessageDialog}. `action` is what can be done besides copying. */
export function MessageSurface({
  content,
  onClose,
  action,
}: {
  readonly content: MessageDialogContent;
  readonly onClose: () => void;
  readonly action?: { readonly label: string; readonly run: () => void };
}) {
  const styles = useStyles();
  const { t } = useText();
  const { title, lead, afterwards, message, problem } = content;
  return (
    <DialogSurface className={styles.surface}>
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent className={styles.content}>
          <Words>{lead}</Words>
          {problem !== null && <ProblemCard problem={problem} heading={t('asked:failed')} />}
          {problem === null && message === null && <Spinner label={t('common:loading')} />}
          {message !== null && <MessageFields message={message} />}
          <Quiet>{afterwards}</Quiet>
        </DialogContent>
        <DialogActions className={styles.actions}>
          <Button onClick={onClose}>
            {t(action === undefined ? 'common:close' : 'common:cancel')}
          </Button>
          {message !== null && (
            <CopyButton
              label={t('asked:copy')}
              appearance={action === undefined ? 'primary' : 'secondary'}
              value={() => message.body}
            />
          )}
          {message !== null && action !== undefined && (
            <Button appearance="primary" onClick={action.run}>
              {action.label}
            </Button>
          )}
        </DialogActions>
      </DialogBody>
    </DialogSurface>
  );
}
