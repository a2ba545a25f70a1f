import { Button, makeStyles } from '@fluentui/react-components';
import type { Diagnosis } from '../../../electron/contract/doctor.ts';
import { go, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({ button: { width: 'fit-content' } });

/** Which of Evergrant's buttons cures a verdict, if any; other verdicts are cured outside Evergrant. */
const cureOf: Partial<Record<Diagnosis['verdict'], 'toGrant' | 'toReset' | 'toCredential'>> = {
  notGranted: 'toGrant',
  incomplete: 'toGrant',
  consentByOneUserOnly: 'toGrant',
  grantAgain: 'toGrant',
  reset: 'toReset',
  credentialFault: 'toCredential',
};

/** Opens the screen of the verdict's cure. */
export function CureButton({ found }: { readonly found: Diagnosis }) {
  const styles = useStyles();
  const { t } = useText();
  const cure = cureOf[found.verdict];
  if (cure === undefined) return null;
  const { tenantId, test } = found;
  const path = {
    toGrant: paths.connection(tenantId),
    toReset: paths.reset(tenantId),
    toCredential: paths.connectorCredential(test.profileId),
  }[cure];
  return (
    <Button className={styles.button} appearance="primary" onClick={() => go(path)}>
      {t(`doctor:${cure}`)}
    </Button>
  );
}
