// What a recipient reads of an alert, and no more: the classes say what goes, this file does it, at every reading.
import { isDomesticAbuse } from '../../codes/domestic-abuse.ts'
import { isAtLeast } from '../../codes/harm-levels.ts'
import type { PersonRef } from '../../concerns/person-ref.ts'
import { withoutContacts } from '../../people/protect-text.ts'
import { type Protected, striker } from '../../people/striking/striker.ts'
import { type AlertContent, alertContentSchema } from '../content/alert-content.ts'
import {
  type OptionalField,
  type RedactionRule,
  redactionClasses,
  redactionRules,
} from './redaction-classes.ts'
import { strikeEach } from './strike-each.ts'
import { withoutProtected } from './without-protected.ts'

/** How a content is read: under which decision, and what must not be found in it. */
export type Reading = {
  readonly decision: 'SHARE' | 'SHARE_MINIMAL'
  readonly strike: Protected
  /** Adopted children among those named: they are told of to their own authority alone (X6). */
  readonly adopted: readonly PersonRef[]
  /** The reader is the authority of one of them, and is told of that child alone. */
  readonly isOfAdopted: boolean
}

/** Stands for what X4 left out: a list of it would tell. */
const minimalDisclosure = 'minimal-disclosure'

const rulesFor = (
  { flags, factors, harmSent, harm }: AlertContent,
  { decision, isOfAdopted }: Reading,
): readonly RedactionRule[] => {
  const isHidden = isDomesticAbuse({ flags, factors }) || flags.includes('RESTRICTED_ADDRESS')
  const isGrave = isAtLeast(harmSent, 'H3') || isAtLeast(harm, 'H3')
  const isCalledFor: Readonly<Record<RedactionRule, boolean>> = {
    X1: isHidden && !isGrave,
    X4: decision === 'SHARE_MINIMAL',
    X6: isOfAdopted,
  }
  return redactionRules.filter((rule) => isCalledFor[rule])
}

/** Under X1 the concern's own whereabouts are struck from its words too, and whatever looks like an address or a number. */
const wordsFor = (
  content: AlertContent,
  rules: readonly RedactionRule[],
  { strike }: Reading,
): ((text: string) => string) => {
  if (!rules.includes('X1')) return striker(strike)
  const own = (content.whereabouts ?? []).map(({ places = [], ...told }) => ({
    ...told,
    places: places.map(({ text }) => text),
  }))
  const literal = striker({ ...strike, whereabouts: [...strike.whereabouts, ...own], except: [] })
  return (text) => withoutContacts(literal(text))
}

const isOptional = (field: keyof AlertContent): field is OptionalField =>
  alertContentSchema.shape[field].safeParse(undefined).success

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

/** Fields that a rule other than X4 took out, by name, so that an absence is never read as "not known". */
const protectedIn = (content: AlertContent, rules: readonly RedactionRule[]): string[] => [
  ...alertContentSchema
    .keyof()
    .options.filter(
      (field) =>
        content[field] !== undefined &&
        !isEmpty(content[field]) &&
        rules.some((rule) => rule !== 'X4' && redactionClasses[field][rule] === 'drop'),
    ),
  ...(rules.includes('X4') ? [minimalDisclosure] : []),
]

/** What an adopted child's own authority reads: that this child was named, by whom, and nothing of the birth family. */
const ofAdopted = (content: AlertContent, adopted: readonly PersonRef[]): AlertContent => ({
  ...content,
  reason: 'A concern names this child. Ask the sender; nothing of the birth family stands here.',
  alsoTold: [],
  joined: content.joined.map((child) => ({ ...child, relationships: [] })),
  accumulation: { rules: [], contributing: [], others: 0 },
  earlier: [],
  adults: [],
  children: content.children
    .filter(({ person }) => adopted.includes(person))
    .map((child) => ({ ...child, relationships: [] })),
  safety: { keepFrom: [] },
  consent: {},
})

/** Without the adopted: they are told of to their own authority alone, and as if they had not been named. */
const withoutAdopted = (content: AlertContent, adopted: readonly PersonRef[]): AlertContent => {
  const isTold = ({ person }: { readonly person: PersonRef }): boolean => !adopted.includes(person)
  const { children, whereabouts, disabilities } = content
  return {
    ...content,
    children: children.filter(isTold),
    ...(whereabouts !== undefined && { whereabouts: whereabouts.filter(isTold) }),
    ...(disabilities !== undefined && { disabilities: disabilities.filter(isTold) }),
  }
}

/**
 * What may be disclosed of an alert's content to one reader. Redacting twice changes nothing more. X7 holds by
 * construction: a narrative line never leaves without its kind.
 * @see docs/decision-table.md; DfE, Information sharing advice 2024, rules 5 and 6
 */
export const redact = (full: AlertContent, reading: Reading): AlertContent => {
  const { adopted, isOfAdopted } = reading
  const content = isOfAdopted ? ofAdopted(full, adopted) : withoutAdopted(full, adopted)
  const rules = rulesFor(content, reading)
  const words = wordsFor(content, rules, reading)
  const whereabouts = content.whereabouts?.map((told) => withoutProtected(told, words))
  const shown: Record<string, unknown> = { ...content, whereabouts }
  for (const field of alertContentSchema.keyof().options) {
    const { words: hasWords, ...fates } = redactionClasses[field]
    const isDropped = isOptional(field) && rules.some((rule) => fates[rule] === 'drop')
    if (isDropped) delete shown[field]
    else if (hasWords) shown[field] = strikeEach(shown[field], words)
  }
  return alertContentSchema.parse({
    ...shown,
    protected: [...new Set([...content.protected, ...protectedIn(content, rules)])],
  })
}
