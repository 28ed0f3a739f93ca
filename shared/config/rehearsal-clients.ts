/** The clients by which the hub calls itself from outside. Each has a key of its own, as every client has. */
export const rehearsalClientIds = [
  'rehearsal-referrer',
  'rehearsal-worker',
  'rehearsal-register',
] as const
export type RehearsalClientId = (typeof rehearsalClientIds)[number]
