/** What somebody must see now that another council holds: asked, approved, read and looked at afterwards. */
export const emergency = {
  'emergency.ask.link': 'See what another council holds, in an emergency',
  'emergency.ask.title': 'See what another council holds, in an emergency',
  'emergency.ask.first':
    'Ring the council first if there is time. Use this only where a child may come to harm before anybody there answers.',
  'emergency.ask.how':
    'A manager of your council must agree, within one hour. Then you can read this one thing for 30 minutes, and nothing else.',
  'emergency.ask.law':
    'The law lets you see what you need to protect a child’s life or safety, and no more (UK GDPR article 6(1)(d) and (e); Children Act 2004 section 11).',
  'emergency.ask.recorded':
    'Who asked, who agreed, why, and each time you read it are written down for good. The other council’s lead is told at once, and decides by the next working day whether it was right.',
  'emergency.what': 'What do you need to see?',
  'emergency.what.alert': 'An alert',
  'emergency.what.chronology': 'What is known of a child over time',
  'emergency.number': 'Its number',
  'emergency.number.hint':
    'The number of the alert, or the child’s id with the council’s code: for example E08000025.C-1042. You are not told whether it is there before a manager has agreed.',
  'emergency.justification': 'Why can this not wait?',
  'emergency.justification.hint':
    'At least 40 characters. Say what may happen to the child, and whom you tried to reach.',
  'emergency.ask.button': 'Ask a manager',
  'emergency.error.what': 'Choose what you need to see',
  'emergency.error.number': 'Enter the number as it was given to you',
  'emergency.error.justification': 'Say in 40 to 500 characters why it cannot wait',
  'emergency.error.same': 'Another person must do this: not who asked, and not who agreed',
  'emergency.error.verdict': 'Choose whether it was right',
  'emergency.error.reason': 'Say in a sentence why',
  'emergency.title': 'Emergency access',
  'emergency.said.asked': 'You have asked. A manager of your council has been told. Ring them.',
  'emergency.said.approved':
    'You have agreed. Whoever asked can read it now. Its council has been told.',
  'emergency.said.reviewed': 'What you decided is kept.',
  'emergency.standing.asked': 'Waits for a manager',
  'emergency.standing.lapsed': 'Nobody agreed in time',
  'emergency.standing.open': 'Open',
  'emergency.standing.over': 'The 30 minutes are over',
  'emergency.standing.ended': 'Ended by the council that holds it',
  'emergency.next.asked':
    'It opens once a manager of your council agrees. If nobody has by then, ask again.',
  'emergency.next.lapsed': 'Nothing was opened. Ask again if you still need it.',
  'emergency.next.open': 'Read it now. It closes by itself.',
  'emergency.next.over': 'It opens nothing any more. Ask again if you still need it.',
  'emergency.next.ended': 'Its council decided that it was not right. It opens nothing any more.',
  'emergency.until': 'until',
  'emergency.before': 'by',
  'emergency.object': 'What was asked for',
  'emergency.why': 'Why it could not wait',
  'emergency.asker': 'Who asked',
  'emergency.asker.of': '{who}, {council}',
  'emergency.case': 'For which case',
  'emergency.approver': 'Who agreed',
  'emergency.uses': 'How often it was read',
  'emergency.wasThere.no': 'There was no such thing to read.',
  'emergency.verdict': 'What its council decided',
  'emergency.verdict.JUSTIFIED': 'It was right',
  'emergency.verdict.NOT_JUSTIFIED': 'It was not right',
  'emergency.read.link': 'Read it',
  'emergency.again': 'Ask again',
  'emergency.approve.title': 'Do you agree?',
  'emergency.approve.lead':
    'Ask whoever wants it, by telephone or face to face. You answer for it with them, and the council that holds it is told at once.',
  'emergency.approve.button': 'I agree: open it for 30 minutes',
  'emergency.approve.not':
    'If you do not agree, do nothing and tell whoever asked. Nothing opens, and it ends by itself.',
  'emergency.review.title': 'Look at it afterwards',
  'emergency.review.right': 'Was it right?',
  'emergency.review.lead':
    'Your council holds this. If you say that it was not right, it is closed at once, and nobody can change that again.',
  'emergency.review.reason': 'Why',
  'emergency.review.reason.hint':
    'Leads of your council can read it later. Name nobody of the family.',
  'emergency.review.button': 'Keep what I decided',
  'emergency.nothing.title': 'There is nothing to read here',
  'emergency.nothing.lead':
    'There is no such alert or child, or it is not open to you any more. Check the number with whoever gave it to you.',
  'emergency.banner':
    'You read this in an emergency, and it is written down. It belongs to another council: you cannot answer it here. It is open',
  'emergency.noneKnown': 'No child of that council’s register is known to belong to this.',
  'emergency.list.title': 'Emergency access to agree to or look at',
  'emergency.list.closed': 'Emergency access that is closed',
  'emergency.list.lead':
    'Those due first. To agree is for the council that asks. To look at it afterwards is for the council that was read.',
  'emergency.list.none': 'There is none.',
  'emergency.list.next': 'Next page',
  'emergency.list.asked': 'Asked',
  'emergency.list.due': 'Due',
  'emergency.list.late': 'Late',
  'emergency.state.ASKED': 'To be agreed to',
  'emergency.state.LAPSED': 'Nobody agreed in time',
  'emergency.state.APPROVED': 'To be looked at',
  'emergency.state.REVIEWED': 'Looked at',
} as const
