/**
 * A word for bash: in single quotes nothing is special but their end.
 *
 * Source: bash(1), QUOTING.
 */
export function quoteForBash(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * A word for PowerShell: in single quotes nothing is special but a quote, which is doubled. PowerShell
 * takes typographic quotes for quotes too, so these are doubled as well.
 *
 * Source: learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules.
 */
export function quoteForPowerShell(text: string): string {
  return `'${text.replaceAll(/['\u2018\u2019\u201A\u201B]/g, '$&$&')}'`;
}
