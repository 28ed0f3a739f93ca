import { changes } from './changes.ts'
import { deciding } from './deciding.ts'
import type { Plant } from './plant.ts'
import { receiving } from './receiving.ts'
import { sweeping } from './sweeping.ts'
import { telling } from './telling.ts'

/** Bugs by name. What one changes must stand in its file once, or the suite fails. */
export const plants: Readonly<Record<string, Plant>> = {
  ...receiving,
  ...deciding,
  ...telling,
  ...sweeping,
  ...changes,
}
