import { join } from 'node:path'
import { columns } from '../../cli/evaluate/columns.ts'
import { cellsOf } from './cells.ts'
import { openCsv } from './csv.ts'
import { type Notifications, notificationsOf } from './notifications.ts'
import { populationOf } from './register.ts'

type Progress = (people: number) => void
const progressStep = 100_000

const writeRegister = (folder: string, wanted: Notifications, progress: Progress): void => {
  const register = openCsv(join(folder, 'register.csv'), columns)
  let written = 0
  for (const row of populationOf(wanted)) {
    register.write(cellsOf(row))
    written += 1
    if (written % progressStep === 0) progress(written)
  }
  register.close()
}

const writeNotifications = (folder: string, wanted: Notifications): void => {
  const queries = openCsv(join(folder, 'queries.csv'), columns)
  const truth = openCsv(join(folder, 'truth.csv'), ['left_id', 'right_id'])
  const strata = openCsv(join(folder, 'strata.csv'), ['record_id', 'name_origin'])
  for (const { row, registeredId, nameOrigin } of notificationsOf(wanted)) {
    queries.write(cellsOf(row))
    strata.write([row.record_id, nameOrigin])
    if (registeredId !== undefined) truth.write([registeredId, row.record_id])
  }
  for (const file of [queries, truth, strata]) file.close()
}

/** Writes the register, the notifications, whom each is about, and the origin of each subject's name. */
export const writePopulation = (
  folder: string,
  wanted: Notifications,
  progress: Progress,
): void => {
  writeRegister(folder, wanted, progress)
  writeNotifications(folder, wanted)
}
