import { id, type Over, type PlantedFiles } from './planted-files.ts'

/** A child as the DfE's API takes it. That payload knows no parents. */
const dfe = (earns: PlantedFiles['earns'], over: Over = {}, details: Over = {}): PlantedFiles => {
  const child = {
    la_child_id: id,
    child_details: {
      ...{ first_name: 'Ivy', surname: 'Larkin', date_of_birth: '2015-06-01', sex: 'F' },
      ...{ postcode: 'AB1 2CD', ...details },
    },
    social_care_episodes: [{ referral_date: '2025-03-01' }],
    ...over,
  }
  const text = JSON.stringify({ la_code: 999, children: [child] }, null, 1)
  return { form: 'DfE', files: { 'payload.json': text }, earns }
}
const alone = { NO_ADULTS: 1 } as const

const plan = (start: string, end?: string, more: Over = {}) => ({
  ...{ start_date: start, end_date: end },
  ...more,
})
const episode = (over: Over) => ({
  social_care_episodes: [{ referral_date: '2025-03-01', ...over }],
})

export const plantedInDfe: readonly PlantedFiles[] = [
  dfe(alone),
  dfe({ PURGED: 1 }, { purge: true }),
  dfe({ PURGED: 1 }, {}, { purge: true }),
  dfe({ STATUS_MISSING: 1 }, { social_care_episodes: [] }),
  dfe({ STATUS_MISSING: 1 }, episode({ purge: true })),
  // A plan that is purged is no plan, whatever its dates.
  dfe(alone, episode({ child_protection_plans: [plan('no day', 'none', { purge: true })] })),
  dfe(
    { ...alone, STATUS_DATES: 1 },
    episode({ child_protection_plans: [plan('2025-05-01', '2025-04-01')] }),
  ),
  dfe(
    { ...alone, STATUS_IN_FUTURE: 1 },
    episode({ child_looked_after_placements: [plan('2062-05-01')] }),
  ),
  dfe({ BIRTH_MISSING: 1 }, {}, { date_of_birth: null }),
  dfe(
    { EXPECTED_TOO_FAR: 1 },
    {},
    { date_of_birth: null, expected_date_of_birth: '2028-01-01', sex: 'U' },
  ),
  dfe({ ...alone, SEX_UNREADABLE: 1 }, {}, { sex: 'X' }),
  dfe({ ...alone, POSTCODE_WRONG: 1 }, {}, { postcode: 'ABC' }),
  dfe({ ID_UNFIT: 1 }, { la_child_id: 'Ivy Larkin' }),
  // A delta that tells of a child’s episodes alone says of nobody who they are.
  dfe({ PERSON_UNKNOWN: 1 }, { child_details: null }),
  dfe({ FITS_NO_CONTRACT: 1 }, { social_care_episodes: 'none' }),
  {
    form: 'DfE',
    files: {
      'delta.json': `{"la_child_id":"${id}","social_care_episodes":[{"referral_date":"2025-03-01"}]}\n{"la_child_id":"P2","purge":true}\n`,
    },
    earns: { PERSON_UNKNOWN: 1, PURGED: 1 },
  },
]
