import { present } from '../../kernel/present.ts'
import { mark } from '../../people/striking/mark.ts'
import type { ToldWhereabouts } from '../content/alert-content.ts'

type Address = NonNullable<ToldWhereabouts['addresses']>[number]

const oneLine = ({ houseNumber, street, town, postcode, uprn }: Address): string =>
  [houseNumber, street, town, postcode, uprn].filter((part) => part !== undefined).join(', ')

/**
 * An address without a town that must not be told, if nothing else of it is protected; undefined where anything else
 * is, for a part of an address would tell it.
 */
const shownOf = (address: Address, stands: (text: string) => boolean): Address | undefined => {
  if (stands(oneLine(address))) return address
  const { town: _hidden, ...rest } = address
  return stands(oneLine(rest)) && oneLine(rest) !== '' ? rest : undefined
}

/** Where one person is said to be, without whatever is a protected place or number. */
export const withoutProtected = (
  { person, addresses, phones, emails, places }: ToldWhereabouts,
  words: (text: string) => string,
): ToldWhereabouts => {
  const stands = (text: string): boolean => !words(text).includes(mark)
  return {
    person,
    ...present({
      addresses: addresses?.flatMap((address) => shownOf(address, stands) ?? []),
      phones: phones?.filter(stands),
      emails: emails?.filter(stands),
      places: places?.map(({ kind, text }) => ({ kind, text: words(text) })),
    }),
  }
}
