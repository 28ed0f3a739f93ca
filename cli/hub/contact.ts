import { type Contacts, contactsSchema } from '../../shared/agencies/contacts.ts'
import { type Authority, authoritySchema } from '../../shared/agencies/directory.ts'
import { modeOf } from '../../shared/agencies/mode-of.ts'
import { authorityRow } from '../../shared/aws/dynamodb/directory.ts'
import { present } from '../../shared/kernel/present.ts'
import { InputError } from '../evaluate/input-error.ts'
import { type CommonOptions, checked, type WriteOptions } from './common-options.ts'
import type { Ports } from './ports.ts'
import { standingInWords } from './served.ts'
import { change, changedFields, look } from './with-directory.ts'

export type ContactOptions = WriteOptions & {
  readonly role: string
  readonly telephone: string
  readonly hours?: string
  readonly outOfHours?: boolean
}

const noSuch = (code: string): InputError =>
  new InputError(`there is no authority ${code}: authority list names them`)

/** Whom to telephone, a line each. */
const contactLines = ({ officeHours, outOfHours }: Contacts): readonly string[] =>
  Object.entries(present({ 'office hours': officeHours, 'out of hours': outOfHours })).map(
    ([when, { role, telephone, hours }]) =>
      `telephone, ${when}: ${telephone} (${role}${hours === undefined ? '' : `, ${hours}`})`,
  )

/** `hub authority contact`: whom whoever is woken telephones. What stood for these hours is replaced. */
export const contact = (code: string, options: ContactOptions, ports: Ports): Promise<void> =>
  change(options, ports, async ({ kept, commit }) => {
    const found = await kept.authority(code)
    if (found === undefined) throw noSuch(code)
    const { authority: before, version } = found
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
    return { data: { authority }, lines: contactLines(contacts) }
  })

const noNumber = 'telephone: no number is here; set one by authority contact'

/** `hub authority show`: how it is told, and whom to telephone. */
export const show = (code: string, options: CommonOptions, ports: Ports): Promise<void> =>
  look(options, ports, async ({ today, readDirectory }) => {
    const authority: Authority | undefined = (await readDirectory()).authorities.find(
      (one) => one.code === code,
    )
    if (authority === undefined) throw noSuch(code)
    const contacts = contactLines(authority.contacts ?? {})
    const lines = [
      `${authority.code} ${authority.name}: ${standingInWords(authority, today)}, told by ${modeOf(authority)}`,
      ...(contacts.length > 0 ? contacts : [noNumber]),
    ]
    return { data: { authority }, lines }
  })
