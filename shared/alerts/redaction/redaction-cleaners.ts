// How a field that stays is cleaned: one cleaner a field, all pure.

import { mark } from '../../people/striking/mark.ts'
import type { AlertContent } from '../content/alert-content.ts'
import type { OptionalField, RedactionRule } from './redaction-classes.ts'

/** What a cleaner works with: the rules that apply, and what they make of free text and of a referrer's contact. */
export type Scrub = {
  readonly rules: readonly RedactionRule[]
  readonly text: (text: string) => string
  /** As `text`, but leaves phones and e-mails that are not the family's: they are how the referrer is reached. */
  readonly contact: (text: string) => string
}

type Cleaner<Value> = (value: Value, scrub: Scrub) => Value

/** Stands where X4 leaves out how a child and the subject are related; the field itself may not be absent. */
const withheld = 'withheld'

const longestReason = 500

const asIs = <Value>(value: Value): Value => value

const asText: Cleaner<string> = (text, scrub) => scrub.text(text)

/** Cuts after the cleaning, which may lengthen, and between whole characters. */
const reason: Cleaner<string> = (text, scrub) => {
  const cleaned = scrub.text(text)
  return scrub.rules.includes('X4') ? [...cleaned].slice(0, longestReason).join('') : cleaned
}

/** An adopted child's id leads to the new identity. Which child is meant cannot be told here, so none is named. */
const children: Cleaner<AlertContent['children']> = (known, { rules }) => {
  if (rules.includes('X6')) return []
  return rules.includes('X4')
    ? known.map(({ childId }) => ({ childId, relationship: withheld }))
    : known
}

/** A role can tell the service ("sexual health nurse") as well as its name does, so X5 hides both. */
const referrer: Cleaner<AlertContent['referrer']> = (from, { rules, contact }) => {
  const isHidden = rules.includes('X5')
  return {
    ...from,
    agencyName: isHidden ? mark : contact(from.agencyName),
    role: isHidden ? mark : contact(from.role),
    ...(from.outOfHours === undefined ? {} : { outOfHours: contact(from.outOfHours) }),
  }
}

/** A service named beside a code tells what it treats: X4 leaves it out, X5 hides which of them it was. */
const nameOfService = (name: string | undefined, { rules, contact }: Scrub): string | undefined => {
  if (name === undefined || rules.includes('X4')) return undefined
  return rules.includes('X5') ? mark : contact(name)
}

/** Of an adoption no earlier concern is named: it may be about the other family (X6). */
const accumulation: Cleaner<AlertContent['accumulation']> = ({ rules, contributing }, scrub) => ({
  rules,
  contributing: scrub.rules.includes('X6')
    ? []
    : contributing.map(({ agencyName, ...rest }) => {
        const named = nameOfService(agencyName, scrub)
        return { ...rest, ...(named !== undefined && { agencyName: named }) }
      }),
})

const earlier: Cleaner<AlertContent['earlier']> = (entries, scrub) =>
  scrub.rules.includes('X6')
    ? []
    : entries.map(({ source, nature, ...rest }) => {
        const name = nameOfService(source?.name, scrub)
        const isMinimal = scrub.rules.includes('X4')
        return {
          ...rest,
          ...(source !== undefined && name !== undefined && { source: { ...source, name } }),
          ...(nature !== undefined && !isMinimal && { nature }),
        }
      })

const safeContact: Cleaner<NonNullable<AlertContent['safeContact']>> = (contact, scrub) => ({
  safeToCall: contact.safeToCall,
  ...(contact.number === undefined || scrub.rules.includes('X1') ? {} : { number: contact.number }),
  ...(contact.times === undefined ? {} : { times: scrub.text(contact.times) }),
  ...(contact.notSafeToTalkTo === undefined
    ? {}
    : { notSafeToTalkTo: scrub.text(contact.notSafeToTalkTo) }),
})

type Cleaners = {
  readonly required: {
    readonly [Field in 'reason' | 'children' | 'referrer' | 'accumulation' | 'earlier']: Cleaner<
      AlertContent[Field]
    >
  }
  readonly optional: {
    readonly [Field in OptionalField]: Cleaner<NonNullable<AlertContent[Field]>>
  }
}

/** A cleaner for each field that can be left out, so that the compiler asks for one with each new field. */
export const cleaners: Cleaners = {
  required: { reason, children, referrer, accumulation, earlier },
  optional: {
    event: asIs,
    subject: asIs,
    consentStatus: asIs,
    domesticAbuse: asIs,
    childrenNamed: asIs,
    addresses: asIs,
    phones: asIs,
    emails: asIs,
    childLocationNow: asIs,
    referrerWorkBase: asIs,
    narrative: (lines, scrub) => lines.map(({ kind, text }) => ({ kind, text: scrub.text(text) })),
    protectiveFactors: asText,
    childView: asText,
    parentView: asText,
    keepConfidentialFrom: (people, scrub) =>
      people.map(({ person, why }) => ({ person: scrub.text(person), why: scrub.text(why) })),
    safeContact,
  },
}
