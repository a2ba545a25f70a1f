import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarBody,
  Spinner,
} from '@fluentui/react-components';
import { Save20Regular } from '@fluentui/react-icons';
import type { ResetReportFormat } from '../../../electron/contract/reset-report.ts';
import type { Reset } from '../../../electron/contract/reset.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useSavedFile } from '../../ui/use-saved-file.ts';
import type { FileSaving } from '../../ui/use-saved-file.ts';
import { useText } from '../../ui/use-text.ts';

/** The first one is the default: what a customer or a manager needs first. */
const formats: readonly ResetReportFormat[] = ['pdf', 'html', 'markdown', 'json'];

/** Saves a reset's report as a file. */
export function useSavedReport(reset: Reset | null): FileSaving<ResetReportFormat> {
  const { resets } = useEngine();
  return useSavedFile((format: ResetReportFormat) => {
    if (reset === null) throw new Error('There is no reset to report on.');
    return resets.saveReport({ tenantId: reset.tenantId, resetId: reset.id, format });
  });
}

/** A menu of the formats. */
export function SaveReportMenu({
  report,
  primary = false,
}: {
  readonly report: FileSaving<ResetReportFormat>;
  readonly primary?: boolean;
}) {
  const { t } = useText();
  const { running, save } = report;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance={primary ? 'primary' : 'secondary'}
          icon={running ? <Spinner size="extra-tiny" /> : <Save20Regular />}
          disabledFocusable={running}
        >
          {t(running ? 'reset:report.saving' : 'reset:report.save')}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {formats.map((format) => (
            <MenuItem key={format} onClick={() => save(format)}>
              {t(`reset:report.format.${format}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Where the report was saved, or why it wasn't. */
export function SavedReport({ report }: { readonly report: FileSaving<ResetReportFormat> }) {
  const { t } = useText();
  const { path, taken, problem } = report;
  const said =
    path === null ? (taken ? t('reset:report.taken') : null) : t('reset:report.saved', { path });
  return (
    <>
      <div role="status" className={said === null ? 'visually-hidden' : undefined}>
        {said !== null && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>{said}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {problem !== null && <ProblemCard problem={problem} heading={t('reset:report.saveFailed')} />}
    </>
  );
}
