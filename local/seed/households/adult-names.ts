import { formsOf, type NameCulture } from '../names/name-culture.ts'
import { nicknamesOf } from '../nicknames.ts'
import type { Random } from '../random.ts'
import type { NameInput } from '../seed-types.ts'

type Born = {
  readonly culture: NameCulture
  readonly sex: 'F' | 'M'
  /** As the list gives it, with the form of its own script. */
  readonly family: string
  readonly formerFamily: string
}

// Three names keep a child with three adults within one transaction's writes.
const mostNames = 3

/** What a register holds of one adult's names, the current one first: former name, own script, what others call them. */
export const makeAdultNames = (random: Random, born: Born): NameInput[] => {
  const { culture, sex } = born
  const list = sex === 'F' ? culture.women : culture.men
  const first = formsOf(random.favour(list))
  const second = formsOf(random.pick(list)).latin
  const middle = second !== first.latin && random.chance(0.15) ? ` ${second}` : ''
  const family = formsOf(born.family)
  const former = formsOf(born.formerFamily)
  const names: NameInput[] = [{ given: `${first.latin}${middle}`, family: family.latin }]
  if (former.latin !== family.latin && random.chance(0.6))
    names.push({ given: first.latin, family: former.latin })
  if (first.original !== undefined && random.chance(0.6))
    names.push({ given: first.original, family: family.original ?? family.latin })
  const [nickname] = nicknamesOf(first.latin)
  if (nickname !== undefined && random.chance(0.2))
    names.push({ given: nickname, family: family.latin })
  return names.slice(0, mostNames)
}
