import { plainLetters } from '../../local/people/names/plain-letters.ts'
import {
  type Born,
  type Home,
  lastAdultYear,
  lastYear,
  type Sex,
} from '../../local/people/people-types.ts'
import type { Random } from '../../local/people/random.ts'
import type { Bearer, Name } from './bearer.ts'
import { drawBirth, makeBearer } from './make-bearer.ts'
import type { Registered } from './mixed-register.ts'
import { drawLine, drawName } from './name-of.ts'

/** Somebody not registered who is like somebody who is. */
export type NearMiss = {
  readonly bearer: Bearer
  readonly home: Home
  /** Of the same parents. */
  readonly isSibling?: true
}

type Setting = {
  readonly model: Registered
  /** Of a number that nobody registered has. */
  readonly serial: number
  /** A home in another street of the town. */
  readonly otherHome: Home
  readonly random: Random
}

const formsOf = (words: readonly string[], { culture }: Registered): readonly string[] =>
  words
    .flatMap((word) => word.split(' '))
    .flatMap((word) => {
      const folded = plainLetters(word).toLowerCase()
      return [folded, ...(culture.spellings.get(folded) ?? [])]
    })

const anyOf = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((each) => others.includes(each))

/** Whether one is called what the other is called, or has for another name, in whatever spelling. */
const areCalledAlike = (one: Name, other: Name, model: Registered): boolean => {
  const [called, otherCalled] = [formsOf([one.called], model), formsOf([other.called], model)]
  return (
    anyOf(called, otherCalled) ||
    anyOf(called, formsOf(other.after, model)) ||
    anyOf(otherCalled, formsOf(one.after, model))
  )
}

/** Nobody bears the name of another of the house. */
const ownName = ({ model }: Setting, draw: () => Name): Name => {
  for (let tries = 0; ; tries += 1) {
    const name = draw()
    const isBorne = model.housemates.some((other) => areCalledAlike(name, other.name, model))
    if (!isBorne || tries > 200) return name
  }
}

const sibling = (setting: Setting, sex: Sex, born: Born): NearMiss => {
  const { model, serial, random } = setting
  const { culture, bearer, home } = model
  const { line } = bearer.name
  const elder = sex === bearer.sex ? bearer.name : undefined
  const name = ownName(setting, () => drawName(random, culture, { sex, line, elder }))
  const housePhone = random.chance(0.3) ? bearer.phone : ''
  return {
    bearer: makeBearer(random, { serial, name, sex, born, housePhone }),
    home,
    isSibling: true,
  }
}

/** Some years before or after; who is grown up has grown-up brothers and cousins. */
const yearsApart = ({ model, random }: Setting): Born => {
  const { year } = model.bearer.born
  const other = year + random.pick([-5, -4, -3, -2, -1, 1, 2, 3, 4, 5])
  const isGrownUp = year <= lastAdultYear
  const [first, last] = isGrownUp ? [0, lastAdultYear] : [lastAdultYear + 1, lastYear - 1]
  return drawBirth(random, model.culture, Math.max(first, Math.min(last, other)))
}

const otherSex = ({ sex }: Bearer): Sex => (sex === 'F' ? 'M' : 'F')

/** The called name and family of the model, with what else custom puts beside them. */
const namesake = (setting: Setting, born: Born): NearMiss => {
  const { model, serial, random, otherHome } = setting
  const { sex, name: model_ } = model.bearer
  const { line, called, family } = model_
  const name = { ...drawName(random, model.culture, { sex, line, called }), family }
  return { bearer: makeBearer(random, { serial, name, sex, born }), home: otherHome }
}

const withAnother = (setting: Setting, sex: Sex): NearMiss => {
  const { model, serial, random } = setting
  const { culture, home, bearer: known } = model
  const line = drawLine(random, culture)
  const name = ownName(setting, () => drawName(random, culture, { sex, line }))
  const year = Math.min(lastAdultYear, known.born.year + random.between(-3, 3))
  const born = drawBirth(random, culture, year)
  const housePhone = random.chance(0.3) ? known.phone : ''
  return { bearer: makeBearer(random, { serial, name, sex, born, housePhone }), home }
}

type Kinds = Readonly<Record<string, (setting: Setting) => NearMiss>>

/** Each kind of near miss, made as often as any other. */
export const nearMissesOfChildren: Kinds = {
  'brother of a brother, sister of a sister': (setting) =>
    sibling(setting, setting.model.bearer.sex, yearsApart(setting)),
  'brother of a sister, sister of a brother': (setting) =>
    sibling(setting, otherSex(setting.model.bearer), yearsApart(setting)),
  twin: (setting) => sibling(setting, setting.model.bearer.sex, setting.model.bearer.born),
  'cousin of one name': (setting) => namesake(setting, yearsApart(setting)),
  'namesake of one year': (setting) => {
    const { model, random } = setting
    return namesake(setting, drawBirth(random, model.culture, model.bearer.born.year))
  },
}

export const nearMissesOfAdults: Kinds = {
  ...nearMissesOfChildren,
  'wife or husband': (setting) => withAnother(setting, otherSex(setting.model.bearer)),
  'sharer of the house': (setting) => withAnother(setting, setting.model.bearer.sex),
}
