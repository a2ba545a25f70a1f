/** Microsoft's names of its cloud instances, as people know those clouds. */
const names: Readonly<Record<string, string>> = {
  'microsoftonline.com': 'Microsoft 365 (worldwide)',
  'microsoftonline.us': 'US Government (GCC High or DoD)',
  'partner.microsoftonline.cn': 'China (21Vianet)',
  'chinacloudapi.cn': 'China (21Vianet)',
};

/**
 * What people call a cloud instance that an answer names; both national clouds where it names none.
 *
 * Source: `cloud_instance_name` of OpenID discovery; the text of AADSTS90038 in
 * learn.microsoft.com/entra/identity-platform/reference-error-codes.
 */
export function cloudOfInstance(instance: string | null): string {
  if (instance === null) return `${names['microsoftonline.us']} / ${names['chinacloudapi.cn']}`;
  return names[instance.toLowerCase().replace(/^login\./, '')] ?? instance;
}
