import * as z from 'zod'
import { present } from '../../kernel/present.ts'
import type { Fact, Origin, PersonField, Told } from '../fact.ts'

const period = z.object({ start: z.string().optional(), end: z.string().optional() }).optional()
const codings = z
  .array(z.object({ coding: z.array(z.object({ code: z.string().optional() })).optional() }))
  .optional()

const personShape = {
  id: z.string(),
  meta: z
    .object({ security: z.array(z.object({ code: z.string().optional() })).optional() })
    .optional(),
  identifier: z
    .array(z.object({ system: z.string().optional(), value: z.string().optional() }))
    .optional(),
  name: z
    .array(
      z.object({
        use: z.string().optional(),
        given: z.array(z.string()).optional(),
        family: z.string().optional(),
      }),
    )
    .optional(),
  gender: z.string().optional(),
  birthDate: z.string().optional(),
  telecom: z
    .array(z.object({ system: z.string().optional(), value: z.string().optional() }))
    .optional(),
  address: z
    .array(
      z.object({
        text: z.string().optional(),
        line: z.array(z.string()).optional(),
        city: z.string().optional(),
        postalCode: z.string().optional(),
        period,
      }),
    )
    .optional(),
}
const reference = z.object({ reference: z.string() })

/** What is read of UK Core resources: who a child is, how social care works with it, and its adults. */
export const fhirResourceSchema = z.discriminatedUnion('resourceType', [
  z.object({
    resourceType: z.literal('Patient'),
    ...personShape,
    deceasedDateTime: z.string().optional(),
    deceasedBoolean: z.boolean().optional(),
  }),
  z.object({
    resourceType: z.literal('RelatedPerson'),
    ...personShape,
    patient: reference,
    relationship: codings,
    period,
  }),
  z.object({
    resourceType: z.literal('EpisodeOfCare'),
    status: z.string().optional(),
    patient: reference,
    type: codings,
    period,
  }),
])
type Resource = z.infer<typeof fhirResourceSchema>
type Person = Extract<Resource, { resourceType: 'Patient' | 'RelatedPerson' }>

const nhsNumbers = 'https://fhir.nhs.uk/Id/nhs-number'

/** @see HL7 v3 RoleCode */
const roles: Readonly<Record<string, string>> = {
  MTH: 'MOTHER',
  NMTH: 'MOTHER',
  ADOPTM: 'MOTHER',
  FTH: 'FATHER',
  NFTH: 'FATHER',
  ADOPTF: 'FATHER',
  STPPRN: 'STEP_PARENT',
  STPMTH: 'STEP_PARENT',
  STPFTH: 'STEP_PARENT',
  GRPRN: 'GRANDPARENT',
  GRMTH: 'GRANDPARENT',
  GRFTH: 'GRANDPARENT',
  MGRMTH: 'GRANDPARENT',
  MGRFTH: 'GRANDPARENT',
  PGRMTH: 'GRANDPARENT',
  PGRFTH: 'GRANDPARENT',
  SIB: 'SIBLING',
  BRO: 'SIBLING',
  SIS: 'SIBLING',
  HSIB: 'SIBLING',
  AUNT: 'OTHER_RELATIVE',
  UNCLE: 'OTHER_RELATIVE',
  COUSN: 'OTHER_RELATIVE',
  PRNFOST: 'CARER',
  GUARD: 'CARER',
}

/** Of an episode that never was, or is not yet: it says nothing of how social care works with the child. */
const isOfNothing = (status: string | undefined): boolean =>
  ['entered-in-error', 'cancelled', 'planned', 'waitlist'].includes(status ?? '')

const diedOf = (person: Person): string | undefined => {
  if (person.resourceType !== 'Patient') return undefined
  return person.deceasedDateTime ?? (person.deceasedBoolean === true ? 'yes' : undefined)
}

const codeIn = (concepts: z.infer<typeof codings>): string | undefined =>
  concepts?.flatMap(({ coding = [] }) => coding.flatMap(({ code }) => code ?? []))[0]

const idOf = (referred: string): string => referred.replace(/^.*\//, '').replace(/^urn:uuid:/, '')

/** The source's own id, where it gives one; else that of the resource. */
const ownIdOf = ({ id, identifier = [] }: Person): string =>
  identifier.find(({ system, value }) => system !== nhsNumbers && value !== undefined)?.value ?? id

const told = (person: Person): Told<PersonField> => {
  const { name = [], telecom = [], identifier = [], meta } = person
  const [first, second] = name.toSorted(
    (one, other) => Number(other.use === 'official') - Number(one.use === 'official'),
  )
  const isRestricted = meta?.security?.some(({ code }) => code === 'R' || code === 'V') === true
  return present({
    given: first?.given?.join(' '),
    family: first?.family,
    otherGiven: second?.given?.join(' '),
    otherFamily: second?.family,
    birth: person.birthDate,
    sex: person.gender === 'other' ? 'unknown' : person.gender,
    nhsNumber: identifier.find(({ system }) => system === nhsNumbers)?.value,
    died: diedOf(person),
    phone: telecom.find(({ system }) => system === 'phone')?.value,
    email: telecom.find(({ system }) => system === 'email')?.value,
    restricted: isRestricted ? 'Y' : undefined,
  })
}

const addressesOf = (
  { address = [] }: Person,
  at: { readonly id: string; readonly origin: Origin },
): Fact[] =>
  address.map(({ text, line, city, postalCode, period: dates }) => ({
    of: 'address',
    ...at,
    told: present({
      whole: line?.join(', ') ?? (postalCode === undefined ? text : undefined),
      town: city,
      postcode: postalCode,
      from: dates?.start,
      to: dates?.end,
    }),
  }))

/** What one resource tells. A RelatedPerson is one adult of one child. */
export const factsOfFhir = (resource: Resource, origin: Origin): Fact[] => {
  if (resource.resourceType === 'EpisodeOfCare') {
    if (isOfNothing(resource.status)) return []
    const { start: from, end: to } = resource.period ?? {}
    const id = idOf(resource.patient.reference)
    return [{ of: 'status', id, origin, told: present({ code: codeIn(resource.type), from, to }) }]
  }
  const id = resource.resourceType === 'Patient' ? resource.id : ownIdOf(resource)
  const at = { id, origin }
  const person: Fact[] = [
    {
      of: 'person',
      role: resource.resourceType === 'Patient' ? 'child' : 'adult',
      ...at,
      told: told(resource),
    },
    ...addressesOf(resource, at),
  ]
  if (resource.resourceType === 'Patient') return person
  const { start: from, end: to } = resource.period ?? {}
  const code = codeIn(resource.relationship)
  const relationship = code === undefined ? undefined : (roles[code] ?? code)
  const child = idOf(resource.patient.reference)
  return [
    { of: 'relation', id: child, adult: id, origin, told: present({ relationship, from, to }) },
    ...person,
  ]
}
