/** Asking a customer's own administrator, and checking in the background until they have accepted. */
export const asked = {
  button: 'Ask their administrator…',
  title: 'Ask the customer’s administrator',
  lead: 'Send this to an administrator of {{customer}}. It works from any computer and contains nothing secret.',
  message: 'Message',
  subject: 'Subject',
  copy: 'Copy message',
  copySubject: 'Copy subject',
  mark: 'I sent it: check in the background',
  markWhy:
    'Evergrant then checks automatically, less often over time, and notifies you when {{customer}} is connected.',
  failed: 'The message couldn’t be created',
  notMarked: 'The customer wasn’t marked as asked',
  row: 'Asked {{age}}',
  card: {
    asked: 'You asked the administrator',
    lateAccept: 'Evergrant is still checking for a late Accept',
    askedBody:
      'Asked {{age}}. Evergrant checks in the background and turns green automatically when it finds the grant. You can leave this page.',
    lateAcceptBody:
      'If someone still accepts on Microsoft’s page, Evergrant finds the grant automatically. You can leave this page.',
    tested: 'Last check {{age}}: not granted yet',
    next: 'Next check in {{duration}}',
    nextNow: 'Checking now',
    until: 'Until {{time}}',
    again: 'Show the message again',
    stop: 'Stop checking',
  },
  notice: {
    granted: {
      title: '{{customer}} is connected',
      body: 'Evergrant found the grant while checking in the background.',
    },
    askLapsed: {
      title: '{{customer}} hasn’t been granted',
      body: 'You asked the administrator 30 days ago. Evergrant no longer checks this customer in the background.',
    },
    practice: 'PRACTICE: {{title}}',
    show: 'Show {{customer}}',
    dismiss: 'Dismiss',
    list: 'Notices',
  },
  kit: {
    subject: 'Please approve “{{connector}}” for {{customer}}',
    greeting: 'Hello,',
    ask: 'Please approve the application “{{connector}}” for {{customer}}. It takes about two minutes.',
    steps: {
      title: 'What to do',
      open: '1. Open this link in a private browser window:',
      signIn:
        '2. Sign in with an account of {{customer}} that is Privileged Role Administrator or Global Administrator. Other administrators can’t approve it.',
      compare:
        '3. Compare Microsoft’s page with the list below, then select Accept. If it lists more, select Cancel and let us know.',
      landing: '4. Our page opens. That’s all.',
      microsoft:
        '4. After you select Accept, the last page may not open, or may say that something went wrong. You’re done either way: you can close it. We check the result and let you know if anything is missing.',
    },
    page: {
      title: 'What Microsoft’s page shows',
      name: 'Application: {{name}}',
      nameUnknown: 'Application: the name may differ from “{{name}}”',
      verified: 'Publisher: {{publisher}} (verified)',
      unverified: 'Publisher: unverified. Microsoft shows a warning about this; it’s expected.',
      publisherUnknown:
        'Publisher: we couldn’t look it up. If Microsoft says “unverified”, ask us before you accept.',
      clientId: 'Application (client) ID: {{clientId}}',
      tenant: 'Your organization (tenant ID): {{tenantId}}',
    },
    permissions: 'What it can do, exactly these {{count}}',
    cannot: {
      title: 'What it can’t do',
      change: '- It can’t change, add, or delete anything: every permission is for reading only.',
      content: '- It can’t read mail, files, chats, calendars, or passwords.',
      undo: '- You can remove it at any time: Entra ID → Enterprise applications → the application → Properties → Delete.',
    },
  },
} as const;
