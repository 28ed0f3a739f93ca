/** What somebody found by a kind of key agrees on, of what is never passed over for want of room. */
export type Telling = 'number' | 'name-and-date' | 'name'

/**
 * One way to find a person. `early` is how many of its values are looked up before any kind's further values: two where
 * one name may have changed and the other not, or where that depends on the person. A kind with `fullAbove` may fill up as
 * the register grows: a block with more people is then passed over, since narrower kinds stand in for it. A kind that is
 * sought only for people of whom little is known has `isSought`; one that is also stored for such people alone has
 * `isStored`. Where what is sought is not what is stored, `soughtOf` gives it.
 */
export type KeyKind<Parts> = {
  readonly type: string
  readonly early: number | ((parts: Parts) => number)
  readonly valuesOf: (parts: Parts) => readonly string[]
  readonly soughtOf?: (parts: Parts) => readonly string[]
  readonly isSought?: (parts: Parts) => boolean
  readonly isStored?: (parts: Parts) => boolean
  readonly fullAbove?: number
  readonly tells?: Telling
}

/** Every part behind one stem; none where the stem is not known. */
export const withEach = (stem: string | undefined, parts: readonly string[]): readonly string[] =>
  stem === undefined ? [] : parts.map((part) => `${stem}|${part}`)
