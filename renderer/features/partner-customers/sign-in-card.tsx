import { Button, Spinner } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { PartnerSignIn } from '../../../electron/contract/partner.ts';
import { useEngine, useOffline } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useText } from '../../ui/use-text.ts';
import { Row } from '../../ui/row.tsx';
import { Words } from '../../ui/words.tsx';

/** The registration that is set up, the signed-in account, and the buttons that change either. */
export function SignInCard({ partner }: { readonly partner: PartnerSignIn }) {
  const { t } = useText();
  const engine = useEngine();
  const offline = useOffline();
  const queries = useQueryClient();
  const look = () => void queries.invalidateQueries({ queryKey: keys.partner() });
  const signIn = useAction(async () => {
    try {
      return await engine.partner.signIn();
    } finally {
      // A permission may be missing although the sign-in succeeded.
      look();
    }
  });
  const cancel = useAction(() => engine.partner.cancelSignIn());
  const remove = useAction(() => engine.partner.remove(), look);
  return (
    <Card title={t('partner:setUp.title')}>
      <Facts
        facts={[
          {
            label: t('partner:facts.clientId'),
            value: <code>{partner.clientId}</code>,
            copy: partner.clientId,
          },
          { label: t('partner:facts.tenant'), value: <code>{partner.tenantId}</code> },
          { label: t('partner:facts.cloud'), value: partner.cloudLabel },
        ]}
      />
      <Words measure={80} role="status">
        {partner.account === null
          ? t('partner:signInWhy')
          : t('partner:signedInAs', { account: partner.account })}
      </Words>
      {signIn.problem !== null && (
        <ProblemCard problem={signIn.problem} heading={t('partner:signInFailed')} />
      )}
      {remove.problem !== null && <ProblemCard problem={remove.problem} />}
      <Row gap={12} align="start">
        {signIn.running ? (
          <>
            <Spinner size="tiny" label={t('partner:signingIn')} />
            <Button onClick={() => cancel.run(undefined)}>{t('partner:cancelSignIn')}</Button>
          </>
        ) : (
          <BlockableButton
            appearance={partner.account === null ? 'primary' : 'secondary'}
            blocked={offline ? t('partner:offline') : null}
            onPress={() => signIn.run(undefined)}
          >
            {t('partner:signIn')}
          </BlockableButton>
        )}
        <Button appearance="subtle" onClick={() => remove.run(undefined)}>
          {t('partner:remove')}
        </Button>
      </Row>
    </Card>
  );
}
