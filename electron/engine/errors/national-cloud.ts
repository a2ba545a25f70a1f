/** Microsoft's names of its cloud instances, with the names that people use. */
const names: Readonly<Record<string, string>> = {
  'microsoftonline.com': 'Microsoft 365 (worldwide)',
  'microsoftonline.us': 'US Government (GCC High or DoD)',
  'partner.microsoftonline.cn': 'China (21Vianet)',
  'chinacloudapi.cn': 'China (21Vianet)',
};

/**
 * The common name of a cloud instance in an answer; both national clouds when it names none.
 *
 * Source: `cloud_instance_name` of OpenID discovery; the text of AADSTS90038 in
 * learn.microsoft.com/entra/identity-platform/reference-error-codes.
 */
export function cloudOfInstance(instance: string | null): string {
  if (instance === null) return `${names['microsoftonline.us']} / ${names['chinacloudapi.cn']}`;
  return names[instance.toLowerCase().replace(/^login\./, '')] ?? instance;
}
