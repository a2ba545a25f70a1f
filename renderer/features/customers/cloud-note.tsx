import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEngine, useHost } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';

const useStyles = makeStyles({
  note: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** A customer's Microsoft cloud, if it is not the worldwide one. In Practice the banner says it. */
export function CloudNote({ profileId }: { readonly profileId: string }) {
  const styles = useStyles();
  const engine = useEngine();
  const practice = useHost().workspace === 'practice';
  const { data } = useQuery({ queryKey: keys.profiles(), queryFn: () => engine.profiles.list() });
  const profile = data?.find(({ id }) => id === profileId);
  if (practice || profile === undefined || profile.cloud === 'global') return null;
  return <div className={styles.note}>{profile.cloudLabel}</div>;
}
