/** The Lambdas of the hub itself, by the verb phrase that is also the folder in functions/. */
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
  'import-register',
  'read-uploads',
  'load-parts',
  'watch-clocks',
  'publish-messages',
  'tell-senders',
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

/** Stands before the API as any other client does, in a stack of its own, and may touch nothing of the hub's. */
export const consoleFunction = 'serve-console'

export const everyFunction = [...functionNames, consoleFunction] as const
export type AnyFunction = (typeof everyFunction)[number]

export const isFunctionName = (name: string): name is FunctionName =>
  functionNames.some((known) => known === name)
