import { contactsSchema } from '../../shared/agencies/contacts.ts'
import { type Authority, authoritySchema } from '../../shared/agencies/directory.ts'
import { modeOf } from '../../shared/agencies/mode-of.ts'
import { authorityRow } from '../../shared/aws/dynamodb/directory.ts'
import { present } from '../../shared/kernel/present.ts'
import { type CommonOptions, checked, type WriteOptions } from './common-options.ts'
import { contactLines, leadLines } from './contact-lines.ts'
import { paceLines } from './pace.ts'
import type { Ports } from './ports.ts'
import { known, standingInWords } from './served.ts'
import { change, changedFields, look } from './with-directory.ts'

export type ContactOptions = WriteOptions & {
  readonly role: string
  readonly telephone: string
  readonly hours?: string
  readonly outOfHours?: boolean
}

/** `hub authority contact`: whom whoever is woken telephones. What stood for these hours is replaced. */
export const contact = (code: string, options: ContactOptions, ports: Ports): Promise<void> =>
  change(options, ports, async ({ kept, commit }) => {
    const { authority: before, version } = known(await kept.authority(code), 'authority', code)
    const { role, telephone, hours, outOfHours } = options
    const given = { role, telephone, ...present({ hours }) }
    const which = outOfHours === true ? 'outOfHours' : 'officeHours'
    const contacts = checked(
      contactsSchema,
      { ...before.contacts, [which]: given },
      '--role, --telephone or --hours',
    )
    const authority = checked(authoritySchema, { ...before, contacts }, code)
    await commit({
      row: { ...authorityRow(authority), version: version + 1 },
      action: 'AUTHORITY_CONTACT_SET',
      subjects: [code],
      authority: code,
      codes: { fields: changedFields(before.contacts, contacts) },
    })
    return { data: { authority }, lines: contactLines('telephone', contacts) }
  })

const noNumber = 'telephone: no number is here; set one by authority contact'

/** `hub authority show`: how it is told, whom to telephone, and what was agreed of its pace. */
export const show = (code: string, options: CommonOptions, ports: Ports): Promise<void> =>
  look(options, ports, async ({ today, readDirectory }) => {
    const found = (await readDirectory()).authorities.find((each) => each.code === code)
    const authority: Authority = known(found, 'authority', code)
    const contacts = contactLines('telephone', authority.contacts ?? {})
    const lines = [
      `${authority.code} ${authority.name}: ${standingInWords(authority, today)}, told by ${modeOf(authority)}`,
      ...(contacts.length > 0 ? contacts : [noNumber]),
      ...leadLines(authority.lead, 'authority'),
      ...paceLines(authority.pace),
    ]
    return { data: { authority }, lines }
  })
