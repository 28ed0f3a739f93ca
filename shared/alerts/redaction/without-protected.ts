import { present } from '../../kernel/present.ts'
import { mark } from '../../people/striking/mark.ts'
import type { ToldWhereabouts } from '../content/alert-content.ts'

type Address = NonNullable<ToldWhereabouts['addresses']>[number]

const oneLine = ({ houseNumber, street, town, postcode, uprn }: Address): string =>
  [houseNumber, street, town, postcode, uprn].filter((part) => part !== undefined).join(', ')

/** Where one person is said to be, without whatever is a protected place or number: a part of an address would tell it. */
export const withoutProtected = (
  { person, addresses, phones, emails, places }: ToldWhereabouts,
  words: (text: string) => string,
): ToldWhereabouts => {
  const stands = (text: string): boolean => !words(text).includes(mark)
  return {
    person,
    ...present({
      addresses: addresses?.filter((address) => stands(oneLine(address))),
      phones: phones?.filter(stands),
      emails: emails?.filter(stands),
      places: places?.map(({ kind, text }) => ({ kind, text: words(text) })),
    }),
  }
}
