/**
 * The clients by which the hub calls itself from outside, and the KMS key (ES256) of each, by its alias: the private half never
 * leaves, the public half stands in the directory as any client’s. No two share one, as no two clients do.
 */
export const rehearsalKeys = {
  'rehearsal-referrer': 'alias/hub/rehearsalreferrer',
  'rehearsal-worker': 'alias/hub/rehearsalworker',
  'rehearsal-register': 'alias/hub/rehearsalregister',
} as const
