import { useHost } from '../client/engine-context.tsx';
import { EnterPractice } from '../ui/enter-practice.tsx';
import { useText } from '../ui/use-text.ts';

/** Practice keeps a key of its own: it is open where the real data is not. */
export function PracticeInstead() {
  const { t } = useText();
  const host = useHost();
  if (host.workspace === 'practice') return null;
  return (
    <div style={{ display: 'grid', gap: 8, justifyItems: 'start' }}>
      <p style={{ margin: 0 }}>{t('shell:practiceInstead')}</p>
      <EnterPractice />
    </div>
  );
}
