import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RegisteredCredential } from '../../../electron/contract/replacement.ts';
import { dayWords } from '../../../text/words/format.ts';
import { Facts } from '../../ui/facts.tsx';
import { useText } from '../../ui/use-text.ts';
import { Words } from '../../ui/words.tsx';

const useStyles = makeStyles({
  content: { display: 'grid', gap: '12px' },
});

/** Says which entry to delete in the portal: Evergrant does not delete it. `children` is how to get there. */
export function RetireDialog({
  credential,
  onClose,
  children,
}: {
  readonly credential: RegisteredCredential;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const { text, t } = useText();
  const { portalThumbprint, expiresAt } = credential;
  const name = credential.name ?? t('connectors:registered.unnamed');
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('connectors:registered.retireTitle', { name })}</DialogTitle>
          <DialogContent className={styles.content}>
            <Words>{t('connectors:registered.retireBody')}</Words>
            <Facts
              facts={[
                { label: t('connectors:registered.name'), value: name },
                ...(portalThumbprint === null
                  ? []
                  : [
                      {
                        label: t('connectors:registered.thumbprint'),
                        value: portalThumbprint,
                        copy: portalThumbprint,
                      },
                    ]),
                ...(expiresAt === null
                  ? []
                  : [{ label: t('connectors:registered.ends'), value: dayWords(text, expiresAt) }]),
              ]}
            />
            {children}
            <Words>{t('connectors:registered.retireDone')}</Words>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t('common:close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
