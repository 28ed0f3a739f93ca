import { eastvale, northmoor, westmarch } from '../../infra/stages/local.ts'
import { authorityCodeSchema } from '../../shared/agencies/authorities.ts'
import { daysFrom } from '../people/calendar.ts'
import type { ConcernInput, SubjectInput } from './seed-types.ts'

const at = (line: string): SubjectInput['addresses'] => {
  const [houseNumber, street, town, postcode] = line.split(', ')
  return [{ houseNumber, street, town, postcode }]
}

/**
 * Families whom no register knows: their names are in none of the lists that the register draws from.
 * Authority; sex, given and family name, day of birth; home; the child's name and age in days.
 */
const unknownFamilies = {
  osgood: `${westmarch}; F; Verity; Osgoodby; 1990-06-11; 41, Tannery Row, Westmarch, WM1 3QF; Clement; 900`,
  whitlam: `${northmoor}; M; Gareth; Whitlamby; 1986-11-23; 5, Beacon Street, Northmoor, NM1 7RT; Elowen; 2600`,
  zelazny: `${eastvale}; F; Bogumiła; Żelazowska; 1993-02-18; 112, Harbour Road, Saltby-on-Sea, EV8 1DP; Kazimierz; 1500`,
  ferreira: `${westmarch}; F; Leocádia; Vasconcelos; 1997-09-05; 9, Spindle Court, Westmarch, WM1 9XB; Duarte; 210`,
  trumper: `${northmoor}; M; Horace; Trumpington; 1979-04-30; 63, Quarry Lane, High Skelder, NM11 4AE; Ignatius; 3300`,
  ngata: `${eastvale}; F; Moana; Ngatawharau; 1988-12-12; 7, Lantern Close, Eastvale, EV1 5GW; Tane; 1900`,
  quillon: `${westmarch}; F; Persis; Quillonby; 1995-08-27; 18, Gorse Avenue, Little Sallow, WM7 6SH; Lysander; 1200`,
  byrde: `${eastvale}; F; Thaddea; Yarborough-Byrde; 1992-10-03; 30, Windmill Drive, Eastvale, EV1 2ZN; Cosmo; 2100`,
} as const
export type UnknownName = keyof typeof unknownFamilies

/** What a concern says of one of them. */
export const unknownFamily = (
  name: UnknownName,
  today: Date,
): Pick<ConcernInput, 'authority' | 'subject' | 'children'> => {
  const [code, sex, given, family, dateOfBirth, home = '', childsName, days] =
    unknownFamilies[name].split('; ')
  return {
    authority: authorityCodeSchema.parse(code),
    subject: {
      names: [{ given, family }],
      dateOfBirth,
      sex: sex === 'F' ? 'F' : 'M',
      addresses: at(home),
      relationshipToChild: sex === 'F' ? 'MOTHER' : 'FATHER',
      parentalResponsibility: 'YES',
      contactLevel: 'RESIDENT',
    },
    children: [
      {
        name: { given: childsName, family },
        dateOfBirth: daysFrom(today, -Number(days)),
        relationships: [
          {
            adult: 'subject',
            relationship: sex === 'F' ? 'MOTHER' : 'FATHER',
            livesWithChild: 'YES',
          },
        ],
      },
    ],
  }
}
