import { lastAdultYear, type Sex } from '../../local/people/people-types.ts'
import type { Random } from '../../local/people/random.ts'
import type { Bearer, Name } from './bearer.ts'
import type { Culture } from './culture.ts'
import { drawBirth, makeBearer } from './make-bearer.ts'
import { drawLine, drawName, familyOf, lineOfChildren } from './name-of.ts'

/** Whose household is made; serials of its people count from `firstSerial`. */
export type Setting = {
  readonly random: Random
  readonly culture: Culture
  readonly firstSerial: number
}

const alone = ({ random, culture, firstSerial }: Setting, at = 0): Bearer => {
  const sex: Sex = random.chance(0.5) ? 'F' : 'M'
  const name = drawName(random, culture, { sex, line: drawLine(random, culture) })
  const born = drawBirth(random, culture, random.between(1945, 2006))
  return makeBearer(random, { serial: firstSerial + at, name, sex, born })
}

/** A man born in a year, and the woman who lives with him. */
const coupleOf = (setting: Setting, year: number): readonly [Bearer, Bearer] => {
  const { random, culture, firstSerial } = setting
  const line = drawLine(random, culture)
  const man = makeBearer(random, {
    serial: firstSerial,
    name: drawName(random, culture, { sex: 'M', line }),
    sex: 'M',
    born: drawBirth(random, culture, year),
  })
  const own = drawName(random, culture, { sex: 'F', line: drawLine(random, culture) })
  const takesName = random.chance(culture.takesNameShare)
  const family = takesName ? familyOf(random, culture, { line, sex: 'F' }) : own.family
  const woman = makeBearer(random, {
    serial: firstSerial + 1,
    name: { ...own, family },
    sex: 'F',
    born: drawBirth(random, culture, year + random.between(-3, 7)),
    formerFamily: takesName && own.family !== family ? own.family : undefined,
    housePhone: man.phone,
  })
  return [man, woman]
}

/** A name such as the others of the house do not have. */
const freshName = (draw: () => Name, others: readonly string[]): Name => {
  for (let tries = 0; tries < 50; tries += 1) {
    const name = draw()
    if (!others.includes(name.called)) return name
  }
  return draw()
}

type Siblings = { readonly line: string; readonly firstYear: number; readonly from: number }

const siblings = (
  { random, culture, firstSerial }: Setting,
  { line, firstYear, from }: Siblings,
): readonly Bearer[] => {
  const made: Bearer[] = []
  for (let at = 0; at < 2; at += 1) {
    const sex: Sex = random.chance(0.5) ? 'F' : 'M'
    const elder = made.find((one) => one.sex === sex)?.name
    const borne = made.map(({ name }) => name.called)
    const name = freshName(() => drawName(random, culture, { sex, line, elder }), borne)
    const born = drawBirth(random, culture, firstYear + at * random.between(1, 4))
    made.push(makeBearer(random, { serial: firstSerial + from + at, name, sex, born }))
  }
  return made
}

type Years = { readonly father: number; readonly firstChild: number }

const familyIn = (setting: Setting, { father: year, firstChild }: Years): readonly Bearer[] => {
  const parents = coupleOf(setting, year)
  const [father, mother] = parents
  const line = lineOfChildren(setting.culture, father.name, mother.name.line)
  return [...parents, ...siblings(setting, { line, firstYear: firstChild, from: 2 })]
}

/** Parents, and two children who are not grown up. */
export const drawFamily = (setting: Setting): readonly Bearer[] => {
  const father = setting.random.between(1970, 2000)
  const firstChild = setting.random.between(Math.max(lastAdultYear + 1, father + 18), 2022)
  return familyIn(setting, { father, firstChild })
}

const yearOfParent = ({ random }: Setting): number => random.between(1948, 1983)

const withGrownChildren = (setting: Setting): readonly Bearer[] => {
  const father = yearOfParent(setting)
  const firstChild = Math.min(2004, father + setting.random.between(21, 32))
  return familyIn(setting, { father, firstChild })
}

const kinds = {
  alone: (setting: Setting) => [alone(setting)],
  couple: (setting: Setting) => coupleOf(setting, yearOfParent(setting)),
  family: withGrownChildren,
  siblings: (setting: Setting) =>
    siblings(setting, {
      line: drawLine(setting.random, setting.culture),
      firstYear: setting.random.between(1965, 2000),
      from: 0,
    }),
  'shared house': (setting: Setting) => [0, 1, 2, 3].map((at) => alone(setting, at)),
} as const

/** The adults of one home. */
export const drawHousehold = (setting: Setting): readonly Bearer[] => {
  const { random, culture } = setting
  if (random.chance(culture.sharedHouseShare)) return kinds['shared house'](setting)
  const { kind } = random.weighted([
    { share: 30, kind: 'alone' },
    { share: 28, kind: 'couple' },
    { share: 30, kind: 'family' },
    { share: 12, kind: 'siblings' },
  ] as const)
  return kinds[kind](setting)
}
