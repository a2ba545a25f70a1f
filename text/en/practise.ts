/** Rehearsing the reset in Practice. */
export const practise = {
  title: 'Practice the reset',
  button: 'Practice the reset',
  first: 'Practice the reset first',
  why: 'Never done a reset? Go through it once with an invented customer in Practice. It takes about five minutes and affects no real customer.',
  offer: {
    title: 'Practice the reset',
    body: '{{customer}} changed its primary domain, and Microsoft has refused the connector since then. Go through the whole reset in Practice before you do it with a customer on the phone.',
  },
  outside: {
    lead: 'You practice the reset with an invented customer in Practice. Evergrant opens Practice and takes you there; your own customers stay as they are.',
  },
  gone: {
    lead: 'The customer for this exercise was removed from Practice. Restore it to continue.',
    button: 'Restore the customer',
    adding: 'Restoring…',
    failed: 'The customer wasn’t restored',
  },
  coach: {
    title: 'Rehearsal: what to do',
    nothingReal: 'Nothing in Practice is real: no customer notices anything.',
    before:
      '{{customer}} made {{domain}} its primary domain, and Microsoft has refused the connector since then. You delete the connector in its tenant and grant it again, on practice pages that open in your browser. Enter your name and start.',
    again:
      'The connector of {{customer}} works: nothing is broken at the moment. You can still go through the whole reset as often as you like; the steps are the same. Enter your name and start.',
    deletion:
      'In Practice you are also the customer’s administrator. The portal link of this step opens a practice page: sign in (no password), select Delete, then Yes. If it shows a list, open the connector in it first. Then return to Evergrant, which notices the deletion automatically and checks it twice.',
    settling: 'Nothing to do: it takes about half a minute, as with a real customer.',
    granting:
      'In Practice, Microsoft’s page is a practice page: sign in (no password), compare the permissions, and select Accept.',
    working: 'Nothing to do: Evergrant continues automatically.',
    vendor:
      'Practice has no vendor page. With a real customer, do this on the vendor’s page first; in Practice, just confirm that you have done it.',
    handedOver:
      'You handed the reset over, so it’s paused. To continue the rehearsal, take it back.',
    finished:
      'That was the whole reset. With a real customer, the steps are the same. To practice again, start another reset of this customer.',
    abandoned: 'To go through the whole reset, start another reset of this customer.',
    administrator: 'On the practice pages, sign in as this invented administrator',
    copy: 'Copy the user name',
  },
} as const;
