import { firstStrangerSerial } from '../../local/people/invented-numbers.ts'
import type { Born, Person } from '../../local/people/people-types.ts'
import type { Random } from '../../local/people/random.ts'
import { foldedWords } from '../../shared/matching/normalise/fold-text.ts'
import { isNicknameOf } from '../../shared/matching/normalise/nicknames/nicknames.ts'
import type { Family, Member } from './families.ts'

export const firstOf = ({ given }: Person): string => given[0] ?? ''
export const calledOf = ({ given, called }: Person): string => given[called] ?? ''

type Change = Partial<Pick<Person, 'given' | 'family' | 'born' | 'sex'>> & { readonly of?: Family }

/** Another child, with a number that nobody has: of the same parents and home unless `of` says otherwise. */
export const another = ({ child, family }: Member, random: Random, change: Change): Member => {
  const { of = family, ...changed } = change
  const serial = firstStrangerSerial + random.between(0, 90_000)
  return { child: { ...child, called: 0, ...changed, serial }, family: of }
}

const folded = (name: string): string => foldedWords(name).join('')

const vowels = ['a', 'e', 'i', 'o', 'u', 'y']
const endsIn = (name: string, vowel: string): boolean => name.toLowerCase().endsWith(vowel)

/** A name that looks and sounds nearly the same: Jade, Jada. */
export const likeName = (random: Random, name: string): string => {
  const stem = vowels.some((vowel) => endsIn(name, vowel)) ? name.slice(0, -1) : name
  const names = vowels.filter((vowel) => !endsIn(name, vowel)).map((vowel) => `${stem}${vowel}`)
  return random.pick(names.filter((like) => !isNicknameOf(folded(like), folded(name))))
}

/** A birth some years before or after another. */
export const otherBirth = ({ year }: Born, random: Random): Born => ({
  year: year + random.pick([-3, -2, -1, 1, 2, 3]),
  month: random.between(1, 12),
  day: random.between(1, 28),
})
