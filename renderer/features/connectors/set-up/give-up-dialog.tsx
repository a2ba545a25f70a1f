import { useQueryClient } from '@tanstack/react-query';
import type { SetUp } from '../../../../electron/contract/set-up.ts';
import { useEngine } from '../../../client/engine-context.tsx';
import { keys } from '../../../client/queries.ts';
import { useAction } from '../../../client/use-action.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { go, paths } from '../../../ui/router.ts';
import { useText } from '../../../ui/use-text.ts';

/** Asks before deleting a key that a registration may already use. */
export function GiveUpDialog({
  setUp,
  onClose,
}: {
  readonly setUp: SetUp;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const giveUp = useAction(
    () => engine.setUps.giveUp({ setUpId: setUp.id }),
    async () => {
      await queries.invalidateQueries({ queryKey: keys.setUps() });
      onClose();
      go(paths.setUps());
    },
  );
  return (
    <ConfirmDialog
      title={t('setUp:underWay.askTitle')}
      button={t('setUp:underWay.confirm')}
      running={giveUp.running}
      onConfirm={() => giveUp.run(undefined)}
      onClose={onClose}
    >
      <p>{t('setUp:underWay.askBody')}</p>
      {giveUp.problem !== null && <ProblemCard problem={giveUp.problem} />}
    </ConfirmDialog>
  );
}
