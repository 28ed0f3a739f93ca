import { danger } from './cases/danger.ts'
import { intake } from './cases/intake.ts'
import { knownChildren } from './cases/known-children.ts'
import { overTime } from './cases/over-time.ts'
import type { Case } from './stage.ts'

/** The sixteen cases from practice, each played through the API. Every person and place is invented. */
export const cases: readonly Case[] = [...knownChildren, ...danger, ...intake, ...overTime]
