// What a page does beyond what it does without it: nothing here is needed to do anything.
import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs'
import { CharacterCount } from 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs'
import { Checkboxes } from 'govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs'
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'
import { Radios } from 'govuk-frontend/dist/govuk/components/radios/radios.mjs'
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs'
import { warnBeforeEnd } from './timeout.mjs'

for (const Component of [Button, CharacterCount, Checkboxes, ErrorSummary, Radios, SkipLink])
  for (const part of document.querySelectorAll(`[data-module="${Component.moduleName}"]`))
    new Component(part)

warnBeforeEnd(document.querySelector('[data-hub-timeout]'))
