import type { Profile } from '../../../electron/contract/profile.ts';
import { useText } from '../../ui/use-text.ts';

/** Says how the consent of a vendor's registration ends: it does not redirect to this computer. */
export function NoRedirect({ profile }: { readonly profile: Profile }) {
  const { t } = useText();
  if (profile.vendor === undefined) return null;
  const { consent } = profile.vendor;
  return (
    <p style={{ margin: 0 }}>
      {consent === null ? t('vendor:lastPage') : t('vendor:lastPageVendor')}
    </p>
  );
}
