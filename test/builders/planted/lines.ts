import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { id, type Over, type PlantedFiles } from './planted-files.ts'

const line = (over: Over = {}, child: Over = {}): string =>
  JSON.stringify({
    id,
    child: {
      ...{ authority: westmarch, name: { given: 'Ivy', family: 'Larkin' }, adults: [] },
      ...{ dateOfBirth: '2015-06-01', sex: 'F', status: { code: 'IN_NEED' }, ...child },
    },
    ...over,
  })
const lines = (earns: PlantedFiles['earns'], ...texts: readonly string[]): PlantedFiles => ({
  form: 'JSON lines',
  files: { 'children.ndjson': `${texts.join('\n')}\n` },
  earns,
})

export const plantedInLines: readonly PlantedFiles[] = [
  lines({}, line()),
  lines({ ROW_UNREADABLE: 1 }, line(), '{"id":"C1",'),
  lines({ ROW_UNREADABLE: 1 }, line(), '"Ivy Larkin"'),
  lines({ FITS_NO_CONTRACT: 1 }, line({}, { sex: 'X' })),
  lines({ FITS_NO_CONTRACT: 1 }, line({}, { authority: northmoor })),
  lines({ FITS_NO_CONTRACT: 1 }, line({}, { isCanary: true })),
  lines({ FITS_NO_CONTRACT: 1 }, line({ note: 'Ivy Larkin' })),
  lines({ ID_LIKE_NHS_NUMBER: 1 }, line({ id: '9990304130' })),
  lines({ PERSON_TWICE: 1 }, line(), line({}, { sex: 'M' })),
]
