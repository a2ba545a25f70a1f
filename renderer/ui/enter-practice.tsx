import { Button, Spinner } from '@fluentui/react-components';
import { useEngine } from '../client/engine-context.tsx';
import { useAction } from '../client/use-action.ts';
import { ProblemCard } from './problem-card.tsx';
import { useText } from './use-text.ts';

/** The way into Practice; open wherever the real data is not. The window loads anew afterwards. */
export function EnterPractice({ primary = false }: { readonly primary?: boolean }) {
  const { t } = useText();
  const engine = useEngine();
  const practice = useAction(
    () => engine.host.enterPractice(),
    () => {
      window.location.hash = '';
      window.location.reload();
    },
  );
  return (
    <>
      <Button
        appearance={primary ? 'primary' : 'secondary'}
        disabledFocusable={practice.running}
        {...(practice.running && { icon: <Spinner size="extra-tiny" /> })}
        onClick={() => practice.run(undefined)}
      >
        {practice.running ? t('welcome:practice.starting') : t('welcome:practice.button')}
      </Button>
      {practice.problem !== null && <ProblemCard problem={practice.problem} />}
    </>
  );
}
