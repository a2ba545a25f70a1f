import { Button } from '@fluentui/react-components';
import { useHost } from '../client/engine-context.tsx';
import { EnterPractice } from '../ui/enter-practice.tsx';
import { ProblemCard } from '../ui/problem-card.tsx';
import { useText } from '../ui/use-text.ts';
import { useLeavePractice } from './use-leave-practice.ts';

/**
 * The link to the other data (real or Practice) when one of the two is not open: each has its own key and
 * files.
 */
export function OtherData({
  reason = 'practiceInstead',
}: {
  /** What is said about Practice when the real data is not open. */
  readonly reason?: 'practiceInstead' | 'practiceBeside';
}) {
  const { t } = useText();
  const isPractice = useHost().workspace === 'practice';
  return (
    <div style={{ display: 'grid', gap: 8, justifyItems: 'start' }}>
      <p style={{ margin: 0 }}>{isPractice ? t('shell:realInstead') : t(`shell:${reason}`)}</p>
      {isPractice ? <LeavePractice /> : <EnterPractice />}
    </div>
  );
}

function LeavePractice() {
  const { t } = useText();
  const leave = useLeavePractice();
  return (
    <>
      <Button disabledFocusable={leave.running} onClick={() => leave.run()}>
        {t('shell:practice.leave')}
      </Button>
      {leave.problem !== null && <ProblemCard problem={leave.problem} />}
    </>
  );
}
