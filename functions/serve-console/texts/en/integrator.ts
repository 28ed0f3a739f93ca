/** What somebody reads who writes a system that calls the hub. */
export const integrator = {
  'developers.title': 'For those who connect a system',
  'developers.lead':
    'Whatever these pages do for people, a system of yours can do by the same API. Nothing on these pages is about any family, and no sign-in is needed.',
  'developers.client': 'How to get a client',
  'developers.client.key':
    'Make a key pair: ES256, or another kind that the hub takes. Keep the private half where it was made.',
  'developers.client.ask':
    'Send the public half, as a JWK Set, to whoever operates the hub, by a way that both of you trust. Say for which organisation, in which role and with which scopes. They register the client and tell you its id.',
  'developers.client.token':
    'Get a token with a signed assertion (private_key_jwt). It lives for five minutes.',
  'developers.client.who':
    'Name the person who asks, by a work id, in the header Hub-Practitioner. Never send a name there.',
  'developers.test': 'Send a test alert',
  'developers.test.text':
    'A client of an authority has a test sent to itself, by the way of every alert. It is about no family.',
  'developers.routes': 'Routes',
  'developers.besides': 'What goes with them',
  'developers.events': 'Events that the hub sends',
  'developers.events.lead':
    'Each is a CloudEvents envelope with ids and codes, and nobody’s name. What it is about is read with a token.',
  'developers.problems': 'Problems, and what to do',
  'developers.problems.lead': 'Decide by the type, not by the words. Every error is',
  'developers.codes': 'Codes and what they mean',
  'developers.machine': 'The same for a program:',
  'developers.group.start': 'Tokens, keys and the description',
  'developers.group.concerns': 'Concerns',
  'developers.group.alerts': 'Alerts',
  'developers.group.test-alerts': 'Test alerts',
  'developers.group.reviews': 'Questions left to a person',
  'developers.group.children': 'Children of a register',
  'developers.group.adults': 'Adults of a register',
  'developers.group.register': 'Registers by uploaded files',
  'developers.group.register-loads': 'Loads of a register',
  'developers.group.register-searches': 'Searches of a register',
  'developers.group.emergency-access': 'Emergency access',
  'developers.group.watch-reports': 'Reports of each day’s use',
  'developers.group.audit': 'The audit log',
  'developers.scopes': 'Scope:',
  'developers.open': 'Open to everybody',
  'developers.parameters': 'Parameters',
  'developers.body': 'What is sent',
  'developers.answers': 'Answers',
  'developers.example': 'Example',
  'developers.field': 'Name',
  'developers.type': 'Type',
  'developers.meaning': 'Meaning',
  'developers.do': 'What to do',
  'developers.code': 'Code',
  'developers.required': 'needed',
  'developers.noFields': 'It has no fields of its own.',
} as const
