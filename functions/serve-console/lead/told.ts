import * as z from 'zod'

export const nameSchema = z.looseObject({
  given: z.string().optional(),
  family: z.string().optional(),
})
const personSchema = z.looseObject({ person: z.string() })

/** What a review shows of a concern; each part may have been taken out. */
export const toldSchema = z.looseObject({
  harmSent: z.string().optional(),
  harm: z.string().optional(),
  flags: z.array(z.string()).default([]),
  factors: z.array(z.string()).default([]),
  reason: z.string().optional(),
  adults: z
    .array(
      personSchema.extend({
        names: z.array(nameSchema),
        dateOfBirth: z.string().optional(),
        relationshipToChild: z.string().optional(),
        relationshipToSubject: z.string().optional(),
        contactLevel: z.string().optional(),
        role: z.string().optional(),
        expectsChildOn: z.string().optional(),
      }),
    )
    .default([]),
  children: z
    .array(
      personSchema.extend({
        name: nameSchema.optional(),
        alsoKnownAs: z.array(nameSchema).default([]),
        dateOfBirth: z.string().optional(),
        expectedDateOfDelivery: z.string().optional(),
        ageYears: z.int().optional(),
        relationships: z
          .array(z.object({ adult: z.string(), relationship: z.string() }))
          .default([]),
      }),
    )
    .default([]),
  safety: z
    .looseObject({
      safeContact: z
        .looseObject({
          number: z.string().optional(),
          safeToCall: z.boolean(),
          times: z.string().optional(),
          notSafeToTalkTo: z.string().optional(),
        })
        .optional(),
      keepFrom: z.array(z.object({ person: z.string(), why: z.string() })).default([]),
      dash: z.looseObject({ score: z.int().optional(), level: z.string() }).optional(),
      maracReferred: z.boolean().optional(),
      workerSafety: z.string().optional(),
      interpreter: z.string().optional(),
      conflict: z.object({ who: z.string(), role: z.string() }).optional(),
    })
    .optional(),
  consent: z
    .looseObject({
      status: z.string().optional(),
      whyNotSought: z.string().optional(),
      whyOverridden: z.string().optional(),
      parentAware: z.string().optional(),
      parentView: z.string().optional(),
    })
    .optional(),
  referrer: z
    .looseObject({
      agencyName: z.string(),
      name: z.string(),
      role: z.string(),
      phone: z.string(),
      outOfHours: z.string().optional(),
    })
    .optional(),
  whereabouts: z
    .array(
      personSchema.extend({
        addresses: z.array(z.record(z.string(), z.unknown())).default([]),
        phones: z.array(z.string()).default([]),
        places: z.array(z.object({ kind: z.string(), text: z.string() })).default([]),
      }),
    )
    .default([]),
  narrative: z.array(z.object({ kind: z.string(), text: z.string() })).default([]),
  protectiveFactors: z.string().optional(),
  childView: z.string().optional(),
  whyChildrenUnknown: z.string().optional(),
  substances: z.array(z.looseObject({ what: z.string() })).default([]),
  disabilities: z.array(z.looseObject({ text: z.string() })).default([]),
  unread: z.array(z.looseObject({ written: z.string() })).default([]),
  protected: z.array(z.string()).default([]),
})
export type Told = z.infer<typeof toldSchema>
