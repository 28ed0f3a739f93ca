import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eastvale, northmoor, westmarch } from '../../../infra/stages/local.ts'
import {
  addedWordsFor,
  answerWordsFor,
  contentAsSent,
  contentFor,
} from '../../../shared/assessing/content-for.ts'
import type { Behind, Read, Surroundings } from '../../../shared/assessing/reading.ts'
import { wordsOfEntry } from '../../../shared/assessing/words-of-entry.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { anEntry } from '../../builders/a-chronology-entry.ts'
import { aDirectory } from '../../builders/a-directory.ts'
import { now } from '../../builders/ports.ts'
import { runs } from '../../builders/runs.ts'
import {
  anyFamily,
  charityConcern,
  type Family,
  holds,
  ids,
  type Moment,
  registerAt,
} from './family.ts'
import { type Secret, secrets } from './secrets.ts'
import { anyTelling, behindOf, type Telling, type Woven } from './telling.ts'
import { isGiven, isKeptFromCouncil, isKeptFromOthers, type Seen } from './who-may-see.ts'

/** Each run is read by four at two moments: a thousand alerts as read, and a hundred thousand in the nightly run. */
const alerts = { numRuns: runs(1).numRuns === 1 ? 125 : 12_500 }
/** Of each test: the nightly run takes twenty times as long as the usual one. */
const longRun = { timeout: 2 * 60 * 60 * 1000 }
const moments: readonly Moment[] = ['before', 'after']
const readers = [westmarch, northmoor, eastvale, 'HOLDING'] as const

const around = (family: Family, moment: Moment, { stored }: Behind): Surroundings => ({
  directory: aDirectory,
  around: registerAt(family, moment),
  concerns: [stored, ...(holds(family.charity, moment) ? [charityConcern()] : [])],
  now,
})

const readOf = (authority: Read['authority'], { assessment }: Behind, isLead: boolean): Read => ({
  authority,
  isLead,
  why: ['HOLDS_THE_CHILD'],
  children: assessment.joined
    .filter((child) => child.authority === authority && child.isAdopted !== true)
    .map(({ childId }) => childId),
  decision: assessment.decision.decision === 'SHARE' ? 'SHARE' : 'SHARE_MINIMAL',
  isLeadsOnly: false,
})

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** What is left of a secret in the sentence that held it, but for the mark and the article. */
const leftOf = ({ tag }: Woven, texts: readonly string[]): string =>
  texts
    .filter((text) => text.includes(tag))
    .map((text) => text.replace(tag, '').replace(/^\s*she(?: is)?(?: at)?/u, ''))
    .map((text) => text.replace(/Nobody came\.?$/u, '').replaceAll('[protected]', ' '))
    .join(' ')
    .normalize('NFKC')
    .replace(/\bthe\b/giu, ' ')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Everything of these secrets that can still be read. */
const leaked = (
  content: unknown,
  woven: readonly Woven[],
  isKept: (secret: Secret) => boolean,
): string[] => {
  const texts = textsIn(content)
  const signs = texts.map(plain)
  return [
    ...secrets
      .filter(isKept)
      .flatMap((secret) => secret.signs.map((sign) => ({ secret, sign })))
      .filter(({ sign }) => signs.some((text) => text.includes(sign)))
      .map(({ secret, sign }) => `${secret.owner} ${secret.kind} ${sign}`),
    ...woven
      .filter(({ secret }) => isKept(secret))
      .map((one) => ({ one, left: leftOf(one, texts) }))
      .filter(({ left }) => left !== '')
      .map(({ one, left }) => `${one.secret.owner} ${one.secret.kind} ${one.text}: ${left}`),
  ]
}

type Case = { readonly family: Family; readonly telling: Telling }
const anyCase = fc.record({ family: anyFamily, telling: anyTelling })

const forEachMoment = (
  { family, telling }: Case,
  check: (behind: Behind, surroundings: Surroundings, seen: Seen) => void,
): void => {
  const behind = behindOf(telling, family)
  for (const moment of moments)
    check(behind, around(family, moment, behind), { family, telling, moment })
}

/** Given names of the children whom an alert must name, in the sender's order. */
const namesToldOf = ({ family, telling: { names, band }, moment }: Seen): string[] => {
  const isAdopted = holds(family.adoption, moment) && band === 'CONFIRMED'
  return [
    ...(names.adopted && !isAdopted ? ['Iris'] : []),
    ...(names.childHere ? ['Bruno'] : []),
    ...(names.childAway ? ['Lina'] : []),
  ]
}

