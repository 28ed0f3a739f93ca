import { type Directory, mailDomainsOf } from '../agencies/directory.ts'
import { authorityMeant, faultOfAuthority } from '../agencies/stated-authority.ts'
import { londonDay } from '../calendar/london-day.ts'
import { type ReadConcern, readConcern } from '../concerns/read-concern.ts'
import { requestInvalid } from './parse.ts'

/** What was taken of a concern; nothing else of it may be kept. */
export type TakenConcern = Omit<Extract<ReadConcern, { kind: 'taken' }>, 'kind'>

/** Who stands beside the sender in the directory, and the agency that sends: none where nobody does. */
export type Sender = { readonly directory: Directory; readonly agency?: string }

/** What was sent, with the code of the authority that is meant today: senders' lists of councils are older than the law. */
const withAuthorityMeant = (body: unknown, directory: Directory, today: string): unknown => {
  if (typeof body !== 'object' || body === null || !('authority' in body)) return body
  const { authority } = body
  return typeof authority === 'string'
    ? { ...body, authority: authorityMeant(directory, authority.trim(), today) }
    : body
}

/**
 * The concern in a body, as policy §8 reads it on this day, from this agency.
 * @throws HubError request-invalid, naming every field to mend and no value
 */
export const takeConcern = (
  body: unknown,
  now: Date,
  { directory, agency }: Sender,
): TakenConcern => {
  const today = londonDay(now)
  const read = readConcern(withAuthorityMeant(body, directory, today), {
    today,
    faultOfAuthority: (stated) => faultOfAuthority(directory, stated, today),
    mailDomains: agency === undefined ? [] : mailDomainsOf(directory, agency),
  })
  if (read.kind === 'refused') throw requestInvalid('body', read.issues)
  const { kind: _, ...taken } = read
  return taken
}
