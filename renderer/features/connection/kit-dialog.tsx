import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Spinner,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Connection } from '../../../electron/contract/contract.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { kitMessage } from '../../text/consent-kit.ts';
import { customerName } from '../../text/customer-name.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useText } from '../../ui/use-text.ts';
import type { ConnectionActions } from './use-connection-actions.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '760px' },
  content: { display: 'grid', gap: '16px', paddingBlock: '8px' },
  line: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { '> *': { whiteSpace: 'nowrap', width: 'max-content' } },
});

/** The message to a customer's administrator: to read, to copy, and then to be marked as asked. */
export function KitDialog({
  connection,
  actions,
  open,
  onClose,
}: {
  readonly connection: Connection;
  readonly actions: ConnectionActions;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <KitSurface connection={connection} actions={actions} onClose={onClose} />
    </Dialog>
  );
}

function KitSurface({
  connection,
  actions,
  onClose,
}: {
  readonly connection: Connection;
  readonly actions: ConnectionActions;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const { text, t } = useText();
  const { asked } = useEngine();
  const { tenantId } = connection.tenant;
  const customer = customerName(connection.tenant);
  const kit = useQuery({
    queryKey: keys.consentKit(tenantId),
    queryFn: () => asked.kit({ tenantId }),
  });
  const message = kit.data && kitMessage(text, kit.data);
  const mark = () => {
    actions.ask.run();
    onClose();
  };
  return (
    <DialogSurface className={styles.surface}>
      <DialogBody>
        <DialogTitle>{t('asked:title')}</DialogTitle>
        <DialogContent className={styles.content}>
          <p className={styles.line}>{t('asked:lead', { customer })}</p>
          {kit.isError && (
            <ProblemCard problem={problemFrom(kit.error)} heading={t('asked:failed')} />
          )}
          {kit.isPending && <Spinner label={t('common:loading')} />}
          {message !== undefined && (
            <Field label={t('asked:message')} hint={`${t('asked:subject')}: ${message.subject}`}>
              <Textarea readOnly rows={14} value={message.body} />
            </Field>
          )}
          <p className={styles.quiet}>{t('asked:markWhy', { customer })}</p>
        </DialogContent>
        <DialogActions className={styles.actions}>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          {message !== undefined && (
            <>
              <CopyButton label={t('asked:copy')} value={() => message.body} />
              <Button appearance="primary" onClick={mark}>
                {t('asked:mark')}
              </Button>
            </>
          )}
        </DialogActions>
      </DialogBody>
    </DialogSurface>
  );
}
