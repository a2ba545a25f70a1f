/** Asking a customer's own administrator, and testing quietly until they have accepted. */
export const asked = {
  button: 'Ask their administrator…',
  title: 'Ask the customer’s administrator',
  lead: 'Send this to an administrator of {{customer}}. It works from any computer and nothing in it is secret.',
  message: 'Message',
  subject: 'Subject',
  copy: 'Copy message',
  copySubject: 'Copy subject',
  mark: 'I sent it: test quietly',
  markWhy:
    'Evergrant then tests by itself, with growing pauses, and tells you when {{customer}} is connected.',
  failed: 'The message could not be made',
  notMarked: 'The customer was not marked as asked',
  row: 'Asked {{age}}',
  card: {
    asked: 'The administrator was asked',
    lateAccept: 'A late Accept is still found',
    askedBody:
      'Asked {{age}}. Evergrant tests quietly and turns green by itself as soon as the grant is there. You can leave this page.',
    lateAcceptBody:
      'If somebody still accepts on Microsoft’s page, Evergrant finds it by itself. You can leave this page.',
    tested: 'Last quiet test {{age}}: not granted yet',
    next: 'Next test in {{duration}}',
    nextNow: 'Testing now',
    until: 'Until {{time}}',
    again: 'Show the message again',
    stop: 'Stop testing quietly',
  },
  notice: {
    granted: { title: '{{customer}} is connected', body: 'The grant was found by a quiet test.' },
    askLapsed: {
      title: '{{customer}} has not been granted',
      body: 'The administrator was asked 30 days ago. Evergrant no longer tests this customer quietly.',
    },
    practice: 'PRACTICE: {{title}}',
    show: 'Show {{customer}}',
    dismiss: 'Dismiss',
    list: 'Notices',
  },
  kit: {
    subject: 'Please approve “{{connector}}” for {{customer}}',
    greeting: 'Hello,',
    ask: 'please approve the application “{{connector}}” for {{customer}}. It takes about two minutes.',
    steps: {
      title: 'What to do',
      open: '1. Open this link in a private browser window:',
      signIn:
        '2. Sign in with an account of {{customer}} that is Privileged Role Administrator or Global Administrator. Other administrators cannot approve it.',
      compare:
        '3. Compare Microsoft’s page with the list below, then press Accept. If it lists more, press Cancel and tell us.',
      landing: '4. You end on our page. That is all.',
      microsoft:
        '4. The last page may not open, or say that something went wrong after you pressed Accept. That is the end: you can close it. We check by ourselves and tell you if anything is missing.',
    },
    page: {
      title: 'What Microsoft’s page shows',
      name: 'Application: {{name}}',
      nameUnknown: 'Application: the name may differ from “{{name}}”',
      verified: 'Publisher: {{publisher}} (verified)',
      unverified: 'Publisher: unverified. Microsoft warns of that; it is expected here.',
      publisherUnknown:
        'Publisher: we could not look it up. If Microsoft says “unverified”, ask us before you accept.',
      clientId: 'Application (client) id: {{clientId}}',
      tenant: 'Your organisation (tenant id): {{tenantId}}',
    },
    permissions: 'What it may do, exactly these {{count}}',
    cannot: {
      title: 'What it cannot do',
      change: '- It cannot change, add or delete anything: every permission is for reading.',
      content: '- It cannot read mail, files, chats, calendars or passwords.',
      undo: '- You can take it back at any time: Entra ID → Enterprise applications → the application → Properties → Delete.',
    },
  },
} as const;
