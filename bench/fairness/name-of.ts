import { draw } from '../../local/people/names/ranked.ts'
import type { Sex } from '../../local/people/people-types.ts'
import type { Random } from '../../local/people/random.ts'
import type { Name } from './bearer.ts'
import type { Culture, Custom } from './culture.ts'

/** What stands as the family name of a house's men. */
export const drawLine = (random: Random, { lineage, families, given }: Culture): string => {
  if (lineage === 'patronymic') return `${draw(random, given.M)} ${draw(random, given.M)}`
  const line = draw(random, families)
  return lineage === 'of both parents' ? `${line} ${draw(random, families)}` : line
}

const firstOf = (line: string): string => {
  const [first = '', second = ''] = line.split(' ')
  return /^d[aeo]s?$/.test(first) ? `${first} ${second}` : first
}

/** The line of a father's children. */
export const lineOfChildren = (
  { lineage }: Culture,
  father: Pick<Name, 'called' | 'line'>,
  motherLine: string,
): string => {
  if (lineage === 'patronymic') return `${father.called} ${firstOf(father.line)}`
  if (lineage === 'family') return father.line
  return `${firstOf(father.line)} ${firstOf(motherLine)}`
}

/** What a woman or a man of a line is called after it. */
export const familyOf = (
  random: Random,
  { familiesOfWomen: women, feminine }: Culture,
  { line, sex }: { readonly line: string; readonly sex: Sex },
): string => {
  if (sex === 'M') return line
  if (women !== undefined && random.chance(women.share)) return draw(random, women.names)
  return feminine?.(line) ?? line
}

const some = (random: Random, custom: Custom | undefined): readonly string[] =>
  custom !== undefined && random.chance(custom.share) ? [draw(random, custom.names)] : []

type Wanted = {
  readonly sex: Sex
  readonly line: string
  /** A brother or sister before. */
  readonly elder?: Name | undefined
  /** The called name, where it is settled. */
  readonly called?: string
}

/** A name as the papers of somebody of this culture have it. */
export const drawName = (random: Random, culture: Culture, wanted: Wanted): Name => {
  const { sex, line, elder } = wanted
  const sharesWord = elder !== undefined && random.chance(culture.sharedWordShare)
  const called = wanted.called ?? draw(random, culture.given[sex])
  const family = familyOf(random, culture, { line, sex })
  // Nobody is Kaur twice.
  const apart = (words: readonly string[]) =>
    words.filter((word) => word !== called && word !== family)
  return {
    before: apart(sharesWord ? elder.before : some(random, culture.before?.[sex])),
    called,
    after: apart(some(random, culture.after?.[sex])),
    family,
    line,
  }
}
