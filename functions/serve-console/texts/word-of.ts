import { isTextKey, type Say } from './texts.ts'

/** A code in words, by the list that it belongs to. One that is newer than the console stands as it is: an expert knows it. */
export const wordOf =
  (say: Say) =>
  (list: string, code: unknown): string => {
    const key = `${list}.${String(code)}`
    return isTextKey(key) ? say(key) : String(code ?? '')
  }
