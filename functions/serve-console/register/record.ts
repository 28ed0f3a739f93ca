import * as z from 'zod'
import { hubWideIdSchema, localIdSchema } from '../../../shared/kernel/ids.ts'
import type { AskedInRole } from '../asked.ts'
import { caseHeadersOf, caseWrongWith } from '../http/case.ts'
import { type FromHub, given } from '../hub/ask-as.ts'
import { mostLooked, type Session } from '../session/session.ts'

const name = z.looseObject({ given: z.string().optional(), family: z.string().optional() })
const address = z.looseObject({
  houseNumber: z.string().optional(),
  street: z.string().optional(),
  town: z.string().optional(),
  postcode: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
})
const status = z.looseObject({
  code: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
})
const restricted = z.record(z.string(), z.boolean())

const noted = {
  version: z.int(),
  corrections: z.array(
    z.object({
      at: z.string(),
      by: z.array(z.string()),
      fields: z.array(z.string()),
      reason: z.string(),
    }),
  ),
  lifting: z
    .looseObject({
      restriction: z.string(),
      reason: z.string(),
      at: z.string(),
      by: z.string(),
      practitioner: z.string().optional(),
    })
    .optional(),
}

const childSchema = z.object({
  ...noted,
  child: z.looseObject({
    name: name.optional(),
    dateOfBirth: z.string().optional(),
    expectedDateOfDelivery: z.string().optional(),
    sex: z.string(),
    nhsNumber: z.string().optional(),
    formerNhsNumbers: z.array(z.string()).default([]),
    status,
    earlierStatuses: z.array(status).default([]),
    allocatedTeam: z.string().optional(),
    allocatedTeamContact: z.string().optional(),
    school: z.string().optional(),
    gp: z.string().optional(),
    alsoKnownAs: z.array(name).default([]),
    addresses: z.array(address).default([]),
    restricted,
  }),
  adults: z.array(
    z.looseObject({
      adultId: z.string(),
      relationship: z.string(),
      relationshipEndedOn: z.string().optional(),
      livesWithChild: z.string().optional(),
    }),
  ),
  recordedAt: z.string(),
})
const adultSchema = z.object({
  ...noted,
  person: z.looseObject({
    names: z.array(name),
    dateOfBirth: z.string().optional(),
    sex: z.string().optional(),
    nhsNumbers: z.array(z.string()).default([]),
    addresses: z.array(address).default([]),
    phones: z.array(z.string()).default([]),
    emails: z.array(z.string()).default([]),
  }),
  previousRemoval: z.boolean(),
  restricted,
  children: z.array(
    z.looseObject({
      childId: z.string(),
      relationship: z.string(),
      endedOn: z.string().optional(),
    }),
  ),
})

export const kinds = ['children', 'adults'] as const
export type Kind = (typeof kinds)[number]

type Read = { readonly id: string; readonly etag: string }
export type ChildRecord = Read & { readonly kind: 'children' } & z.infer<typeof childSchema>
export type AdultRecord = Read & { readonly kind: 'adults' } & z.infer<typeof adultSchema>
export type RegisterRecord = ChildRecord | AdultRecord

/** In which case, and for what, a record is looked at: it stands in the session and in forms, never in an address. */
export type Because = { readonly caseReference: string; readonly purpose: string }

/**
 * From the form, or from one that was typed before somebody had to sign in again; else why this record was found, or, where it was
 * reached from another, why that was.
 */
export const becauseIn = ({ visit: { form }, typed, session, params }: AskedInRole): Because => {
  const from = [form, typed].find((one) => one?.has('case') === true)
  if (from !== undefined)
    return { caseReference: from.get('case') ?? '', purpose: from.get('for') ?? '' }
  const { looking = [] } = session
  const { caseReference = '', purpose = '' } =
    looking.find(({ id }) => id === params['id']) ?? looking[0] ?? {}
  return { caseReference, purpose }
}

/** The session from here on, which knows why a record is looked at, or those that a search led to. */
export const lookingAt = (
  { looking = [] }: Session,
  ...ones: readonly (Because & { readonly id: string })[]
): Pick<Session, 'looking'> => {
  const ids = new Set(ones.map(({ id }) => id))
  return { looking: [...ones, ...looking.filter(({ id }) => !ids.has(id))].slice(0, mostLooked) }
}

export const isRecordId = (id: string): boolean =>
  localIdSchema.safeParse(id).success || hubWideIdSchema.safeParse(id).success

/** A page of a record. */
export const pathOf = (
  { kind, id }: Pick<RegisterRecord, 'kind' | 'id'>,
  { page = '', said }: { readonly page?: string; readonly said?: string } = {},
): string => `/register/${kind}/${id}${page}${said === undefined ? '' : `?said=${said}`}`

/** A record as it stands; that it was read is in the log, with case and purpose. Undefined where no reason is given for it. */
export const readRecord = async (
  asked: AskedInRole,
  kind: Kind,
): Promise<RegisterRecord | undefined> => {
  const { id = '' } = asked.params
  if (!isRecordId(id)) return undefined
  const found = await askRecord(asked, kind, id)
  return found === undefined ? undefined : recordOf(kind, id, found)
}

/** The same of another that goes with it, under an id that somebody typed; undefined where there is none, too. */
export const readRecordOf = async (
  asked: AskedInRole,
  kind: Kind,
  id: string,
): Promise<RegisterRecord | undefined> => {
  const found = await askRecord(asked, kind, id)
  const isMissing = found?.kind === 'problem' && found.problem.status === 404
  return found === undefined || isMissing ? undefined : recordOf(kind, id, found)
}

const askRecord = async (
  asked: AskedInRole,
  kind: Kind,
  id: string,
): Promise<FromHub | undefined> => {
  const because = becauseIn(asked)
  if (caseWrongWith(because).length > 0) return undefined
  const headers = caseHeadersOf(because)
  return asked.ask({ method: 'GET', path: `/${kind}/${id}`, headers })
}

const recordOf = (kind: Kind, id: string, answer: FromHub): RegisterRecord => {
  const etag = answer.kind === 'ok' ? answer.etag : ''
  return kind === 'children'
    ? { kind, id, etag, ...given(childSchema, answer) }
    : { kind, id, etag, ...given(adultSchema, answer) }
}

/** The authority’s own id of a record: the part behind its code. */
export const localIdOf = ({ id }: Pick<RegisterRecord, 'id'>): string => id.split('.').at(-1) ?? id

export type RegisterAddress = z.infer<typeof address>
export type RegisterStatus = z.infer<typeof status>
