import * as z from 'zod'
import { everydayScopesOf, type Role, roles, scopesOf } from '../../shared/agencies/access.ts'
import { type Client, clientSchema } from '../../shared/agencies/client.ts'
import { type Directory, keySchema } from '../../shared/agencies/directory.ts'
import { functionNames } from '../../shared/config/functions.ts'
import { present } from '../../shared/kernel/present.ts'
import { workIdSchema } from '../../shared/kernel/work-id.ts'
import { InputError } from '../evaluate/input-error.ts'
import { checked, listOf } from './common-options.ts'
import type { OfferedKeys } from './keys/offered-keys.ts'
import { requireNotEnded } from './served.ts'

/** Whom a client is to act for, and as what. */
export type WantedClient = {
  readonly id: string
  readonly role: string
  readonly agency?: string
  readonly authority?: string
  readonly name?: string
  readonly scopes?: string
  readonly practitioner?: string
  readonly vouches?: boolean
}

/** Names under which the hub itself and its people stand in the log. */
const ownActors: ReadonlySet<string> = new Set([...functionNames, 'operator'])

type ActsFor = Pick<Client, 'agency' | 'agencyName' | 'agencyType' | 'authority'>

const forAgency = ({ agency, authority }: WantedClient, { agencies }: Directory, today: string) => {
  if (agency === undefined || authority !== undefined)
    throw new InputError('a referrer acts for an agency: give --agency KEY, and no --authority')
  const found = agencies.find(({ key }) => key === agency)
  if (found === undefined)
    throw new InputError(`there is no agency ${agency}: add it first (agency add)`)
  requireNotEnded(`the agency ${agency}`, found, today)
  return { agency, agencyName: found.name, agencyType: found.type }
}

const forAuthority = (
  { role, agency, authority }: WantedClient,
  { authorities }: Directory,
  today: string,
) => {
  if (authority === undefined || agency !== undefined)
    throw new InputError(`a ${role} acts for an authority: give --authority CODE, and no --agency`)
  const found = authorities.find(({ code }) => code === authority)
  if (found === undefined)
    throw new InputError(`the hub does not serve ${authority}: add it first (authority add)`)
  requireNotEnded(`the authority ${authority}`, found, today)
  return {
    agency: found.key,
    agencyName: `${found.name} children’s social care`,
    authority: found.code,
  }
}

const forAll = (agency: string, agencyName: string) => (wanted: WantedClient) => {
  if (wanted.agency !== undefined || wanted.authority !== undefined)
    throw new InputError(`a ${wanted.role} acts for no agency and no authority: leave them out`)
  return { agency, agencyName: wanted.name ?? agencyName }
}

/** What a client of each role acts for, by the directory. */
const actsFor: Readonly<
  Record<Role, (wanted: WantedClient, directory: Directory, today: string) => ActsFor>
> = {
  referrer: forAgency,
  'social-worker': forAuthority,
  'register-manager': forAuthority,
  'partnership-lead': forAll('partnership', 'Safeguarding partnership'),
  auditor: forAll('hub-audit', 'Hub audit office'),
}

/** Keys that no agency may have: those of whoever acts for all. */
export const reservedKeys: ReadonlySet<string> = new Set(['partnership', 'hub-audit'])

const scopesFor = (role: Role, scopes: string | undefined) => {
  if (scopes === undefined) return everydayScopesOf(role)
  const allowed = scopesOf(role)
  const wanted = listOf(scopes)
  const others = wanted.filter((scope) => !allowed.some((one) => one === scope))
  if (others.length > 0 || wanted.length === 0)
    throw new InputError(
      `--scopes: a ${role} may have ${allowed.join(', ')}; not ${others.join(', ') || 'none'}`,
    )
  return allowed.filter((scope) => wanted.includes(scope))
}

const requireFreeId = (id: string): void => {
  checked(keySchema, id, 'the id of a client')
  if (ownActors.has(id))
    throw new InputError(
      `${id} is a name of the hub’s own in the audit log: give the client another`,
    )
}

/** A client as it is registered. @throws InputError when it may not be */
export const newClient = (
  wanted: WantedClient,
  { keys, jwksUrl }: OfferedKeys,
  { directory, today }: { readonly directory: Directory; readonly today: string },
): Client => {
  requireFreeId(wanted.id)
  const role = checked(
    z.enum(roles, { error: `one of ${roles.join(', ')}` }),
    wanted.role,
    '--role',
  )
  const practitioner =
    wanted.practitioner === undefined
      ? undefined
      : checked(workIdSchema, wanted.practitioner, '--practitioner')
  return clientSchema.parse({
    clientId: wanted.id,
    role,
    scopes: scopesFor(role, wanted.scopes),
    ...actsFor[role](wanted, directory, today),
    ...present({ practitioner, vouches: wanted.vouches, jwksUrl }),
    active: true,
    keys,
  })
}
