import { Button, FluentProvider, Spinner } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { EngineProvider } from '../client/engine-context.tsx';
import { problemFrom } from '../client/problem-from.ts';
import type { LossReason } from '../client/transport.ts';
import { TextProvider, useText } from '../ui/use-text.ts';
import { createText } from '../../text/create-text.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Gate } from './gate.tsx';
import { Notice } from './notice.tsx';
import { useSystemTheme } from './theme.ts';
import { useLine } from './use-line.ts';

/**
 * A query that hit damaged synced data is retried once: an empty file has replaced it by then, and the banner
 * says so.
 */
const metDamage = (failures: number, error: unknown): boolean =>
  failures === 0 && problemFrom(error).code === 'store.cacheDamaged';

const makeQueries = () =>
  new QueryClient({
    defaultOptions: {
      // The engine is on this computer, reachable even without a network; it reports itself what failed.
      queries: {
        networkMode: 'always',
        retry: metDamage,
        retryDelay: 0,
        staleTime: 60_000,
        refetchOnWindowFocus: true,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });

/** All screens, inside the connection to the engine. */
export function App({ page }: { readonly page: Window }) {
  const theme = useSystemTheme();
  const [text] = useState(() => createText('en'));
  const [queries] = useState(makeQueries);
  return (
    <FluentProvider theme={theme}>
      <TextProvider value={text}>
        <QueryClientProvider client={queries}>
          <ErrorBoundary>
            <Connected page={page} queries={queries} />
          </ErrorBoundary>
        </QueryClientProvider>
      </TextProvider>
    </FluentProvider>
  );
}

function Connected({ page, queries }: { readonly page: Window; readonly queries: QueryClient }) {
  const line = useLine(page, queries);
  const { t } = useText();
  switch (line.state) {
    case 'opening':
      return <Spinner label={t('common:loading')} style={{ height: '100%' }} />;
    case 'lost':
      return <Lost reason={line.reason} />;
    case 'open':
      return (
        <EngineProvider value={line.client}>
          <Gate />
        </EngineProvider>
      );
  }
}

function Lost({ reason }: { readonly reason: LossReason }) {
  const { t } = useText();
  if (reason === 'newLink') {
    return <Notice title={t('shell:noKey.title')} body={t('shell:noKey.body')} />;
  }
  return (
    <Notice title={t('shell:lost.title')} body={t('shell:lost.body')}>
      <Button appearance="primary" onClick={() => window.location.reload()}>
        {t('shell:lost.reconnect')}
      </Button>
    </Notice>
  );
}
