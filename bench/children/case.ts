import type { Person } from '../../local/people/people-types.ts'
import type { Random } from '../../local/people/random.ts'
import type { ChildFacts } from '../../shared/matching/child-facts.ts'
import type { Family, Member } from './families.ts'

/**
 * What one concern tells of a child. `added` stands in the register beside all families, under ids of this list;
 * `sought` is the id of the child meant, if the register has it.
 */
export type Asked = {
  readonly query: ChildFacts
  readonly sought?: string | undefined
  readonly added?: Readonly<Record<string, ChildFacts>>
}

/** A registered child, children of two other families, and chance. */
export type Setting = {
  readonly member: Member
  readonly other: Member
  readonly third: Member
  readonly random: Random
}

export const idOf = ({ child }: Member): string => `c${child.serial}`

export type Case = (setting: Setting) => Asked | undefined

export const parentOf = ({ parents }: Family, sex: Person['sex']): Person | undefined =>
  parents.find((parent) => parent.sex === sex)
