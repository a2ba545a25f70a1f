import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import {
  ArrowForward20Regular,
  DismissCircle20Regular,
  PersonArrowRight20Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { leftInAt } from '../../../electron/contract/reset.ts';
import type { Reset, ResetStep } from '../../../electron/contract/reset.ts';
import { useText } from '../../ui/use-text.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { ResetView } from './use-reset.ts';

/** Steps that only Evergrant performs: they can't be skipped. */
const needed: ReadonlySet<ResetStep> = new Set(['evidence', 'removal']);

/** Rare actions at a step: continuing without it, handing over, canceling. */
export function OtherWays({
  step,
  reset,
  act,
  onHandOver,
}: {
  readonly step: ResetStep;
  readonly reset: Reset;
  readonly act: ResetView['act'];
  readonly onHandOver: () => void;
}) {
  const { t } = useText();
  const [asking, setAsking] = useState<'override' | 'abandon' | 'handOver' | null>(null);
  // A dialog opened from the menu returns the focus to the menu's button.
  const focusBack = useRestoreFocusTarget();
  const by = reset.holder;
  const close = () => setAsking(null);
  const leaves = reset.purpose === 'offBoard';
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton appearance="subtle" {...focusBack}>
            {t('reset:more')}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {!needed.has(step) && (
              <MenuItem icon={<ArrowForward20Regular />} onClick={() => setAsking('override')}>
                {t('reset:override')}
              </MenuItem>
            )}
            <MenuItem icon={<PersonArrowRight20Regular />} onClick={() => setAsking('handOver')}>
              {t('reset:handedOver.button')}
            </MenuItem>
            <MenuItem icon={<DismissCircle20Regular />} onClick={() => setAsking('abandon')}>
              {t(leaves ? 'reset:offBoard.abandon' : 'reset:abandon')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <HandOverDialog open={asking === 'handOver'} onClose={close} onConfirm={onHandOver} />
      <ReasonDialog
        open={asking === 'override'}
        title={t('reset:overrideTitle')}
        body={t('reset:overrideBody')}
        button={t('reset:overrideConfirm')}
        onClose={close}
        onReason={(reason) => act.run({ kind: 'override', by, reason })}
      />
      <ReasonDialog
        open={asking === 'abandon'}
        title={t(leaves ? 'reset:offBoard.abandonTitle' : 'reset:abandonTitle')}
        body={t(`reset:left.${leftInAt(step, reset.steps)}`)}
        button={t('reset:abandonConfirm')}
        onClose={close}
        onReason={(reason) => act.run({ kind: 'abandon', by, reason })}
      />
    </>
  );
}
