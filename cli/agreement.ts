// Records, renews or revokes a sharing agreement between a service and an authority.
import { parseArgs } from 'node:util'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type Agreement, agreementSchema } from '../shared/agencies/agreement.ts'
import { recorderFor } from '../shared/audit/audit-entry.ts'
import { commitAgreementIn, readAgreementIn } from '../shared/aws/dynamodb/agreements.ts'
import { dynamodbStore } from '../shared/aws/dynamodb/dynamodb-store.ts'
import { newId } from '../shared/aws/new-id.ts'
import { londonDay } from '../shared/calendar/london-day.ts'
import { InputError } from './evaluate/input-error.ts'
import { runCommand } from './evaluate/run-command.ts'
import { clientFromEnvironment, localHub, unreachable } from './local-hub.ts'

const usage =
  'usage: npm run -s agreement -- --agency ID --authority CODE (--revoke | --from DAY --until DAY [--purposes a,b] [--commissioned]) [--directory TABLE --audit-entries TABLE]'

type Options = {
  readonly agency: string
  readonly authority: string
  readonly revoke: boolean
  readonly commissioned: boolean
  readonly from?: string
  readonly until?: string
  readonly purposes: string
  readonly directory?: string
  readonly 'audit-entries'?: string
}

const readOptions = (): Options => {
  try {
    const { values } = parseArgs({
      options: {
        agency: { type: 'string' },
        authority: { type: 'string' },
        revoke: { type: 'boolean', default: false },
        commissioned: { type: 'boolean', default: false },
        from: { type: 'string' },
        until: { type: 'string' },
        directory: { type: 'string' },
        'audit-entries': { type: 'string' },
        purposes: { type: 'string', default: 'safeguarding,welfare' },
      },
    })
    const { agency, authority, ...rest } = values
    if (agency === undefined || authority === undefined) throw new InputError(usage)
    return { agency, authority, ...rest }
  } catch (error) {
    throw new InputError(usage, { cause: error })
  }
}

const requireOrder = ({ from, until }: Options): void => {
  if (from !== undefined && until !== undefined && until < from)
    throw new InputError('--until is before --from')
}

/** The agreement as it will stand: revoked from today, or as stated and looked at today. */
const nextOf = (before: Agreement | undefined, options: Options, today: string): Agreement => {
  const { agency, authority, revoke, commissioned, from, until, purposes } = options
  if (revoke && before === undefined) throw new InputError('there is no such agreement')
  const parsed = agreementSchema.safeParse(
    revoke
      ? { ...before, version: (before?.version ?? 0) + 1, revokedOn: today }
      : {
          agency,
          authority,
          version: (before?.version ?? 0) + 1,
          purposes: purposes.split(','),
          isCommissioned: commissioned,
          from,
          until,
          reviewedOn: today,
        },
  )
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(({ path }) => `--${path.join('.')}`)
  throw new InputError(`${[...new Set(fields)].join(', ')} cannot be read\n${usage}`)
}

/** The tables named, or those of the hub on this machine. */
const tablesOf = async ({ directory, 'audit-entries': auditEntries }: Options) =>
  directory === undefined || auditEntries === undefined
    ? localHub()
    : { client: clientFromEnvironment(), tables: { directory, auditEntries } }

const record = async (
  options: Options,
  client: DynamoDBClient,
  tables: { readonly directory: string; readonly auditEntries: string },
): Promise<Agreement> => {
  const now = new Date()
  const store = dynamodbStore(client)
  const before = await readAgreementIn(store, tables.directory)(options.agency, options.authority)
  const next = nextOf(before, options, londonDay(now))
  const entryOf = recorderFor({ actor: 'operator' }, now, newId)
  const entry = entryOf('AGREEMENT_RECORDED', [next.agency], {
    authority: next.authority,
    codes: { version: String(next.version), revoked: String(next.revokedOn !== undefined) },
  })
  if ((await commitAgreementIn(store, tables)(next, [entry])) === 'changed')
    throw new InputError('somebody else has just changed it: try again')
  return next
}

const main = async (): Promise<void> => {
  const options = readOptions()
  requireOrder(options)
  const { client, tables } = await tablesOf(options)
  try {
    process.stdout.write(`${JSON.stringify(await record(options, client, tables))}\n`)
  } catch (error) {
    throw unreachable(tables.directory, error)
  }
}

await runCommand(main)
