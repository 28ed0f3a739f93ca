/** Parts of the API, by which generated clients name their files. What comes to a receiver is a part of its own: else it would stand in the same file. */
export const tags = {
  concerns: 'Submitting concerns, following them, changing consent, contesting an answer',
  alerts: 'Reading alerts and answering them',
  reviews: 'Questions left to a person',
  register: 'Children and adults as an authority records them',
  'emergency-access': 'Break-glass, and its review afterwards',
  audit: 'The audit log, its proofs, and what leads are shown of its use',
  hub: 'Tokens, keys, this description, health',
  events: 'What comes to a receiver, from a queue or pushed',
} as const
type Tag = keyof typeof tags

/** By the first part of a path. */
const byFirstPart: Readonly<Record<string, Tag>> = {
  concerns: 'concerns',
  alerts: 'alerts',
  'test-alerts': 'alerts',
  reviews: 'reviews',
  children: 'register',
  adults: 'register',
  register: 'register',
  'register-loads': 'register',
  'register-searches': 'register',
  'emergency-access': 'emergency-access',
  audit: 'audit',
  'watch-reports': 'audit',
  token: 'hub',
  '.well-known': 'hub',
  'openapi.json': 'hub',
  'asyncapi.json': 'hub',
  health: 'hub',
}

/** @throws Error of a path whose first part has no line above */
export const tagOf = (path: string): Tag => {
  const tag = byFirstPart[path.split('/')[1] ?? '']
  if (tag === undefined) throw new Error(`no part of the API is named for ${path}`)
  return tag
}
