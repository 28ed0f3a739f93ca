import { childRow, plantedInTables, relationRow } from '../planted-flaws.ts'
import { plantedInDfe } from './dfe.ts'
import { plantedInFhir } from './fhir.ts'
import { plantedInLines } from './lines.ts'
import { csv, csvs, id, type PlantedFiles } from './planted-files.ts'
import { plantedInSsd } from './ssd.ts'

/** Rows of any width and any text, which no table of named cells can be. */
const plantedInText: readonly PlantedFiles[] = [
  {
    form: 'CSV',
    files: {
      'children.csv': `${csv([childRow(id)])}P2,Ivy,Larkin${',x'.repeat(30)}\n`,
      'relationships.csv': csv([relationRow(id)]),
    },
    earns: { CELLS_UNLIKE_HEADER: 1 },
  },
]

const inTables: readonly PlantedFiles[] = Object.entries(plantedInTables)
  .filter(([code]) => code !== 'CELLS_UNLIKE_HEADER')
  .map(([code, planted]) => ({
    form: 'CSV',
    files: csvs(planted.tables(id)),
    earns: { [code]: 1, ...('also' in planted && planted.also) },
  }))

/** Every code in files of a form that can earn it, and of each form one in which nothing is wrong that can be mended. */
export const plantedFiles: readonly PlantedFiles[] = [
  ...plantedInText,
  ...inTables,
  ...plantedInSsd,
  ...plantedInDfe,
  ...plantedInFhir,
  ...plantedInLines,
]
