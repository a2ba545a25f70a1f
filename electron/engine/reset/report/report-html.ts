import createMarkdownIt from 'markdown-it';
import { footStyle, reportStyle } from './report-style.ts';

/**
 * Parses only the Markdown of reports: headings, lists, tables, strong, escapes. Links, images and
 * HTML are not supported, so no typed text can become one.
 */
const markdown = createMarkdownIt('zero', { html: false, linkify: false }).enable([
  'heading',
  'list',
  'table',
  'emphasis',
  'escape',
]);

const { escapeHtml } = markdown.utils;

/**
 * A report as one self-contained page: its policy blocks all requests and scripts.
 *
 * @param page.mark in Practice: `band` is shown at the top, `foot` on every sheet; null otherwise
 */
export function reportHtml(page: {
  readonly locale: string;
  readonly title: string;
  readonly mark: { readonly band: string; readonly foot: string } | null;
  readonly markdown: string;
}): string {
  const { locale, title, mark } = page;
  return `<!doctype html>
<html lang="${escapeHtml(locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${reportStyle}${mark === null ? '' : footStyle(mark.foot)}</style>
</head>
<body>
${mark === null ? '' : `<p class="practice" role="note">${escapeHtml(mark.band)}</p>\n`}<main>
${markdown.render(page.markdown)}</main>
</body>
</html>
`;
}
