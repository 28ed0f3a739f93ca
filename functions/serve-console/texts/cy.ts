import type { en } from './en.ts'

/** Welsh, as far as somebody who speaks it has checked: whatever is missing stands in English. */
export const cy: Partial<Record<keyof typeof en, string>> = {}
