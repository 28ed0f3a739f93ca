import * as z from 'zod'

// What pages show of an alert's content. Codes stay strings: a code that is newer than the console is shown as it is.

const text = z.string().optional()
const nameSchema = z.object({ given: text, family: text })

const adultSchema = z.object({
  person: z.string(),
  names: z.array(nameSchema).default([]),
  dateOfBirth: text,
  sex: text,
  nhsNumbers: z.array(z.string()).default([]),
  relationshipToChild: text,
  relationshipToSubject: text,
  parentalResponsibility: text,
  contactLevel: text,
  role: text,
  expectsChildOn: text,
})

export type ToldAdult = z.infer<typeof adultSchema>

const childSchema = z.object({
  person: z.string(),
  name: nameSchema.optional(),
  alsoKnownAs: z.array(nameSchema).default([]),
  dateOfBirth: text,
  expectedDateOfDelivery: text,
  ageYears: z.number().optional(),
  sex: text,
  nhsNumber: text,
  firstLanguage: text,
  relationships: z
    .array(z.object({ adult: z.string(), relationship: z.string(), livesWithChild: z.string() }))
    .default([]),
})
export type ToldChild = z.infer<typeof childSchema>

/** A child of the authority's own register: as it stands there now. */
const joinedSchema = z.object({
  childId: z.string(),
  why: z.string(),
  ageMonths: z.number().optional(),
  isUnborn: z.boolean().optional(),
  status: z.object({ code: z.string(), from: text, to: text }).optional(),
  agreements: z
    .array(
      z.object({ id: z.string(), agreedOn: z.string(), endsOn: z.string(), state: z.string() }),
    )
    .default([]),
  allocatedTeam: text,
  allocatedTeamContact: text,
})

const addressSchema = z.object({
  houseNumber: text,
  street: text,
  town: text,
  postcode: text,
})

const whereaboutsSchema = z.object({
  person: z.string(),
  addresses: z.array(addressSchema).default([]),
  phones: z.array(z.string()).default([]),
  emails: z.array(z.string()).default([]),
  places: z.array(z.object({ kind: z.string(), text: z.string() })).default([]),
})
export type Whereabouts = z.infer<typeof whereaboutsSchema>

const safetySchema = z.object({
  safeContact: z
    .object({ number: text, safeToCall: z.boolean(), times: text, notSafeToTalkTo: text })
    .optional(),
  keepFrom: z.array(z.object({ person: z.string(), why: z.string() })).default([]),
  dash: z.object({ score: z.number().optional(), level: z.string() }).optional(),
  childPresent: text,
  maracReferred: z.boolean().optional(),
  maracOn: text,
  workerSafety: text,
  interpreter: text,
  conflict: z.object({ who: z.string(), role: z.string() }).optional(),
})

const earlierSchema = z.object({
  entryId: z.string(),
  kind: z.string(),
  eventOn: z.string(),
  source: z.object({ name: z.string() }),
  harm: z.string(),
  factors: z.array(z.string()).default([]),
  outcome: text,
  childId: z.string(),
  isSuperseded: z.boolean(),
})

const basisSchema = z.object({
  article6: z.array(z.string()),
  schedule1: z.string(),
  article10: z.string().nullable(),
  confidence: z.string(),
  statute: z.array(z.string()),
})

const referrerSchema = z.object({
  agencyName: z.string(),
  name: z.string(),
  role: z.string(),
  team: text,
  secureEmail: text,
  phone: text,
  outOfHours: text,
})

const codes = z.array(z.string()).default([])

export const contentSchema = z.object({
  harmSent: z.string(),
  harm: z.string(),
  raisedBy: codes,
  decision: z.string(),
  rule: z.string(),
  basis: basisSchema,
  policyVersion: z.string(),
  why: codes,
  alsoTold: codes,
  tellParent: z.string(),
  flags: codes,
  factors: codes,
  banners: codes,
  care: codes,
  event: z.object({ on: z.string(), isOngoing: z.boolean() }),
  joined: z.array(joinedSchema),
  accumulation: z.object({
    rules: codes,
    contributing: z.array(
      z.object({ eventOn: z.string(), agencyName: z.string(), domains: codes }),
    ),
    others: z.number(),
  }),
  earlier: z.array(earlierSchema),
  reason: z.string(),
  adults: z.array(adultSchema),
  children: z.array(childSchema),
  safety: safetySchema,
  consent: z.object({
    status: text,
    whyNotSought: text,
    whyOverridden: text,
    parentAware: text,
    parentView: text,
  }),
  phoneCall: z.object({ made: z.boolean(), at: text }).optional(),
  ownReference: text,
  referrer: referrerSchema,
  whereabouts: z.array(whereaboutsSchema).default([]),
  homesElsewhere: z.array(z.object({ person: z.string(), name: z.string() })).default([]),
  narrative: z.array(z.object({ kind: z.string(), text: z.string() })).default([]),
  protectiveFactors: text,
  childView: text,
  whyChildrenUnknown: text,
  substances: z.array(z.object({ what: z.string(), storedAtHome: text })).default([]),
  disabilities: z.array(z.object({ person: z.string(), text: z.string() })).default([]),
  involvement: z
    .array(z.object({ kind: z.string(), answer: z.string(), year: z.number().optional() }))
    .default([]),
  unread: z.array(z.object({ pointer: z.string(), written: z.string() })).default([]),
  protected: codes,
})
export type Content = z.infer<typeof contentSchema>
