import { describe, expect, it } from 'vitest'
import { access, roles, scopes } from '../../shared/agencies/access.ts'
import { alertKinds, alertStates } from '../../shared/alerts/alert.ts'
import { auditActions } from '../../shared/audit/audit-entry.ts'
import { concernFlagNames } from '../../shared/codes/concern-flags.ts'
import { factorCodes } from '../../shared/codes/factors.ts'
import { harmLevels } from '../../shared/codes/harm-levels.ts'
import { outcomeCodes } from '../../shared/codes/outcomes.ts'
import { routes } from '../../shared/config/routes.ts'
import { messageTypes } from '../../shared/outbox/outbox-message.ts'

/** Lists that others store or switch over: an entry may be added, none may go or change its meaning. */
const promised = {
  harmLevels: [harmLevels, ['H0', 'H1', 'H2', 'H3', 'H4']],
  outcomes: [
    outcomeCodes,
    [
      'IMMEDIATE_PROTECTION',
      'STRATEGY_DISCUSSION',
      'SECTION_47',
      'CONFERENCE',
      'ASSESSMENT_S17',
      'PASSED_TO_ALLOCATED_WORKER',
      'EARLY_HELP',
      'EARLY_HELP_DECLINED',
      'STEP_DOWN',
      'MORE_INFORMATION_NEEDED',
      'OTHER_AUTHORITY',
      'NOT_THIS_PERSON',
      'ADVICE_GIVEN',
      'NO_FURTHER_ACTION',
    ],
  ],
  alertStates: [alertStates, ['RAISED', 'ACKNOWLEDGED', 'DECIDED', 'FED_BACK', 'CHALLENGED']],
  alertKinds: [alertKinds, ['matched', 'unmatched', 'early-help']],
  messageTypes: [
    messageTypes,
    [
      'alert.raised',
      'alert.overdue',
      'alert.challenged',
      'alert.rerouted',
      'alert.reminder',
      'concern.unanswered',
    ],
  ],
  roles: [roles, ['referrer', 'social-worker', 'register-manager', 'auditor']],
  scopes: [
    scopes,
    [
      'concerns.write',
      'concerns.read',
      'alerts.read',
      'alerts.write',
      'register.write',
      'audit.read',
    ],
  ],
  flags: [
    concernFlagNames,
    [
      'DA',
      'MARAC',
      'RESTRICTED_ADDRESS',
      'DETRIMENT_CLAIMED',
      'DELUSION_INVOLVES_CHILD',
      'SUICIDE_PLAN_INVOLVES_CHILD',
      'ADOPTED',
      'SENSITIVE_CHILD_SERVICE',
      'STAFF_CONFLICT',
      'UNBORN',
      'PREVIOUS_REMOVAL',
    ],
  ],
  auditActions: [
    auditActions,
    [
      'TOKEN_ISSUED',
      'TOKEN_REFUSED',
      'ACCESS_REFUSED',
      'CONCERN_SUBMITTED',
      'CONCERN_FOLLOWED',
      'CONCERN_ASSESSED',
      'REVIEW_TIMED_OUT',
      'ALERT_RAISED',
      'CONCERN_MERGED',
      'ALERT_SENT',
      'ALERT_CHASED',
      'ALERTS_LISTED',
      'ALERT_INITIALS_READ',
      'ALERTS_COUNTED',
      'ALERT_READ',
      'EXPLANATION_READ',
      'ALERT_READERS_READ',
      'ALERT_ACKNOWLEDGED',
      'ALERT_HANDED_OVER',
      'OUTCOME_PROPOSED',
      'OUTCOME_RECORDED',
      'FEEDBACK_GIVEN',
      'ANSWER_CHALLENGED',
      'CHALLENGE_PASSED_ON',
      'CHILD_RECORDED',
      'AUDIT_QUERIED',
      'AUDIT_EXPORTED',
    ],
  ],
} as const satisfies Record<string, readonly [readonly string[], readonly string[]]>

describe('codes that others rely on', () => {
  it.each(Object.entries(promised))('%s still holds every one', (_, [held, expected]) => {
    expect(held).toEqual(expect.arrayContaining([...expected]))
  })

  it('factors are those of the census, without the two that were withdrawn', () => {
    expect(factorCodes).toHaveLength(42)
    expect(factorCodes).not.toContain('18A')
    expect(factorCodes).not.toContain('19A')
  })

  it('every scope is needed by some action, and every route is where it was', () => {
    const needed: readonly string[] = Object.values(access).flatMap((grants) =>
      grants.map(({ scope }) => scope),
    )
    expect(scopes.filter((scope) => !needed.includes(scope))).toEqual([])
    const places = Object.values(routes).map(({ method, path }) => `${method} ${path}`)
    expect(places).toEqual(
      expect.arrayContaining([
        'POST /token',
        'POST /concerns',
        'GET /concerns/{id}',
        'POST /concerns/{id}/challenge',
        'GET /alerts',
        'GET /alerts/volume',
        'GET /alerts/{id}',
        'GET /alerts/{id}/explanation',
        'POST /alerts/{id}/acknowledgement',
        'POST /alerts/{id}/outcome',
        'POST /alerts/{id}/feedback',
        'PUT /children/{id}',
        'GET /audit/entries',
        'GET /openapi.json',
        'GET /health',
      ]),
    )
  })
})
