const firstLetter = /\p{L}\p{M}*/u

const letterOf = (name = ''): string => firstLetter.exec(name)?.[0].toLocaleUpperCase('en-GB') ?? ''

/** The first letters of what somebody is called; undefined where no letter stands in it. */
export const initialsOf = ({
  given,
  family,
}: {
  readonly given?: string | undefined
  readonly family?: string | undefined
}): string | undefined => `${letterOf(given)}${letterOf(family)}` || undefined
