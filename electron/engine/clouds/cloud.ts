import type { CloudName, MicrosoftCloudName } from '../../contract/cloud.ts';

/** The hosts of one Microsoft cloud, or of a custom one. No trailing slashes. */
export interface Cloud {
  readonly name: CloudName;
  readonly label: string;
  /** Tokens and discovery: `https://login.microsoftonline.com`. */
  readonly authorityBaseUrl: string;
  /** `https://graph.microsoft.com`. */
  readonly graphBaseUrl: string;
  /** `https://entra.microsoft.com`. */
  readonly portalBaseUrl: string;
  /** The host of people's sign-in and consent pages, if it is not the authority's. */
  readonly browserBaseUrl: string;
  /** A CA that is trusted only for this cloud. */
  readonly caPem?: string;
}

/** The cloud of a profile; a custom cloud's addresses are read from its file at each start, never stored. */
export type CloudChoice =
  | { readonly kind: MicrosoftCloudName }
  | { readonly kind: 'custom'; readonly file: string };
