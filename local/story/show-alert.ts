import * as z from 'zod'
import { type Factor, factors } from '../../shared/codes/factors.ts'
import { outcomeCodes, outcomes } from '../../shared/codes/outcomes.ts'
import {
  accumulationWords,
  decisionWords,
  harmWords,
  inWords,
  relationshipWords,
  ruleWords,
  statusWords,
  tellParentWords,
  whyWords,
} from './words.ts'

const nameSchema = z.object({ given: z.string().optional(), family: z.string().optional() })
const factorSchema = z.custom<Factor>((code) => typeof code === 'string' && code in factors)

/** What the story shows of an alert, as the API answers it. */
export const alertSchema = z.object({
  alertId: z.string(),
  state: z.string(),
  dueAt: z.string(),
  content: z.object({
    why: z.array(z.string()),
    alsoTold: z.array(z.string()),
    harmSent: z.string(),
    decision: z.string(),
    rule: z.string(),
    tellParent: z.string(),
    reason: z.string(),
    factors: z.array(factorSchema),
    adults: z.array(
      z.object({
        person: z.string(),
        names: z.array(nameSchema),
        dateOfBirth: z.string().optional(),
      }),
    ),
    children: z.array(
      z.object({
        name: nameSchema.optional(),
        dateOfBirth: z.string().optional(),
        nhsNumber: z.string().optional(),
        relationships: z.array(
          z.object({ adult: z.string(), relationship: z.string(), livesWithChild: z.string() }),
        ),
      }),
    ),
    joined: z.array(
      z.object({
        childId: z.string(),
        status: z.object({ code: z.string(), from: z.string().optional() }).optional(),
        allocatedTeam: z.string().optional(),
        allocatedTeamContact: z.string().optional(),
      }),
    ),
    earlier: z.array(
      z.object({
        eventOn: z.string(),
        harm: z.string(),
        source: z.object({ name: z.string() }),
        outcome: z.enum(outcomeCodes).optional(),
      }),
    ),
    whereabouts: z
      .array(z.object({ addresses: z.array(z.record(z.string(), z.string())).optional() }))
      .optional(),
    accumulation: z.object({ rules: z.array(z.string()) }),
    narrative: z.array(z.object({ kind: z.string(), text: z.string() })).optional(),
    referrer: z.object({
      name: z.string(),
      role: z.string(),
      agencyName: z.string(),
      phone: z.string(),
      outOfHours: z.string().optional(),
    }),
  }),
})
export type StoryAlert = z.infer<typeof alertSchema>
type Content = StoryAlert['content']
type Line = readonly [label: string, text: string]

const nameOf = ({ given = '', family = '' }: z.infer<typeof nameSchema> = {}): string =>
  `${given} ${family}`.trim()

const londonTime = (instant: string): string =>
  new Date(instant).toLocaleString('en-GB', {
    timeZone: 'Europe/London',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  })

const childLines = ({ children }: Content): Line[] =>
  children.map(({ name, dateOfBirth, nhsNumber }) => [
    'Child',
    `${nameOf(name)}, born ${dateOfBirth}, NHS number ${nhsNumber}`,
  ])

const recordLines = ({ joined }: Content): Line[] =>
  joined.map(({ childId, status, allocatedTeam, allocatedTeamContact }) => [
    'Your record',
    [
      childId,
      `${inWords(statusWords, status?.code ?? '')} since ${status?.from}`,
      `${allocatedTeam}, ${allocatedTeamContact}`,
    ].join('; '),
  ])

const adultLines = ({ adults, children }: Content): Line[] =>
  adults.map(({ person, names, dateOfBirth }) => {
    const stands = children[0]?.relationships.find(({ adult }) => adult === person)
    const lives = stands?.livesWithChild === 'YES' ? ', lives with the child' : ''
    const relationship = inWords(relationshipWords, stands?.relationship ?? '')
    return ['Adult', `${nameOf(names[0])}, born ${dateOfBirth}: ${relationship}${lives}`]
  })

const whereLines = ({ whereabouts = [] }: Content): Line[] => {
  const homes = whereabouts.flatMap(({ addresses = [] }) => addresses)
  return homes.map(({ houseNumber, street, town, postcode }) => [
    'Where',
    `${houseNumber} ${street}, ${town}, ${postcode}`,
  ])
}

const pastLines = ({ earlier, accumulation }: Content): Line[] => [
  ...accumulation.rules.map((rule): Line => ['RED', inWords(accumulationWords, rule)]),
  ...earlier.map(({ eventOn, harm, source, outcome }): Line => {
    const words = outcome === undefined ? inWords(harmWords, harm) : outcomes[outcome].label
    return [
      outcome === undefined ? 'Told before' : 'Done before',
      `${eventOn}, ${source.name}: ${words}`,
    ]
  }),
]

const serviceLines = ({ narrative, referrer }: Content): Line[] => [
  ...(narrative ?? []).map(({ kind, text }): Line => [kind, text]),
  ...(narrative === undefined
    ? [['Not in it', 'the service’s notes. Ring, if you need more than the reason'] as const]
    : []),
  ['Ring', `${referrer.name}, ${referrer.role.toLowerCase()}, ${referrer.phone}`],
  ['At night', referrer.outOfHours ?? 'not said'],
]

const linesOf = ({ dueAt, content }: StoryAlert): Line[] => [
  ['From', content.referrer.agencyName],
  ['Why you', content.why.map((code) => inWords(whyWords, code)).join('; ')],
  ['Also told', content.alsoTold.join(', ') || 'no other council'],
  ['They say', `${inWords(harmWords, content.harmSent)} (${content.harmSent})`],
  ['You get', inWords(decisionWords, content.decision)],
  ['Because', `${inWords(ruleWords, content.rule)} (${content.rule})`],
  ...childLines(content),
  ...recordLines(content),
  ...adultLines(content),
  ...whereLines(content),
  ...pastLines(content),
  ['About', content.factors.map((code) => factors[code].label).join('; ')],
  ['Reason', `“${content.reason}”`],
  ...serviceLines(content),
  ['Tell parent', inWords(tellParentWords, content.tellParent)],
  ['Answer by', londonTime(dueAt)],
]

/** An alert as a duty social worker reads it, a line for each thing that it says. */
export const showAlert = (alert: StoryAlert): readonly string[] =>
  linesOf(alert).map(([label, text]) => `   ${label.padEnd(12)} ${text}`)
