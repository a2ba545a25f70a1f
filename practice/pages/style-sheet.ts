/** The style sheet of the pages: a plain design of our own, light and dark. */
export const styleSheet = `
:root {
  color-scheme: light dark;
  --ground: #f4f1ea; --card: #fffdf8; --ink: #23302b; --quiet: #55635c; --line: #d5d0c2;
  --accent: #1d5c49; --on-accent: #ffffff; --danger: #9c2f26; --banner: #f0c75e; --on-banner: #2b2205;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #151b18; --card: #1f2723; --ink: #e8ece8; --quiet: #a9b7af; --line: #3b4741;
    --accent: #7fcfb2; --on-accent: #0c231b; --danger: #f09a90; --banner: #d9ae3f; --on-banner: #231b02;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
.banner {
  padding: 0.5rem 1rem; text-align: center; letter-spacing: 0.03em;
  background: var(--banner); color: var(--on-banner);
}
.card {
  max-width: 30rem; margin: 2rem auto; padding: 1.5rem;
  background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem;
}
.card.wide { max-width: 56rem; }
h1 { margin: 0 0 0.75rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 1.25rem 0 0.5rem; font-size: 1rem; }
p { margin: 0 0 0.75rem; }
.quiet { color: var(--quiet); font-size: 0.9rem; }
.notice { padding: 0.5rem 0.75rem; border-left: 4px solid var(--accent); }
ul.plain { list-style: none; margin: 0; padding: 0; }
ul.permissions li { padding: 0.5rem 0; border-top: 1px solid var(--line); }
ul.permissions .quiet { display: block; }
button, .button {
  font: inherit; cursor: pointer; padding: 0.5rem 1.25rem; border-radius: 0.5rem;
  border: 1px solid var(--line); background: transparent; color: var(--ink); text-decoration: none;
  display: inline-block;
}
button.first { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.danger { border-color: var(--danger); color: var(--danger); }
button.account { width: 100%; text-align: left; margin-bottom: 0.5rem; padding: 0.6rem 0.9rem; }
button:hover, .button:hover { border-color: var(--ink); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-top: 1.25rem; }
label { display: block; margin-bottom: 0.25rem; }
label.switch { display: flex; gap: 0.6rem; align-items: center; margin: 0.6rem 0; }
input[type='text'], input[type='file'], select, textarea {
  width: 100%; margin-bottom: 0.75rem; font: inherit; padding: 0.5rem; color: var(--ink); background: var(--ground);
  border: 1px solid var(--quiet); border-radius: 0.5rem;
}
textarea { min-height: 8rem; font-family: ui-monospace, monospace; font-size: 0.85rem; }
fieldset { margin: 0 0 0.75rem; padding: 0.5rem 0.75rem; border: 1px solid var(--line); border-radius: 0.5rem; }
.problem { padding: 0.5rem 0.75rem; border-left: 4px solid var(--danger); }
time { white-space: nowrap; }
.thumbprint { font-family: ui-monospace, monospace; font-size: 0.8rem; }
.once { font-family: ui-monospace, monospace; user-select: all; }
nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
input[type='checkbox'], input[type='radio'] { flex: none; width: 1.15rem; height: 1.15rem; accent-color: var(--accent); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; margin: 0 0 0.75rem; }
dt { color: var(--quiet); }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: middle; padding: 0.5rem 0.5rem 0.5rem 0; border-bottom: 1px solid var(--line); }
th, td + td { overflow-wrap: normal; }
nav { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; margin-bottom: 1rem; }
a { color: var(--accent); }
@media (max-width: 520px) {
  .card { margin: 0; padding: 1rem; border: 0; border-radius: 0; min-height: calc(100vh - 2.5rem); }
  dl { grid-template-columns: 1fr; }
  dd { margin-bottom: 0.5rem; }
}
`;
