import { Button } from '@fluentui/react-components';
import { useHost } from '../client/engine-context.tsx';
import { EnterPractice } from '../ui/enter-practice.tsx';
import { ProblemCard } from '../ui/problem-card.tsx';
import { useText } from '../ui/use-text.ts';
import { useLeavePractice } from './use-leave-practice.ts';

/** The way to the other data where one of the two is not open: each keeps a key and files of its own. */
export function OtherData({
  reason = 'practiceInstead',
}: {
  /** What is said of Practice where the real data is not open. */
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
