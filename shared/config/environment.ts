import * as z from 'zod'
import type { AnyFunction } from './functions.ts'

const name = z.string().min(1)
const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' })
        return z.NEVER
      }
    })
    .pipe(schema)

const directory = { DIRECTORY_TABLE: name }
const intake = { INTAKE_TABLE: name }
const register = { REGISTER_TABLE: name }
const casework = { CASEWORK_TABLE: name }
const auditEntries = { AUDIT_ENTRIES_TABLE: name }
const auditLog = { AUDIT_LOG_TABLE: name }
// Issuer of the hub's access tokens (the API's public address) and the KMS keys (P-256, a JSON list) of which one signs
// them; those of all are accepted.
const tokens = { ISSUER: z.url(), TOKEN_KEYS: json(z.array(name).min(1)) }
// Verifies who calls, and counts how often.
const guards = { ...intake, ...auditEntries, ...tokens }
// KMS HMAC key that signs page cursors, and hashes what a refused caller asked for where there is nothing.
const cursors = { CURSOR_KEY: name }
// KMS key (Ed25519) that signs exports of the audit log.
const exporting = { EXPORT_KEY: name }
// Matches that people must confirm in a row before the model in use may act alone, and the authorities (JSON list of GSS
// codes, or "ALL") on whose registers it is on trial until then.
const trial = {
  TRIAL_MATCHES: z.coerce.number().int().min(0),
  TRIAL_AUTHORITIES: json(z.union([z.literal('ALL'), z.array(name)])),
}
// KMS key that wraps the match index's HMAC key.
const matchIndex = { INDEX_KEY: name }
// Address of the API, as messages name it, and what the ARNs of all topics begin with.
const leaving = { API_URL: z.url(), TOPIC_PREFIX: name }
// KMS key (Ed25519) that signs what is pushed and what is sealed.
const delivering = { DELIVERY_KEY: name }
// KMS keys (Ed25519, a JSON list) of which one signs checkpoints, the log's name, and the bucket from which nothing can be taken.
const sealing = { LOG_KEYS: json(z.array(name).min(1)), LOG_ORIGIN: name, SEALED_LOG: name }
const assessing = {
  ...directory,
  ...intake,
  ...register,
  ...casework,
  ...auditEntries,
  ...matchIndex,
  ...trial,
}

/**
 * What each function is told at deployment: CDK writes exactly these keys (a missing or misspelt one does not compile)
 * and the entry point reads them through the same schema, so the two cannot drift apart.
 */
