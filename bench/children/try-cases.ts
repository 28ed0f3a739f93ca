import { createRandom, type Random } from '../../local/people/random.ts'

import { defaultModel } from '../../shared/matching/default-model.ts'
import { type MatchResult, matchChild } from '../../shared/matching/match.ts'
import type { MatchModel } from '../../shared/matching/model.ts'
import { type Asked, type Case, idOf, type Setting } from './case.ts'
import { cases, formsOf } from './cases.ts'
import { ChildRegister, type Found } from './child-register.ts'
import { familiesOf, type Member, type Population, registeredChild } from './families.ts'

/** How the concerns of one kind came out. */
export type Outcome = {
  readonly kind: string
  readonly concerns: number
  readonly registered: number
  readonly confirmed: number
  readonly wrong: number
  /** A person decides, and the child meant is among those shown. */
  readonly shown: number
  readonly missed: number
  /** Of those not registered, how many come before a person. */
  readonly asked: number
  readonly notFound: number
  /** On average. */
  readonly candidates: number
  readonly lookups: number
}

type Answer = { readonly asked: Asked; readonly found: Found; readonly match: MatchResult }

const answerTo = (asked: Asked, register: ChildRegister, model: MatchModel): Answer => {
  const added = Object.entries(asked.added ?? {})
  for (const [id, child] of added) register.add(id, child)
  const found = register.find(asked.query)
  const { candidates, incomplete } = found
  const match = matchChild({ query: asked.query, candidates, model, incomplete })
  for (const [id] of added) register.remove(id)
  return { asked, found, match }
}

const isWrong = ({ asked, match }: Answer): boolean =>
  match.confirmed.some((id) => id !== asked.sought)

const outcomeOf = (kind: string, answers: readonly Answer[]): Outcome => {
  const count = (holds: (answer: Answer) => boolean): number => answers.filter(holds).length
  const isKnown = ({ asked }: Answer): boolean => asked.sought !== undefined
  const isShown = ({ asked, match }: Answer): boolean =>
    match.candidates.some(({ id }) => id === asked.sought)
  const isConfirmed = ({ match }: Answer): boolean => match.band === 'CONFIRMED'
  return {
    kind,
    concerns: answers.length,
    registered: count(isKnown),
    confirmed: count((answer) => isConfirmed(answer) && !isWrong(answer)),
    wrong: count(isWrong),
    shown: count((answer) => isKnown(answer) && !isConfirmed(answer) && isShown(answer)),
    missed: count((answer) => isKnown(answer) && !isShown(answer)),
    asked: count((answer) => !isKnown(answer) && ['POSSIBLE', 'MANY'].includes(answer.match.band)),
    notFound: count(
      ({ asked, found }) =>
        asked.sought !== undefined && !found.candidates.some(({ id }) => id === asked.sought),
    ),
    candidates:
      answers.reduce((sum, { found }) => sum + found.candidates.length, 0) / answers.length,
    lookups: Math.max(...answers.map(({ found }) => found.lookups)),
  }
}

/** How a concern came out, where it was confirmed to be somebody else. */
export type OnWrong = (kind: string, answer: Answer) => void

const areOfThree = (members: readonly Member[]): boolean =>
  new Set(members.map(({ family }) => family)).size === members.length

const namesAreApart = (members: readonly Member[]): boolean => {
  const names = members.flatMap(({ family }) => [
    ...new Set(family.children.flatMap(({ given }) => given.flatMap(formsOf))),
  ])
  return new Set(names).size === names.length
}

/** Three children of three families and of three names. */
const drawThree = (members: readonly Member[], random: Random): Omit<Setting, 'random'> => {
  for (;;) {
    const [member, other, third] = [
      random.pick(members),
      random.pick(members),
      random.pick(members),
    ]
    const three = [member, other, third]
    if (areOfThree(three) && namesAreApart(three)) return { member, other, third }
  }
}

const askedOf = (make: Case, members: readonly Member[], random: Random): Asked => {
  for (;;) {
    const asked = make({ ...drawThree(members, random), random })
    if (asked !== undefined) return asked
  }
}

const registerOf = (members: readonly Member[]): ChildRegister => {
  const register = new ChildRegister()
  for (const member of members) register.add(idOf(member), registeredChild(member))
  return register
}

export type Trial = {
  readonly population: Population
  /** Of every kind. */
  readonly concerns: number
  readonly model?: MatchModel
  readonly onWrong?: OnWrong
}

/** Tries concerns of every kind against the families of a population. */
export const tryCases = ({
  population,
  concerns,
  model = defaultModel,
  onWrong,
}: Trial): readonly Outcome[] => {
  const members = [...familiesOf(population)].flatMap((family) =>
    family.children.map((child): Member => ({ child, family })),
  )
  const register = registerOf(members)
  return Object.entries(cases).map(([kind, make], at) => {
    const random = createRandom(population.seed, at)
    const answers = Array.from({ length: concerns }, () =>
      answerTo(askedOf(make, members, random), register, model),
    )
    for (const answer of answers) if (isWrong(answer)) onWrong?.(kind, answer)
    return outcomeOf(kind, answers)
  })
}

const added = (one: Outcome, other: Outcome): Outcome => ({
  kind: one.kind,
  concerns: one.concerns + other.concerns,
  registered: one.registered + other.registered,
  confirmed: one.confirmed + other.confirmed,
  wrong: one.wrong + other.wrong,
  shown: one.shown + other.shown,
  missed: one.missed + other.missed,
  asked: one.asked + other.asked,
  notFound: one.notFound + other.notFound,
  candidates: (one.candidates + other.candidates) / 2,
  lookups: Math.max(one.lookups, other.lookups),
})

/** The same kinds of concern, tried several times. */
export const sumOutcomes = (trials: readonly (readonly Outcome[])[]): readonly Outcome[] =>
  trials.reduce((sum, trial) =>
    sum.map((outcome, at) => {
      const other = trial[at]
      return other === undefined ? outcome : added(outcome, other)
    }),
  )
