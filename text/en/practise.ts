/** Rehearsing the reset in Practice. */
export const practise = {
  title: 'Practise the reset',
  button: 'Practise the reset',
  first: 'Practise the reset first',
  why: 'Never done a reset? Go the whole way on an invented customer of Practice. It takes about five minutes and touches nobody.',
  offer: {
    title: 'Practise the reset',
    body: '{{customer}} changed its primary domain, and Microsoft refuses the connector since. Go the whole way here before you do it with a customer on the phone.',
  },
  outside: {
    lead: 'The reset is practised on an invented customer of Practice. Evergrant opens Practice and brings you to it; your own customers stay as they are.',
  },
  gone: {
    lead: 'The customer for this was removed from Practice. Put it back to go on.',
    button: 'Put the customer back',
    adding: 'Putting it back…',
    failed: 'The customer was not put back',
  },
  coach: {
    title: 'Rehearsal: what to do here',
    nothingReal: 'Nothing here is real: no customer notices anything.',
    before:
      '{{customer}} made {{domain}} its primary domain, and Microsoft refuses the connector since. You delete the connector there and grant it again, on practice pages that open in your browser. Type your name and begin.',
    again:
      'The connector of {{customer}} works: nothing is broken here now. You can still go the whole way, as often as you like: the steps are the same. Type your name and begin.',
    deletion:
      'Here you are the customer’s administrator too. The portal link of this step opens a practice page: sign in there (no password), press Delete, then Yes. If it shows a list, open the connector in it first. Then come back: Evergrant notices by itself, and looks twice.',
    settling: 'Nothing to do: about half a minute, as with a real customer.',
    granting:
      'Microsoft’s page is a practice page here: sign in (no password), compare the permissions, and press Accept.',
    working: 'Nothing to do: Evergrant goes on by itself.',
    vendor:
      'There is no vendor’s page in Practice. With a real customer you do this there first; here, say that you have done it.',
    handedOver:
      'The reset is out of your hands now, and waits. To go on with the rehearsal, take it back.',
    finished:
      'That was the whole reset. With a real customer the steps are the same. To practise once more, begin another reset of this customer.',
    abandoned: 'To go the whole way, begin another reset of this customer.',
    administrator: 'On the practice pages sign in as this invented administrator',
    copy: 'Copy the user name',
  },
} as const;