export const environments = {
  'issue-token': z.object({
    ...directory,
    ...intake,
    ...auditEntries,
    ...tokens,
    TOKENS_TABLE: name,
    TOKEN_AUDIENCES: json(z.array(z.url()).min(1)),
  }),
  'submit-concern': z.object({ ...directory, ...guards }),
  'preview-concern': z.object({ ...assessing, ...tokens }),
  'follow-concern': z.object({ ...directory, ...register, ...casework, ...guards, ...cursors }),
  'change-consent': z.object({ ...casework, ...guards, ...cursors }),
  'challenge-answer': z.object({ ...casework, ...guards, ...cursors }),
  'assess-concern': z.object(assessing),
  'relay-alerts': z.object({
    ...directory,
    ...casework,
    ...auditEntries,
    ...leaving,
  }),
  'deliver-alerts': z.object({
    ...directory,
    ...intake,
    ...register,
    ...casework,
    ...auditEntries,
    ...delivering,
    TOKENS_TABLE: name,
    // What the URLs of all queues begin with, and which addresses receivers may have.
    QUEUE_PREFIX: name,
    RECEIVERS: z.enum(['internet', 'loopback-too']),
  }),
  'read-alerts': z.object({ ...directory, ...register, ...casework, ...guards, ...cursors }),
  'read-chronology': z.object({ ...directory, ...register, ...casework, ...guards, ...cursors }),
  'grant-emergency-access': z.object({
    ...directory,
    ...register,
    ...casework,
    ...guards,
    ...cursors,
  }),
  'answer-alert': z.object({ ...directory, ...casework, ...guards, ...cursors }),
  'review-concerns': z.object({ ...assessing, ...tokens, ...cursors }),
  'maintain-register': z.object({
    ...register,
    ...casework,
    ...guards,
    ...cursors,
    ...matchIndex,
  }),
  // The bucket of files that are uploaded, and the state machine that goes through an import.
  'import-register': z.object({
    ...casework,
    ...guards,
    ...cursors,
    IMPORTS_BUCKET: name,
    IMPORTS_MACHINE: name,
  }),
  'read-uploads': z.object({ ...casework, ...auditEntries, IMPORTS_BUCKET: name }),
  'load-parts': z.object({
    ...directory,
    ...register,
    ...casework,
    ...auditEntries,
    ...matchIndex,
    IMPORTS_BUCKET: name,
  }),
  'watch-clocks': z.object(assessing),
  'publish-messages': z.object({
    ...directory,
    ...intake,
    ...casework,
    ...auditEntries,
    ...auditLog,
    ...leaving,
  }),
  'tell-senders': z.object({ ...directory, ...casework, ...auditEntries, ...leaving }),
  'tidy-register': z.object({ ...register, ...casework, ...matchIndex }),
  'rotate-index': z.object({
    ...directory,
    ...intake,
    ...register,
    ...casework,
    ...auditEntries,
    ...matchIndex,
  }),
  'expire-concerns': z.object({ ...directory, ...intake, ...casework, ...auditEntries }),
  'expire-entries': z.object({ ...directory, ...casework, ...auditEntries, ...auditLog }),
  'measure-hub': z.object({ ...directory, ...intake, ...casework }),
  // Where the API is called from outside, what it calls itself, what the URLs of all queues begin with, the authority that the
  // hub rehearses with, the KMS key (P-256) that signs for each of its clients there, and the ARN of the secret with the client certificate: empty where none is asked for.
  'rehearse-concern': z.object({
    API_URL: z.url(),
    ISSUER: z.url(),
    QUEUE_PREFIX: name,
    REHEARSAL_AUTHORITY: name,
    REHEARSAL_KEYS: json(
      z.object({
        'rehearsal-referrer': name,
        'rehearsal-worker': name,
        'rehearsal-register': name,
      }),
    ),
    CLIENT_CERTIFICATE: z.string(),
  }),
  'seal-audit': z.object({ ...directory, ...auditEntries, ...auditLog, ...sealing }),
  // And the log group to which the gateway writes what it was asked; empty where it writes to none.
  'verify-log': z.object({
    ...directory,
    ...intake,
    ...casework,
    ...auditEntries,
    ...auditLog,
    ...sealing,
    ACCESS_LOG: z.string(),
  }),
  'report-use': z.object({ ...directory, ...casework, ...auditEntries, ...auditLog }),
  // What each watched table is called, by what it is for.
  'watch-tables': z.object({
    ...directory,
    ...auditLog,
    WATCHED_TABLES: json(z.record(name, name)),
  }),
  'query-audit': z.object({
    ...register,
    ...casework,
    ...auditLog,
    ...guards,
    ...cursors,
    ...matchIndex,
    ...exporting,
  }),
  'describe-api': z.object({ ISSUER: z.url() }),
  // Where the console itself stands and where it calls the API, what that calls itself, the console's own table and KMS keys (P-256
  // to sign, HMAC to make the keys of its cookies), and the identity provider that people sign in at. SIGN_IN_CREDENTIAL is the ARN of a
  // secret: empty where the console shows by its key who it is.
  'serve-console': z.object({
    CONSOLE_URL: z.url(),
    API_URL: z.url(),
    ISSUER: z.url(),
    CONSOLE_TABLE: name,
    SIGNING_KEY: name,
    COOKIE_KEY: name,
    SIGN_IN_ISSUER: z.url(),
    SIGN_IN_CLIENT: name,
    SIGN_IN_CREDENTIAL: z.string(),
    CLIENT_CERTIFICATE: z.string(),
  }),
} as const satisfies Record<AnyFunction, z.ZodObject>

export type Environment<Name extends AnyFunction> = z.infer<(typeof environments)[Name]>

/** What CDK must write: the same keys, as strings. */
export type EnvironmentInput<Name extends AnyFunction> = {
  readonly [Key in keyof Environment<Name>]: string
}

/** @throws Error naming the keys that are missing or malformed, never their values; the function then fails to start. */
export const readEnvironment = <Name extends AnyFunction>(
  functionName: Name,
  source: Readonly<Record<string, string | undefined>>,
): Environment<Name> => {
  const schema: z.ZodType = environments[functionName]
  const parsed = schema.safeParse(source)
  if (!parsed.success) {
    const keys = parsed.error.issues.map((issue) => issue.path.join('.'))
    throw new Error(`environment of ${functionName} is incomplete: ${keys.join(', ')}`)
  }
  return parsed.data as Environment<Name>
}
