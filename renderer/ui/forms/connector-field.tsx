import { Dropdown, Field, Option } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Profile } from '../../../electron/contract/profile.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';

/** The connectors, and the chosen one: the first, until a person chooses another. */
export interface ConnectorChoice {
  readonly connectors: readonly Profile[];
  /** Undefined while they are being fetched. */
  readonly chosen: Profile | undefined;
  readonly choose: (profileId: string | undefined) => void;
}

/** Fetches the connectors and holds the choice. */
export function useConnectorChoice(): ConnectorChoice {
  const { profiles } = useEngine();
  const answer = useQuery({ queryKey: keys.profiles(), queryFn: () => profiles.list() });
  const [profileId, choose] = useState<string>();
  const connectors = answer.data ?? [];
  const chosen = connectors.find(({ id }) => id === profileId) ?? connectors[0];
  return { connectors, chosen, choose };
}

/** Chooses a connector; nothing if there is only one. */
export function ConnectorField({
  label,
  choice: { connectors, chosen, choose },
}: {
  readonly label: string;
  readonly choice: ConnectorChoice;
}) {
  if (connectors.length < 2 || chosen === undefined) return null;
  return (
    <Field label={label}>
      <Dropdown
        value={chosen.name}
        selectedOptions={[chosen.id]}
        onOptionSelect={(_, data) => choose(data.optionValue)}
      >
        {connectors.map(({ id, name }) => (
          <Option key={id} value={id}>
            {name}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
