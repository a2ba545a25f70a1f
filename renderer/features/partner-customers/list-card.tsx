import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { useEngine, useOffline } from '../../client/engine-context.tsx';
import { useAction } from '../../client/use-action.ts';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { Card } from '../../ui/card.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { go, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { ListChoice } from './list-choice.tsx';
import { Row } from '../../ui/row.tsx';
import { Words } from '../../ui/words.tsx';

/** Reads the partner's list, shows what could not be read, and lets you choose customers. */
export function ListCard() {
  const { t } = useText();
  const engine = useEngine();
  const offline = useOffline();
  const [added, setAdded] = useState<number | null>(null);
  const read = useAction(
    () => engine.partner.customers(),
    () => setAdded(null),
  );
  const list = read.result;
  return (
    <Card title={t('partner:table')}>
      <Row gap={12} align="start">
        <BlockableButton
          appearance={list === undefined ? 'primary' : 'secondary'}
          blocked={offline ? t('partner:offline') : null}
          onPress={() => !read.running && read.run(undefined)}
        >
          {read.running
            ? t('partner:reading')
            : list === undefined
              ? t('partner:read')
              : t('partner:readAgain')}
        </BlockableButton>
      </Row>
      {read.problem !== null && (
        <ProblemCard problem={read.problem} heading={t('partner:readFailed')} />
      )}
      {(list?.unread ?? []).map(({ list: name, problem }) => (
        <ProblemCard
          key={name}
          problem={problem}
          tone="warning"
          heading={t(`partner:unread.${name}`)}
        />
      ))}
      {added !== null && (
        <>
          <MessageBar intent="success">
            <MessageBarBody>{t('partner:added', { count: added })}</MessageBarBody>
          </MessageBar>
          <Row gap={12} align="start">
            <Button appearance="primary" onClick={() => go(paths.customers())}>
              {t('partner:toCustomers')}
            </Button>
          </Row>
        </>
      )}
      {added === null && list?.customers.length === 0 && <Words>{t('partner:nobody')}</Words>}
      {added === null && list !== undefined && list.customers.length > 0 && (
        <ListChoice key={list.id} list={list} onAdded={setAdded} />
      )}
    </Card>
  );
}
