import type { Rows, Tables } from '../loading.ts'
import { csvs, id, type PlantedFiles } from './planted-files.ts'

/** A child and its mother in the tables of the Standard Safeguarding Dataset alone. */
const ssd = (earns: PlantedFiles['earns'], over: Tables): PlantedFiles => {
  const row = (file: string, base: Readonly<Record<string, string>>) => ({
    ...base,
    ...over[file]?.[0],
  })
  const tables: Record<string, Rows> = {
    'ssd_person.csv': [
      row('child', {
        ...{ pers_person_id: id, pers_forename: 'Ivy', pers_surname: 'Larkin', pers_sex: 'F' },
        ...{ pers_dob: '01/06/2015', pers_single_unique_id: '', pers_upn: '' },
        ...{ pers_expected_dob: '', pers_death_date: '' },
      }),
      row('mother', {
        ...{ pers_person_id: 'M1', pers_forename: 'Rosa', pers_surname: 'Larkin' },
        ...{ pers_dob: '03/02/1990' },
      }),
    ],
    'ssd_mother.csv': [row('motherhood', { moth_person_id: 'M1', moth_childs_person_id: id })],
    'ssd_cin_episodes.csv': [
      row('episode', {
        ...{ cine_person_id: id, cine_referral_date: '01/03/2025', cine_close_date: '' },
        cine_referral_nfa: 'N',
      }),
    ],
    'ssd_address.csv': [
      row('address', {
        ...{ addr_person_id: id, addr_address_start_date: '01/01/2020' },
        ...{ addr_address_end_date: '', addr_address_postcode: 'AB1 2CD' },
        addr_address_json: '{"HOUSE":"14","STREET":"Mill Lane"}',
      }),
    ],
  }
  return { form: 'SSD', files: csvs(tables), earns }
}

export const plantedInSsd: readonly PlantedFiles[] = [
  ssd({}, {}),
  ssd({ NAME_MISSING: 1 }, { child: [{ pers_forename: '', pers_surname: '' }] }),
  ssd({ BIRTH_UNREADABLE: 1 }, { child: [{ pers_dob: '29/02/2015' }] }),
  ssd({ BIRTH_PLACEHOLDER: 1 }, { child: [{ pers_dob: '01/01/1900' }] }),
  ssd({ BIRTH_AND_EXPECTED: 1 }, { child: [{ pers_expected_dob: '03/06/2015' }] }),
  ssd({ CHILD_DIED: 1 }, { child: [{ pers_death_date: '05/06/2026' }] }),
  ssd({ NHS_NUMBER_WRONG: 1 }, { child: [{ pers_single_unique_id: '9990304131' }] }),
  ssd({ UPN_WRONG: 1 }, { child: [{ pers_upn: 'B123456789012' }] }),
  ssd({ ADULT_BIRTH_WRONG: 1 }, { mother: [{ pers_dob: '31/12/9999' }] }),
  ssd({ PARENT_TOO_YOUNG: 1 }, { mother: [{ pers_dob: '03/02/2006' }] }),
  ssd(
    { RELATION_WITHOUT_ADULT: 1, NO_ADULTS: 1, NOT_A_CHILD: 1 },
    { motherhood: [{ moth_person_id: 'M9' }] },
  ),
  ssd(
    { RELATION_WITHOUT_CHILD: 1, NO_ADULTS: 1 },
    { motherhood: [{ moth_childs_person_id: 'P9' }] },
  ),
  ssd({ STATUS_DATES: 1 }, { episode: [{ cine_close_date: '01/02/2025' }] }),
  ssd(
    { ADDRESS_CONFIDENTIAL: 1 },
    { address: [{ addr_address_postcode: 'CON', addr_address_json: '' }] },
  ),
  ssd({ ADDRESS_UNREADABLE: 1 }, { address: [{ addr_address_json: '{"HOUSE":' }] }),
]
