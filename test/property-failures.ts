import fc from 'fast-check'

// A failure of CI tells its seed at once; the smallest counterexample, which may take hours, is for who runs it again.
fc.configureGlobal({ endOnFailure: process.env['CI'] !== undefined })
