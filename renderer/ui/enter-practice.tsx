import { Button, Spinner } from '@fluentui/react-components';
import { useEngine } from '../client/engine-context.tsx';
import { useAction } from '../client/use-action.ts';
import { ProblemCard } from './problem-card.tsx';
import { useText } from './use-text.ts';

/**
 * The button that opens Practice; available whenever the real data is not open. The window then reloads at
 * the requested screen: its address survives the reload.
 */
export function EnterPractice({
  appearance = 'secondary',
  label,
  to,
}: {
  readonly appearance?: 'primary' | 'secondary' | 'subtle';
  /** The button's label; by default, that it tries Practice. */
  readonly label?: string;
  /** The screen of Practice to open; by default its first one. */
  readonly to?: string;
}) {
  const { t } = useText();
  const engine = useEngine();
  const practice = useAction(
    () => engine.host.enterPractice(),
    () => {
      window.location.hash = to ?? '';
      window.location.reload();
    },
  );
  return (
    <>
      <Button
        appearance={appearance}
        disabledFocusable={practice.running}
        {...(practice.running && { icon: <Spinner size="extra-tiny" /> })}
        onClick={() => practice.run(undefined)}
      >
        {practice.running
          ? t('welcome:practice.starting')
          : (label ?? t('welcome:practice.button'))}
      </Button>
      {practice.problem !== null && <ProblemCard problem={practice.problem} />}
    </>
  );
}
