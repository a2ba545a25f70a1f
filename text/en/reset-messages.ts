/** A reset's steps as messages to the customer's administrator, and the dialog that shows them. */
export const resetMessages = {
  button: 'Ask the customer’s administrator…',
  title: 'Ask the customer’s administrator',
  lead: 'Send this to an administrator of {{customer}}. It works from any computer and nothing in it is secret.',
  leadPractice:
    'With a real customer you send this to their administrator. Here the administrator is you: read it, and use its link if you like.',
  afterwards: {
    vendor:
      'Evergrant cannot look into {{backend}}. When they answer, come back and press “I have done this”.',
    vendorGrant:
      'Evergrant cannot look into {{backend}}. When they answer, come back and press “I have done this”.',
    deletion:
      'You tick nothing: Evergrant watches while this page is open, and goes on by itself as soon as the application is gone. Closed, it goes on when you come back.',
    granting:
      'You tick nothing: Evergrant watches while this page is open, and goes on by itself as soon as the grant is there. Closed, it goes on when you come back.',
  },
  none: 'There is no message for this step: {{step}}.',
  noReset: 'No reset is open for {{customer}}.',
  practice: 'PRACTICE: this message is for an invented customer. Send it to nobody.',
  practiceSubject: 'PRACTICE: {{subject}}',
  greeting: 'Hello,',
  about: {
    title: 'What this is about',
    application: '- Application: {{name}}',
    clientId: '- Application (client) id: {{clientId}}',
    objectId: '- Object id: {{objectId}}',
    organisation: 'Whom this is about',
    tenantId: '- Your organisation (tenant id): {{tenantId}}',
    domain: '- Primary domain, as last read by us: {{domain}}',
  },
  why: {
    title: 'Why',
    reset:
      'The application no longer works in your tenant, as can happen after a change of the primary domain. It has to be removed and approved anew.',
    offBoard:
      'We no longer look after your tenant with this application. It has to be removed, so that nobody can read it through it any more.',
  },
  steps: 'What to do',
  vendor: {
    subject: 'Please remove the grant in {{backend}} for {{customer}}',
    ask: 'please remove the Microsoft grant of “{{connector}}” for {{customer}} in {{backend}}. It takes about two minutes.',
    role: 'It is done in the pages of {{backend}}, not at Microsoft. You need an account there that may change its settings.',
    open: '1. Sign in to {{backend}}:',
    openUnknown: '1. Sign in to {{backend}}.',
    words: '2. Go to: {{words}}.',
    noWords: '2. Open the page where the grant to Microsoft is kept, and remove it.',
    answer: '3. Answer this message when it is done, and at what time: we cannot see it from here.',
    lost: 'Until it is approved again, {{backend}} cannot read your users and groups. Nothing is deleted at Microsoft by this step.',
  },
  vendorGrant: {
    subject: 'Please grant again in {{backend}} for {{customer}}',
    ask: 'please grant “{{connector}}” again for {{customer}} in {{backend}}. It takes about two minutes.',
    words: '2. Go to the page where it was removed ({{words}}), and grant it there again.',
    noWords: '2. Open the page where the grant to Microsoft is kept, and grant it again.',
  },
  deletion: {
    subject: 'Please delete the application “{{connector}}” from {{customer}}',
    ask: 'please delete the enterprise application “{{connector}}” from the Microsoft Entra tenant of {{customer}}. It takes about five minutes.',
    role: 'You need an account of {{customer}} that is Cloud Application Administrator, Application Administrator or Global Administrator.',
    open: '1. Open this page and sign in:',
    path: 'If the page does not open: Entra ID → Enterprise applications → search for “{{connector}}” → Manage → Properties.',
    pathFirst:
      '1. Sign in to the Entra portal and open: Entra ID → Enterprise applications → search for “{{connector}}” → Manage → Properties.',
    compare: '2. Compare the ids with those below. If they differ, stop and tell us.',
    note: '3. Write down what is lost, if there is any: see below.',
    press: '4. On Properties press Delete, then Yes.',
    end: '5. That is all: we see by ourselves that it is gone. Please do not restore it from the deleted applications.',
    lost: {
      title: 'What is lost with it',
      assigned: '- Who is assigned to the application (Users and groups on its page).',
      conditional: '- What Conditional Access policies say of it, where one names it.',
      stays: 'Your users, groups, devices and mail are not touched.',
    },
    next: 'Approving it anew comes next. We send you the link for that.',
  },
  granting: {
    subject: 'Please approve “{{connector}}” again for {{customer}}',
    ask: 'the application “{{connector}}” was removed from {{customer}}. Please approve it again. It takes about two minutes.',
  },
} as const;
