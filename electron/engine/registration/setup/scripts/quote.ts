/**
 * Quotes a word for bash: within single quotes, only the closing quote is special.
 *
 * Source: bash(1), QUOTING.
 */
export function quoteForBash(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * Quotes a word for PowerShell: within single quotes, only a quote is special, and it is doubled.
 * PowerShell treats typographic quotes as quotes, so these are doubled as well.
 *
 * Source: learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules.
 */
export function quoteForPowerShell(text: string): string {
  return `'${text.replaceAll(/['\u2018\u2019\u201A\u201B]/g, '$&$&')}'`;
}
