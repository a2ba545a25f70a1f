import { Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEngine } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { ListCard } from './list-card.tsx';
import { SetUpCard } from './set-up-card.tsx';
import { SignInCard } from './sign-in-card.tsx';

/** Adds customers that the partner's own tenant lists: registration, sign-in, list. */
export function PartnerPage() {
  const { t } = useText();
  const engine = useEngine();
  const partner = useQuery({ queryKey: keys.partner(), queryFn: () => engine.partner.get() });
  const content = () => {
    if (partner.isError) return <ProblemCard problem={problemFrom(partner.error)} />;
    if (partner.data === undefined) return <Spinner label={t('common:loading')} />;
    if (partner.data === null) return <SetUpCard />;
    return (
      <>
        <SignInCard partner={partner.data} />
        {partner.data.account !== null && <ListCard />}
      </>
    );
  };
  return (
    <Page
      title={t('partner:title')}
      lead={t('partner:lead')}
      back={{ path: paths.customers(), label: t('shell:customers') }}
    >
      {content()}
    </Page>
  );
}
