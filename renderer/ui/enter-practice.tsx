import { Button, Spinner } from '@fluentui/react-components';
import { useEngine } from '../client/engine-context.tsx';
import { useAction } from '../client/use-action.ts';
import { ProblemCard } from './problem-card.tsx';
import { useText } from './use-text.ts';

/**
 * The way into Practice; open wherever the real data is not. The window loads anew afterwards, at the
 * screen that is wished for: its address outlives the loading.
 */
export function EnterPractice({
  appearance = 'secondary',
  label,
  to,
}: {
  readonly appearance?: 'primary' | 'secondary' | 'subtle';
  /** What the button says; left out: that Practice is tried. */
  readonly label?: string;
  /** The screen of Practice to arrive at; left out: its first one. */
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
