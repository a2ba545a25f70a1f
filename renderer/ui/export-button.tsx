import { Dialog, DialogSurface } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { BlockableButton } from './blockable-button.tsx';
import type { ExportChoice } from './forms/export-choices.ts';
import { ExportForm } from './forms/export-form.tsx';
import { ExportProgress } from './export-progress.tsx';
import { isOpen, useExport } from './use-export.ts';
import { useText } from './use-text.ts';

/**
 * A button that opens the export dialog. `export-choices.ts` lists what can be exported; the first choice is
 * what is on screen. While a file is being written, the dialog closes only by its own buttons, so that a
 * stray key doesn't lose an export.
 */
export function ExportButton({
  choices,
  label,
  primary = false,
  blocked = null,
}: {
  readonly choices: readonly ExportChoice[];
  /** The button's label and the dialog's title; "Export…" by default. */
  readonly label?: string;
  readonly primary?: boolean;
  /** Why there is nothing to export, in a sentence. */
  readonly blocked?: string | null;
}) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const followed = useExport();
  const { job, reset } = followed;
  const close = () => setOpen(false);
  return (
    <>
      <BlockableButton
        appearance={primary ? 'primary' : 'secondary'}
        icon={<ArrowDownload20Regular />}
        blocked={blocked}
        onPress={() => {
          reset();
          setOpen(true);
        }}
      >
        {label ?? t('exporting:button')}
      </BlockableButton>
      <Dialog open={open} onOpenChange={(_, data) => !data.open && !isOpen(job) && close()}>
        <DialogSurface>
          {job === null ? (
            <ExportForm
              title={(label ?? t('exporting:button')).replace('…', '')}
              choices={choices}
              followed={followed}
              onClose={close}
            />
          ) : (
            <ExportProgress job={job} followed={followed} onClose={close} />
          )}
        </DialogSurface>
      </Dialog>
    </>
  );
}
