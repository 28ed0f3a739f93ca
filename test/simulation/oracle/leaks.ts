import { canary } from '../world/families.ts'

const mark = new RegExp(canary, 'iu')

/** Looks for what must not leave in whatever does. */
export const createLeaks = () => {
  const found: string[] = []
  return {
    found,
    look: (where: string, text: string): void => {
      if (mark.test(text)) found.push(`leaked: ${where}: ${text.slice(0, 80)}`)
    },
  }
}
