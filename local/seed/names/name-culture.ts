/**
 * How families of one background are named. Names stand in order of how common they are; a name may carry the form of
 * its own script after "=".
 */
export type NameCulture = {
  /** Households of this background, in parts of a hundred. */
  readonly share: number
  readonly women: readonly string[]
  readonly men: readonly string[]
  /** Names that children bear, where fashion has moved on; else those of women and men. */
  readonly girls?: readonly string[]
  readonly boys?: readonly string[]
  readonly families: readonly string[]
  /** Where the custom is that women take other family names than men. */
  readonly familiesOfWomen?: readonly string[]
  /** The form that a woman bears of a family's name. */
  readonly feminine?: (family: string) => string
  /** A wife keeps the name she was born with. */
  readonly keepsName?: true
  /** Names joined by a hyphen are in use. */
  readonly barrels?: true
}

/** A list written as one text, parted by commas. */
export const nameList = (text: string): readonly string[] =>
  text.split(',').map((name) => name.trim())

/** The Latin form of a name, and that of its own script where the list gives one. */
export const formsOf = (
  entry: string,
): { readonly latin: string; readonly original: string | undefined } => {
  const [latin = entry, original] = entry.split('=')
  return { latin, original }
}
