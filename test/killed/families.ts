import { aConcern } from '../builders/a-concern.ts'

const beginnings = [
  'Quill',
  'Thorn',
  'Wick',
  'Marl',
  'Hazel',
  'Brack',
  'Fen',
  'Garth',
  'Holm',
  'Oss',
]
const endings = [
  'feather',
  'by',
  'wood',
  'combe',
  'ington',
  'stead',
  'thwaite',
  'ley',
  'more',
  'dale',
]
const given = ['Odo', 'Una', 'Percy', 'Ines', 'Wilf', 'Tamsin', 'Bram', 'Nell', 'Ivo', 'Greta']

const from = (list: readonly string[], at: number): string => list[at % list.length] ?? ''
const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** A concern about one invented family, which no other of them is taken for: the names and the days of birth differ. */
export const aConcernAbout = (family: number): ReturnType<typeof aConcern> => {
  const name = `${from(beginnings, family)}${from(endings, Math.floor(family / 10) + 3 * family)}`
  const dayAndMonth = `${twoDigits(1 + (family % 12))}-${twoDigits(1 + (family % 28))}`
  const { subject } = aConcern()
  return aConcern({
    subject: {
      ...subject,
      names: [{ given: from(given, family + 3), family: name }],
      dateOfBirth: `${1970 + (family % 30)}-${dayAndMonth}`,
      addresses: [{ houseNumber: String(1 + family), street: `${name} Row`, town: 'Westmarch' }],
    },
    children: [
      {
        name: { given: from(given, family), family: name },
        dateOfBirth: `${2010 + (family % 15)}-${dayAndMonth}`,
      },
    ],
  })
}
