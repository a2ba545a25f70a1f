import { useQueryClient } from '@tanstack/react-query';
import type { Profile } from '../../../electron/contract/profile.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { go, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';

/** Says what removing a connector also removes, before it is done. */
export function RemoveDialog({
  profile,
  onClose,
}: {
  readonly profile: Profile;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const remove = useAction(
    () => engine.profiles.remove({ profileId: profile.id }),
    async () => {
      go(paths.connectors());
      await queries.invalidateQueries({ queryKey: keys.profiles() });
    },
  );
  return (
    <ConfirmDialog
      title={t('connectors:remove.title', { name: profile.name })}
      button={t('connectors:remove.confirm')}
      running={remove.running}
      onConfirm={() => remove.run(undefined)}
      onClose={onClose}
    >
      <p>{t('connectors:remove.body')}</p>
      {remove.problem !== null && (
        <ProblemCard problem={remove.problem} heading={t('connectors:remove.failed')} />
      )}
    </ConfirmDialog>
  );
}
