/**
 * The style of a report, for paper first: A4, the reader's own fonts, hairlines, page numbers. It is
 * part of the page, because the page's policy blocks all requests.
 */
export const reportStyle = `
@page { size: A4; margin: 18mm 17mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #616161; } }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #242424; font: 10pt/1.5 "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
main { max-width: 180mm; margin: 0 auto; }
h1 { margin: 0 0 6mm; font-size: 20pt; line-height: 1.25; font-weight: 600; }
h2 { margin: 8mm 0 2.5mm; font-size: 12pt; font-weight: 600; break-after: avoid; }
ul { margin: 0; padding: 0; list-style: none; }
li { display: grid; grid-template-columns: 46mm minmax(0, 1fr); gap: 4mm; padding: 1.2mm 0; overflow-wrap: anywhere; break-inside: avoid; }
li > strong { color: #616161; font-weight: 400; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 9pt; break-inside: avoid; }
th { padding: 0 3mm 1.5mm 0; border-bottom: 0.3mm solid #8a8a8a; text-align: left; font-weight: 600; }
td { padding: 1.8mm 3mm 1.8mm 0; border-bottom: 0.2mm solid #d6d6d6; vertical-align: top; overflow-wrap: anywhere; text-wrap: balance; }
th:first-child { width: 27%; }
th:last-child, td:last-child { padding-right: 0; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
p { margin: 0; }
table ~ p:last-child, ul ~ p:last-child { margin-top: 8mm; color: #616161; font-size: 9pt; }
.practice { margin: 0 0 6mm; padding: 2.5mm 4mm; border: 0.4mm solid #8a5a00; background: #fff4d6; color: #5c3c00; font-weight: 600; text-align: center; }
@media screen { body { padding: 12mm 8mm; } }
`;

/** The footer of every page. The text comes from the catalogue, never from a person. */
export function footStyle(words: string): string {
  return `@page { @bottom-left { content: ${JSON.stringify(words)}; font: 600 8pt system-ui, sans-serif; color: #8a5a00; } }`;
}
