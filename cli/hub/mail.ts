import type { Agency } from '../../shared/agencies/directory.ts'
import { mailDomainsSchema } from '../../shared/agencies/mail-domains.ts'
import { agencyRow } from '../../shared/aws/dynamodb/directory.ts'
import { InputError } from '../evaluate/input-error.ts'
import { type CommonOptions, checked, listOf, type WriteOptions } from './common-options.ts'
import { leadLines } from './contact-lines.ts'
import { toldInWords } from './deliver-changes.ts'
import type { Ports } from './ports.ts'
import { known, standingInWords } from './served.ts'
import { change, changedFields, look } from './with-directory.ts'

export type MailOptions = WriteOptions & { readonly domains?: string; readonly none?: boolean }

const domainsIn = ({ domains, none }: MailOptions): string[] => {
  if ((domains === undefined) === (none === undefined))
    throw new InputError('give --domains with all of them, or --none')
  const listed = checked(mailDomainsSchema, [...listOf(domains ?? '')], '--domains')
  if (listed.length === 0 && none !== true)
    throw new InputError('--domains: name one at least, or say --none')
  return listed
}

const mailLine = ({ mailDomains = [] }: Agency): string =>
  mailDomains.length === 0
    ? 'mail domains: none, so no referrer’s address is checked'
    : `mail domains: ${mailDomains.join(', ')}`

/** `hub agency mail`: of which domains the addresses of its referrers are, within a minute. */
export const mail = (key: string, options: MailOptions, ports: Ports): Promise<void> =>
  change(options, ports, async ({ kept, commit }) => {
    const domains = domainsIn(options)
    const { agency: before, version } = known(await kept.agency(key), 'agency', key)
    if (before.rehearsal === true)
      throw new InputError(`nobody writes to ${key}: the hub rehearses with it`)
    const { mailDomains: _before, ...rest } = before
    const agency = { ...rest, ...(domains.length > 0 && { mailDomains: domains }) }
    await commit({
      row: { ...agencyRow(agency), version: version + 1 },
      action: 'AGENCY_MAIL_DOMAINS_SET',
      subjects: [key],
      codes: { fields: changedFields(before, agency) },
    })
    return { data: { agency }, lines: [mailLine(agency)] }
  })

/** `hub agency show`: how it stands, where it is written to, how its system is told, and whom to telephone. */
export const showAgency = (key: string, options: CommonOptions, ports: Ports): Promise<void> =>
  look(options, ports, async ({ today, readDirectory }) => {
    const found = (await readDirectory()).agencies.find((each) => each.key === key)
    const agency: Agency = known(found, 'agency', key)
    const line = `${key} ${agency.name} (${agency.type}): ${standingInWords(agency, today)}`
    return {
      data: { agency },
      lines: [line, mailLine(agency), toldInWords(agency), ...leadLines(agency.lead, 'agency')],
    }
  })
