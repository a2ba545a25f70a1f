import type { GroupDetail } from '../../../electron/contract/directory.ts';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import type { Fact } from '../../ui/facts.tsx';
import { useText } from '../../ui/use-text.ts';
import { kindWords } from './kind-words.ts';

/** What Entra records of a group, besides its members. */
export function GroupProperties({ group }: { readonly group: GroupDetail }) {
  const { text, t, time } = useText();
  const optional = (label: string, value: string | null): readonly Fact[] =>
    value === null || value === '' ? [] : [{ label, value }];
  return (
    <Card title={t('groups:detail.properties')}>
      <Facts
        facts={[
          { label: t('groups:detail.id'), value: <code>{group.id}</code>, copy: group.id },
          { label: t('groups:detail.kind'), value: kindWords(text, group) },
          ...optional(t('groups:detail.mail'), group.mail),
          ...optional(t('groups:detail.nickname'), group.mailNickname),
          ...optional(t('groups:detail.description'), group.description),
          ...optional(
            t('groups:detail.created'),
            group.createdAt === null ? null : time(group.createdAt),
          ),
          ...optional(t('groups:detail.rule'), group.membershipRule),
          ...optional(t('groups:detail.ruleState'), group.membershipRuleProcessingState),
        ]}
      />
    </Card>
  );
}
