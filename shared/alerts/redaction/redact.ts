// What a recipient reads of an alert, and no more: the classes say what goes, this file does it, at every reading.
import { hidesWhereabouts } from '../../codes/domestic-abuse.ts'
import { isAtLeast } from '../../codes/harm-levels.ts'
import type { PersonRef } from '../../concerns/person-ref.ts'
import { withoutContacts, withoutPostcodes } from '../../people/protect-text.ts'
import { type Protected, striker } from '../../people/striking/striker.ts'
import { type AlertContent, alertContentSchema } from '../content/alert-content.ts'
import { ofAdopted, withoutAdopted, withoutBirthRelatives } from './of-adopted.ts'
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
  /**
   * The reader is of another authority, in an emergency: whereabouts that are hidden, by what the sender says or by anything else that
   * stands of the household (`isHidden`), stay hidden, however grave it is.
   */
  readonly inEmergency?: { readonly isHidden: boolean } | undefined
  /** Birth relatives among the people, where what is told is of the adopted child's own home: they alone are left out. */
  readonly birthRelatives?: readonly PersonRef[] | undefined
}

/** Stands for what X4 left out: a list of it would tell. */
const minimalDisclosure = 'minimal-disclosure'

const rulesFor = (
  { flags, factors, safety, harmSent, harm }: AlertContent,
  { decision, isOfAdopted, birthRelatives, inEmergency }: Reading,
): readonly RedactionRule[] => {
  const isHidden = hidesWhereabouts({ flags, factors, isMarac: safety.maracReferred })
  const isGrave = isAtLeast(harmSent, 'H3') || isAtLeast(harm, 'H3')
  const isCalledFor: Readonly<Record<RedactionRule, boolean>> = {
    X1: inEmergency === undefined ? isHidden && !isGrave : isHidden || inEmergency.isHidden,
    X4: decision === 'SHARE_MINIMAL',
    X6: isOfAdopted && birthRelatives === undefined,
  }
  return redactionRules.filter((rule) => isCalledFor[rule])
}

/** What is done to a text, by the class of its field. */
type Words = Readonly<Record<'told' | 'reach', (text: string) => string>>

/**
 * Under X1 the concern's own whereabouts are struck from its words too, and whatever looks like an address or a number;
 * but the referrer must be reached, so that there a telephone stands.
 */
const wordsFor = (
  content: AlertContent,
  rules: readonly RedactionRule[],
  { strike }: Reading,
): Words => {
  if (!rules.includes('X1')) {
    const words = striker(strike)
    return { told: words, reach: words }
  }
  const own = (content.whereabouts ?? []).map(({ places = [], ...told }) => ({
    ...told,
    places: places.map(({ text }) => text),
  }))
  const literal = striker({ ...strike, whereabouts: [...strike.whereabouts, ...own], except: [] })
  return {
    told: (text) => withoutContacts(literal(text)),
    reach: (text) => withoutPostcodes(literal(text)),
  }
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

/** Of an adopted child's alert that child alone, or its own home; of every other, everybody but that child. */
const peopleTold = (
  full: AlertContent,
  { adopted, isOfAdopted, birthRelatives }: Reading,
): AlertContent => {
  if (!isOfAdopted) return withoutAdopted(full, adopted)
  return birthRelatives === undefined
    ? ofAdopted(full, adopted)
    : withoutBirthRelatives(full, birthRelatives)
}

/**
 * What may be disclosed of an alert's content to one reader. Where nobody is adopted, redacting twice changes nothing
 * more. The name of an agency is the register's, not the sender's words, and stands whole. X7 holds by construction: a narrative line never leaves without its kind.
 * @see docs/decision-table.md; DfE, Information sharing advice 2024, rules 5 and 6
 */
export const redact = (full: AlertContent, reading: Reading): AlertContent => {
  const content = peopleTold(full, reading)
  const rules = rulesFor(content, reading)
  const words = wordsFor(content, rules, reading)
  const whereabouts = content.whereabouts?.map((told) => withoutProtected(told, words.told))
  const shown: Record<string, unknown> = { ...content, whereabouts }
  for (const field of alertContentSchema.keyof().options) {
    const { words: hasWords, ...fates } = redactionClasses[field]
    const isDropped = isOptional(field) && rules.some((rule) => fates[rule] === 'drop')
    if (isDropped || shown[field] === undefined) delete shown[field]
    else if (hasWords !== 'none') shown[field] = strikeEach(shown[field], words[hasWords])
  }
  const redacted = alertContentSchema.parse({
    ...shown,
    protected: [...new Set([...content.protected, ...protectedIn(content, rules)])],
  })
  const { agencyName } = content.referrer
  return { ...redacted, referrer: { ...redacted.referrer, agencyName } }
}
