import type { CloudName, MicrosoftCloudName } from '../../contract/cloud.ts';

/** The hosts of one Microsoft cloud (entra-graph §7), or of a custom one. No trailing slashes. */
export interface Cloud {
  readonly name: CloudName;
  readonly label: string;
  /** Tokens and discovery: `https://login.microsoftonline.com`. */
  readonly authorityBaseUrl: string;
  /** `https://graph.microsoft.com`. */
  readonly graphBaseUrl: string;
  /** `https://entra.microsoft.com`. */
  readonly portalBaseUrl: string;
  /** People's sign-in and consent pages, where they are not on the authority's host. */
  readonly browserBaseUrl: string;
  /** A CA that is trusted for this cloud alone. */
  readonly caPem?: string;
}

/** Which cloud a profile names; a custom cloud's addresses are read from its file at each start, never stored. */
export type CloudChoice =
  | { readonly kind: MicrosoftCloudName }
  | { readonly kind: 'custom'; readonly file: string };
