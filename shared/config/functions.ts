/** Every Lambda of the hub, by the verb phrase that is also its folder in functions/. */
export const functionNames = [
  'issue-token',
  'submit-concern',
  'preview-concern',
  'follow-concern',
  'change-consent',
  'challenge-answer',
  'assess-concern',
  'relay-alerts',
  'deliver-alerts',
  'read-alerts',
  'answer-alert',
  'review-concerns',
  'read-chronology',
  'grant-emergency-access',
  'maintain-register',
  'watch-clocks',
  'publish-messages',
  'tidy-register',
  'rotate-index',
  'expire-concerns',
  'expire-entries',
  'measure-hub',
  'rehearse-concern',
  'seal-audit',
  'verify-log',
  'watch-tables',
  'report-use',
  'query-audit',
  'describe-api',
] as const
export type FunctionName = (typeof functionNames)[number]

export const isFunctionName = (name: string): name is FunctionName =>
  functionNames.some((known) => known === name)
