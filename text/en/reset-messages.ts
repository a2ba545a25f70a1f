/** A reset's steps as messages to the customer's administrator, and the dialog that shows them. */
export const resetMessages = {
  button: 'Ask the customer’s administrator…',
  title: 'Ask the customer’s administrator',
  lead: 'Send this to an administrator of {{customer}}. It works from any computer and contains nothing secret.',
  leadPractice:
    'With a real customer, you send this to their administrator. In Practice the administrator is you: read it, and use its link if you like.',
  afterwards: {
    vendor:
      'Evergrant can’t check {{backend}}. When they reply, return to this page and select “I have done this”.',
    vendorGrant:
      'Evergrant can’t check {{backend}}. When they reply, return to this page and select “I have done this”.',
    deletion:
      'You don’t have to confirm anything: while this page is open, Evergrant keeps checking and continues as soon as the application is gone. If you close the page, it continues when you open it again.',
    granting:
      'You don’t have to confirm anything: while this page is open, Evergrant keeps checking and continues as soon as it finds the grant. If you close the page, it continues when you open it again.',
  },
  none: 'There is no message for this step: {{step}}.',
  noReset: 'No reset is open for {{customer}}.',
  practice: 'PRACTICE: this message is for an invented customer. Don’t send it.',
  practiceSubject: 'PRACTICE: {{subject}}',
  greeting: 'Hello,',
  about: {
    title: 'Application and tenant',
    application: '- Application: {{name}}',
    clientId: '- Application (client) ID: {{clientId}}',
    objectId: '- Object ID: {{objectId}}',
    organisation: 'Your tenant',
    tenantId: '- Your organization (tenant ID): {{tenantId}}',
    domain: '- Primary domain, when we last checked: {{domain}}',
  },
  why: {
    title: 'Why',
    reset:
      'The application no longer works in your tenant, as can happen after a change of the primary domain. It has to be removed and approved again.',
    offBoard:
      'We no longer use this application to look after your tenant. It has to be removed, so that no one can read your tenant through it anymore.',
  },
  steps: 'What to do',
  vendor: {
    subject: 'Please remove the grant in {{backend}} for {{customer}}',
    ask: 'Please remove the Microsoft grant of “{{connector}}” for {{customer}} in {{backend}}. It takes about two minutes.',
    role: 'You do this in {{backend}}, not at Microsoft. You need an account there that can change its settings.',
    open: '1. Sign in to {{backend}}:',
    openUnknown: '1. Sign in to {{backend}}.',
    words: '2. Go to: {{words}}.',
    noWords: '2. Open the page that manages the grant to Microsoft, and remove the grant.',
    answer: '3. Reply to this message when it’s done, with the time: we can’t check it ourselves.',
    lost: 'Until it’s approved again, {{backend}} can’t read your users and groups. This step deletes nothing at Microsoft.',
  },
  vendorGrant: {
    subject: 'Please grant again in {{backend}} for {{customer}}',
    ask: 'Please grant “{{connector}}” again for {{customer}} in {{backend}}. It takes about two minutes.',
    words: '2. Go to the page where it was removed ({{words}}), and grant it there again.',
    noWords: '2. Open the page that manages the grant to Microsoft, and grant it again.',
  },
  deletion: {
    subject: 'Please delete the application “{{connector}}” from {{customer}}',
    ask: 'Please delete the enterprise application “{{connector}}” from the Microsoft Entra tenant of {{customer}}. It takes about five minutes.',
    role: 'You need an account of {{customer}} that is Cloud Application Administrator, Application Administrator, or Global Administrator.',
    open: '1. Open this page and sign in:',
    path: 'If the page doesn’t open: Entra ID → Enterprise applications → search for “{{connector}}” → Manage → Properties.',
    pathFirst:
      '1. Sign in to the Entra portal and open: Entra ID → Enterprise applications → search for “{{connector}}” → Manage → Properties.',
    compare: '2. Compare the IDs with those below. If they differ, stop and let us know.',
    note: '3. Write down what the deletion also removes, if there is anything: see below.',
    press: '4. On Properties, select Delete, then Yes.',
    end: '5. That’s all: we check ourselves that it’s gone. Please don’t restore it from the deleted applications.',
    lost: {
      title: 'What the deletion also removes',
      assigned:
        '- The assignments of people and groups to the application (Users and groups on its page).',
      conditional: '- The application’s entry in any Conditional Access policy that names it.',
      stays: 'Your users, groups, devices, and mail are not affected.',
    },
    next: 'After that, the application has to be approved again. We’ll send you the link.',
  },
  granting: {
    subject: 'Please approve “{{connector}}” again for {{customer}}',
    ask: 'The application “{{connector}}” was removed from {{customer}}. Please approve it again. It takes about two minutes.',
  },
} as const;
