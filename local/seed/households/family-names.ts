import { formsOf, type NameCulture } from '../names/name-culture.ts'
import type { Random } from '../random.ts'

/** Family names of one household as the lists give them; `mothersMaiden` is what the mother was born with. */
export type FamilyNames = {
  readonly father: string
  readonly mother: string
  readonly mothersMaiden: string
  readonly child: string
}

const joined = (one: string, other: string): string => `${one}-${other}`

const womansForm = ({ feminine }: NameCulture, family: string): string =>
  feminine === undefined ? family : feminine(family)

/** Who took whose name: by marriage, not at all, or both by a hyphen; and whose the children bear. */
export const makeFamilyNames = (random: Random, culture: NameCulture): FamilyNames => {
  const father = random.favour(culture.families)
  const maiden = random.favour(culture.familiesOfWomen ?? culture.families)
  const mothersMaiden = womansForm(culture, maiden)
  if (culture.keepsName) return { father, mother: mothersMaiden, mothersMaiden, child: father }
  const isSame = maiden === father
  if (culture.barrels && !isSame && random.chance(0.09)) {
    const both = joined(mothersMaiden, father)
    return { father, mother: both, mothersMaiden, child: both }
  }
  if (random.chance(0.45))
    return { father, mother: womansForm(culture, father), mothersMaiden, child: father }
  const childsOwn = culture.barrels && !isSame ? joined(maiden, father) : father
  const child = random.weighted([
    { share: 5, name: father },
    { share: 4, name: maiden },
    { share: 1, name: childsOwn },
  ]).name
  return { father, mother: mothersMaiden, mothersMaiden, child }
}

/** The form of a child's family name that goes with the child's sex, in Latin letters. */
export const childsFamily = (culture: NameCulture, family: string, sex: 'F' | 'M'): string =>
  formsOf(sex === 'F' ? womansForm(culture, family) : family).latin
