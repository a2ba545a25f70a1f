import { Button, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useEngine, useOffline } from '../../client/engine-context.tsx';
import { useAction } from '../../client/use-action.ts';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { useCopy } from '../../ui/copy-button.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useText } from '../../ui/use-text.ts';
import { Row } from '../../ui/row.tsx';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

/** Opens Microsoft's page for the new consent, or copies its link. */
export function GrantButtons({ tenantId }: { readonly tenantId: string }) {
  const styles = useStyles();
  const { t } = useText();
  const { grants } = useEngine();
  const offline = useOffline();
  const link = useCopy();
  const begin = useAction(
    (way: 'myBrowser' | 'copyLink') => grants.begin({ tenantId, way }),
    (attempt, way) => {
      if (way === 'copyLink') link.copy(attempt.url);
    },
  );
  return (
    <div className={styles.whole}>
      <Row gap={8}>
        <BlockableButton
          appearance="primary"
          blocked={offline ? t('connection:offlineGrant') : null}
          onPress={() => !begin.running && begin.run('myBrowser')}
        >
          {t('reset:grant')}
        </BlockableButton>
        <Button onClick={() => !begin.running && begin.run('copyLink')}>
          {t('reset:copyLink')}
        </Button>
      </Row>
      <div role="status">
        {link.outcome === 'copied' && (
          <MessageBar intent="success">
            <MessageBarBody>{t('reset:linkCopied')}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {begin.problem !== null && (
        <ProblemCard problem={begin.problem} heading={t('reset:failed')} />
      )}
    </div>
  );
}
