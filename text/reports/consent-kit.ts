import type { ConsentKit } from '../../electron/contract/consent-kit.ts';
import type { Text } from '../create-text.ts';
import { customerName } from '../words/customer-name.ts';
import { permissionPlain, permissionWords } from '../words/status-words.ts';

/** A message to a customer's administrator, as plain text. */
export interface KitMessage {
  readonly subject: string;
  readonly body: string;
}

/** Writes the message of the consent kit, for both the screens and the command line. */
export function kitMessage(text: Text, kit: ConsentKit): KitMessage {
  const { t } = text;
  const words = {
    customer: customerName(kit.tenant),
    connector: kit.shownAs?.name ?? kit.connectorName,
  };
  const body = [[t('asked:kit.greeting')], [t('asked:kit.ask', words)], ...kitParts(text, kit)];
  return {
    subject: t('asked:kit.subject', words),
    body: body.map((lines) => lines.join('\n')).join('\n\n'),
  };
}

/**
 * What an approval involves, a paragraph each: the steps with their link, what Microsoft's page shows, what
 * the connector may do.
 */
export function kitParts(text: Text, kit: ConsentKit): readonly (readonly string[])[] {
  const { t } = text;
  const words = { customer: customerName(kit.tenant) };
  return [
    [
      t('asked:kit.steps.title'),
      t('asked:kit.steps.open'),
      `   ${kit.link}`,
      t('asked:kit.steps.signIn', words),
      t('asked:kit.steps.compare'),
      t(kit.ending === 'landingPage' ? 'asked:kit.steps.landing' : 'asked:kit.steps.microsoft'),
    ],
    [t('asked:kit.page.title'), ...pageLines(text, kit)],
    [
      t('asked:kit.permissions', { count: kit.requiredPermissions.length }),
      ...kit.requiredPermissions.map((permission) => {
        const plain = permissionPlain(text, permission);
        const name = `- ${permissionWords(text, permission)}`;
        return plain === null ? name : `${name}: ${plain}`;
      }),
    ],
    [
      t('asked:kit.cannot.title'),
      t('asked:kit.cannot.change'),
      t('asked:kit.cannot.content'),
      t('asked:kit.cannot.undo'),
    ],
  ];
}

function pageLines({ t }: Text, { shownAs, connectorName, clientId, tenant }: ConsentKit) {
  const publisher = shownAs?.publisher;
  return [
    shownAs === null
      ? t('asked:kit.page.nameUnknown', { name: connectorName })
      : t('asked:kit.page.name', { name: shownAs.name }),
    shownAs === null
      ? t('asked:kit.page.publisherUnknown')
      : typeof publisher === 'string'
        ? t('asked:kit.page.verified', { publisher })
        : t('asked:kit.page.unverified'),
    t('asked:kit.page.clientId', { clientId }),
    t('asked:kit.page.tenant', { tenantId: tenant.tenantId }),
  ].map((line) => `- ${line}`);
}