describe('an alert, whoever reads it and whenever a restriction began', longRun, () => {
  it('tells nothing of anybody protected but the subject, in any writing', () => {
    fc.assert(
      fc.property(anyCase, fc.boolean(), (one, isLead) => {
        forEachMoment(one, (behind, surroundings, seen) => {
          for (const authority of readers) {
            const read = readOf(authority, behind, isLead)
            const content = contentFor(read, behind, surroundings)
            const isKept = (secret: Secret): boolean => isKeptFromCouncil(secret, seen)
            expect(leaked(content, one.telling.words, isKept)).toEqual([])
          }
        })
      }),
      alerts,
    )
  })

  it('tells as little of what the sender adds later', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...readers), (one, authority) => {
        forEachMoment(one, (behind, surroundings, seen) => {
          const words = addedWordsFor(readOf(authority, behind, false), behind, surroundings)
          const { added } = one.telling
          const isKept = (secret: Secret): boolean => isKeptFromCouncil(secret, seen)
          expect(leaked([words(added.text)], [added], isKept)).toEqual([])
        })
      }),
      runs(50),
    )
  })

  it('tells the authority of an adopted child of that child alone', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        forEachMoment(one, (behind, surroundings, { family, moment }) => {
          if (!holds(family.adoption, moment)) return
          const read = {
            ...readOf(family.adoptedBy, behind, true),
            children: [childIdSchema.parse(ids.adopted(family.adoptedBy))],
            isOfAdopted: true as const,
          }
          const content = contentFor(read, behind, surroundings)
          const others = (secret: Secret): boolean =>
            secret.owner !== 'adopted' && isGiven(one.telling, secret)
          expect(leaked(content, one.telling.words, others)).toEqual([])
          expect(textsIn(content).filter((text) => text.includes('Marchetti'))).toEqual([])
        })
      }),
      runs(50),
    )
  })

  it('tells where the subject himself is', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { flags, harm } = one.telling
        if (flags.length > 0 && harm < 'H3') return
        forEachMoment(one, (behind, surroundings) => {
          const content = contentFor(readOf(westmarch, behind, false), behind, surroundings)
          const subject = content.whereabouts?.find(({ person }) => person === 'subject')
          expect(subject?.addresses).toEqual(behind.stored.concern.subject.addresses)
        })
      }),
      runs(50),
    )
  })

  it('names every child but an adopted one, and leaves no gap where that stood', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        forEachMoment(one, (behind, surroundings, seen) => {
          const { children } = contentFor(readOf(westmarch, behind, false), behind, surroundings)
          const given = namesToldOf(seen)
          expect(children.map(({ name }) => name?.given)).toEqual(given)
          expect(children.map(({ person }) => person)).toEqual(
            given.map((_, at) => `children/${at}`),
          )
        })
      }),
      runs(50),
    )
  })
})

describe('what is told to others than the councils that are alerted', longRun, () => {
  it('is, of an answer as its sender reads it, without what anybody gave or hid', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        forEachMoment(one, (behind, surroundings, seen) => {
          const words = answerWordsFor(behind, surroundings)
          const answer = one.telling.words.map(({ text }) => words(text))
          const isKept = (secret: Secret): boolean => isKeptFromOthers(secret, seen)
          expect(leaked(answer, one.telling.words, isKept)).toEqual([])
        })
      }),
      runs(75),
    )
  })

  it('is, in another authority’s chronology, without what anybody gave or hid', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        forEachMoment(one, (behind, surroundings, seen) => {
          const words = wordsOfEntry({
            authority: northmoor,
            childId: childIdSchema.parse(ids.childAway),
            isLead: false,
            surroundings,
            behind: [behind],
          })(anEntry({ harm: one.telling.harm }))
          const isKept = (secret: Secret): boolean =>
            isKeptFromCouncil(secret, seen) ||
            (secret.owner !== 'subject' &&
              secret.owner !== 'childHere' &&
              isKeptFromOthers(secret, seen))
          expect(leaked(words, one.telling.words, isKept)).toEqual([])
        })
      }),
      runs(50),
    )
  })

  it('is to the sender’s lead what was sent, the same for any family', () => {
    fc.assert(
      fc.property(anyCase, anyFamily, ({ family, telling }, other) => {
        const [one, two] = [family, other].map((each) => behindOf(telling, each))
        if (one === undefined || two === undefined) return
        expect(contentAsSent(one, now)).toEqual(contentAsSent(two, now))
      }),
      runs(50),
    )
  })
})
