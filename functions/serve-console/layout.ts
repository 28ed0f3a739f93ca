import type { Asked } from './asked.ts'
import type { FieldError, Shown } from './http/answer.ts'
import { type ConsoleRole, consoleRoles, type Position } from './roles.ts'
import { formSecretOf, formTokenOf } from './session/form-token.ts'
import { standsUntil } from './session/session.ts'
import type { Settings } from './settings.ts'
import type { Say } from './texts/texts.ts'

const ofAll: Readonly<Partial<Record<ConsoleRole, 'role.ofPartnership' | 'role.ofAudit'>>> = {
  'partnership-lead': 'role.ofPartnership',
  auditor: 'role.ofAudit',
  'audit-lead': 'role.ofAudit',
}

/** What the organisation of a position is called. */
export const organisationOf = (
  { role, organisation }: Position,
  { agencies, authorities }: Settings,
  say: Say,
): string => {
  const { of } = consoleRoles[role]
  if (of === 'all') return say(ofAll[role] ?? 'role.ofPartnership')
  if (of === 'agency') return agencies.find(({ key }) => key === organisation)?.name ?? organisation
  const name = authorities.find(({ key }) => key === organisation)?.name ?? organisation
  return say('role.social-care', { name })
}

/** What is wrong with a form, as a page shows it: above in a list, and beside each field. */
export const errorsOf = (data: Shown['data'], say: Say) => {
  const errors = data?.['errors']
  if (!isFieldErrors(errors) || errors.length === 0) return { errorFor: {} }
  const told = errors.map(({ field, text }) => ({ field, text: say(text) }))
  return {
    errorList: told.map(({ field, text }) => ({ text, href: `#${field}` })),
    errorFor: Object.fromEntries(told.map(({ field, text }) => [field, { text }])),
  }
}

const isFieldErrors = (value: unknown): value is readonly FieldError[] => Array.isArray(value)

/** What stands on every page of somebody who signed in: who they are, as what, and until when. */
export const layoutOf = ({ who, deps, say, now }: Omit<Asked, 'params'>, nonce: string) => {
  const { settings } = deps.built
  const { authorities, state } = settings
  const common = { nonce, authorities, isBehind: state === 'behind' }
  if (who.kind !== 'known') return { ...common, signedIn: undefined }
  const { session, acting } = who
  const told = (position: Position) => ({
    role: say(`role.${position.role}`),
    organisation: organisationOf(position, settings, say),
  })
  const position = acting?.position
  return {
    ...common,
    formToken: formTokenOf(formSecretOf(session), deps.newSecret().slice(0, 16)),
    signedIn: {
      name: session.name === '' ? session.workId : session.name,
      until: standsUntil({ ...session, seenAt: now.getTime() }).toISOString(),
      choices: session.positions.map(told),
      ...(position !== undefined && { acting: { ...told(position), of: position.role } }),
    },
  }
}
