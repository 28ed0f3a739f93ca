/** Hands out ids and numbers, each once. */
export type Issuer = {
  readonly childId: () => string
  readonly adultId: () => string
  /** The first of so many serials, from which people have their NHS and telephone numbers. */
  readonly serials: (count: number) => number
  readonly pupilNumber: (yearOfBirth: number) => string
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

// Ids 1 to 100 belong to the planted families.
const firstId = 101

const pupilLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** @see DfE, UPN guide: positions 2 to 13 weigh their digits, modulus 23. The authority number 099 is not in use. */
const pupilNumberOf = (digits: string): string => {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at + 2), 0)
  return `${pupilLetters.charAt(sum % 23)}${digits}`
}

export const createIssuer = (): Issuer => {
  const issued = { child: 0, adult: 0, serial: 0, pupil: 0 }
  const take = (kind: keyof typeof issued, many = 1): number => {
    const before = issued[kind]
    issued[kind] = before + many
    return before
  }
  return {
    childId: () => `C${pad(firstId + take('child'), 6)}`,
    adultId: () => `A${pad(firstId + take('adult'), 6)}`,
    serials: (count) => take('serial', count),
    pupilNumber: (year) =>
      pupilNumberOf(`0990001${pad((year + 4) % 100, 2)}${pad(take('pupil') % 1000, 3)}`),
  }
}
