import { Button } from '@fluentui/react-components';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../ui/use-text.ts';
import { Notice } from './notice.tsx';

/** Catches an error of a screen, so that the window says so and can be reloaded. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Crash /> : this.props.children;
  }
}

function Crash() {
  const { t } = useText();
  return (
    <Notice title={t('shell:crash.title')} body={t('shell:crash.body')}>
      <Button appearance="primary" onClick={() => window.location.reload()}>
        {t('shell:crash.reload')}
      </Button>
    </Notice>
  );
}
