import type { ConsentKit } from '../../electron/contract/consent-kit.ts';
import type { Reset, ResetState, ResetStep } from '../../electron/contract/reset.ts';
import { kitParts } from './consent-kit.ts';
import type { KitMessage } from './consent-kit.ts';
import type { Text } from '../create-text.ts';
import { customerName } from '../words/customer-name.ts';
import type { ResetConnector } from '../words/reset-words.ts';
import { visibleValue } from '../visible-text.ts';

/** Steps that the customer's administrator can be asked to do. */
export type MessageStep = Extract<ResetStep, 'vendor' | 'deletion' | 'granting' | 'vendorGrant'>;

const messageSteps: readonly ResetState[] = ['vendor', 'deletion', 'granting', 'vendorGrant'];

/** The state as a step that can be requested; null if the customer has nothing to do. */
export function messageStepOf(state: ResetState): MessageStep | null {
  return messageSteps.includes(state) ? (state as MessageStep) : null;
}

/** The data for a message. The kit says what Microsoft's pages show, and has the link for a consent. */
export interface ResetMessageFacts {
  readonly reset: Pick<Reset, 'before' | 'portalPage' | 'purpose'>;
  readonly connector: ResetConnector;
  readonly kit: ConsentKit;
  readonly practice: boolean;
}

/** Writes a step of the reset as a message to the customer's administrator, in plain text. */
export function resetMessage(text: Text, step: MessageStep, facts: ResetMessageFacts): KitMessage {
  const { t } = text;
  const { kit, connector, practice } = facts;
  const words = {
    customer: customerName(kit.tenant),
    connector: kit.shownAs?.name ?? kit.connectorName,
    backend: connector.backend?.name ?? t('reset:backend'),
  };
  const subject = t(`resetMessages:${step}.subject`, words);
  const paragraphs: readonly (readonly string[])[] = [
    ...(practice ? [[t('resetMessages:practice')]] : []),
    [t('resetMessages:greeting')],
    [t(`resetMessages:${step}.ask`, words)],
    [t('resetMessages:why.title'), t(`resetMessages:why.${facts.reset.purpose}`)],
    ...partsOf(text, step, facts, words),
  ];
  return {
    subject: practice ? t('resetMessages:practiceSubject', { subject }) : subject,
    body: paragraphs.map((lines) => lines.join('\n')).join('\n\n'),
  };
}

type Words = Readonly<Record<'customer' | 'connector' | 'backend', string>>;
type Paragraphs = readonly (readonly string[])[];

function partsOf(text: Text, step: MessageStep, facts: ResetMessageFacts, words: Words) {
  switch (step) {
    case 'granting':
      return [...kitParts(text, facts.kit), organisation(text, facts)];
    case 'deletion':
      return deletion(text, facts, words);
    default:
      return inBackend(text, step, facts, words);
  }
}

function deletion(text: Text, facts: ResetMessageFacts, words: Words): Paragraphs {
  const { t } = text;
  const { portalPage } = facts.reset;
  return [
    [t('resetMessages:deletion.role', words)],
    [
      t('resetMessages:steps'),
      ...(portalPage === null
        ? [t('resetMessages:deletion.pathFirst', words)]
        : [
            t('resetMessages:deletion.open'),
            `   ${portalPage}`,
            `   ${t('resetMessages:deletion.path', words)}`,
          ]),
      t('resetMessages:deletion.compare'),
      t('resetMessages:deletion.note'),
      t('resetMessages:deletion.press'),
      t('resetMessages:deletion.end'),
    ],
    about(text, facts, words),
    [
      t('resetMessages:deletion.lost.title'),
      t('resetMessages:deletion.lost.assigned'),
      t('resetMessages:deletion.lost.conditional'),
      t('resetMessages:deletion.lost.stays'),
    ],
    ...(facts.reset.purpose === 'reset' ? [[t('resetMessages:deletion.next')]] : []),
  ];
}

function inBackend(
  text: Text,
  step: 'vendor' | 'vendorGrant',
  facts: ResetMessageFacts,
  words: Words,
): Paragraphs {
  const { t } = text;
  const { backend } = facts.connector;
  const address = backend?.address ?? null;
  const where = backend?.words ?? '';
  return [
    [t('resetMessages:vendor.role', words)],
    [
      t('resetMessages:steps'),
      ...(address === null
        ? [t('resetMessages:vendor.openUnknown', words)]
        : [t('resetMessages:vendor.open', words), `   ${visibleValue(address)}`]),
      where === ''
        ? t(`resetMessages:${step}.noWords`)
        : t(`resetMessages:${step}.words`, { words: where }),
      t('resetMessages:vendor.answer'),
    ],
    about(text, facts, words),
    ...(step === 'vendor' && facts.reset.purpose === 'reset'
      ? [[t('resetMessages:vendor.lost', words)]]
      : []),
  ];
}

/** The IDs by which the administrator recognizes the right application and the right tenant. */
function about(text: Text, facts: ResetMessageFacts, words: Words): readonly string[] {
  const { t } = text;
  const { reset, kit } = facts;
  const objectId = reset.before?.servicePrincipalId ?? null;
  return [
    t('resetMessages:about.title'),
    t('resetMessages:about.application', { name: words.connector }),
    t('resetMessages:about.clientId', { clientId: kit.clientId }),
    ...(objectId === null ? [] : [t('resetMessages:about.objectId', { objectId })]),
    ...tenantLines(text, facts),
  ];
}

function organisation(text: Text, facts: ResetMessageFacts): readonly string[] {
  return [text.t('resetMessages:about.organisation'), ...tenantLines(text, facts)];
}

function tenantLines({ t }: Text, { reset, kit }: ResetMessageFacts): readonly string[] {
  const domain = kit.tenant.primaryDomain ?? reset.before?.primaryDomain ?? null;
  return [
    t('resetMessages:about.tenantId', { tenantId: kit.tenant.tenantId }),
    ...(domain === null ? [] : [t('resetMessages:about.domain', { domain })]),
  ];
}
