import { Button, makeStyles, ProgressBar } from '@fluentui/react-components';
import { DocumentTable20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useOffline } from '../../client/engine-context.tsx';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { ConnectorField, useConnectorChoice } from '../../ui/forms/connector-field.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { PreviewCard } from './preview-card.tsx';
import { useImport } from './use-import.ts';
import { Quiet } from '../../ui/words.tsx';
import { Row } from '../../ui/row.tsx';

const useStyles = makeStyles({
  progress: { display: 'grid', gap: '8px', maxWidth: '480px' },
});

/** Adds many customers from a CSV file: choose, preview, add all or none. */
export function ImportPage() {
  const styles = useStyles();
  const { t, number } = useText();
  const offline = useOffline();
  const connector = useConnectorChoice();
  const input = useRef<HTMLInputElement>(null);
  const { state, read, cancel } = useImport();
  const label = state.at === 'nothing' ? t('importing:choose') : t('importing:chooseOther');
  return (
    <Page
      title={t('importing:title')}
      lead={t('importing:lead')}
      back={{ path: paths.customers(), label: t('shell:customers') }}
    >
      <Quiet measure={90}>{t('importing:columns')}</Quiet>
      <Row gap={16} align="end">
        <ConnectorField label={t('importing:connector')} choice={connector} />
        <input
          ref={input}
          type="file"
          aria-label={label}
          accept=".csv,.tsv,.txt,text/csv"
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0];
            // Choosing the same file again must work: it may have been corrected.
            event.target.value = '';
            if (file !== undefined) read(file, connector.chosen?.id);
          }}
        />
        <BlockableButton
          appearance={state.at === 'ready' ? 'secondary' : 'primary'}
          icon={<DocumentTable20Regular />}
          blocked={offline ? t('importing:offline') : null}
          onPress={() => input.current?.click()}
        >
          {label}
        </BlockableButton>
      </Row>
      {state.at === 'lookingUp' && (
        <div className={styles.progress}>
          <ProgressBar
            aria-label={t('importing:title')}
            {...(state.total > 0 && { value: state.done, max: state.total })}
          />
          <Quiet measure={90} role="status">
            {t('importing:reading', { done: number(state.done), total: number(state.total) })}
          </Quiet>
          <Button style={{ justifySelf: 'start' }} onClick={cancel}>
            {t('importing:cancel')}
          </Button>
        </div>
      )}
      {state.at === 'cancelled' && <p role="status">{t('importing:cancelled')}</p>}
      {state.at === 'failed' && (
        <ProblemCard problem={state.problem} heading={t('importing:failed')} />
      )}
      {state.at === 'ready' && (
        <PreviewCard key={state.preview.id} fileName={state.fileName} preview={state.preview} />
      )}
    </Page>
  );
}
