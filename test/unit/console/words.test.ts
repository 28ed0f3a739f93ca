import { describe, expect, it } from 'vitest'
import {
  answerOptions,
  caseStatusFields,
  feedbackFields,
  fieldsOfOutcome,
  tellingFields,
} from '../../../functions/serve-console/alerts/answer-fields.ts'
import { filters } from '../../../functions/serve-console/render/filters.ts'
import { dayInWords } from '../../../functions/serve-console/texts/day-in-words.ts'
import { isTextKey, sayIn } from '../../../functions/serve-console/texts/texts.ts'
import { wordOf } from '../../../functions/serve-console/texts/word-of.ts'
import { alertKinds, alertStates } from '../../../shared/alerts/alert.ts'
import { toldBecause } from '../../../shared/alerts/content/alert-content.ts'
import { careRuleIds } from '../../../shared/alerts/content/special-care.ts'
import { entryKinds } from '../../../shared/chronology/entry.ts'
import { contactLevels, yesNoUnknown } from '../../../shared/codes/adult-codes.ts'
import { consentStatusNames } from '../../../shared/codes/consent-statuses.ts'
import { domainNames } from '../../../shared/codes/factors.ts'
import { harmLevels } from '../../../shared/codes/harm-levels.ts'
import { outcomeCodes } from '../../../shared/codes/outcomes.ts'
import { relationshipToChildCodes } from '../../../shared/codes/relationships.ts'
import { whyNotSoughtReasons } from '../../../shared/codes/why-not-sought.ts'
import { joinedBecause } from '../../../shared/household/joined-child.ts'
import {
  childComparisonLevels,
  comparisonLevels,
  comparisonOrder,
} from '../../../shared/matching/comparisons/comparisons.ts'
import { statusCodes } from '../../../shared/register/child-status.ts'
import { agreementStates } from '../../../shared/register/written-agreement.ts'
import { ruleIds, tellings } from '../../../shared/sharing/decision.ts'

const lists: Readonly<Record<string, readonly string[]>> = {
  harm: harmLevels,
  state: alertStates,
  kindOfAlert: alertKinds,
  whyHere: toldBecause,
  care: careRuleIds,
  entry: Object.keys(entryKinds),
  sees: contactLevels,
  said: yesNoUnknown,
  agrees: consentStatusNames,
  whyNotAsked: whyNotSoughtReasons,
  domain: domainNames,
  is: relationshipToChildCodes,
  short: relationshipToChildCodes,
  joined: joinedBecause,
  childStatus: statusCodes,
  agreementState: agreementStates,
  rule: ruleIds,
  'now.tell': tellings,
  comparison: comparisonOrder,
  level: Object.values({ ...comparisonLevels, ...childComparisonLevels }).flat(),
}

describe('every code that the API gives', () => {
  it.each(
    Object.entries(lists).flatMap(([list, codes]) =>
      [...new Set(codes)].map((code) => `${list}.${code}`),
    ),
  )('has words: %s', (key) => {
    expect(isTextKey(key)).toBe(true)
  })

  it('that is newer than the console stands as it is', () => {
    expect(wordOf(sayIn('en'))('state', 'NEWER')).toBe('NEWER')
  })
})

describe('every field of an answer', () => {
  const fields = [
    ...outcomeCodes.flatMap(fieldsOfOutcome),
    ...feedbackFields,
    ...tellingFields,
    ...caseStatusFields,
  ]
  const asked = [
    ...fields.map(({ name }) => `field.${name}`),
    ...fields.filter(({ hasHint }) => hasHint).map(({ name }) => `field.${name}.hint`),
    ...Object.entries(answerOptions).flatMap(([list, codes]) =>
      codes.map((code) => `option.${list}.${code}`),
    ),
  ]
  it.each([...new Set(asked)])('has words: %s', (key) => {
    expect(isTextKey(key)).toBe(true)
  })
})

describe('a day in words', () => {
  it.each([
    ['2026-11-27', '27 November 2026'],
    ['2019-02', 'February 2019'],
    ['1998', '1998'],
    ['8/1998', '8/1998'],
    ['2026-13-45', '2026-13-45'],
    ['', ''],
  ])('%j is %j, wherever it stands', (day, words) => {
    expect(dayInWords(day)).toBe(words)
    expect(filters('en').spokenDay(day)).toBe(words)
  })

  it('is said in the reader’s language', () => {
    expect(dayInWords('2026-11-27', 'cy')).toBe('27 Tachwedd 2026')
  })
})
