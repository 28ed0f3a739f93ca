/** Every sentence of the console, by its key. Words in braces are filled in. Another language is another file like this one. */
export const en = {
  'service.name': 'Safeguarding hub',
  'service.skip': 'Skip to main content',
  'service.navigation': 'Menu',
  'service.signOut': 'Sign out',
  'service.signedInAs': 'You are signed in as',
  'service.changeRole': 'Change role',
  'service.home': 'Home',
  'service.footer': 'Help and information',
  'service.help': 'Help',
  'service.accessibility': 'Accessibility',
  'service.otherLanguage': 'Cymraeg',
  'service.back': 'Back',
  'service.errorPrefix': 'Error: ',
  'service.errors': 'There is a problem',
  'service.error': 'Error:',
  'service.warning': 'Warning',
  'service.important': 'Important',
  'service.success': 'Done',
  'service.required': 'You need to answer this',
  'service.danger': 'If a child is in danger now, ring 999.',

  'role.referrer': 'Referrer',
  'role.service-lead': 'Safeguarding lead of your service',
  'role.social-worker': 'Social worker',
  'role.manager': 'Manager in children’s social care',
  'role.register-manager': 'Register manager',
  'role.partnership-lead': 'Partnership lead',
  'role.auditor': 'Auditor',
  'role.audit-lead': 'Lead auditor',
  'role.social-care': '{name} children’s social care',
  'role.ofPartnership': 'Safeguarding partnership',
  'role.ofAudit': 'Hub audit office',

  'sign-in.title': 'Sign in',
  'sign-in.lead':
    'Use this service to tell children’s social care that you are worried about a child, and to see what they decided.',
  'sign-in.how': 'You sign in with your work account.',
  'sign-in.button': 'Sign in',
  'sign-in.signedOut': 'You have signed out.',
  'sign-in.close': 'If others use this computer, close the browser too.',
  'sign-in.failed.title': 'You could not sign in',
  'sign-in.failed.text':
    'Something went wrong between this service and your organisation’s sign-in. Nothing was sent.',
  'sign-in.failed.again': 'Try to sign in again',
  'sign-in.none.title': 'You have no role here yet',
  'sign-in.none.text':
    'You signed in, but your organisation has not given your account a role in this service.',
  'sign-in.none.what': 'Ask your safeguarding lead or your IT service desk to give you one.',
  'sign-in.none.meanwhile':
    'Until then, ring children’s social care if you are worried about a child.',

  'sign-out.title': 'You have signed out',
  'sign-out.next': 'Your work account is being signed out too.',
  'sign-out.link': 'Sign out of your work account',

  'choose.title': 'Which role do you want to work in?',
  'choose.hint': 'What you see and do is recorded under this role. You can change it at any time.',
  'choose.button': 'Continue',
  'choose.error': 'Select the role you want to work in',

  'home.title.referrer': 'Worried about a child?',
  'home.title.service-lead': 'Your service’s concerns',
  'home.title.social-worker': 'Your team’s alerts',
  'home.title.manager': 'Your authority’s alerts',
  'home.title.register-manager': 'The register',
  'home.title.partnership-lead': 'What waits for the partnership',
  'home.title.auditor': 'Who did what',
  'home.title.audit-lead': 'Who did what',
  'home.counts': 'What waits',
  'home.noCounts': 'The hub could not count what waits just now. Nothing is lost.',
  'home.unbuilt':
    'There are no pages for this role yet. What it may do is open to your organisation’s own systems, through the API.',
  'home.more': '{count} or more',
  'home.tile.asked': 'ask you for a reason',
  'home.tile.answered': 'have been answered',
  'home.tile.waiting': 'are with children’s social care',
  'home.tile.overdue': 'are overdue',
  'home.tile.unread': 'nobody has taken yet',
  'home.tile.open': 'are open',
  'home.tile.reviews': 'questions wait for an answer',
  'home.tile.reviewsOverdue': 'questions are overdue',

  'session.until':
    'If you do nothing in this service, you will be signed out at {time}. Saving this page, or opening another, gives you 15 more minutes.',
  'session.warning.title': 'You will be signed out soon',
  'session.warning.text':
    'You have done nothing here for a while. To protect what you see, you will be signed out at {time}.',
  'session.warning.stay': 'Stay signed in',
  'session.warning.stayed': 'You are still signed in.',
  'session.over.title': 'You were signed out',
  'session.over.text':
    'You did nothing here for 15 minutes, or had been signed in for 8 hours, so you were signed out.',
  'session.over.kept':
    'What you had typed is kept for 24 hours. Sign in again and it will be here. It has not been sent.',
  'session.over.lost': 'What you had typed could not be kept, and was not sent.',
  'session.kept.title': 'This is what you had typed',
  'session.kept.text': 'It has not been sent. Check it, then carry on.',

  'error.404.title': 'There is nothing here',
  'error.404.text':
    'This page is not there, or not for the role you work in. Nobody is told that you asked.',
  'error.404.check': 'If you typed the address, check it. If you have another role, change to it.',
  'error.forged.title': 'This form could not be trusted',
  'error.forged.text':
    'It did not come from the page you have open, or you signed in again since. Nothing was saved or sent.',
  'error.forged.what': 'Go back, open the page again and try once more.',
  'error.409.title': 'This has changed',
  'error.409.text':
    'Somebody else got there first, or this has already been done. Nothing of yours was saved.',
  'error.409.what': 'Open it again to see how it stands now.',
  'error.412.title': 'This changed while you were reading it',
  'error.412.text': 'Somebody else changed it after you opened it. Nothing of yours was saved.',
  'error.412.what': 'Open it again, read what is new, and then decide.',
  'error.413.title': 'That is too much at once',
  'error.413.text': 'What you sent is longer than this service can take. Nothing was saved.',
  'error.413.what': 'Go back and shorten it.',
  'error.429.title': 'That is enough for today',
  'error.429.text':
    'You have done this more often today than is usual. Anything about a child at risk of serious harm is still taken.',
  'error.429.what': 'Ring children’s social care, or your safeguarding lead.',
  'error.500.title': 'Something went wrong here',
  'error.500.text': 'The fault is ours, and we have been told. We do not know if it was saved.',
  'error.500.what':
    'Go back and look before you send it again. Sending it again does no harm: it counts once.',
  'error.503.title': 'The hub is busy',
  'error.503.text': 'It did not take what you sent. Nothing was lost that it had taken before.',
  'error.503.what': 'Wait a minute, then go back and try again. What you typed is on that page.',
  'error.reference': 'If you report this, give the number {id}.',
  'error.ring': 'Do not wait for this service if a child is at risk. Ring children’s social care.',
  'error.home': 'Go to the front page',

  'help.title': 'Help',
  'help.danger': 'If a child is in danger now',
  'help.danger.text': 'Ring 999. Then ring children’s social care. Then use this service.',
  'help.what': 'What this service does',
  'help.what.text':
    'It tells children’s social care what you know about an adult on whom a child may depend, and tells you what they decided.',
  'help.whatNot':
    'It never tells you whether a family is already known. Nobody in the family is told by this service.',
  'help.signIn': 'If you cannot sign in',
  'help.signIn.text':
    'Ask your IT service desk about your work account, and your safeguarding lead about your role.',
  'help.numbers': 'Telephone numbers of children’s social care',
  'help.numbers.office': 'Office hours',
  'help.numbers.out': 'Out of hours',
  'help.numbers.none': 'Not known here',
  'help.numbers.area': 'Area',

  'accessibility.title': 'Accessibility',
  'accessibility.text':
    'Every page works without JavaScript, by keyboard alone, at 400% zoom and in a window 320 pixels wide. It is made to meet WCAG 2.2 at level AA, and each page is checked by a program and by hand.',
  'accessibility.limits':
    'If you cannot use a page, tell your safeguarding lead or your IT service desk. They can send a concern for you, and so can any colleague by telephone.',
  'accessibility.time':
    'You are signed out after 15 minutes without use. You are warned five minutes before, and can stay signed in with one press.',
} as const
