import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { type AuditEntry, recorderFor } from '../../../shared/audit/audit-entry.ts'
import { type AuditFilter, fits, wayInto } from '../../../shared/audit/audit-filter.ts'
import { anId } from '../../builders/a-stored-concern.ts'

const keyed = 'k'.repeat(43)

describe('the way in to the log', () => {
  it.each<[AuditFilter, string]>([
    [{}, 'day'],
    [{ byHub: 'assess-concern' }, 'day'],
    [{ byHub: 'assess-concern', action: 'CONCERN_ASSESSED' }, 'action CONCERN_ASSESSED'],
    [{ outcome: 'DONE' }, 'day'],
    [{ outcome: 'REFUSED' }, 'refused REFUSED'],
    [{ purpose: 'welfare' }, 'purpose welfare'],
    [{ purpose: 'welfare', action: 'CHRONOLOGY_READ' }, 'action CHRONOLOGY_READ'],
    [{ authority: westmarch, action: 'ALERT_READ' }, `authority ${westmarch}`],
    [{ authority: westmarch, agency: 'one' }, 'agency one'],
    [{ authority: westmarch, action: 'RESTRICTION_LIFTED' }, 'rareAction RESTRICTION_LIFTED'],
    [{ agency: 'one', outcome: 'REFUSED' }, 'refused REFUSED'],
    [{ actor: 'a', outcome: 'REFUSED' }, 'actor a'],
    [{ practitioner: 'sw-1', authority: westmarch, actor: 'a' }, 'practitioner sw-1'],
    [{ caseReference: 'case-7', practitioner: 'sw-1' }, 'caseReference case-7'],
    [{ subject: 's', caseReference: 'case-7', action: 'RESTRICTION_LIFTED' }, 'subject s'],
    [{ askedFor: anId(1) }, `askedFor ${anId(1)}`],
    [{ askedFor: keyed, outcome: 'REFUSED' }, `askedFor ${keyed}`],
  ])('of %j is the narrowest that there is: %s', (filter, way) => {
    expect(Object.values(wayInto(filter)).join(' ')).toBe(way)
  })
})

describe('an entry', () => {
  const entry: AuditEntry = {
    ...recorderFor({ actor: 'a', practitioner: 'sw-1' }, new Date(0), () => anId(1))(
      'ACCESS_REFUSED',
      ['a'],
      { outcome: 'REFUSED' },
    )[0],
    purpose: 'welfare',
    askedFor: { kind: 'alert', keyed },
  }
  it.each<[AuditFilter, boolean]>([
    [{}, true],
    [{ practitioner: 'sw-1', outcome: 'REFUSED', purpose: 'welfare', askedFor: keyed }, true],
    [{ byHub: 'a' }, true],
    [{ byHub: 'b' }, false],
    [{ practitioner: 'sw-2' }, false],
    [{ outcome: 'DONE' }, false],
    [{ caseReference: 'case-7' }, false],
    [{ askedFor: anId(2) }, false],
    [{ subject: 'b' }, false],
  ])('that fits %j: %s', (filter, isFit) => {
    expect(fits(entry, filter)).toBe(isFit)
  })
})
