import type { Command } from 'commander'
import { type Lead, leadSchema, noCover } from '../../shared/agencies/contacts.ts'
import { agencySchema, authoritySchema } from '../../shared/agencies/directory.ts'
import { agencyRow, authorityRow } from '../../shared/aws/dynamodb/directory.ts'
import { present } from '../../shared/kernel/present.ts'
import { InputError } from '../evaluate/input-error.ts'
import { checked, type WriteOptions } from './common-options.ts'
import { leadLines } from './contact-lines.ts'
import type { Ports } from './ports.ts'
import { known } from './served.ts'
import { change, changedFields } from './with-directory.ts'

export type LeadOptions = WriteOptions & {
  readonly role?: string
  readonly telephone?: string
  readonly hours?: string
  readonly outOfHours?: boolean
  readonly withoutCover?: boolean
}

/** A verb that says who the lead is. */
export const withLead = (verb: Command): Command =>
  verb
    .description('its safeguarding lead; what stood for these hours is replaced')
    .option('--role <role>', 'who answers: a role, never a name')
    .option('--telephone <number>', 'its number')
    .option('--hours <words>', 'when somebody answers')
    .option('--out-of-hours', 'for when the office is closed')
    .option('--without-cover', 'nobody stands in when the office is closed')

/** The lead with what is said now; what stood for these hours is replaced. */
const leadAfter = (before: Lead | undefined, options: LeadOptions): Lead => {
  const { role, telephone, hours, outOfHours, withoutCover } = options
  const given = [role, telephone, hours, outOfHours].some((one) => one !== undefined)
  if (withoutCover === true && given)
    throw new InputError('--without-cover: nobody stands in, so nothing else is said with it')
  if (withoutCover === true) return { ...before, outOfHours: noCover }
  if (role === undefined || telephone === undefined)
    throw new InputError('give --role and --telephone, or --without-cover')
  const which = outOfHours === true ? 'outOfHours' : 'officeHours'
  const one = { role, telephone, ...present({ hours }) }
  return checked(leadSchema, { ...before, [which]: one }, '--role, --telephone or --hours')
}

/** `hub authority lead`: its safeguarding lead. */
export const leadOfAuthority = (code: string, options: LeadOptions, ports: Ports): Promise<void> =>
  change(options, ports, async ({ kept, commit }) => {
    const { authority: before, version } = known(await kept.authority(code), 'authority', code)
    const lead = leadAfter(before.lead, options)
    const authority = checked(authoritySchema, { ...before, lead }, code)
    await commit({
      row: { ...authorityRow(authority), version: version + 1 },
      action: 'AUTHORITY_LEAD_SET',
      subjects: [code],
      authority: code,
      codes: { fields: changedFields(before.lead, lead) },
    })
    return { data: { authority }, lines: leadLines(lead, 'authority') }
  })

/** `hub agency lead`: its safeguarding lead. */
export const leadOfAgency = (key: string, options: LeadOptions, ports: Ports): Promise<void> =>
  change(options, ports, async ({ kept, commit }) => {
    const { agency: before, version } = known(await kept.agency(key), 'agency', key)
    const lead = leadAfter(before.lead, options)
    const agency = checked(agencySchema, { ...before, lead }, key)
    await commit({
      row: { ...agencyRow(agency), version: version + 1 },
      action: 'AGENCY_LEAD_SET',
      subjects: [key],
      codes: { fields: changedFields(before.lead, lead) },
    })
    return { data: { agency }, lines: leadLines(lead, 'agency') }
  })
