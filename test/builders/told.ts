import type { Feedback } from '../../shared/alerts/alert.ts'

/** Feedback of one line, which tells a fact. */
export const told = (text: string): Feedback['lines'] => [{ kind: 'FACT', text }]
