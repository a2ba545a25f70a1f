import { useQuery } from '@tanstack/react-query';
import { useEngine } from '../../../client/engine-context.tsx';
import { problemFrom } from '../../../client/problem-from.ts';
import { keys } from '../../../client/queries.ts';
import { Page } from '../../../ui/page.tsx';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { paths } from '../../../ui/router.ts';
import { useText } from '../../../ui/use-text.ts';
import { NameForm } from './name-form.tsx';
import { RegisterStep } from './register-step.tsx';
import { Steps } from './steps.tsx';
import { UnderWay } from './under-way.tsx';

/** Set up my connector: the first step, or a set-up in progress. */
export function SetUpPage({ setUpId }: { readonly setUpId: string | null }) {
  const { t } = useText();
  const engine = useEngine();
  const setUps = useQuery({ queryKey: keys.setUps(), queryFn: () => engine.setUps.list() });
  const setUp = setUps.data?.find(({ id }) => id === setUpId);
  const isGone = setUpId !== null && setUps.isSuccess && !setUps.isFetching && setUp === undefined;
  return (
    <Page
      title={t('setUp:title')}
      lead={t('setUp:lead')}
      back={{
        path: setUpId === null ? paths.customers() : paths.setUps(),
        label: t('setUp:back'),
      }}
    >
      {setUpId === null ? (
        <Steps current="name" />
      ) : (
        <Steps current="register" back={{ name: paths.setUps() }} />
      )}
      {setUps.error !== null && <ProblemCard problem={problemFrom(setUps.error)} />}
      {isGone && <ProblemCard problem={{ code: 'setUp.unknown', params: {}, retry: 'never' }} />}
      {setUpId === null && <NameForm />}
      {setUpId === null && (setUps.data?.length ?? 0) > 0 && (
        <UnderWay setUps={setUps.data ?? []} />
      )}
      {setUp !== undefined && <RegisterStep key={setUp.id} setUp={setUp} />}
    </Page>
  );
}
