import type { Command } from 'commander'
import { type Agreement, agreementSchema, standingOf } from '../../shared/agencies/agreement.ts'
import { agreementRow } from '../../shared/aws/dynamodb/agreements.ts'
import { InputError } from '../evaluate/input-error.ts'
import {
  type CommonOptions,
  checked,
  listOf,
  reading,
  type WriteOptions,
  writing,
} from './common-options.ts'
import type { Ports } from './ports.ts'
import { columns, unreadableLines } from './report.ts'
import { known, requireNotEnded } from './served.ts'
import { type AtHand, change, changedFields, look } from './with-directory.ts'

type Between = { readonly agency: string; readonly authority: string }
type RecordOptions = WriteOptions &
  Between & {
    readonly from: string
    readonly until: string
    readonly purposes: string
    readonly commissioned?: boolean
  }

/** Both are in the directory, and neither has ended: an agreement with nobody would be kept for nothing. */
const requireBoth = async (
  { readDirectory, today }: AtHand,
  { agency, authority }: Between,
): Promise<void> => {
  const { agencies, authorities } = await readDirectory()
  const sender = known(
    agencies.find(({ key }) => key === agency),
    'agency',
    agency,
  )
  const receiver = known(
    authorities.find(({ code }) => code === authority),
    'authority',
    authority,
  )
  requireNotEnded(`the agency ${agency}`, sender, today)
  requireNotEnded(`the authority ${authority}`, receiver, today)
}

const commitAgreement = (
  { commit }: AtHand,
  action: 'AGREEMENT_RECORDED' | 'AGREEMENT_REVOKED',
  { next, before }: { readonly next: Agreement; readonly before?: Agreement | undefined },
): Promise<void> =>
  commit({
    row: agreementRow(next),
    action,
    subjects: [next.agency],
    authority: next.authority,
    codes: { fields: changedFields(before, next), revoked: String(next.revokedOn !== undefined) },
  })

const record = async (options: RecordOptions, ports: Ports): Promise<void> => {
  const { agency, authority, from, until, purposes, commissioned = false } = options
  if (until < from) throw new InputError('--until is before --from')
  await change(options, ports, async (directory) => {
    await requireBoth(directory, options)
    const before = (await directory.kept.agreement(agency, authority))?.agreement
    const stated = {
      ...{ agency, authority, from, until, isCommissioned: commissioned },
      version: (before?.version ?? 0) + 1,
      purposes: listOf(purposes),
      reviewedOn: directory.today,
    }
    const next = checked(agreementSchema, stated, '--from, --until or --purposes')
    await commitAgreement(directory, 'AGREEMENT_RECORDED', { next, before })
    const line = `${agency} may tell ${authority} from ${from} until ${until} (${next.purposes.join(', ')})`
    return { data: { agreement: next }, lines: [line] }
  })
}

const revoke = (options: WriteOptions & Between, ports: Ports): Promise<void> =>
  change(options, ports, async (directory) => {
    const { agency, authority } = options
    const found = await directory.kept.agreement(agency, authority)
    if (found === undefined)
      throw new InputError(`there is no agreement of ${agency} with ${authority}`)
    const { agreement: before } = found
    if (before.revokedOn !== undefined)
      throw new InputError(`it was revoked on ${before.revokedOn} already`)
    const next = { ...before, version: before.version + 1, revokedOn: directory.today }
    await commitAgreement(directory, 'AGREEMENT_REVOKED', { next, before })
    return { data: { agreement: next }, lines: [`revoked from ${directory.today}`] }
  })

type ListOptions = CommonOptions & Partial<Between>

const list = (options: ListOptions, ports: Ports): Promise<void> =>
  look(options, ports, async ({ readAll, today }) => {
    const { agency, authority } = options
    const all = await readAll()
    const agreements = all.agreements
      .filter((one) => agency === undefined || one.agency === agency)
      .filter((one) => authority === undefined || one.authority === authority)
      .map((one) => {
        const [purpose = ''] = one.purposes
        return { ...one, standing: standingOf(one, { purpose, today }) }
      })
    const rows = agreements.map((one) => [
      one.agency,
      one.authority,
      `${one.from} to ${one.until}`,
      one.standing,
      one.purposes.join(', '),
    ])
    return {
      data: { agreements, unreadable: all.unreadable },
      lines: [...columns(rows), ...unreadableLines(all.unreadable)],
    }
  })

/** `hub agreement …`: what services and authorities have agreed to share. */
export const addAgreementVerbs = (hub: Command, ports: Ports): void => {
  const agreement = hub.command('agreement')
  const between = (verb: Command): Command =>
    writing(verb)
      .requiredOption('--agency <key>', 'the service')
      .requiredOption('--authority <code>', 'the authority')
  between(agreement.command('record'))
    .description('record one, or renew it; it counts as looked at today')
    .requiredOption('--from <day>', 'the first day')
    .requiredOption('--until <day>', 'the last day')
    .option('--purposes <purposes>', 'of safeguarding, welfare, other', 'safeguarding,welfare')
    .option('--commissioned', 'the service is a contractor whom the duty to share binds')
    .action((options: RecordOptions) => record(options, ports))
  between(agreement.command('revoke'))
    .description('end one from today')
    .action((options: WriteOptions & Between) => revoke(options, ports))
  reading(agreement.command('list'))
    .description('every agreement, or those of one side')
    .option('--agency <key>', 'of this service')
    .option('--authority <code>', 'with this authority')
    .action((options: ListOptions) => list(options, ports))
}
