// What a recipient reads of an alert, and no more: the classes say what goes, this file does it.

import { isAtLeast } from '../../codes/harm-levels.ts'
import {
  whereaboutsIn,
  withoutContacts,
  withoutLiterals,
  withoutPostcodes,
  wordsOf,
} from '../../people/protect-text.ts'
import type { Facts } from '../../sharing/facts.ts'
import { isDomesticAbuse } from '../../sharing/situation.ts'
import { type AlertContent, alertContentSchema } from '../content/alert-content.ts'
import {
  type OptionalField,
  type RedactionRule,
  redactionClasses,
  redactionRules,
} from './redaction-classes.ts'
import { cleaners, type Scrub } from './redaction-cleaners.ts'

export type RedactionFacts = Pick<Facts, 'flags' | 'factors'> & {
  readonly decision: 'SHARE' | 'SHARE_MINIMAL'
}

/** Entries of `protected` that name no field: what X4 left out is not listed, since even that would tell; and a route. */
const minimalDisclosure = 'minimal-disclosure'
const restrictedTeam = 'restricted-team'

/** The redactions that these facts call for. An address is hidden if either the concern or the alert shows a cause. */
const redactionsFor = (content: AlertContent, facts: RedactionFacts): readonly RedactionRule[] => {
  const { flags, decision } = facts
  const factors = [...facts.factors, ...content.factors]
  const isSensitive = flags.includes('SENSITIVE_CHILD_SERVICE')
  const isGrave = isAtLeast(content.harm, 'H3')
  const isCalledFor: Readonly<Record<RedactionRule, boolean>> = {
    X1: isDomesticAbuse({ flags, factors }) || flags.includes('RESTRICTED_ADDRESS'),
    X4: decision === 'SHARE_MINIMAL',
    X5: isSensitive,
    'X5-below-H3': isSensitive && !isGrave,
    X6: flags.includes('ADOPTED'),
  }
  return redactionRules.filter((rule) => isCalledFor[rule])
}

const scrubFor = (content: AlertContent, rules: readonly RedactionRule[]): Scrub => {
  const hidesPlaces = rules.includes('X1')
  const names = (content.childrenNamed ?? []).flatMap(({ name }) => [name?.given, name?.family])
  const literal = withoutLiterals([
    ...(hidesPlaces ? whereaboutsIn(content) : []),
    ...(rules.includes('X5') ? wordsOf([content.referrer.agencyName]) : []),
    ...(rules.includes('X6') ? wordsOf(names) : []),
  ])
  return {
    rules,
    text: (text) => (hidesPlaces ? withoutContacts(literal(text)) : literal(text)),
    contact: (text) => (hidesPlaces ? withoutPostcodes(literal(text)) : literal(text)),
  }
}

const isOptional = (field: keyof AlertContent): field is OptionalField => field in cleaners.optional

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

/** The fields that a rule other than X4 took out, by name, so that an absence is never read as "not known". */
const protectedIn = (content: AlertContent, rules: readonly RedactionRule[]): readonly string[] => {
  const named = rules.filter((rule) => rule !== 'X4')
  const isTakenOut = (field: OptionalField): boolean =>
    content[field] !== undefined &&
    !isEmpty(content[field]) &&
    named.some((rule) => redactionClasses[field][rule] === 'drop')
  const hasNumber = content.safeContact?.number !== undefined
  return [
    ...alertContentSchema.keyof().options.filter(isOptional).filter(isTakenOut),
    ...(rules.includes('X1') && hasNumber ? ['safeContact.number'] : []),
    ...(rules.includes('X6') && content.children.length > 0 ? ['children'] : []),
    ...(rules.includes('X6') ? [restrictedTeam] : []),
    ...(rules.includes('X4') ? [minimalDisclosure] : []),
  ]
}

const withUnique = <Item>(items: readonly Item[], more: readonly Item[]): Item[] => [
  ...new Set([...items, ...more]),
]

/** Copies one optional field across as its class says. A field that this does not copy is not disclosed. */
const show = <Field extends OptionalField>(
  shown: AlertContent,
  field: Field,
  { content, scrub }: { readonly content: AlertContent; readonly scrub: Scrub },
): void => {
  const value = content[field]
  if (value === undefined) return
  const fates = scrub.rules.map((rule) => redactionClasses[field][rule])
  if (fates.includes('drop')) return
  shown[field] = fates.includes('clean') ? cleaners.optional[field](value, scrub) : value
}

/**
 * What may be disclosed of an alert's content under a decision to share. Redacting twice changes nothing more.
 * X4 is read to the letter: an alert without a matched child then carries no identity, and the recipient asks the
 * referrer. X7 holds by construction: a narrative line never leaves without its kind.
 * @see docs/decision-table.md; DfE, Information sharing advice 2024, rules 5 and 6
 */
export const redact = (content: AlertContent, facts: RedactionFacts): AlertContent => {
  const rules = redactionsFor(content, facts)
  const scrub = scrubFor(content, rules)
  const shown: AlertContent = {
    harm: content.harm,
    factors: content.factors,
    reason: cleaners.required.reason(content.reason, scrub),
    tellParent: content.tellParent,
    banners: withUnique(content.banners, rules.includes('X1') ? ['PROTECTED_ADDRESS'] : []),
    care: content.care,
    children: cleaners.required.children(content.children, scrub),
    accumulation: cleaners.required.accumulation(content.accumulation, scrub),
    earlier: cleaners.required.earlier(content.earlier, scrub),
    referrer: cleaners.required.referrer(content.referrer, scrub),
    protected: withUnique(content.protected, protectedIn(content, rules)),
  }
  for (const field of alertContentSchema.keyof().options)
    if (isOptional(field)) show(shown, field, { content, scrub })
  return shown
}
