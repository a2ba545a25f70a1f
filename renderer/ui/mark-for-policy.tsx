import { Button, Dialog, DialogSurface } from '@fluentui/react-components';
import { Tag20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useEngine } from '../client/engine-context.tsx';
import { keys } from '../client/queries.ts';
import { MarkForm } from './forms/mark-form.tsx';
import { useText } from './use-text.ts';

/** Marks one group for a policy, or says that it is marked and changes the mark. */
export function MarkForPolicy({
  tenantId,
  groupId,
  displayName,
}: {
  readonly tenantId: string;
  readonly groupId: string;
  readonly displayName: string;
}) {
  const { t } = useText();
  const engine = useEngine();
  const [open, setOpen] = useState(false);
  const overview = useQuery({
    queryKey: keys.policies(tenantId),
    queryFn: () => engine.policies.overview({ tenantId }),
  });
  const label = overview.data?.groups.find((group) => group.groupId === groupId)?.label ?? null;
  return (
    <>
      <Button icon={<Tag20Regular />} onClick={() => setOpen(true)}>
        {label === null
          ? t('policies:mark.button')
          : t('policies:mark.marked', {
              label: label.length > 32 ? `${label.slice(0, 31)}…` : label,
            })}
      </Button>
      <MarkDialog
        tenantId={tenantId}
        group={{ id: groupId, displayName, label }}
        open={open}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

/** The dialog in which a group gets, changes or loses its mark; `group` null: it is chosen in the dialog. */
export function MarkDialog({
  tenantId,
  group,
  open,
  onClose,
}: {
  readonly tenantId: string;
  readonly group: {
    readonly id: string;
    readonly displayName: string;
    readonly label: string | null;
  } | null;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <MarkForm tenantId={tenantId} group={group} onClose={onClose} />
      </DialogSurface>
    </Dialog>
  );
}
