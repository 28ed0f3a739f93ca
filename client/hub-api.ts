// Made by npm run openapi from the description of the API.
export interface paths {
    readonly "/token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Get an access token with your private key (client credentials, private_key_jwt) */
        readonly post: operations["issueToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/.well-known/jwks.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The public keys that the hub’s access tokens, pushes and sealed alerts are verified with, as a JWK Set */
        readonly get: operations["publishKeys"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/concerns": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List what your agency has sent, what changed last at the top */
        readonly get: operations["listConcerns"];
        readonly put?: never;
        /** Submit a concern about an adult on whom a child may depend */
        readonly post: operations["submitConcern"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/concerns/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** See what would happen to a concern and why; nothing is stored but that you looked */
        readonly post: operations["previewConcern"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/concerns/places": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** See where the homes of the children in a concern lie, by postcode, before you send it; nothing is stored or looked up of anybody */
        readonly post: operations["locateConcern"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/concerns/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** See whether a social worker has answered your concern */
        readonly get: operations["followConcern"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/concerns/{id}/withdrawal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Take back a concern of yours that was sent in error, or about the wrong person */
        readonly post: operations["withdrawConcern"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/concerns/{id}/consent": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say that consent to a concern of yours was given, refused or withdrawn since */
        readonly post: operations["changeConsent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/concerns/{id}/engagement": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say that the subject of a concern of yours misses appointments, has dropped out, was discharged or comes again */
        readonly post: operations["reportEngagement"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/concerns/{id}/challenge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Contest an answer to your concern, or that none comes, once at each level: manager, head, partnership */
        readonly post: operations["challengeAnswer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/alerts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List your authority’s alerts: the most urgent, and of those the first due, at the top */
        readonly get: operations["listAlerts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/alerts/volume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Count what your authority was sent, by month and agency: how it was answered, and how soon */
        readonly get: operations["countAlerts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/alerts/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read an alert; the read is logged before it is disclosed */
        readonly get: operations["readAlert"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/alerts/{id}/explanation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read how the match behind an alert was made; the read is logged before it is disclosed */
        readonly get: operations["explainAlert"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/alerts/{id}/readers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** See who has looked at an alert of your authority; that you asked is logged too */
        readonly get: operations["readAlertReaders"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/alerts/{id}/acknowledgement": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Hand an alert over to a colleague, or give it back to the team */
        readonly put: operations["handOverAlert"];
        /** Acknowledge an alert: somebody has it */
        readonly post: operations["acknowledgeAlert"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/alerts/{id}/outcome": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Record what children’s social care decided, or revise it */
        readonly post: operations["recordOutcome"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/alerts/{id}/feedback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Tell the referrer what was decided, in words they can act on */
        readonly post: operations["giveFeedback"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/alerts/{id}/case-status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say that the work that followed goes on, or has ended; its referrer hears that much, where what was sent is shared by itself */
        readonly post: operations["recordCaseStatus"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/alerts/{id}/telling": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Record whether a parent was told: who, by whom, when, or why not */
        readonly post: operations["recordTelling"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/test-alerts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Have a test sent to your authority by the way of every alert; it is about no family */
        readonly post: operations["sendTestAlert"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/reviews": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List what the decision table leaves to a person of your authority, those due first */
        readonly get: operations["listReviews"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/reviews/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read a review; the read is logged before it is disclosed */
        readonly get: operations["readReview"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/reviews/{id}/decision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Decide a review: who the subject is, or what may be shared */
        readonly post: operations["decideReview"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/watch-reports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What of one day’s use of the hub in your organisation its lead should look at */
        readonly get: operations["readWatchReport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/watch-reports/tick": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say that you have looked at a finding; never at one about yourself */
        readonly post: operations["tickFinding"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/children/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read the record of a child; the read is logged before it is disclosed */
        readonly get: operations["readChild"];
        /** Record a child your authority knows, with the adults it depends on; what was recorded before stays */
        readonly put: operations["putChild"];
        readonly post?: never;
        /** Take away the record of a child that nothing restricts */
        readonly delete: operations["deleteChild"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/children": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List the children of your authority by id, with nothing else than their status */
        readonly get: operations["listChildren"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/children/{id}/corrections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Take back what was recorded of a child and is wrong */
        readonly post: operations["correctChild"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/children/{id}/restrictions/lifting": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Propose to lift a restriction of a child, or lift what another person has proposed */
        readonly post: operations["liftChildRestriction"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/register-loads": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List what was loaded into your register, newest first; it names nobody of the register */
        readonly get: operations["listRegisterLoads"];
        readonly put?: never;
        /** Compare a part of a load with your register, or apply it; the same part twice changes nothing */
        readonly post: operations["loadRegister"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/register-loads/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read one load: where it is, how many of which outcome, what was wrong in its files */
        readonly get: operations["readRegisterLoad"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/register/imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Begin to load your register by files: says where each is to be uploaded. Nothing is compared or changed yet */
        readonly post: operations["beginRegisterImport"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/register/imports/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read where an import is: its report by code, what it would change or has changed; it names nobody */
        readonly get: operations["readRegisterImport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/register/imports/{id}/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Read the uploaded files, say what is wrong in them and compare them with your register; nothing of it is changed */
        readonly post: operations["checkRegisterImport"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/register/imports/{id}/application": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Change your register as the check said; what was half applied goes on where it was */
        readonly post: operations["applyRegisterImport"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/register/imports/{id}/rows-to-mend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Fetch the rows to mend, as they stood in your files: mend them and send them again as a DELTA */
        readonly get: operations["readRowsToMend"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/register-searches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Find children or adults of your own register by exact name and date of birth; the search is on record */
        readonly post: operations["searchRegister"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/adults/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read the record of an adult; the read is logged before it is disclosed */
        readonly get: operations["readAdult"];
        /** Record an adult, whether or not a child depends on them; what was recorded before stays */
        readonly put: operations["putAdult"];
        readonly post?: never;
        /** Take away the record of an adult on whom no child depends and whom nothing restricts */
        readonly delete: operations["deleteAdult"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/adults/{id}/corrections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Take back what was recorded of an adult and is wrong */
        readonly post: operations["correctAdult"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/adults/{id}/restrictions/lifting": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Propose to lift a restriction of an adult, or lift what another person has proposed */
        readonly post: operations["liftAdultRestriction"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/children/{id}/written-agreements": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Record what you agreed with the parents of a child, until when, and what follows if not; later that it was kept, broken or extended */
        readonly post: operations["recordWrittenAgreement"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/children/{id}/chronology": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read what was shared of a child over time, newest first; the read is logged before it is disclosed */
        readonly get: operations["readChronology"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/emergency-access": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List what waits for you as a lead: to be approved for your workers, or reviewed as whoever was read */
        readonly get: operations["listEmergencyAccesses"];
        readonly put?: never;
        /** Ask to read one alert or chronology of another authority in an emergency; it opens nothing until a second person of yours has approved */
        readonly post: operations["askEmergencyAccess"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/emergency-access/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read, as who asked or as a lead, what was asked for in an emergency and whether it was approved; the read is logged before it is disclosed */
        readonly get: operations["readEmergencyAccess"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/emergency-access/{id}/approval": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Approve, as a second person, what a colleague asks to read in an emergency; whoever holds it is told at once */
        readonly post: operations["approveEmergencyAccess"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/emergency-access/{id}/review": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say, as the lead of whoever was read, whether it was justified; NOT_JUSTIFIED ends it at once */
        readonly post: operations["reviewEmergencyAccess"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/audit/entries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who did what, to which records, under which rule; newest first */
        readonly get: operations["listAuditEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/audit/entries/{id}/proof": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What shows that an entry is in the log of the newest checkpoint */
        readonly get: operations["proveAuditEntry"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/audit/checkpoint": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The newest checkpoint of the audit log, for any client to keep */
        readonly get: operations["readCheckpoint"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/audit/consistency": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What shows that the log of a checkpoint you kept is the beginning of a later one */
        readonly get: operations["proveConsistency"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/audit/people": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Find the ids of a child or an adult whom you can name; the search is on record */
        readonly post: operations["searchPeople"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/audit/subject-access": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Open a request for all who saw anything about a person */
        readonly post: operations["openSubjectAccess"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/audit/subject-access/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who saw anything about the person of a request, or tried to; newest first */
        readonly get: operations["readSubjectAccess"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/audit/subject-access/{id}/unmasking": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Propose that work ids be shown in a request, or confirm what another proposed */
        readonly post: operations["unmaskSubjectAccess"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/audit/exports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** One part of an export of sealed entries: in every format, with proofs; the last has a signed manifest */
        readonly post: operations["exportAuditEntries"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/openapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** This description, as OpenAPI 3.1 */
        readonly get: operations["describeApi"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/asyncapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What leaves the hub, as AsyncAPI 3.0 */
        readonly get: operations["describeEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/.well-known/oauth-authorization-server": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How tokens are got here, as OAuth 2 authorization server metadata (RFC 8414) */
        readonly get: operations["describeIssuer"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether the API answers; says nothing of what lies behind it */
        readonly get: operations["health"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export interface webhooks {
    readonly alert: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What an authority’s inbox queue receives: a CloudEvents envelope without personal data */
        readonly post: operations["receiveAlertEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly digest: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What it receives at eight in the morning for new alerts of early help */
        readonly post: operations["receiveDigestEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly test: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What it receives when its own system asked for a test */
        readonly post: operations["receiveTestEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly emergency: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What the leads of an authority receive when one of theirs asks to read something in an emergency, when what is theirs is opened so, and the partnership lead where nobody reviews it */
        readonly post: operations["receiveEmergencyAccessEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly quarantine: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What the partnership lead receives when something of immediate danger cannot be read, or fails again and again */
        readonly post: operations["receiveRowQuarantinedEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly overdue: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What the partnership lead receives once a day while something in the hub waits past its bound */
        readonly post: operations["receiveRowOverdueEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly review: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What the queue of whoever is asked receives, or a lead’s where nobody has answered */
        readonly post: operations["receiveReviewEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly escalation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What the queue of an agency’s lead receives: a concern that nobody has answered in time, or of which the agency’s system does not take that it changed */
        readonly post: operations["receiveConcernEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly change: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What the system of an agency receives when something of a concern that it sent has changed, as far as it can see */
        readonly post: operations["receiveConcernChangedEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly agreement: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What the queue of an authority’s managers and leads receives of a written agreement that ends, or has ended undecided */
        readonly post: operations["receiveWrittenAgreementEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly elsewhere: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What an authority’s queue receives once a day: which of its own adults another authority has recorded too */
        readonly post: operations["receiveRecordedElsewhereEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly use: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What a lead’s queue receives once a day where the use of the hub shows something to look at */
        readonly post: operations["receiveUseReportedEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly quota: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What the partnership lead receives once a day of a client that does more than it may */
        readonly post: operations["receiveQuotaExceededEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly unagreed: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What the partnership lead receives once a day where a service told an authority with which nothing is agreed */
        readonly post: operations["receiveAgreementsMissingEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export interface components {
    schemas: {
        readonly TokenRequest: {
            readonly grant_type?: string;
            readonly client_assertion_type?: string;
            readonly client_assertion?: string;
            readonly client_id?: string;
            readonly scope?: string;
        };
        readonly Concern: {
            /** @enum {string} */
            readonly purpose: "safeguarding" | "welfare" | "other";
            /** @enum {string} */
            readonly harm: "H0" | "H1" | "H2" | "H3" | "H4";
            readonly subject: {
                readonly names: readonly {
                    /** @description Given names, space separated */
                    readonly given?: string;
                    /** @description Family name, double barrels as written */
                    readonly family?: string;
                }[];
                readonly dateOfBirth?: string;
                /** @enum {string} */
                readonly sex?: "M" | "F" | "U";
                readonly addresses?: readonly {
                    readonly houseNumber?: string;
                    readonly street?: string;
                    readonly town?: string;
                    readonly postcode?: string;
                    /** @description Unique Property Reference Number */
                    readonly uprn?: string;
                    /** Format: date */
                    readonly from?: string;
                    /** Format: date */
                    readonly to?: string;
                }[];
                /** @description Current number first, then superseded ones */
                readonly nhsNumbers?: readonly string[];
                readonly phones?: readonly string[];
                /** @default [] */
                readonly emails?: readonly string[];
                /** @enum {string} */
                readonly relationshipToChild: "MOTHER" | "FATHER" | "STEP_PARENT" | "PARTNER_OF_PARENT" | "GRANDPARENT" | "SIBLING" | "OTHER_RELATIVE" | "CARER" | "OTHER" | "UNKNOWN";
                /**
                 * @default UNKNOWN
                 * @enum {string}
                 */
                readonly parentalResponsibility?: "YES" | "NO" | "UNKNOWN";
                /** @enum {string} */
                readonly contactLevel: "NONE" | "OCCASIONAL" | "WEEKLY" | "OVERNIGHT" | "RESIDENT" | "UNKNOWN";
                /** @enum {string} */
                readonly role?: "VICTIM" | "ALLEGED_PERPETRATOR" | "UNKNOWN";
                readonly pregnancy?: {
                    /** Format: date */
                    readonly expectedDateOfDelivery: string;
                    readonly hospital?: string;
                    readonly midwife?: string;
                };
            };
            readonly otherAdults?: readonly {
                readonly names: readonly {
                    /** @description Given names, space separated */
                    readonly given?: string;
                    /** @description Family name, double barrels as written */
                    readonly family?: string;
                }[];
                readonly dateOfBirth?: string;
                /** @enum {string} */
                readonly sex?: "M" | "F" | "U";
                readonly addresses?: readonly {
                    readonly houseNumber?: string;
                    readonly street?: string;
                    readonly town?: string;
                    readonly postcode?: string;
                    /** @description Unique Property Reference Number */
                    readonly uprn?: string;
                    /** Format: date */
                    readonly from?: string;
                    /** Format: date */
                    readonly to?: string;
                }[];
                /** @description Current number first, then superseded ones */
                readonly nhsNumbers?: readonly string[];
                readonly phones?: readonly string[];
                /** @default [] */
                readonly emails?: readonly string[];
                /**
                 * @default UNKNOWN
                 * @enum {string}
                 */
                readonly relationshipToChild?: "MOTHER" | "FATHER" | "STEP_PARENT" | "PARTNER_OF_PARENT" | "GRANDPARENT" | "SIBLING" | "OTHER_RELATIVE" | "CARER" | "OTHER" | "UNKNOWN";
                /**
                 * @default UNKNOWN
                 * @enum {string}
                 */
                readonly parentalResponsibility?: "YES" | "NO" | "UNKNOWN";
                /**
                 * @default UNKNOWN
                 * @enum {string}
                 */
                readonly contactLevel?: "NONE" | "OCCASIONAL" | "WEEKLY" | "OVERNIGHT" | "RESIDENT" | "UNKNOWN";
                /**
                 * @default UNKNOWN
                 * @enum {string}
                 */
                readonly relationshipToSubject?: "PARTNER" | "FORMER_PARTNER" | "PARENT" | "SIBLING" | "ADULT_CHILD" | "OTHER_RELATIVE" | "HOUSEHOLD_MEMBER" | "OTHER" | "UNKNOWN";
                /**
                 * @default UNKNOWN
                 * @enum {string}
                 */
                readonly role?: "VICTIM" | "ALLEGED_PERPETRATOR" | "UNKNOWN";
            }[];
            readonly children: readonly {
                readonly name?: {
                    /** @description Given names, space separated */
                    readonly given?: string;
                    /** @description Family name, double barrels as written */
                    readonly family?: string;
                };
                readonly alsoKnownAs?: readonly {
                    /** @description Given names, space separated */
                    readonly given?: string;
                    /** @description Family name, double barrels as written */
                    readonly family?: string;
                }[];
                readonly dateOfBirth?: string;
                /** Format: date */
                readonly expectedDateOfDelivery?: string;
                /** @description As told, where no date of birth is known */
                readonly ageYears?: number;
                /**
                 * @default U
                 * @enum {string}
                 */
                readonly sex?: "M" | "F" | "U";
                readonly nhsNumber?: string;
                readonly address?: {
                    readonly houseNumber?: string;
                    readonly street?: string;
                    readonly town?: string;
                    readonly postcode?: string;
                    /** @description Unique Property Reference Number */
                    readonly uprn?: string;
                    /** Format: date */
                    readonly from?: string;
                    /** Format: date */
                    readonly to?: string;
                };
                readonly locationNow?: string;
                readonly school?: string;
                readonly gp?: string;
                /** @default [] */
                readonly relationships?: readonly {
                    /**
                     * @description subject, or otherAdults/ and its place in that list, from 0
                     * @enum {string}
                     */
                    readonly adult: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7";
                    /**
                     * @default UNKNOWN
                     * @enum {string}
                     */
                    readonly relationship?: "MOTHER" | "FATHER" | "STEP_PARENT" | "PARTNER_OF_PARENT" | "GRANDPARENT" | "SIBLING" | "OTHER_RELATIVE" | "CARER" | "OTHER" | "UNKNOWN";
                    /**
                     * @default UNKNOWN
                     * @enum {string}
                     */
                    readonly livesWithChild?: "YES" | "NO" | "UNKNOWN";
                }[];
                readonly disability?: string;
                readonly firstLanguage?: string;
            }[];
            readonly whyChildrenUnknown?: string;
            readonly authority: components["schemas"]["StatedAuthority"];
            readonly childLocationNow?: string;
            readonly factors: readonly ("20" | "21" | "1A" | "1B" | "1C" | "2A" | "2B" | "2C" | "3A" | "3B" | "3C" | "4A" | "4B" | "4C" | "5A" | "5B" | "5C" | "6A" | "6B" | "6C" | "7A" | "8B" | "8C" | "8D" | "8E" | "8F" | "9A" | "10A" | "11A" | "12A" | "13A" | "14A" | "15A" | "16A" | "17A" | "18B" | "18C" | "19B" | "19C" | "22A" | "23A" | "24A")[];
            /** @default [] */
            readonly flags?: readonly ("DA" | "MARAC" | "RESTRICTED_ADDRESS" | "DETRIMENT_CLAIMED" | "DELUSION_INVOLVES_CHILD" | "SUICIDE_PLAN_INVOLVES_CHILD" | "ADOPTED" | "SENSITIVE_CHILD_SERVICE" | "STAFF_CONFLICT" | "UNBORN" | "PREVIOUS_REMOVAL")[];
            /**
             * Format: date
             * @description Optional: neglect needs no incident
             */
            readonly incidentOn?: string;
            /** Format: date */
            readonly ongoingSince?: string;
            /**
             * Format: uuid
             * @description An earlier concern of your own agency that this one corrects; it stays, and is shown as superseded
             */
            readonly corrects?: string;
            /** @description Your own, to find it again */
            readonly ownReference?: string;
            /** @description Why this is shared, in words that may be disclosed when little else is */
            readonly reason: string;
            readonly narrative: readonly {
                /** @enum {string} */
                readonly kind: "FACT" | "OPINION" | "REPORTED";
                readonly text: string;
            }[];
            readonly protectiveFactors?: string;
            readonly childView?: string;
            readonly consent?: {
                /** @enum {string} */
                readonly status?: "GIVEN" | "REFUSED" | "WITHDRAWN" | "NOT_SOUGHT" | "LACKS_CAPACITY";
                /**
                 * @description Expected when status is NOT_SOUGHT
                 * @enum {string}
                 */
                readonly whyNotSought?: "RISK_TO_CHILD" | "RISK_TO_ANOTHER" | "PREJUDICES_INVESTIGATION" | "DELAY_HARMS" | "CANNOT_BE_GIVEN" | "NOT_REASONABLY_OBTAINABLE" | "NO_REASON";
                readonly whatWasAgreed?: string;
                readonly givenBy?: string;
                /** Format: date */
                readonly decidedOn?: string;
                /** Format: date */
                readonly expiresOn?: string;
                /** @description Expected when status is LACKS_CAPACITY */
                readonly capacityAssessor?: string;
                /** Format: date */
                readonly capacityAssessedOn?: string;
                /**
                 * @default UNKNOWN
                 * @enum {string}
                 */
                readonly parentAware?: "YES" | "NO" | "UNKNOWN";
                readonly parentView?: string;
            };
            /** @description Why this is sent against a refusal; needed at H2 with REFUSED or WITHDRAWN */
            readonly whyOverridden?: string;
            readonly domesticAbuse?: {
                /** @enum {string} */
                readonly childPresent: "SAW" | "HEARD" | "PRESENT" | "NOT_PRESENT" | "UNKNOWN";
                /** @description Where the victim is kept safe */
                readonly refuge?: string;
                readonly safeContact?: {
                    readonly number?: string;
                    readonly safeToCall: boolean;
                    readonly times?: string;
                    readonly notSafeToTalkTo?: string;
                };
                readonly dash?: {
                    /** @description Left out where the level is professional judgement alone */
                    readonly score?: number;
                    /**
                     * @description Professional judgement may raise the level that the score gives, never lower it
                     * @enum {string}
                     */
                    readonly level: "STANDARD" | "MEDIUM" | "HIGH";
                };
                /** @default false */
                readonly maracReferred?: boolean;
                /** Format: date */
                readonly maracOn?: string;
            };
            /** @description Whom to keep out, with the flag STAFF_CONFLICT */
            readonly conflict?: {
                readonly who: string;
                readonly role: string;
            };
            readonly keepConfidentialFrom?: readonly {
                readonly person: string;
                readonly why: string;
            }[];
            /** @description What a visitor must know */
            readonly workerSafety?: string;
            readonly substances?: readonly {
                readonly what: string;
                /** @description How, and out of whose reach */
                readonly storedAtHome?: string;
            }[];
            readonly previousRemoval?: {
                /** @enum {string} */
                readonly answer: "YES" | "NO" | "UNKNOWN";
                readonly year?: number;
                readonly authority?: string;
            };
            readonly previousProtectionPlan?: {
                /** @enum {string} */
                readonly answer: "YES" | "NO" | "UNKNOWN";
                readonly year?: number;
                readonly authority?: string;
            };
            readonly previouslyLookedAfter?: {
                /** @enum {string} */
                readonly answer: "YES" | "NO" | "UNKNOWN";
                readonly year?: number;
                readonly authority?: string;
            };
            readonly phoneCallMade?: {
                readonly made: boolean;
                /** Format: date-time */
                readonly at?: string;
            };
            readonly interpreter?: string;
            readonly referrer: {
                readonly name: string;
                readonly role: string;
                readonly team?: string;
                /**
                 * Format: email
                 * @description A work address. Where your service has registered mail domains with the hub it is of one of these, or it is to be mended; at H3 and H4 the concern is taken without it
                 */
                readonly secureEmail: string;
                readonly phone: string;
                readonly outOfHours?: string;
                readonly workBase?: string;
            };
        };
        /** @description GSS code of the authority where the child lives or is found, member or not. A code that has ended is taken for the one in its place, a district (E07) for its county */
        readonly StatedAuthority: string | ("ABROAD" | "UNKNOWN");
        readonly Withdrawal: {
            /** @enum {string} */
            readonly reason: "WRONG_PERSON" | "SENT_IN_ERROR";
            /** @description What went wrong, for those who have read it */
            readonly words: string;
        };
        readonly ConsentChange: {
            /** @enum {string} */
            readonly status: "GIVEN" | "REFUSED" | "WITHDRAWN" | "NOT_SOUGHT" | "LACKS_CAPACITY";
            /**
             * @description Expected when status is NOT_SOUGHT
             * @enum {string}
             */
            readonly whyNotSought?: "RISK_TO_CHILD" | "RISK_TO_ANOTHER" | "PREJUDICES_INVESTIGATION" | "DELAY_HARMS" | "CANNOT_BE_GIVEN" | "NOT_REASONABLY_OBTAINABLE" | "NO_REASON";
            readonly whatWasAgreed?: string;
            readonly givenBy?: string;
            /** Format: date */
            readonly decidedOn?: string;
            /** Format: date */
            readonly expiresOn?: string;
            /** @description Expected when status is LACKS_CAPACITY */
            readonly capacityAssessor?: string;
            /** Format: date */
            readonly capacityAssessedOn?: string;
            /**
             * @default UNKNOWN
             * @enum {string}
             */
            readonly parentAware?: "YES" | "NO" | "UNKNOWN";
            readonly parentView?: string;
        };
        readonly Engagement: {
            /** @enum {string} */
            readonly engagement: "MISSED_APPOINTMENTS" | "DROPPED_OUT" | "DISCHARGED" | "RETURNED";
            /**
             * Format: date
             * @description The day of it; of missed appointments, of the last one missed
             */
            readonly on: string;
        };
        readonly Challenge: {
            /** @description Why you think the answer wrong. The authority reads it, redacted as the alert was */
            readonly reason: string;
            /** @description Which answer. Left out: that none has come, after the day by which one was due */
            readonly feedbackNumber?: number;
        };
        readonly HandOver: {
            /** @description Work id of whoever has it from now on, never a name: it holds a digit. null: nobody in particular, so that somebody of the team takes it. By whoever has it or your lead; by anybody where nobody has it */
            readonly to: string | null;
        };
        readonly Outcome: {
            /** @enum {string} */
            readonly outcome: "IMMEDIATE_PROTECTION" | "STRATEGY_DISCUSSION" | "SECTION_47" | "CONFERENCE" | "ASSESSMENT_S17" | "PASSED_TO_ALLOCATED_WORKER" | "EARLY_HELP" | "EARLY_HELP_DECLINED" | "STEP_DOWN" | "MORE_INFORMATION_NEEDED" | "OTHER_AUTHORITY" | "NOT_THIS_PERSON" | "ADVICE_GIVEN" | "NO_FURTHER_ACTION";
            /** @description At least 40 characters for an outcome that turns the family away, and for one below that given before */
            readonly reason?: string;
            /** @enum {string} */
            readonly conference?: "INITIAL" | "REVIEW" | "PRE_BIRTH";
            /** @enum {string} */
            readonly whatFollows?: "VISIT" | "PLAN_REVIEWED" | "STRATEGY_DISCUSSION" | "COURT_TOLD" | "PLAN_UNCHANGED";
            /** @description GSS code of an English local authority, such as E08000035 */
            readonly otherAuthority?: string;
            /** @enum {string} */
            readonly noFurtherActionReason?: "BELOW_THRESHOLD" | "ALREADY_ADDRESSED" | "NO_CHILD_CONCERNED" | "DISPROVED" | "TOLD_BEFORE";
            /**
             * Format: date-time
             * @description When the strategy discussion was held
             */
            readonly strategyDiscussionAt?: string;
            /**
             * @description The alert’s priorAlertIds, once somebody of your authority has read them: turning a family away needs all
             * @default []
             */
            readonly priorItemsRead?: readonly string[];
        };
        readonly FeedbackToReferrer: {
            /** @description What you tell, each line as the fact, opinion or report that it is */
            readonly lines: readonly {
                /** @enum {string} */
                readonly kind: "FACT" | "OPINION" | "REPORTED";
                readonly text: string;
            }[];
            readonly nextStep?: string;
        };
        readonly CaseStatus: {
            /**
             * @description ENDED needs a second person within three months of H3 or H4, or while another alert about a child is unread: the first proposes it, the second says the same
             * @enum {string}
             */
            readonly status: "OPEN" | "ENDED";
        };
        readonly Telling: {
            /** @constant */
            readonly wasTold: true;
            readonly who: readonly ("MOTHER" | "FATHER" | "OTHER_WITH_RESPONSIBILITY" | "CARER")[];
            readonly toldBy: string;
            /** Format: date-time */
            readonly toldAt: string;
        } | {
            /** @constant */
            readonly wasTold: false;
            /** @enum {string} */
            readonly whyNot: "RISK_TO_CHILD" | "RISK_TO_ANOTHER" | "PREJUDICES_INVESTIGATION" | "NOT_REACHED" | "NOT_YET";
            readonly reason?: string;
        };
        readonly Verdict: {
            /** @enum {string} */
            readonly verdict: "IDENTIFIED" | "NOBODY" | "SHARE" | "SHARE_MINIMAL" | "HOLD";
            /** @description With IDENTIFIED: every entry of your register that is this person */
            readonly ids?: readonly string[];
            readonly reason: string;
            /** @constant */
            readonly notRelated: true;
        };
        readonly Tick: {
            /**
             * Format: date
             * @description That of the report
             */
            readonly day: string;
            /** @description Its `number` */
            readonly finding: number;
            /**
             * @description EXPLAINED: there is a reason; TAKEN_UP: it is being gone into
             * @enum {string}
             */
            readonly how: "EXPLAINED" | "TAKEN_UP";
        };
        readonly Child: {
            /** @description Responsible authority; must be the caller’s own */
            readonly authority: string;
            /** @description Absent for an unborn or unnamed child */
            readonly name?: {
                /** @description Given names, space separated */
                readonly given?: string;
                /** @description Family name, double barrels as written */
                readonly family?: string;
            };
            readonly dateOfBirth?: string;
            /** Format: date */
            readonly expectedDateOfDelivery?: string;
            /** @enum {string} */
            readonly sex: "M" | "F" | "U";
            readonly nhsNumber?: string;
            readonly uniquePupilNumber?: string;
            readonly status: components["schemas"]["ChildStatus"];
            readonly allocatedTeam?: string;
            readonly allocatedTeamContact?: string;
            readonly school?: string;
            readonly gp?: string;
            /**
             * @description Nobody real: whoever finds the child or its adults, or reads of them, is looked into. Needs the scope register.unrestrict, stays, and is shown to nobody
             * @constant
             */
            readonly isCanary?: true;
            readonly alsoKnownAs?: readonly {
                /** @description Given names, space separated */
                readonly given?: string;
                /** @description Family name, double barrels as written */
                readonly family?: string;
            }[];
            /**
             * @description Newest first; a status that is replaced is kept here without being sent again
             * @default []
             */
            readonly earlierStatuses?: readonly components["schemas"]["ChildStatus"][];
            readonly restricted?: {
                readonly address?: boolean;
                readonly adopted?: boolean;
                readonly sensitiveService?: boolean;
            };
            readonly addresses?: readonly {
                readonly houseNumber?: string;
                readonly street?: string;
                readonly town?: string;
                readonly postcode?: string;
                /** @description Unique Property Reference Number */
                readonly uprn?: string;
                /** Format: date */
                readonly from?: string;
                /** Format: date */
                readonly to?: string;
            }[];
            /** @description Time-limited agreements with the parents; while one runs, a new concern is watched */
            readonly writtenAgreements?: readonly components["schemas"]["WrittenAgreement"][];
            readonly adults: readonly {
                /** @description The authority’s own id of the adult; no personal data */
                readonly id: string;
                readonly names: readonly {
                    /** @description Given names, space separated */
                    readonly given?: string;
                    /** @description Family name, double barrels as written */
                    readonly family?: string;
                }[];
                readonly dateOfBirth?: string;
                /** @enum {string} */
                readonly sex?: "M" | "F" | "U";
                readonly addresses?: readonly {
                    readonly houseNumber?: string;
                    readonly street?: string;
                    readonly town?: string;
                    readonly postcode?: string;
                    /** @description Unique Property Reference Number */
                    readonly uprn?: string;
                    /** Format: date */
                    readonly from?: string;
                    /** Format: date */
                    readonly to?: string;
                }[];
                /** @description Current number first, then superseded ones */
                readonly nhsNumbers?: readonly string[];
                readonly phones?: readonly string[];
                /** @default [] */
                readonly emails?: readonly string[];
                /** @description A child of this adult was looked after, adopted, placed by an order or under special guardianship. `false` takes nothing back */
                readonly previousRemoval?: boolean;
                readonly restricted?: {
                    readonly address?: boolean;
                };
                /** @enum {string} */
                readonly relationship: "MOTHER" | "FATHER" | "STEP_PARENT" | "PARTNER_OF_PARENT" | "GRANDPARENT" | "SIBLING" | "OTHER_RELATIVE" | "CARER" | "OTHER";
                /** Format: date */
                readonly relationshipStartedOn?: string;
                /**
                 * Format: date
                 * @description Left out, the relationship is in force
                 */
                readonly relationshipEndedOn?: string;
                /**
                 * @description UNKNOWN takes nothing back
                 * @default UNKNOWN
                 * @enum {string}
                 */
                readonly parentalResponsibility?: "YES" | "NO" | "UNKNOWN";
                /**
                 * @description UNKNOWN takes nothing back
                 * @default UNKNOWN
                 * @enum {string}
                 */
                readonly livesWithChild?: "YES" | "NO" | "UNKNOWN";
            }[];
        };
        readonly ChildStatus: {
            /** @enum {string} */
            readonly code: "EARLY_HELP" | "IN_NEED" | "PROTECTION_PLAN" | "LOOKED_AFTER" | "PROCEEDINGS" | "ADOPTED" | "SPECIAL_GUARDIANSHIP" | "CLOSED";
            /** Format: date */
            readonly from?: string;
            /** Format: date */
            readonly to?: string;
            /**
             * @description Looked after for short breaks only, which is no removal
             * @constant
             */
            readonly isShortBreaks?: true;
            /**
             * @description The child was placed away from the parents by an order of a court
             * @constant
             */
            readonly isPlacedByOrder?: true;
        };
        readonly WrittenAgreement: {
            /** @description Your own id of the agreement; no personal data */
            readonly id: string;
            /** Format: date */
            readonly agreedOn: string;
            /**
             * Format: date
             * @description A later day, told again, extends it
             */
            readonly endsOn: string;
            /** @description Your own ids of the adults with whom it was agreed */
            readonly with?: readonly string[];
            /** @description What was agreed with the parents */
            readonly what: string;
            /** @description What follows if it is not kept */
            readonly whatFollows: string;
            /**
             * Format: date
             * @description When it was found kept or broken
             */
            readonly decidedOn?: string;
            /**
             * @default RUNNING
             * @enum {string}
             */
            readonly state?: "RUNNING" | "KEPT" | "BROKEN";
        };
        readonly Deletion: {
            readonly reason: string;
        };
        readonly ChildCorrection: {
            readonly remove: {
                readonly names?: readonly {
                    /** @description Given names, space separated */
                    readonly given?: string;
                    /** @description Family name, double barrels as written */
                    readonly family?: string;
                }[];
                readonly addresses?: readonly {
                    readonly houseNumber?: string;
                    readonly street?: string;
                    readonly town?: string;
                    readonly postcode?: string;
                    /** @description Unique Property Reference Number */
                    readonly uprn?: string;
                    /** Format: date */
                    readonly from?: string;
                    /** Format: date */
                    readonly to?: string;
                }[];
                readonly nhsNumbers?: readonly string[];
                /** @description Your own ids of adults who are not related to this child and never were */
                readonly adults?: readonly string[];
                /** @description Your own ids of agreements that were never made */
                readonly writtenAgreements?: readonly string[];
                readonly earlierStatuses?: readonly components["schemas"]["ChildStatus"][];
                /** @constant */
                readonly dateOfBirth?: true;
                /** @constant */
                readonly expectedDateOfDelivery?: true;
                /** @constant */
                readonly uniquePupilNumber?: true;
                /** @constant */
                readonly allocatedTeam?: true;
                /** @constant */
                readonly allocatedTeamContact?: true;
                /** @constant */
                readonly school?: true;
                /** @constant */
                readonly gp?: true;
            };
            readonly reason: string;
        };
        readonly ChildLifting: {
            /** @enum {string} */
            readonly restriction: "address" | "adopted" | "sensitiveService";
            readonly reason: string;
        };
        readonly RegisterLoadPart: {
            /** @description Must be the caller’s own */
            readonly authority: string;
            /** @description SHA-256 of all that the load tells, in hex: equal content is one load */
            readonly digest: string;
            /**
             * @description Of a FULL load, whoever is not in it is gone; of a DELTA nobody is
             * @enum {string}
             */
            readonly extent: "FULL" | "DELTA";
            /**
             * @description `compare` changes no record; `apply` follows a comparison that has ended
             * @enum {string}
             */
            readonly step: "compare" | "apply";
            /** @description Where the part begins: after this own id; empty at the beginning */
            readonly after: "" | string;
            readonly records?: readonly {
                readonly id: string;
                readonly child: components["schemas"]["Child"];
            }[];
            /**
             * @description Own ids of whom the file tells and who are not loaded: they are not gone
             * @default []
             */
            readonly kept?: readonly string[];
            /**
             * @description Own ids that the source asks to be held no longer: their cases are closed
             * @default []
             */
            readonly purged?: readonly string[];
            /** @description Nobody comes after this part */
            readonly isLast: boolean;
            /** @description How many cases the load is meant to close: needed with the first part of `apply` where it would close more than a tenth */
            readonly confirmed?: number;
            readonly report?: components["schemas"]["RegisterLoadReport"];
        };
        /** @description What was wrong in the files, in numbers alone; kept where it comes with the first part of a step */
        readonly RegisterLoadReport: {
            readonly rows: number;
            readonly records: {
                readonly loaded: number;
                readonly refused: number;
                readonly leftOut: number;
                readonly purged: number;
            };
            /** @description By code, in how many rows */
            readonly flaws: readonly {
                /** @enum {string} */
                readonly code: "ROW_UNREADABLE" | "CELLS_UNLIKE_HEADER" | "ID_MISSING" | "ID_UNFIT" | "ID_LIKE_NHS_NUMBER" | "PERSON_TWICE" | "PERSON_REPEATED" | "PERSON_UNKNOWN" | "NAME_MISSING" | "NAME_IN_PART" | "NAME_PLACEHOLDER" | "NAME_NOT_LETTERS" | "NAME_TOO_LONG" | "BIRTH_MISSING" | "BIRTH_UNREADABLE" | "BIRTH_PLACEHOLDER" | "BIRTH_IN_FUTURE" | "BIRTH_AND_EXPECTED" | "EXPECTED_UNREADABLE" | "EXPECTED_LONG_PAST" | "EXPECTED_TOO_FAR" | "NOT_A_CHILD" | "CHILD_DIED" | "SEX_UNREADABLE" | "SEX_OF_UNBORN" | "NHS_NUMBER_WRONG" | "NHS_NUMBER_PLACEHOLDER" | "NHS_NUMBER_OF_ANOTHER" | "UPN_WRONG" | "POSTCODE_WRONG" | "POSTCODE_PSEUDO" | "ADDRESS_CONFIDENTIAL" | "ADDRESS_EMPTY" | "ADDRESS_UNREADABLE" | "ADDRESS_DATES" | "ADDRESSES_TOO_MANY" | "STATUS_MISSING" | "STATUS_UNREADABLE" | "STATUS_DATES" | "STATUS_IN_FUTURE" | "CLOSED_WITHOUT_DATE" | "STATUSES_TOO_MANY" | "RELATION_WITHOUT_CHILD" | "ADULT_OF_TOO_MANY" | "RELATION_WITHOUT_ADULT" | "RELATION_TO_SELF" | "RELATION_TWICE" | "RELATION_UNREADABLE" | "RELATION_UNSAID" | "RELATION_DATES" | "FAMILY_TOO_LARGE" | "NO_ADULTS" | "ADULTS_TOO_MANY" | "ADULT_NAME_MISSING" | "ADULT_BIRTH_WRONG" | "ADULT_TOLD_DIFFERENTLY" | "PARENT_TOO_YOUNG" | "ADULT_DIED" | "YES_OR_NO_UNREADABLE" | "RESTRICTED_UNREADABLE" | "TELEPHONE_WRONG" | "EMAIL_WRONG" | "TEXT_TOO_LONG" | "PURGED" | "FITS_NO_CONTRACT";
                readonly rows: number;
            }[];
        };
        readonly RegisterImportBegin: {
            /** @description Must be the caller’s own */
            readonly authority: string;
            /**
             * @description Of a FULL load, whoever is not in it is gone; of a DELTA nobody is
             * @enum {string}
             */
            readonly extent: "FULL" | "DELTA";
            /** @description Files of one load complete one another. They have numbers here, and no names */
            readonly files: readonly components["schemas"]["RegisterImportFile"][];
        };
        readonly RegisterImportFile: {
            /**
             * @description Which form of either it is, is seen from its beginning
             * @enum {string}
             */
            readonly kind: "csv" | "json";
            /** @description Its length */
            readonly bytes: number;
            /** @description SHA-256 of its bytes, in hex: nothing else is taken under its address */
            readonly sha256: string;
        };
        readonly RegisterImportApply: {
            /** @description How many cases it is meant to close: needed where `toConfirm` says how many it would */
            readonly confirmed?: number;
        };
        /** @description A whole name and the day of birth */
        readonly RegisterSearch: {
            /** @enum {string} */
            readonly kind: "child" | "adult";
            readonly name: {
                readonly given: string;
                readonly family: string;
            };
            /** Format: date */
            readonly dateOfBirth: string;
        };
        readonly Adult: {
            /** @description Must be the caller’s own */
            readonly authority: string;
            readonly names: readonly {
                /** @description Given names, space separated */
                readonly given?: string;
                /** @description Family name, double barrels as written */
                readonly family?: string;
            }[];
            readonly dateOfBirth?: string;
            /** @enum {string} */
            readonly sex?: "M" | "F" | "U";
            readonly addresses?: readonly {
                readonly houseNumber?: string;
                readonly street?: string;
                readonly town?: string;
                readonly postcode?: string;
                /** @description Unique Property Reference Number */
                readonly uprn?: string;
                /** Format: date */
                readonly from?: string;
                /** Format: date */
                readonly to?: string;
            }[];
            /** @description Current number first, then superseded ones */
            readonly nhsNumbers?: readonly string[];
            readonly phones?: readonly string[];
            /** @default [] */
            readonly emails?: readonly string[];
            /** @description A child of this adult was looked after, adopted, placed by an order or under special guardianship. `false` takes nothing back */
            readonly previousRemoval?: boolean;
            readonly restricted?: {
                readonly address?: boolean;
            };
        };
        readonly AdultCorrection: {
            readonly remove: {
                readonly names?: readonly {
                    /** @description Given names, space separated */
                    readonly given?: string;
                    /** @description Family name, double barrels as written */
                    readonly family?: string;
                }[];
                readonly addresses?: readonly {
                    readonly houseNumber?: string;
                    readonly street?: string;
                    readonly town?: string;
                    readonly postcode?: string;
                    /** @description Unique Property Reference Number */
                    readonly uprn?: string;
                    /** Format: date */
                    readonly from?: string;
                    /** Format: date */
                    readonly to?: string;
                }[];
                readonly nhsNumbers?: readonly string[];
                readonly phones?: readonly string[];
                readonly emails?: readonly string[];
                /** @constant */
                readonly dateOfBirth?: true;
                /** @constant */
                readonly sex?: true;
                /** @constant */
                readonly previousRemoval?: true;
            };
            readonly reason: string;
        };
        readonly AdultLifting: {
            /** @enum {string} */
            readonly restriction: "address";
            readonly reason: string;
        };
        readonly EmergencyAsked: {
            readonly object: {
                /** @constant */
                readonly kind: "alert";
                /** Format: uuid */
                readonly id: string;
            } | {
                /** @constant */
                readonly kind: "chronology";
                readonly id: string;
            };
            readonly justification: string;
        };
        readonly EmergencyReview: {
            /** @enum {string} */
            readonly verdict: "JUSTIFIED" | "NOT_JUSTIFIED";
            readonly reason: string;
        };
        /** @description An NHS number; or a whole name and the day of birth */
        readonly PeopleSearch: {
            /** @enum {string} */
            readonly kind: "child" | "adult";
            readonly nhsNumber?: string;
            readonly name?: {
                readonly given: string;
                readonly family: string;
            };
            /** Format: date */
            readonly dateOfBirth?: string;
        };
        readonly SubjectAccess: {
            readonly personId: string;
            /**
             * @description Concerns that the search found: held and unmatched ones are found by these
             * @default []
             */
            readonly concernIds?: readonly string[];
        };
        readonly AlertEvent: {
            /** @constant */
            readonly specversion: "1.0";
            /** @description alertId#version: drop what you have already seen */
            readonly id: string;
            /** Format: uri */
            readonly source: string;
            /** @enum {string} */
            readonly type: "uk.safeguarding-hub.alert.raised.v1" | "uk.safeguarding-hub.alert.updated.v1" | "uk.safeguarding-hub.alert.overdue.v1" | "uk.safeguarding-hub.alert.challenged.v1" | "uk.safeguarding-hub.alert.rerouted.v1" | "uk.safeguarding-hub.alert.reminder.v1" | "uk.safeguarding-hub.alert.undelivered.v1";
            /**
             * Format: uuid
             * @description Id of the alert, the concern or the review
             */
            readonly subject: string;
            /** Format: date-time */
            readonly time: string;
            /** @constant */
            readonly datacontenttype: "application/json";
            /**
             * Format: uri
             * @description Where the content is read, with a token
             */
            readonly dataref: string;
            readonly data: {
                /** Format: uuid */
                readonly alertId: string;
                readonly version: number;
                /** @description The alert’s kind */
                readonly kind?: string;
                /**
                 * @description How soon somebody must look
                 * @enum {string}
                 */
                readonly urgency: "immediate" | "today" | "routine";
                /**
                 * @description Whom to tell
                 * @enum {string}
                 */
                readonly tells?: "inbox" | "manager" | "authority-lead" | "sender-lead" | "partnership-lead";
                /**
                 * @description Who decides again
                 * @enum {string}
                 */
                readonly level?: "manager" | "head" | "partnership";
                /**
                 * @description What is due now
                 * @enum {string}
                 */
                readonly reminder?: "ASSESSMENT_ENDS" | "CONFERENCE";
                /** @description Pushed only: the alert, as `GET /alerts/{id}` would have answered */
                readonly alert?: {
                    /** Format: uuid */
                    readonly alertId: string;
                } & {
                    readonly [key: string]: unknown;
                };
                /** @description As `alert`, sealed to the authority’s key: a JWE within a JWS of the hub */
                readonly sealed?: string;
            };
        };
        readonly DigestEvent: {
            /** @constant */
            readonly specversion: "1.0";
            /** @description Made from the list, or where it is empty from the day: the same again is the same event */
            readonly id: string;
            /** Format: uri */
            readonly source: string;
            /** @constant */
            readonly type: "uk.safeguarding-hub.alert.digest.v1";
            /** @description GSS code of an English local authority, such as E08000035 */
            readonly subject: string;
            /** Format: date-time */
            readonly time: string;
            /** @constant */
            readonly datacontenttype: "application/json";
            /**
             * Format: uri
             * @description Where your alerts are listed, with a token
             */
            readonly dataref: string;
            readonly data: {
                /** @description Empty where the checkpoint alone is told */
                readonly alerts: readonly {
                    /** Format: uuid */
                    readonly alertId: string;
                    readonly version: number;
                }[];
                /** @description The newest signed size and root of the audit log, a C2SP signed note. Keep it: whoever holds it can tell whether the log was written anew since */
                readonly checkpoint?: string;
            };
        };
        readonly TestEvent: {
            /** @constant */
            readonly specversion: "1.0";
            /** @description One a test: drop what you have already seen */
            readonly id: string;
            /** Format: uri */
            readonly source: string;
            /** @constant */
            readonly type: "uk.safeguarding-hub.alert.test.v1";
            /**
             * Format: uuid
             * @description Id of the test, as its asker was told
             */
            readonly subject: string;
            /** Format: date-time */
            readonly time: string;
            /** @constant */
            readonly datacontenttype: "application/json";
            /**
             * Format: uri
             * @description Where alerts are listed; no test is among them
             */
            readonly dataref: string;
            readonly data: {
                /** Format: uuid */
                readonly testId: string;
            };
        };
        readonly EmergencyAccessEvent: {
            /** @constant */
            readonly specversion: "1.0";
            /** @description accessId#version: drop what you have already seen */
            readonly id: string;
            /** Format: uri */
            readonly source: string;
            /** @enum {string} */
            readonly type: "uk.safeguarding-hub.emergency-access.asked.v1" | "uk.safeguarding-hub.emergency-access.approved.v1" | "uk.safeguarding-hub.emergency-access.overdue.v1";
            /**
             * Format: uuid
             * @description Id of the emergency access
             */
            readonly subject: string;
            /** Format: date-time */
            readonly time: string;
            /** @constant */
            readonly datacontenttype: "application/json";
            /**
             * Format: uri
             * @description Where a lead reads it, approves it at `/approval` or reviews it at `/review`
             */
            readonly dataref: string;
            readonly data: {
                /** Format: uuid */
                readonly accessId: string;
                readonly version: number;
                /** @description What was asked for or opened: alert or chronology */
                readonly kind?: string;
                /**
                 * @description How soon somebody must look
                 * @enum {string}
                 */
                readonly urgency: "immediate" | "today" | "routine";
            };
        };
        readonly RowQuarantinedEvent: {
            /** @constant */
            readonly specversion: "1.0";
            /** @description quarantineId#version: drop what you have already seen */
            readonly id: string;
            /** Format: uri */
            readonly source: string;
            /** @constant */
            readonly type: "uk.safeguarding-hub.row.quarantined.v1";
            /**
             * Format: uuid
             * @description By which the operator finds it: tell them
             */
            readonly subject: string;
            /** Format: date-time */
            readonly time: string;
            /** @constant */
            readonly datacontenttype: "application/json";
            readonly data: {
                /** Format: uuid */
                readonly quarantineId: string;
                readonly version: number;
                /** @description What waits: an assessment, a message, … */
                readonly kind?: string;
                /** @enum {string} */
                readonly urgency: "immediate" | "today" | "routine";
                /** @description Whose it is, where that is known */
                readonly authority?: string;
            };
        };
        readonly RowOverdueEvent: {
            /** @constant */
            readonly specversion: "1.0";
            /** @description One a day and urgency: drop what you have already seen */
            readonly id: string;
            /** Format: uri */
            readonly source: string;
            /** @constant */
            readonly type: "uk.safeguarding-hub.row.overdue.v1";
            /** Format: uuid */
            readonly subject: string;
            /** Format: date-time */
            readonly time: string;
            /** @constant */
            readonly datacontenttype: "application/json";
            readonly data: {
                /** @description What of it is the most urgent: an assessment, … */
                readonly kind: string;
                /** @enum {string} */
                readonly urgency: "immediate" | "today" | "routine";
            };
        };
        readonly ReviewEvent: {
            /** @constant */
            readonly specversion: "1.0";
            /** @description reviewId#version: drop what you have already seen */
            readonly id: string;
            /** Format: uri */
            readonly source: string;
            /** @enum {string} */
            readonly type: "uk.safeguarding-hub.review.raised.v1" | "uk.safeguarding-hub.review.overdue.v1";
            /**
             * Format: uuid
             * @description Id of the alert, the concern or the review
             */
            readonly subject: string;
            /** Format: date-time */
            readonly time: string;
            /** @constant */
            readonly datacontenttype: "application/json";
            /**
             * Format: uri
             * @description Where the content is read, with a token
             */
            readonly dataref: string;
            readonly data: {
                /** Format: uuid */
                readonly reviewId: string;
                readonly version: number;
                /** @description What is asked */
                readonly kind?: string;
                /**
                 * @description How soon somebody must look
                 * @enum {string}
                 */
                readonly urgency: "immediate" | "today" | "routine";
            };
        };
        readonly ConcernEvent: {
            /** @constant */
            readonly specversion: "1.0";
            /** @description concernId#time: drop what you have already seen */
            readonly id: string;
            /** Format: uri */
            readonly source: string;
            /** @enum {string} */
            readonly type: "uk.safeguarding-hub.concern.unanswered.v1" | "uk.safeguarding-hub.concern.undelivered.v1";
            /**
             * Format: uuid
             * @description Id of the alert, the concern or the review
             */
            readonly subject: string;
            /** Format: date-time */
            readonly time: string;
            /** @constant */
            readonly datacontenttype: "application/json";
            /**
             * Format: uri
             * @description Where the content is read, with a token
             */
            readonly dataref: string;
            readonly data: {
                /** Format: uuid */
                readonly concernId: string;
                /**
                 * @description How soon somebody must look
                 * @enum {string}
                 */
                readonly urgency: "immediate" | "today" | "routine";
            };
        };
        readonly ConcernChangedEvent: {
            /** @constant */
            readonly specversion: "1.0";
            /**
             * Format: uuid
             * @description Drop what you have already seen
             */
            readonly id: string;
            /** Format: uri */
            readonly source: string;
            /** @constant */
            readonly type: "uk.safeguarding-hub.concern.changed.v1";
            /**
             * Format: uuid
             * @description Id of the concern
             */
            readonly subject: string;
            /**
             * Format: date-time
             * @description Its `changedAt` in your list
             */
            readonly time: string;
            /** @constant */
            readonly datacontenttype: "application/json";
            /**
             * Format: uri
             * @description Where the concern is read, with a token
             */
            readonly dataref: string;
            readonly data: {
                /** Format: uuid */
                readonly concernId: string;
            };
        };
        readonly WrittenAgreementEvent: {
            /** @constant */
            readonly specversion: "1.0";
            /** @description One an agreement, end and type: drop what you have already seen */
            readonly id: string;
            /** Format: uri */
            readonly source: string;
            /** @enum {string} */
            readonly type: "uk.safeguarding-hub.agreement.ending.v1" | "uk.safeguarding-hub.agreement.overdue.v1";
            readonly subject: string;
            /** Format: date-time */
            readonly time: string;
            /** @constant */
            readonly datacontenttype: "application/json";
            /**
             * Format: uri
             * @description The chronology, where what was agreed is read
             */
            readonly dataref: string;
            readonly data: {
                readonly childId: string;
                /** @description Your own id of the agreement */
                readonly agreementId: string;
                /** Format: date */
                readonly endsOn: string;
            };
        };
        readonly RecordedElsewhereEvent: {
            /** @constant */
            readonly specversion: "1.0";
            /** @description Made from the day and the list: the same again is the same event */
            readonly id: string;
            /** Format: uri */
            readonly source: string;
            /** @constant */
            readonly type: "uk.safeguarding-hub.adults.recorded-elsewhere.v1";
            /** @description GSS code of an English local authority, such as E08000035 */
            readonly subject: string;
            /** Format: date-time */
            readonly time: string;
            /** @constant */
            readonly datacontenttype: "application/json";
            readonly data: {
                /** @description Of your own register; read each at /adults/{id}, with a token */
                readonly adultIds: readonly string[];
            };
        };
        readonly UseReportedEvent: {
            /** @constant */
            readonly specversion: "1.0";
            /** @description One a day and reader: drop what you have already seen */
            readonly id: string;
            /** Format: uri */
            readonly source: string;
            /** @constant */
            readonly type: "uk.safeguarding-hub.use.reported.v1";
            /** Format: date */
            readonly subject: string;
            /** Format: date-time */
            readonly time: string;
            /** @constant */
            readonly datacontenttype: "application/json";
            /**
             * Format: uri
             * @description Where the findings are listed, with a lead’s token
             */
            readonly dataref: string;
            readonly data: {
                readonly total: number;
                readonly listed: readonly {
                    /** @enum {string} */
                    readonly rule: "BURST" | "REPEATED_MISSES" | "UNUSUAL_VOLUME" | "OUT_OF_HOURS" | "WITHOUT_ALERT" | "NOBODY_ACTED" | "EMERGENCY_ACCESS" | "RESTRICTION_LIFTED" | "OVER_QUOTA" | "RECORDED_ELSEWHERE" | "LEFT_UNTICKED";
                    readonly findings: number;
                }[];
            };
        };
        readonly QuotaExceededEvent: {
            /** @constant */
            readonly specversion: "1.0";
            /** @description One a client and day: drop what you have already seen */
            readonly id: string;
            /** Format: uri */
            readonly source: string;
            /** @constant */
            readonly type: "uk.safeguarding-hub.quota.exceeded.v1";
            /** @description The client */
            readonly subject: string;
            /** Format: date-time */
            readonly time: string;
            /** @constant */
            readonly datacontenttype: "application/json";
            readonly data: {
                readonly clientId: string;
                readonly agencyName: string;
                /** Format: date */
                readonly day: string;
                readonly over: readonly {
                    /** @enum {string} */
                    readonly kind: "concerns" | "consentChanges" | "reviews" | "reads" | "tokens" | "previews" | "emergencies";
                    /** @description When this was sent; it may have grown */
                    readonly count: number;
                    readonly quota: number;
                }[];
            };
        };
        readonly AgreementsMissingEvent: {
            /** @constant */
            readonly specversion: "1.0";
            /** @description One a day: drop what you have already seen */
            readonly id: string;
            /** Format: uri */
            readonly source: string;
            /** @constant */
            readonly type: "uk.safeguarding-hub.agreements.missing.v1";
            /** Format: date */
            readonly subject: string;
            /** Format: date-time */
            readonly time: string;
            /** @constant */
            readonly datacontenttype: "application/json";
            readonly data: {
                readonly disclosed: readonly {
                    readonly agency: string;
                    readonly authority: string;
                    readonly count: number;
                }[];
            };
        };
        readonly Token: {
            readonly access_token: string;
            /** @constant */
            readonly token_type: "Bearer";
            readonly expires_in: number;
            readonly scope: string;
        };
        readonly TokenError: {
            /** @enum {string} */
            readonly error: "invalid_client" | "invalid_request" | "invalid_scope" | "unsupported_grant_type";
            readonly error_description: string;
        };
        readonly Problem: {
            /** @example urn:safeguarding-hub:problem:request-invalid */
            readonly type: string;
            readonly title: string;
            readonly status: number;
            readonly detail?: string;
            readonly instance: string;
            readonly errors?: readonly {
                /** @description RFC 6901 */
                readonly pointer: string;
                readonly detail: string;
            }[];
        };
        readonly KeySet: {
            readonly keys: readonly ({
                /** @constant */
                readonly kty: "EC";
                /** @constant */
                readonly crv: "P-256";
                readonly x: string;
                readonly y: string;
                readonly kid: string;
                /** @constant */
                readonly alg: "ES256";
                /** @constant */
                readonly use?: "sig";
            } | {
                /** @constant */
                readonly kty: "OKP";
                /** @constant */
                readonly crv: "Ed25519";
                readonly x: string;
                readonly kid: string;
                /** @constant */
                readonly alg: "EdDSA";
                /** @constant */
                readonly use: "sig";
            })[];
        };
        readonly ConcernAccepted: {
            /** Format: uuid */
            readonly concernId: string;
            /** @constant */
            readonly status: "received";
            readonly links: {
                readonly self: string;
            };
        };
        readonly ConcernList: {
            readonly items: readonly {
                /** Format: uuid */
                readonly concernId: string;
                /** @enum {string} */
                readonly status: "received" | "returned" | "reason-asked" | "acknowledged" | "answered" | "challenged" | "withdrawn";
                readonly ownReference?: string;
                /** Format: date-time */
                readonly sentAt: string;
                /** Format: date-time */
                readonly changedAt: string;
                readonly links: {
                    readonly self: string;
                };
            }[];
            /** @description How many entries of this page are there and cannot be read: the hub’s keepers have been told; absent where none */
            readonly unreadable?: number;
            readonly links: {
                readonly next?: string;
            };
        };
        readonly Preview: {
            readonly people: readonly {
                /** @enum {string} */
                readonly person: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7" | "children/0" | "children/1" | "children/2" | "children/3" | "children/4" | "children/5" | "children/6" | "children/7" | "children/8" | "children/9" | "children/10" | "children/11" | "unborn";
                /** @enum {string} */
                readonly band: "CONFIRMED" | "POSSIBLE" | "MANY" | "NONE";
                readonly incomplete: boolean;
                /** @description People of your own register that were considered; never another’s */
                readonly considered: readonly {
                    /** @description Absent where the alert itself withholds who it is about */
                    readonly id?: string;
                    /** @description Bits: the sum of the waterfall */
                    readonly weight: number;
                    readonly posterior: number;
                    /** @description Why the match is not automatic */
                    readonly guards: readonly string[];
                    readonly waterfall: readonly {
                        readonly comparison: string;
                        readonly level: string;
                        readonly bits: number;
                    }[];
                }[];
            }[];
            readonly facts: {
                /** @enum {string} */
                readonly purpose: "safeguarding" | "welfare" | "other";
                /** @enum {string} */
                readonly harm: "H0" | "H1" | "H2" | "H3" | "H4";
                readonly consent: ("GIVEN" | "REFUSED" | "WITHDRAWN" | "NOT_SOUGHT" | "LACKS_CAPACITY") | null;
                readonly whyNotSought: ("RISK_TO_CHILD" | "RISK_TO_ANOTHER" | "PREJUDICES_INVESTIGATION" | "DELAY_HARMS" | "CANNOT_BE_GIVEN" | "NOT_REASONABLY_OBTAINABLE" | "NO_REASON") | null;
                /** @enum {string} */
                readonly body: "DUTY" | "OTHER";
                readonly dutyInForce: boolean;
                readonly flags: readonly ("DA" | "MARAC" | "RESTRICTED_ADDRESS" | "DETRIMENT_CLAIMED" | "DELUSION_INVOLVES_CHILD" | "SUICIDE_PLAN_INVOLVES_CHILD" | "ADOPTED" | "SENSITIVE_CHILD_SERVICE" | "STAFF_CONFLICT" | "UNBORN" | "PREVIOUS_REMOVAL")[];
                readonly factors: readonly ("20" | "21" | "1A" | "1B" | "1C" | "2A" | "2B" | "2C" | "3A" | "3B" | "3C" | "4A" | "4B" | "4C" | "5A" | "5B" | "5C" | "6A" | "6B" | "6C" | "7A" | "8B" | "8C" | "8D" | "8E" | "8F" | "9A" | "10A" | "11A" | "12A" | "13A" | "14A" | "15A" | "16A" | "17A" | "18B" | "18C" | "19B" | "19C" | "22A" | "23A" | "24A")[];
                readonly subjectRole: ("VICTIM" | "ALLEGED_PERPETRATOR" | "UNKNOWN") | null;
                readonly recognisedLegitimateInterestInForce: boolean;
                /** @enum {string} */
                readonly match: "CONFIRMED" | "POSSIBLE" | "MANY" | "NONE";
                readonly openStatus: ("PROTECTION_PLAN" | "LOOKED_AFTER" | "PROCEEDINGS" | "IN_NEED" | "EARLY_HELP") | null;
                /** @description Of the joined and the named children; -1 is unborn, null unknown */
                readonly youngestMonths: number | null;
                readonly anyAdolescent: boolean;
                readonly combination: boolean;
                readonly threeInThree: boolean;
                readonly underWatch: boolean;
                readonly knownRemoval: boolean;
                readonly highRisk: boolean;
                readonly protectedHousehold: boolean;
            };
            readonly decision: {
                /** @enum {string} */
                readonly rule: "R0" | "R4" | "R5b" | "R3" | "R1" | "R6" | "R7" | "R9" | "R17" | "R15" | "R10" | "R19" | "R16" | "R11" | "R12" | "R13" | "R14" | "R14b";
                /** @enum {string} */
                readonly decision: "SHARE" | "SHARE_MINIMAL" | "HOLD" | "HUMAN_REVIEW";
                /** @enum {string} */
                readonly harmAfter: "H0" | "H1" | "H2" | "H3" | "H4";
                readonly raisedBy: readonly ("R4" | "R5b")[];
                /** @enum {string} */
                readonly tellParent: "no" | "safe-contact-only" | "ask-first" | "yes";
                readonly asked: ("sender-lead" | "partnership-lead") | null;
                readonly asksSenderLead: boolean;
                readonly dueInWorkingDays: number | null;
                readonly onTimeout: ("SHARE" | "SHARE_MINIMAL" | "HOLD") | null;
                readonly identityReview: boolean;
                readonly leadsOnly: boolean;
                readonly basis: {
                    readonly article6: readonly ("6(1)(c)" | "6(1)(d)" | "6(1)(e)" | "6(1)(ea)" | "6(1)(f)")[];
                    /** @enum {string} */
                    readonly schedule1: "para-2" | "para-6" | "para-18-2-a" | "para-18-2-b" | "para-18-2-c";
                    readonly article10: string | null;
                    /** @enum {string} */
                    readonly confidence: "consent" | "duty" | "public-interest";
                    readonly statute: readonly string[];
                };
                readonly policyVersion: string;
            };
            readonly joined: number;
            readonly told: readonly {
                readonly authority: string;
                readonly why: readonly ("WHERE_THE_CHILD_IS" | "HOLDS_THE_CHILD")[];
            }[];
            readonly reviews: readonly {
                /** @enum {string} */
                readonly kind: "purpose" | "detriment" | "refused-consent" | "no-reason" | "watched" | "undecided" | "identity";
                /** @enum {string} */
                readonly asked: "sender-lead" | "partnership-lead" | "authority";
                readonly asks: string;
            }[];
        };
        readonly ConcernPlaces: {
            /** @description The authority that you named, by the code that it has today */
            readonly authority: string | ("ABROAD" | "UNKNOWN");
            /** @description What it is called */
            readonly name?: string;
            /** @description Homes that by their postcode lie in another authority */
            readonly homesElsewhere: readonly {
                /** @enum {string} */
                readonly person: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7" | "children/0" | "children/1" | "children/2" | "children/3" | "children/4" | "children/5" | "children/6" | "children/7" | "children/8" | "children/9" | "children/10" | "children/11" | "unborn";
                /** @description GSS code */
                readonly authority: string;
                readonly name: string;
            }[];
        };
        readonly ConcernFollowed: {
            /** Format: uuid */
            readonly concernId: string;
            /** @enum {string} */
            readonly status: "received" | "returned" | "reason-asked" | "acknowledged" | "answered" | "challenged" | "withdrawn";
            readonly ownReference?: string;
            /**
             * Format: date-time
             * @description From when you may contest that no answer has come: it follows from what you sent alone. Absent once every level was told
             */
            readonly silenceFrom?: string;
            readonly feedback: readonly {
                readonly feedbackNumber: number;
                /** @enum {string} */
                readonly outcome: "IMMEDIATE_PROTECTION" | "STRATEGY_DISCUSSION" | "SECTION_47" | "CONFERENCE" | "ASSESSMENT_S17" | "PASSED_TO_ALLOCATED_WORKER" | "EARLY_HELP" | "EARLY_HELP_DECLINED" | "STEP_DOWN" | "MORE_INFORMATION_NEEDED" | "OTHER_AUTHORITY" | "NOT_THIS_PERSON" | "ADVICE_GIVEN" | "NO_FURTHER_ACTION";
                /** @enum {string} */
                readonly conference?: "INITIAL" | "REVIEW" | "PRE_BIRTH";
                /** @enum {string} */
                readonly whatFollows?: "VISIT" | "PLAN_REVIEWED" | "STRATEGY_DISCUSSION" | "COURT_TOLD" | "PLAN_UNCHANGED";
                readonly lines: readonly {
                    /** @enum {string} */
                    readonly kind: "FACT" | "OPINION" | "REPORTED";
                    readonly text: string;
                }[];
                readonly nextStep?: string;
                /** Format: date-time */
                readonly at: string;
                /** @enum {string} */
                readonly level?: "manager" | "head" | "partnership";
                /** @description Whether the work that followed goes on, as somebody said on that day */
                readonly caseStatus?: {
                    /** @enum {string} */
                    readonly status: "OPEN" | "ENDED";
                    /** Format: date-time */
                    readonly at: string;
                };
                readonly challenge?: {
                    /** @enum {string} */
                    readonly level: "manager" | "head" | "partnership";
                    readonly reason: string;
                    /** Format: date-time */
                    readonly at: string;
                };
                /** @description The outcome in words */
                readonly outcomeLabel: string;
            }[];
        };
        readonly ChallengeAccepted: {
            /** Format: uuid */
            readonly concernId: string;
            /** @constant */
            readonly status: "challenged";
            readonly links: {
                readonly self: string;
            };
        };
        readonly AlertList: {
            readonly items: readonly {
                /** Format: uuid */
                readonly alertId: string;
                /** @enum {string} */
                readonly state: "RAISED" | "ACKNOWLEDGED" | "DECIDED" | "FED_BACK" | "CHALLENGED";
                readonly version: number;
                /** @enum {string} */
                readonly kind: "matched" | "unmatched" | "early-help";
                /** @enum {string} */
                readonly harm: "H0" | "H1" | "H2" | "H3" | "H4";
                /**
                 * @description Which to open first: by harm, and amber at least for a child under two or unborn
                 * @enum {string}
                 */
                readonly priority: "red" | "amber" | "green";
                /** Format: date-time */
                readonly raisedAt: string;
                /** Format: date-time */
                readonly dueAt: string;
                /** @enum {string} */
                readonly urgency: "immediate" | "today" | "routine";
                /** @description Who sent the concern */
                readonly agencyName: string;
                /** @description Work id of whoever has it: who acknowledged it, or whom it was handed to last. Absent: nobody in particular */
                readonly heldBy?: string;
                /** @description What it waits for should have been done by now */
                readonly isOverdue: boolean;
                /** @description Initials and ages, as this alert tells of its children to this reader now; only `with=initials`. Empty: no child was named */
                readonly children?: readonly {
                    /** @description Absent: nobody said a name */
                    readonly initials?: string;
                    readonly ageMonths?: number;
                    readonly ageYears?: number;
                    /** @constant */
                    readonly isUnborn?: true;
                }[];
                readonly links: {
                    readonly self: string;
                };
            }[];
            /** @description How many entries of this page are there and cannot be read: the hub’s keepers have been told; absent where none */
            readonly unreadable?: number;
            readonly links: {
                readonly next?: string;
            };
        };
        readonly AlertVolume: {
            readonly items: readonly {
                readonly month: string;
                readonly agencyName: string;
                readonly raised: number;
                readonly decided: number;
                readonly noFurtherAction: number;
                /** @description Of those decided; null while none is */
                readonly noFurtherActionRate: number | null;
                /** @description Taken by somebody: `due` is how many were, or should have been by now */
                readonly acknowledged: {
                    readonly due: number;
                    readonly inTime: number;
                };
                /** @description Decided, and the sender told, for the first time; `due` as above */
                readonly told: {
                    readonly due: number;
                    readonly inTime: number;
                };
                /** @description Needed because nothing had been done: a child of it was told of within twelve months before, and nobody had taken the family on; or the same incident was told again before anybody decided */
                readonly repeated: number;
                /** @description Told although consent was refused or withdrawn; and with a reason */
                readonly overridden: {
                    readonly all: number;
                    readonly withReason: number;
                };
                /** @description Of a child of your register, and answered NOT_THIS_PERSON */
                readonly wrongMatches: number;
            }[];
            /** @description Questions who somebody is, by the month in which your authority was asked; `lapsed`: nobody had answered by the day */
            readonly questions: readonly components["schemas"]["QuestionsAsked"][];
        };
        readonly QuestionsAsked: {
            readonly month: string;
            readonly asked: number;
            readonly lapsed: number;
        };
        readonly Alert: {
            /** Format: uuid */
            readonly alertId: string;
            /** @description GSS code of an authority of this hub; HOLDING: the partnership lead */
            readonly authority: string;
            /** @enum {string} */
            readonly kind: "matched" | "unmatched" | "early-help";
            readonly isLeadsOnly: boolean;
            /** @constant */
            readonly isOfAdopted?: true;
            /** @enum {string} */
            readonly state: "RAISED" | "ACKNOWLEDGED" | "DECIDED" | "FED_BACK" | "CHALLENGED";
            readonly version: number;
            /** @enum {string} */
            readonly harm: "H0" | "H1" | "H2" | "H3" | "H4";
            /**
             * @description Which to open first: by harm, and amber at least for a child under two or unborn
             * @enum {string}
             */
            readonly priority: "red" | "amber" | "green";
            /** Format: date-time */
            readonly raisedAt: string;
            /** Format: date-time */
            readonly dueAt: string;
            readonly rerouted?: {
                /** @description GSS code of an authority of this hub; HOLDING: the partnership lead */
                readonly to: string;
                /** Format: date-time */
                readonly at: string;
                /** Format: date-time */
                readonly takenAt?: string;
            };
            readonly acknowledgement?: {
                readonly by: string;
                readonly practitioner?: string;
                /** @constant */
                readonly isVouchedFor?: true;
                /** Format: date-time */
                readonly at: string;
            };
            readonly handOvers?: readonly {
                readonly by: string;
                readonly practitioner?: string;
                /** @constant */
                readonly isVouchedFor?: true;
                /** Format: date-time */
                readonly at: string;
                readonly to?: string;
            }[];
            readonly lastAnswer?: {
                readonly version: number;
                readonly digest: string;
            };
            readonly outcome?: {
                readonly by: string;
                readonly practitioner?: string;
                /** @constant */
                readonly isVouchedFor?: true;
                /** Format: date-time */
                readonly at: string;
                /** @enum {string} */
                readonly code: "IMMEDIATE_PROTECTION" | "STRATEGY_DISCUSSION" | "SECTION_47" | "CONFERENCE" | "ASSESSMENT_S17" | "PASSED_TO_ALLOCATED_WORKER" | "EARLY_HELP" | "EARLY_HELP_DECLINED" | "STEP_DOWN" | "MORE_INFORMATION_NEEDED" | "OTHER_AUTHORITY" | "NOT_THIS_PERSON" | "ADVICE_GIVEN" | "NO_FURTHER_ACTION";
                readonly reason?: string;
                /** @enum {string} */
                readonly conference?: "INITIAL" | "REVIEW" | "PRE_BIRTH";
                /** @enum {string} */
                readonly whatFollows?: "VISIT" | "PLAN_REVIEWED" | "STRATEGY_DISCUSSION" | "COURT_TOLD" | "PLAN_UNCHANGED";
                /** @description GSS code of an English local authority, such as E08000035 */
                readonly otherAuthority?: string;
                /** @enum {string} */
                readonly noFurtherActionReason?: "BELOW_THRESHOLD" | "ALREADY_ADDRESSED" | "NO_CHILD_CONCERNED" | "DISPROVED" | "TOLD_BEFORE";
                /**
                 * Format: date-time
                 * @description When the strategy discussion was held
                 */
                readonly strategyDiscussionAt?: string;
                readonly confirmation?: {
                    readonly by: string;
                    readonly practitioner?: string;
                    /** @constant */
                    readonly isVouchedFor?: true;
                    /** Format: date-time */
                    readonly at: string;
                    readonly reason?: string;
                };
            };
            readonly outcomeProposed?: {
                readonly by: string;
                readonly practitioner?: string;
                /** @constant */
                readonly isVouchedFor?: true;
                /** Format: date-time */
                readonly at: string;
                /** @enum {string} */
                readonly code: "IMMEDIATE_PROTECTION" | "STRATEGY_DISCUSSION" | "SECTION_47" | "CONFERENCE" | "ASSESSMENT_S17" | "PASSED_TO_ALLOCATED_WORKER" | "EARLY_HELP" | "EARLY_HELP_DECLINED" | "STEP_DOWN" | "MORE_INFORMATION_NEEDED" | "OTHER_AUTHORITY" | "NOT_THIS_PERSON" | "ADVICE_GIVEN" | "NO_FURTHER_ACTION";
                readonly reason?: string;
                /** @enum {string} */
                readonly conference?: "INITIAL" | "REVIEW" | "PRE_BIRTH";
                /** @enum {string} */
                readonly whatFollows?: "VISIT" | "PLAN_REVIEWED" | "STRATEGY_DISCUSSION" | "COURT_TOLD" | "PLAN_UNCHANGED";
                /** @description GSS code of an English local authority, such as E08000035 */
                readonly otherAuthority?: string;
                /** @enum {string} */
                readonly noFurtherActionReason?: "BELOW_THRESHOLD" | "ALREADY_ADDRESSED" | "NO_CHILD_CONCERNED" | "DISPROVED" | "TOLD_BEFORE";
                /**
                 * Format: date-time
                 * @description When the strategy discussion was held
                 */
                readonly strategyDiscussionAt?: string;
                readonly confirmation?: {
                    readonly by: string;
                    readonly practitioner?: string;
                    /** @constant */
                    readonly isVouchedFor?: true;
                    /** Format: date-time */
                    readonly at: string;
                    readonly reason?: string;
                };
            };
            readonly feedback?: {
                readonly by: string;
                readonly practitioner?: string;
                /** @constant */
                readonly isVouchedFor?: true;
                /** Format: date-time */
                readonly at: string;
                readonly lines: readonly {
                    /** @enum {string} */
                    readonly kind: "FACT" | "OPINION" | "REPORTED";
                    readonly text: string;
                }[];
                readonly nextStep?: string;
            };
            readonly revised?: readonly {
                readonly outcome: {
                    readonly by: string;
                    readonly practitioner?: string;
                    /** @constant */
                    readonly isVouchedFor?: true;
                    /** Format: date-time */
                    readonly at: string;
                    /** @enum {string} */
                    readonly code: "IMMEDIATE_PROTECTION" | "STRATEGY_DISCUSSION" | "SECTION_47" | "CONFERENCE" | "ASSESSMENT_S17" | "PASSED_TO_ALLOCATED_WORKER" | "EARLY_HELP" | "EARLY_HELP_DECLINED" | "STEP_DOWN" | "MORE_INFORMATION_NEEDED" | "OTHER_AUTHORITY" | "NOT_THIS_PERSON" | "ADVICE_GIVEN" | "NO_FURTHER_ACTION";
                    readonly reason?: string;
                    /** @enum {string} */
                    readonly conference?: "INITIAL" | "REVIEW" | "PRE_BIRTH";
                    /** @enum {string} */
                    readonly whatFollows?: "VISIT" | "PLAN_REVIEWED" | "STRATEGY_DISCUSSION" | "COURT_TOLD" | "PLAN_UNCHANGED";
                    /** @description GSS code of an English local authority, such as E08000035 */
                    readonly otherAuthority?: string;
                    /** @enum {string} */
                    readonly noFurtherActionReason?: "BELOW_THRESHOLD" | "ALREADY_ADDRESSED" | "NO_CHILD_CONCERNED" | "DISPROVED" | "TOLD_BEFORE";
                    /**
                     * Format: date-time
                     * @description When the strategy discussion was held
                     */
                    readonly strategyDiscussionAt?: string;
                    readonly confirmation?: {
                        readonly by: string;
                        readonly practitioner?: string;
                        /** @constant */
                        readonly isVouchedFor?: true;
                        /** Format: date-time */
                        readonly at: string;
                        readonly reason?: string;
                    };
                };
                readonly feedback?: {
                    readonly by: string;
                    readonly practitioner?: string;
                    /** @constant */
                    readonly isVouchedFor?: true;
                    /** Format: date-time */
                    readonly at: string;
                    readonly lines: readonly {
                        /** @enum {string} */
                        readonly kind: "FACT" | "OPINION" | "REPORTED";
                        readonly text: string;
                    }[];
                    readonly nextStep?: string;
                };
            }[];
            /** @description Concerns of the same service that told the same incident again */
            readonly furtherNotices?: readonly {
                /** Format: date-time */
                readonly at: string;
                readonly content: {
                    /** @enum {string} */
                    readonly harmSent: "H0" | "H1" | "H2" | "H3" | "H4";
                    /**
                     * @description After the raises
                     * @enum {string}
                     */
                    readonly harm: "H0" | "H1" | "H2" | "H3" | "H4";
                    readonly raisedBy: readonly ("R4" | "R5b")[];
                    /** @enum {string} */
                    readonly decision: "SHARE" | "SHARE_MINIMAL" | "HOLD" | "HUMAN_REVIEW";
                    /** @enum {string} */
                    readonly rule: "R0" | "R4" | "R5b" | "R3" | "R1" | "R6" | "R7" | "R9" | "R17" | "R15" | "R10" | "R19" | "R16" | "R11" | "R12" | "R13" | "R14" | "R14b";
                    readonly basis: {
                        readonly article6: readonly ("6(1)(c)" | "6(1)(d)" | "6(1)(e)" | "6(1)(ea)" | "6(1)(f)")[];
                        /** @enum {string} */
                        readonly schedule1: "para-2" | "para-6" | "para-18-2-a" | "para-18-2-b" | "para-18-2-c";
                        readonly article10: string | null;
                        /** @enum {string} */
                        readonly confidence: "consent" | "duty" | "public-interest";
                        readonly statute: readonly string[];
                    };
                    readonly policyVersion: string;
                    readonly why: readonly ("WHERE_THE_CHILD_IS" | "HOLDS_THE_CHILD")[];
                    /** @description Names of other authorities that were told */
                    readonly alsoTold: readonly string[];
                    /** @enum {string} */
                    readonly tellParent: "no" | "safe-contact-only" | "ask-first" | "yes";
                    readonly flags: readonly ("DA" | "MARAC" | "RESTRICTED_ADDRESS" | "DETRIMENT_CLAIMED" | "DELUSION_INVOLVES_CHILD" | "SUICIDE_PLAN_INVOLVES_CHILD" | "ADOPTED" | "SENSITIVE_CHILD_SERVICE" | "STAFF_CONFLICT" | "UNBORN" | "PREVIOUS_REMOVAL")[];
                    readonly factors: readonly ("20" | "21" | "1A" | "1B" | "1C" | "2A" | "2B" | "2C" | "3A" | "3B" | "3C" | "4A" | "4B" | "4C" | "5A" | "5B" | "5C" | "6A" | "6B" | "6C" | "7A" | "8B" | "8C" | "8D" | "8E" | "8F" | "9A" | "10A" | "11A" | "12A" | "13A" | "14A" | "15A" | "16A" | "17A" | "18B" | "18C" | "19B" | "19C" | "22A" | "23A" | "24A")[];
                    readonly banners: readonly ("PREVIOUS_REMOVAL" | "PHONE_FIRST" | "PROTECTED" | "ASK_BEFORE_CONTACT" | "UNKNOWN_FAMILY" | "KNOWN_TO_ANOTHER_AUTHORITY" | "INCOMPLETE" | "CONSENT_INCOMPLETE" | "LEADS_ONLY" | "UNBORN" | "UNDER_TWO" | "CORRECTION" | "WITHDRAWN_BY_SENDER")[];
                    /** @description Rules that ask for special care. F5-PREVIOUS_REMOVAL: A child of this adult was removed before: ask what has changed since. F8-UNBORN: A child is expected: plan before the birth, with midwifery. F8-UNDER_TWO: A child is under two: harm at this age is the gravest; priority is amber at least. F8-BIRTH_UPDATE_DUE: A child was expected more than six weeks ago and no birth is recorded: find out, and update the register. F9-CHILD_IS_VICTIM: A child saw, heard or lived through the abuse: a victim in their own right, so 3A is recorded too. F10-ASK_ABOUT_NEGLECT: A child is ten to fifteen: ask about food, sleep, clothing, health, school, who is at home, and running away. F17-ONGOING: This has gone on for some time: weigh the pattern, not whether one incident is grave enough */
                    readonly care: readonly ("F5-PREVIOUS_REMOVAL" | "F8-UNBORN" | "F8-UNDER_TWO" | "F8-BIRTH_UPDATE_DUE" | "F9-CHILD_IS_VICTIM" | "F10-ASK_ABOUT_NEGLECT" | "F17-ONGOING")[];
                    /** @description When it happened, or since when it goes on; else when the hub was told */
                    readonly event: {
                        /** Format: date */
                        readonly on: string;
                        readonly isOngoing: boolean;
                    };
                    /** @description Known children of this authority */
                    readonly joined: readonly {
                        readonly childId: string;
                        /** @enum {string} */
                        readonly why: "NAMED" | "RELATED" | "HOME";
                        readonly relationships: readonly {
                            /**
                             * @description subject, or otherAdults/ and its place in that list, from 0
                             * @enum {string}
                             */
                            readonly adult: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7";
                            readonly relationship: string;
                        }[];
                        readonly ageMonths?: number;
                        /** @constant */
                        readonly isUnborn?: true;
                        /** @constant */
                        readonly isBirthUpdateDue?: true;
                        /** @description As registered now; absent where the record is gone */
                        readonly status?: {
                            /** @enum {string} */
                            readonly code: "EARLY_HELP" | "IN_NEED" | "PROTECTION_PLAN" | "LOOKED_AFTER" | "PROCEEDINGS" | "ADOPTED" | "SPECIAL_GUARDIANSHIP" | "CLOSED";
                            readonly from?: string;
                            readonly to?: string;
                        };
                        /** @description Written agreements; what was agreed stands in the chronology */
                        readonly agreements?: readonly {
                            /** @description Your own id of the agreement; no personal data */
                            readonly id: string;
                            /** @description Your own ids of the adults with whom it was agreed */
                            readonly with?: readonly string[];
                            /** Format: date */
                            readonly agreedOn: string;
                            /**
                             * Format: date
                             * @description A later day, told again, extends it
                             */
                            readonly endsOn: string;
                            /** @enum {string} */
                            readonly state: "RUNNING" | "KEPT" | "BROKEN";
                        }[];
                        readonly allocatedTeam?: string;
                        readonly allocatedTeamContact?: string;
                    }[];
                    readonly accumulation: {
                        readonly rules: readonly ("combination-in-12-months" | "three-notifications-in-3-months")[];
                        readonly contributing: readonly {
                            /** Format: date */
                            readonly eventOn: string;
                            readonly agencyName: string;
                            readonly domains: readonly ("substance-misuse" | "domestic-abuse" | "mental-health" | "learning-disability")[];
                        }[];
                        readonly others: number;
                    };
                    readonly earlier: readonly {
                        /** Format: uuid */
                        readonly entryId: string;
                        /** @enum {string} */
                        readonly kind: "CONCERN" | "CORRECTION" | "OUTCOME" | "CASE_ENDED" | "ENGAGEMENT";
                        /** Format: date */
                        readonly eventOn: string;
                        readonly isOngoing: boolean;
                        /** Format: date-time */
                        readonly recordedAt: string;
                        readonly source: {
                            /** @enum {string} */
                            readonly kind: "agency" | "authority";
                            readonly name: string;
                        };
                        /** @enum {string} */
                        readonly harm: "H0" | "H1" | "H2" | "H3" | "H4";
                        readonly factors: readonly ("20" | "21" | "1A" | "1B" | "1C" | "2A" | "2B" | "2C" | "3A" | "3B" | "3C" | "4A" | "4B" | "4C" | "5A" | "5B" | "5C" | "6A" | "6B" | "6C" | "7A" | "8B" | "8C" | "8D" | "8E" | "8F" | "9A" | "10A" | "11A" | "12A" | "13A" | "14A" | "15A" | "16A" | "17A" | "18B" | "18C" | "19B" | "19C" | "22A" | "23A" | "24A")[];
                        /** @enum {string} */
                        readonly outcome?: "IMMEDIATE_PROTECTION" | "STRATEGY_DISCUSSION" | "SECTION_47" | "CONFERENCE" | "ASSESSMENT_S17" | "PASSED_TO_ALLOCATED_WORKER" | "EARLY_HELP" | "EARLY_HELP_DECLINED" | "STEP_DOWN" | "MORE_INFORMATION_NEEDED" | "OTHER_AUTHORITY" | "NOT_THIS_PERSON" | "ADVICE_GIVEN" | "NO_FURTHER_ACTION";
                        readonly childId: string;
                        readonly isSuperseded: boolean;
                    }[];
                    readonly reason: string;
                    readonly adults: readonly {
                        /**
                         * @description subject, or otherAdults/ and its place in that list, from 0
                         * @enum {string}
                         */
                        readonly person: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7";
                        readonly names: readonly {
                            /** @description Given names, space separated */
                            readonly given?: string;
                            /** @description Family name, double barrels as written */
                            readonly family?: string;
                        }[];
                        readonly dateOfBirth?: string;
                        readonly sex?: string;
                        readonly nhsNumbers: readonly string[];
                        readonly relationshipToChild: string;
                        readonly relationshipToSubject?: string;
                        readonly parentalResponsibility: string;
                        readonly contactLevel: string;
                        /** @enum {string} */
                        readonly role?: "VICTIM" | "ALLEGED_PERPETRATOR" | "UNKNOWN";
                        readonly expectsChildOn?: string;
                    }[];
                    readonly children: readonly {
                        /** @enum {string} */
                        readonly person: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7" | "children/0" | "children/1" | "children/2" | "children/3" | "children/4" | "children/5" | "children/6" | "children/7" | "children/8" | "children/9" | "children/10" | "children/11" | "unborn";
                        readonly name?: {
                            /** @description Given names, space separated */
                            readonly given?: string;
                            /** @description Family name, double barrels as written */
                            readonly family?: string;
                        };
                        readonly alsoKnownAs: readonly {
                            /** @description Given names, space separated */
                            readonly given?: string;
                            /** @description Family name, double barrels as written */
                            readonly family?: string;
                        }[];
                        readonly dateOfBirth?: string;
                        readonly expectedDateOfDelivery?: string;
                        readonly ageYears?: number;
                        readonly sex: string;
                        readonly nhsNumber?: string;
                        readonly relationships: readonly {
                            /** @enum {string} */
                            readonly adult: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7" | "children/0" | "children/1" | "children/2" | "children/3" | "children/4" | "children/5" | "children/6" | "children/7" | "children/8" | "children/9" | "children/10" | "children/11" | "unborn";
                            readonly relationship: string;
                            readonly livesWithChild: string;
                        }[];
                        readonly firstLanguage?: string;
                    }[];
                    readonly safety: {
                        readonly safeContact?: {
                            readonly number?: string;
                            readonly safeToCall: boolean;
                            readonly times?: string;
                            readonly notSafeToTalkTo?: string;
                        };
                        readonly keepFrom: readonly {
                            readonly person: string;
                            readonly why: string;
                        }[];
                        readonly dash?: {
                            readonly score?: number;
                            readonly level: string;
                        };
                        readonly childPresent?: string;
                        readonly maracReferred?: boolean;
                        readonly maracOn?: string;
                        readonly workerSafety?: string;
                        readonly interpreter?: string;
                        readonly conflict?: {
                            readonly who: string;
                            readonly role: string;
                        };
                    };
                    readonly consent: {
                        readonly status?: string;
                        readonly whyNotSought?: string;
                        readonly whyOverridden?: string;
                        readonly parentAware?: string;
                        readonly parentView?: string;
                    };
                    readonly phoneCall?: {
                        readonly made: boolean;
                        readonly at?: string;
                    };
                    readonly ownReference?: string;
                    readonly referrer: {
                        readonly agencyName: string;
                        readonly name: string;
                        readonly role: string;
                        readonly team?: string;
                        readonly secureEmail: string;
                        readonly phone: string;
                        readonly outOfHours?: string;
                    };
                    readonly whereabouts?: readonly {
                        /** @enum {string} */
                        readonly person: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7" | "children/0" | "children/1" | "children/2" | "children/3" | "children/4" | "children/5" | "children/6" | "children/7" | "children/8" | "children/9" | "children/10" | "children/11" | "unborn";
                        readonly addresses?: readonly {
                            readonly houseNumber?: string;
                            readonly street?: string;
                            readonly town?: string;
                            readonly postcode?: string;
                            /** @description Unique Property Reference Number */
                            readonly uprn?: string;
                            /** Format: date */
                            readonly from?: string;
                            /** Format: date */
                            readonly to?: string;
                        }[];
                        readonly phones?: readonly string[];
                        readonly emails?: readonly string[];
                        readonly places?: readonly {
                            readonly kind: string;
                            readonly text: string;
                        }[];
                    }[];
                    /** @description Addresses in `whereabouts` where children live and whose postcode lies in another authority than the one the sender named. It changes nobody who is told: ask where the child is */
                    readonly homesElsewhere?: readonly {
                        /** @enum {string} */
                        readonly person: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7" | "children/0" | "children/1" | "children/2" | "children/3" | "children/4" | "children/5" | "children/6" | "children/7" | "children/8" | "children/9" | "children/10" | "children/11" | "unborn";
                        /** @description GSS code */
                        readonly authority: string;
                        readonly name: string;
                    }[];
                    readonly narrative?: readonly {
                        /** @enum {string} */
                        readonly kind: "FACT" | "OPINION" | "REPORTED";
                        readonly text: string;
                    }[];
                    readonly protectiveFactors?: string;
                    readonly childView?: string;
                    readonly whyChildrenUnknown?: string;
                    readonly substances?: readonly {
                        readonly what: string;
                        readonly storedAtHome?: string;
                    }[];
                    readonly disabilities?: readonly {
                        /** @enum {string} */
                        readonly person: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7" | "children/0" | "children/1" | "children/2" | "children/3" | "children/4" | "children/5" | "children/6" | "children/7" | "children/8" | "children/9" | "children/10" | "children/11" | "unborn";
                        readonly text: string;
                    }[];
                    readonly involvement?: readonly {
                        /** @enum {string} */
                        readonly kind: "previousRemoval" | "previousProtectionPlan" | "previouslyLookedAfter";
                        readonly answer: string;
                        readonly year?: number;
                        readonly authority?: string;
                    }[];
                    /** @description What was sent and could not be understood, or not be relied on, as it was written. Write to no address that stands here */
                    readonly unread?: readonly {
                        readonly pointer: string;
                        readonly written: string;
                        /**
                         * @description A mailbox of the referrer’s that was not taken: it may be private. A number beside it may be rung
                         * @constant
                         */
                        readonly mustNotBeWrittenTo?: true;
                    }[];
                    readonly protected: readonly string[];
                };
                /** @description Its sender took it back, and why */
                readonly withdrawal?: {
                    /** @enum {string} */
                    readonly reason: "WRONG_PERSON" | "SENT_IN_ERROR";
                    readonly words: string;
                    /** Format: date-time */
                    readonly at: string;
                };
                /** @description How the subject has stood with the sender since, as it said */
                readonly engagements?: readonly {
                    /** @enum {string} */
                    readonly engagement: "MISSED_APPOINTMENTS" | "DROPPED_OUT" | "DISCHARGED" | "RETURNED";
                    /** Format: date */
                    readonly on: string;
                    /** Format: date-time */
                    readonly recordedAt: string;
                    readonly label: string;
                }[];
            }[];
            readonly caseStatus?: {
                readonly by: string;
                readonly practitioner?: string;
                /** @constant */
                readonly isVouchedFor?: true;
                /** Format: date-time */
                readonly at: string;
                /** @enum {string} */
                readonly status: "OPEN" | "ENDED";
                readonly confirmation?: {
                    readonly by: string;
                    readonly practitioner?: string;
                    /** @constant */
                    readonly isVouchedFor?: true;
                    /** Format: date-time */
                    readonly at: string;
                };
            };
            readonly caseEndProposed?: {
                readonly by: string;
                readonly practitioner?: string;
                /** @constant */
                readonly isVouchedFor?: true;
                /** Format: date-time */
                readonly at: string;
            };
            readonly tellings?: readonly {
                readonly by: string;
                readonly practitioner?: string;
                /** @constant */
                readonly isVouchedFor?: true;
                /** Format: date-time */
                readonly at: string;
                readonly given: {
                    /** @constant */
                    readonly wasTold: true;
                    readonly who: readonly ("MOTHER" | "FATHER" | "OTHER_WITH_RESPONSIBILITY" | "CARER")[];
                    readonly toldBy: string;
                    /** Format: date-time */
                    readonly toldAt: string;
                } | {
                    /** @constant */
                    readonly wasTold: false;
                    /** @enum {string} */
                    readonly whyNot: "RISK_TO_CHILD" | "RISK_TO_ANOTHER" | "PREJUDICES_INVESTIGATION" | "NOT_REACHED" | "NOT_YET";
                    readonly reason?: string;
                };
            }[];
            readonly silences?: readonly {
                /** @enum {string} */
                readonly level: "manager" | "head" | "partnership";
                readonly reason: string;
                /** Format: date-time */
                readonly at: string;
            }[];
            readonly challenges?: readonly {
                /** @enum {string} */
                readonly level: "manager" | "head" | "partnership";
                readonly reason: string;
                /** Format: date-time */
                readonly at: string;
                readonly contested: {
                    readonly outcome: {
                        readonly by: string;
                        readonly practitioner?: string;
                        /** @constant */
                        readonly isVouchedFor?: true;
                        /** Format: date-time */
                        readonly at: string;
                        /** @enum {string} */
                        readonly code: "IMMEDIATE_PROTECTION" | "STRATEGY_DISCUSSION" | "SECTION_47" | "CONFERENCE" | "ASSESSMENT_S17" | "PASSED_TO_ALLOCATED_WORKER" | "EARLY_HELP" | "EARLY_HELP_DECLINED" | "STEP_DOWN" | "MORE_INFORMATION_NEEDED" | "OTHER_AUTHORITY" | "NOT_THIS_PERSON" | "ADVICE_GIVEN" | "NO_FURTHER_ACTION";
                        readonly reason?: string;
                        /** @enum {string} */
                        readonly conference?: "INITIAL" | "REVIEW" | "PRE_BIRTH";
                        /** @enum {string} */
                        readonly whatFollows?: "VISIT" | "PLAN_REVIEWED" | "STRATEGY_DISCUSSION" | "COURT_TOLD" | "PLAN_UNCHANGED";
                        /** @description GSS code of an English local authority, such as E08000035 */
                        readonly otherAuthority?: string;
                        /** @enum {string} */
                        readonly noFurtherActionReason?: "BELOW_THRESHOLD" | "ALREADY_ADDRESSED" | "NO_CHILD_CONCERNED" | "DISPROVED" | "TOLD_BEFORE";
                        /**
                         * Format: date-time
                         * @description When the strategy discussion was held
                         */
                        readonly strategyDiscussionAt?: string;
                        readonly confirmation?: {
                            readonly by: string;
                            readonly practitioner?: string;
                            /** @constant */
                            readonly isVouchedFor?: true;
                            /** Format: date-time */
                            readonly at: string;
                            readonly reason?: string;
                        };
                    };
                    readonly feedback: {
                        readonly by: string;
                        readonly practitioner?: string;
                        /** @constant */
                        readonly isVouchedFor?: true;
                        /** Format: date-time */
                        readonly at: string;
                        readonly lines: readonly {
                            /** @enum {string} */
                            readonly kind: "FACT" | "OPINION" | "REPORTED";
                            readonly text: string;
                        }[];
                        readonly nextStep?: string;
                    };
                };
            }[];
            /** @description Work id of whoever has it: who acknowledged it, or whom it was handed to last. Absent: nobody in particular */
            readonly heldBy?: string;
            /**
             * @description `dueAt` is sooner than policy asks: your authority has agreed so (`hub authority pace`)
             * @constant
             */
            readonly isDueAsAgreed?: true;
            readonly content: {
                /** @enum {string} */
                readonly harmSent: "H0" | "H1" | "H2" | "H3" | "H4";
                /**
                 * @description After the raises
                 * @enum {string}
                 */
                readonly harm: "H0" | "H1" | "H2" | "H3" | "H4";
                readonly raisedBy: readonly ("R4" | "R5b")[];
                /** @enum {string} */
                readonly decision: "SHARE" | "SHARE_MINIMAL" | "HOLD" | "HUMAN_REVIEW";
                /** @enum {string} */
                readonly rule: "R0" | "R4" | "R5b" | "R3" | "R1" | "R6" | "R7" | "R9" | "R17" | "R15" | "R10" | "R19" | "R16" | "R11" | "R12" | "R13" | "R14" | "R14b";
                readonly basis: {
                    readonly article6: readonly ("6(1)(c)" | "6(1)(d)" | "6(1)(e)" | "6(1)(ea)" | "6(1)(f)")[];
                    /** @enum {string} */
                    readonly schedule1: "para-2" | "para-6" | "para-18-2-a" | "para-18-2-b" | "para-18-2-c";
                    readonly article10: string | null;
                    /** @enum {string} */
                    readonly confidence: "consent" | "duty" | "public-interest";
                    readonly statute: readonly string[];
                };
                readonly policyVersion: string;
                readonly why: readonly ("WHERE_THE_CHILD_IS" | "HOLDS_THE_CHILD")[];
                /** @description Names of other authorities that were told */
                readonly alsoTold: readonly string[];
                /** @enum {string} */
                readonly tellParent: "no" | "safe-contact-only" | "ask-first" | "yes";
                readonly flags: readonly ("DA" | "MARAC" | "RESTRICTED_ADDRESS" | "DETRIMENT_CLAIMED" | "DELUSION_INVOLVES_CHILD" | "SUICIDE_PLAN_INVOLVES_CHILD" | "ADOPTED" | "SENSITIVE_CHILD_SERVICE" | "STAFF_CONFLICT" | "UNBORN" | "PREVIOUS_REMOVAL")[];
                readonly factors: readonly ("20" | "21" | "1A" | "1B" | "1C" | "2A" | "2B" | "2C" | "3A" | "3B" | "3C" | "4A" | "4B" | "4C" | "5A" | "5B" | "5C" | "6A" | "6B" | "6C" | "7A" | "8B" | "8C" | "8D" | "8E" | "8F" | "9A" | "10A" | "11A" | "12A" | "13A" | "14A" | "15A" | "16A" | "17A" | "18B" | "18C" | "19B" | "19C" | "22A" | "23A" | "24A")[];
                readonly banners: readonly ("PREVIOUS_REMOVAL" | "PHONE_FIRST" | "PROTECTED" | "ASK_BEFORE_CONTACT" | "UNKNOWN_FAMILY" | "KNOWN_TO_ANOTHER_AUTHORITY" | "INCOMPLETE" | "CONSENT_INCOMPLETE" | "LEADS_ONLY" | "UNBORN" | "UNDER_TWO" | "CORRECTION" | "WITHDRAWN_BY_SENDER")[];
                /** @description Rules that ask for special care. F5-PREVIOUS_REMOVAL: A child of this adult was removed before: ask what has changed since. F8-UNBORN: A child is expected: plan before the birth, with midwifery. F8-UNDER_TWO: A child is under two: harm at this age is the gravest; priority is amber at least. F8-BIRTH_UPDATE_DUE: A child was expected more than six weeks ago and no birth is recorded: find out, and update the register. F9-CHILD_IS_VICTIM: A child saw, heard or lived through the abuse: a victim in their own right, so 3A is recorded too. F10-ASK_ABOUT_NEGLECT: A child is ten to fifteen: ask about food, sleep, clothing, health, school, who is at home, and running away. F17-ONGOING: This has gone on for some time: weigh the pattern, not whether one incident is grave enough */
                readonly care: readonly ("F5-PREVIOUS_REMOVAL" | "F8-UNBORN" | "F8-UNDER_TWO" | "F8-BIRTH_UPDATE_DUE" | "F9-CHILD_IS_VICTIM" | "F10-ASK_ABOUT_NEGLECT" | "F17-ONGOING")[];
                /** @description When it happened, or since when it goes on; else when the hub was told */
                readonly event: {
                    /** Format: date */
                    readonly on: string;
                    readonly isOngoing: boolean;
                };
                /** @description Known children of this authority */
                readonly joined: readonly {
                    readonly childId: string;
                    /** @enum {string} */
                    readonly why: "NAMED" | "RELATED" | "HOME";
                    readonly relationships: readonly {
                        /**
                         * @description subject, or otherAdults/ and its place in that list, from 0
                         * @enum {string}
                         */
                        readonly adult: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7";
                        readonly relationship: string;
                    }[];
                    readonly ageMonths?: number;
                    /** @constant */
                    readonly isUnborn?: true;
                    /** @constant */
                    readonly isBirthUpdateDue?: true;
                    /** @description As registered now; absent where the record is gone */
                    readonly status?: {
                        /** @enum {string} */
                        readonly code: "EARLY_HELP" | "IN_NEED" | "PROTECTION_PLAN" | "LOOKED_AFTER" | "PROCEEDINGS" | "ADOPTED" | "SPECIAL_GUARDIANSHIP" | "CLOSED";
                        readonly from?: string;
                        readonly to?: string;
                    };
                    /** @description Written agreements; what was agreed stands in the chronology */
                    readonly agreements?: readonly {
                        /** @description Your own id of the agreement; no personal data */
                        readonly id: string;
                        /** @description Your own ids of the adults with whom it was agreed */
                        readonly with?: readonly string[];
                        /** Format: date */
                        readonly agreedOn: string;
                        /**
                         * Format: date
                         * @description A later day, told again, extends it
                         */
                        readonly endsOn: string;
                        /** @enum {string} */
                        readonly state: "RUNNING" | "KEPT" | "BROKEN";
                    }[];
                    readonly allocatedTeam?: string;
                    readonly allocatedTeamContact?: string;
                }[];
                readonly accumulation: {
                    readonly rules: readonly ("combination-in-12-months" | "three-notifications-in-3-months")[];
                    readonly contributing: readonly {
                        /** Format: date */
                        readonly eventOn: string;
                        readonly agencyName: string;
                        readonly domains: readonly ("substance-misuse" | "domestic-abuse" | "mental-health" | "learning-disability")[];
                    }[];
                    readonly others: number;
                };
                readonly earlier: readonly {
                    /** Format: uuid */
                    readonly entryId: string;
                    /** @enum {string} */
                    readonly kind: "CONCERN" | "CORRECTION" | "OUTCOME" | "CASE_ENDED" | "ENGAGEMENT";
                    /** Format: date */
                    readonly eventOn: string;
                    readonly isOngoing: boolean;
                    /** Format: date-time */
                    readonly recordedAt: string;
                    readonly source: {
                        /** @enum {string} */
                        readonly kind: "agency" | "authority";
                        readonly name: string;
                    };
                    /** @enum {string} */
                    readonly harm: "H0" | "H1" | "H2" | "H3" | "H4";
                    readonly factors: readonly ("20" | "21" | "1A" | "1B" | "1C" | "2A" | "2B" | "2C" | "3A" | "3B" | "3C" | "4A" | "4B" | "4C" | "5A" | "5B" | "5C" | "6A" | "6B" | "6C" | "7A" | "8B" | "8C" | "8D" | "8E" | "8F" | "9A" | "10A" | "11A" | "12A" | "13A" | "14A" | "15A" | "16A" | "17A" | "18B" | "18C" | "19B" | "19C" | "22A" | "23A" | "24A")[];
                    /** @enum {string} */
                    readonly outcome?: "IMMEDIATE_PROTECTION" | "STRATEGY_DISCUSSION" | "SECTION_47" | "CONFERENCE" | "ASSESSMENT_S17" | "PASSED_TO_ALLOCATED_WORKER" | "EARLY_HELP" | "EARLY_HELP_DECLINED" | "STEP_DOWN" | "MORE_INFORMATION_NEEDED" | "OTHER_AUTHORITY" | "NOT_THIS_PERSON" | "ADVICE_GIVEN" | "NO_FURTHER_ACTION";
                    readonly childId: string;
                    readonly isSuperseded: boolean;
                }[];
                readonly reason: string;
                readonly adults: readonly {
                    /**
                     * @description subject, or otherAdults/ and its place in that list, from 0
                     * @enum {string}
                     */
                    readonly person: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7";
                    readonly names: readonly {
                        /** @description Given names, space separated */
                        readonly given?: string;
                        /** @description Family name, double barrels as written */
                        readonly family?: string;
                    }[];
                    readonly dateOfBirth?: string;
                    readonly sex?: string;
                    readonly nhsNumbers: readonly string[];
                    readonly relationshipToChild: string;
                    readonly relationshipToSubject?: string;
                    readonly parentalResponsibility: string;
                    readonly contactLevel: string;
                    /** @enum {string} */
                    readonly role?: "VICTIM" | "ALLEGED_PERPETRATOR" | "UNKNOWN";
                    readonly expectsChildOn?: string;
                }[];
                readonly children: readonly {
                    /** @enum {string} */
                    readonly person: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7" | "children/0" | "children/1" | "children/2" | "children/3" | "children/4" | "children/5" | "children/6" | "children/7" | "children/8" | "children/9" | "children/10" | "children/11" | "unborn";
                    readonly name?: {
                        /** @description Given names, space separated */
                        readonly given?: string;
                        /** @description Family name, double barrels as written */
                        readonly family?: string;
                    };
                    readonly alsoKnownAs: readonly {
                        /** @description Given names, space separated */
                        readonly given?: string;
                        /** @description Family name, double barrels as written */
                        readonly family?: string;
                    }[];
                    readonly dateOfBirth?: string;
                    readonly expectedDateOfDelivery?: string;
                    readonly ageYears?: number;
                    readonly sex: string;
                    readonly nhsNumber?: string;
                    readonly relationships: readonly {
                        /** @enum {string} */
                        readonly adult: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7" | "children/0" | "children/1" | "children/2" | "children/3" | "children/4" | "children/5" | "children/6" | "children/7" | "children/8" | "children/9" | "children/10" | "children/11" | "unborn";
                        readonly relationship: string;
                        readonly livesWithChild: string;
                    }[];
                    readonly firstLanguage?: string;
                }[];
                readonly safety: {
                    readonly safeContact?: {
                        readonly number?: string;
                        readonly safeToCall: boolean;
                        readonly times?: string;
                        readonly notSafeToTalkTo?: string;
                    };
                    readonly keepFrom: readonly {
                        readonly person: string;
                        readonly why: string;
                    }[];
                    readonly dash?: {
                        readonly score?: number;
                        readonly level: string;
                    };
                    readonly childPresent?: string;
                    readonly maracReferred?: boolean;
                    readonly maracOn?: string;
                    readonly workerSafety?: string;
                    readonly interpreter?: string;
                    readonly conflict?: {
                        readonly who: string;
                        readonly role: string;
                    };
                };
                readonly consent: {
                    readonly status?: string;
                    readonly whyNotSought?: string;
                    readonly whyOverridden?: string;
                    readonly parentAware?: string;
                    readonly parentView?: string;
                };
                readonly phoneCall?: {
                    readonly made: boolean;
                    readonly at?: string;
                };
                readonly ownReference?: string;
                readonly referrer: {
                    readonly agencyName: string;
                    readonly name: string;
                    readonly role: string;
                    readonly team?: string;
                    readonly secureEmail: string;
                    readonly phone: string;
                    readonly outOfHours?: string;
                };
                readonly whereabouts?: readonly {
                    /** @enum {string} */
                    readonly person: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7" | "children/0" | "children/1" | "children/2" | "children/3" | "children/4" | "children/5" | "children/6" | "children/7" | "children/8" | "children/9" | "children/10" | "children/11" | "unborn";
                    readonly addresses?: readonly {
                        readonly houseNumber?: string;
                        readonly street?: string;
                        readonly town?: string;
                        readonly postcode?: string;
                        /** @description Unique Property Reference Number */
                        readonly uprn?: string;
                        /** Format: date */
                        readonly from?: string;
                        /** Format: date */
                        readonly to?: string;
                    }[];
                    readonly phones?: readonly string[];
                    readonly emails?: readonly string[];
                    readonly places?: readonly {
                        readonly kind: string;
                        readonly text: string;
                    }[];
                }[];
                /** @description Addresses in `whereabouts` where children live and whose postcode lies in another authority than the one the sender named. It changes nobody who is told: ask where the child is */
                readonly homesElsewhere?: readonly {
                    /** @enum {string} */
                    readonly person: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7" | "children/0" | "children/1" | "children/2" | "children/3" | "children/4" | "children/5" | "children/6" | "children/7" | "children/8" | "children/9" | "children/10" | "children/11" | "unborn";
                    /** @description GSS code */
                    readonly authority: string;
                    readonly name: string;
                }[];
                readonly narrative?: readonly {
                    /** @enum {string} */
                    readonly kind: "FACT" | "OPINION" | "REPORTED";
                    readonly text: string;
                }[];
                readonly protectiveFactors?: string;
                readonly childView?: string;
                readonly whyChildrenUnknown?: string;
                readonly substances?: readonly {
                    readonly what: string;
                    readonly storedAtHome?: string;
                }[];
                readonly disabilities?: readonly {
                    /** @enum {string} */
                    readonly person: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7" | "children/0" | "children/1" | "children/2" | "children/3" | "children/4" | "children/5" | "children/6" | "children/7" | "children/8" | "children/9" | "children/10" | "children/11" | "unborn";
                    readonly text: string;
                }[];
                readonly involvement?: readonly {
                    /** @enum {string} */
                    readonly kind: "previousRemoval" | "previousProtectionPlan" | "previouslyLookedAfter";
                    readonly answer: string;
                    readonly year?: number;
                    readonly authority?: string;
                }[];
                /** @description What was sent and could not be understood, or not be relied on, as it was written. Write to no address that stands here */
                readonly unread?: readonly {
                    readonly pointer: string;
                    readonly written: string;
                    /**
                     * @description A mailbox of the referrer’s that was not taken: it may be private. A number beside it may be rung
                     * @constant
                     */
                    readonly mustNotBeWrittenTo?: true;
                }[];
                readonly protected: readonly string[];
            };
            /** @description Its sender took it back, and why */
            readonly withdrawal?: {
                /** @enum {string} */
                readonly reason: "WRONG_PERSON" | "SENT_IN_ERROR";
                readonly words: string;
                /** Format: date-time */
                readonly at: string;
            };
            /** @description How the subject has stood with the sender since, as it said */
            readonly engagements?: readonly {
                /** @enum {string} */
                readonly engagement: "MISSED_APPOINTMENTS" | "DROPPED_OUT" | "DISCHARGED" | "RETURNED";
                /** Format: date */
                readonly on: string;
                /** Format: date-time */
                readonly recordedAt: string;
                readonly label: string;
            }[];
            /** @description Earlier alerts about the same children, newest first: read them before you close this one */
            readonly priorAlertIds: readonly string[];
        };
        readonly Explanation: {
            /** Format: uuid */
            readonly alertId: string;
            readonly modelVersion: string;
            readonly people: readonly {
                /** @enum {string} */
                readonly person: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7" | "children/0" | "children/1" | "children/2" | "children/3" | "children/4" | "children/5" | "children/6" | "children/7" | "children/8" | "children/9" | "children/10" | "children/11" | "unborn";
                /**
                 * @description On your own register alone: whoever is known elsewhere is NONE here
                 * @enum {string}
                 */
                readonly band: "CONFIRMED" | "POSSIBLE" | "MANY" | "NONE";
                /** @description A lookup was cut short: somebody may be missing */
                readonly incomplete: boolean;
                /** @description People of your own register that were considered; never another’s */
                readonly considered: readonly {
                    /** @description Absent where the alert itself withholds who it is about */
                    readonly id?: string;
                    /** @description Bits: the sum of the waterfall */
                    readonly weight: number;
                    readonly posterior: number;
                    /** @description Why the match is not automatic */
                    readonly guards: readonly string[];
                    readonly waterfall: readonly {
                        readonly comparison: string;
                        readonly level: string;
                        readonly bits: number;
                    }[];
                }[];
            }[];
        };
        readonly AlertReaders: {
            readonly items: readonly {
                /** @description Work id, of your own organisation; of another none is told */
                readonly practitioner?: string;
                /** @description Whose they are */
                readonly authority?: string;
                /** @description Of your own organisation */
                readonly isOwn: boolean;
                /** @description How often they opened the alert */
                readonly opened: number;
                /** @description How often they read how its match was made */
                readonly explained: number;
                /** @description How often a list showed them its children’s initials */
                readonly listed: number;
                /** @description How often a system fetched it, and nobody looked yet */
                readonly fetched: number;
                /** Format: date-time */
                readonly firstAt: string;
                /** Format: date-time */
                readonly lastAt: string;
            }[];
            /** @description There is more, longer ago, than was read */
            readonly isCut: boolean;
        };
        readonly Answered: {
            /** Format: uuid */
            readonly alertId: string;
            /** @enum {string} */
            readonly state: "RAISED" | "ACKNOWLEDGED" | "DECIDED" | "FED_BACK" | "CHALLENGED";
            readonly version: number;
            readonly links: {
                readonly self: string;
            };
        };
        readonly TestAlert: {
            /**
             * Format: uuid
             * @description The event’s `subject`
             */
            readonly testId: string;
            /**
             * @description How your authority is told of alerts
             * @enum {string}
             */
            readonly mode: "queue" | "poll" | "push";
            /** @description False for an authority that polls: nothing is sent to it, ever */
            readonly isSent: boolean;
        };
        readonly ReviewList: {
            readonly items: readonly {
                /** Format: uuid */
                readonly reviewId: string;
                /** @enum {string} */
                readonly kind: "purpose" | "detriment" | "refused-consent" | "no-reason" | "watched" | "undecided" | "identity";
                /** @enum {string} */
                readonly asked: "sender-lead" | "partnership-lead" | "authority";
                /** @enum {string} */
                readonly rule: "R0" | "R4" | "R5b" | "R3" | "R1" | "R6" | "R7" | "R9" | "R17" | "R15" | "R10" | "R19" | "R16" | "R11" | "R12" | "R13" | "R14" | "R14b";
                /** @enum {string} */
                readonly harm: "H0" | "H1" | "H2" | "H3" | "H4";
                /** @enum {string} */
                readonly urgency: "immediate" | "today" | "routine";
                /** @enum {string} */
                readonly state: "OPEN" | "PROPOSED" | "DECIDED" | "LAPSED" | "OVERTAKEN";
                readonly version: number;
                /** @description Two people must give the same verdict */
                readonly needsTwo: boolean;
                /** Format: date-time */
                readonly raisedAt: string;
                /** Format: date-time */
                readonly dueAt: string;
                readonly links: {
                    readonly self: string;
                };
            }[];
            /** @description How many entries of this page are there and cannot be read: the hub’s keepers have been told; absent where none */
            readonly unreadable?: number;
            readonly links: {
                readonly next?: string;
            };
        };
        readonly Review: {
            /** Format: uuid */
            readonly reviewId: string;
            /** @enum {string} */
            readonly kind: "purpose" | "detriment" | "refused-consent" | "no-reason" | "watched" | "undecided" | "identity";
            /** @enum {string} */
            readonly asked: "sender-lead" | "partnership-lead" | "authority";
            /** @enum {string} */
            readonly person?: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7" | "children/0" | "children/1" | "children/2" | "children/3" | "children/4" | "children/5" | "children/6" | "children/7" | "children/8" | "children/9" | "children/10" | "children/11" | "unborn";
            /** @description GSS code of an authority of this hub; HOLDING: the partnership lead */
            readonly heldBy?: string;
            /** @enum {string} */
            readonly rule: "R0" | "R4" | "R5b" | "R3" | "R1" | "R6" | "R7" | "R9" | "R17" | "R15" | "R10" | "R19" | "R16" | "R11" | "R12" | "R13" | "R14" | "R14b";
            /** @enum {string} */
            readonly harm: "H0" | "H1" | "H2" | "H3" | "H4";
            /** @enum {string} */
            readonly urgency: "immediate" | "today" | "routine";
            /** @constant */
            readonly isLeadsOnly?: true;
            /** @enum {string} */
            readonly state: "OPEN" | "PROPOSED" | "DECIDED" | "LAPSED" | "OVERTAKEN";
            readonly version: number;
            /** @description Two people must give the same verdict */
            readonly needsTwo: boolean;
            /** Format: date-time */
            readonly raisedAt: string;
            /** Format: date-time */
            readonly dueAt: string;
            readonly chases: number;
            readonly proposed?: {
                /** @enum {string} */
                readonly verdict: "IDENTIFIED" | "NOBODY" | "SHARE" | "SHARE_MINIMAL" | "HOLD";
                /** @description With IDENTIFIED: every entry of your register that is this person */
                readonly ids?: readonly string[];
                readonly reason: string;
                readonly person: {
                    readonly by: string;
                    readonly practitioner?: string;
                    readonly isVouchedFor?: boolean;
                };
                /** Format: date-time */
                readonly at: string;
            };
            /** @description What was said, without the words: those are for whoever decides */
            readonly decided?: {
                /** @enum {string} */
                readonly verdict: "IDENTIFIED" | "NOBODY" | "SHARE" | "SHARE_MINIMAL" | "HOLD";
                /** @description With IDENTIFIED: every entry of your register that is this person */
                readonly ids?: readonly string[];
                readonly person: {
                    readonly by: string;
                    readonly practitioner?: string;
                    readonly isVouchedFor?: boolean;
                };
                /** Format: date-time */
                readonly at: string;
            };
            readonly asks: string;
            readonly verdicts: readonly ("IDENTIFIED" | "NOBODY" | "SHARE" | "SHARE_MINIMAL" | "HOLD")[];
            /** @description Absent once the review is closed */
            readonly content?: {
                /** @enum {string} */
                readonly harmSent?: "H0" | "H1" | "H2" | "H3" | "H4";
                /**
                 * @description After the raises
                 * @enum {string}
                 */
                readonly harm?: "H0" | "H1" | "H2" | "H3" | "H4";
                readonly raisedBy?: readonly ("R4" | "R5b")[];
                /** @enum {string} */
                readonly decision?: "SHARE" | "SHARE_MINIMAL" | "HOLD" | "HUMAN_REVIEW";
                /** @enum {string} */
                readonly rule?: "R0" | "R4" | "R5b" | "R3" | "R1" | "R6" | "R7" | "R9" | "R17" | "R15" | "R10" | "R19" | "R16" | "R11" | "R12" | "R13" | "R14" | "R14b";
                readonly basis?: {
                    readonly article6: readonly ("6(1)(c)" | "6(1)(d)" | "6(1)(e)" | "6(1)(ea)" | "6(1)(f)")[];
                    /** @enum {string} */
                    readonly schedule1: "para-2" | "para-6" | "para-18-2-a" | "para-18-2-b" | "para-18-2-c";
                    readonly article10: string | null;
                    /** @enum {string} */
                    readonly confidence: "consent" | "duty" | "public-interest";
                    readonly statute: readonly string[];
                };
                readonly policyVersion?: string;
                readonly why?: readonly ("WHERE_THE_CHILD_IS" | "HOLDS_THE_CHILD")[];
                /** @description Names of other authorities that were told */
                readonly alsoTold?: readonly string[];
                /** @enum {string} */
                readonly tellParent?: "no" | "safe-contact-only" | "ask-first" | "yes";
                readonly flags?: readonly ("DA" | "MARAC" | "RESTRICTED_ADDRESS" | "DETRIMENT_CLAIMED" | "DELUSION_INVOLVES_CHILD" | "SUICIDE_PLAN_INVOLVES_CHILD" | "ADOPTED" | "SENSITIVE_CHILD_SERVICE" | "STAFF_CONFLICT" | "UNBORN" | "PREVIOUS_REMOVAL")[];
                readonly factors?: readonly ("20" | "21" | "1A" | "1B" | "1C" | "2A" | "2B" | "2C" | "3A" | "3B" | "3C" | "4A" | "4B" | "4C" | "5A" | "5B" | "5C" | "6A" | "6B" | "6C" | "7A" | "8B" | "8C" | "8D" | "8E" | "8F" | "9A" | "10A" | "11A" | "12A" | "13A" | "14A" | "15A" | "16A" | "17A" | "18B" | "18C" | "19B" | "19C" | "22A" | "23A" | "24A")[];
                readonly banners?: readonly ("PREVIOUS_REMOVAL" | "PHONE_FIRST" | "PROTECTED" | "ASK_BEFORE_CONTACT" | "UNKNOWN_FAMILY" | "KNOWN_TO_ANOTHER_AUTHORITY" | "INCOMPLETE" | "CONSENT_INCOMPLETE" | "LEADS_ONLY" | "UNBORN" | "UNDER_TWO" | "CORRECTION" | "WITHDRAWN_BY_SENDER")[];
                /** @description Rules that ask for special care. F5-PREVIOUS_REMOVAL: A child of this adult was removed before: ask what has changed since. F8-UNBORN: A child is expected: plan before the birth, with midwifery. F8-UNDER_TWO: A child is under two: harm at this age is the gravest; priority is amber at least. F8-BIRTH_UPDATE_DUE: A child was expected more than six weeks ago and no birth is recorded: find out, and update the register. F9-CHILD_IS_VICTIM: A child saw, heard or lived through the abuse: a victim in their own right, so 3A is recorded too. F10-ASK_ABOUT_NEGLECT: A child is ten to fifteen: ask about food, sleep, clothing, health, school, who is at home, and running away. F17-ONGOING: This has gone on for some time: weigh the pattern, not whether one incident is grave enough */
                readonly care?: readonly ("F5-PREVIOUS_REMOVAL" | "F8-UNBORN" | "F8-UNDER_TWO" | "F8-BIRTH_UPDATE_DUE" | "F9-CHILD_IS_VICTIM" | "F10-ASK_ABOUT_NEGLECT" | "F17-ONGOING")[];
                /** @description When it happened, or since when it goes on; else when the hub was told */
                readonly event?: {
                    /** Format: date */
                    readonly on: string;
                    readonly isOngoing: boolean;
                };
                /** @description Known children of this authority */
                readonly joined?: readonly {
                    readonly childId: string;
                    /** @enum {string} */
                    readonly why: "NAMED" | "RELATED" | "HOME";
                    readonly relationships: readonly {
                        /**
                         * @description subject, or otherAdults/ and its place in that list, from 0
                         * @enum {string}
                         */
                        readonly adult: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7";
                        readonly relationship: string;
                    }[];
                    readonly ageMonths?: number;
                    /** @constant */
                    readonly isUnborn?: true;
                    /** @constant */
                    readonly isBirthUpdateDue?: true;
                    /** @description As registered now; absent where the record is gone */
                    readonly status?: {
                        /** @enum {string} */
                        readonly code: "EARLY_HELP" | "IN_NEED" | "PROTECTION_PLAN" | "LOOKED_AFTER" | "PROCEEDINGS" | "ADOPTED" | "SPECIAL_GUARDIANSHIP" | "CLOSED";
                        readonly from?: string;
                        readonly to?: string;
                    };
                    /** @description Written agreements; what was agreed stands in the chronology */
                    readonly agreements?: readonly {
                        /** @description Your own id of the agreement; no personal data */
                        readonly id: string;
                        /** @description Your own ids of the adults with whom it was agreed */
                        readonly with?: readonly string[];
                        /** Format: date */
                        readonly agreedOn: string;
                        /**
                         * Format: date
                         * @description A later day, told again, extends it
                         */
                        readonly endsOn: string;
                        /** @enum {string} */
                        readonly state: "RUNNING" | "KEPT" | "BROKEN";
                    }[];
                    readonly allocatedTeam?: string;
                    readonly allocatedTeamContact?: string;
                }[];
                readonly accumulation?: {
                    readonly rules: readonly ("combination-in-12-months" | "three-notifications-in-3-months")[];
                    readonly contributing: readonly {
                        /** Format: date */
                        readonly eventOn: string;
                        readonly agencyName: string;
                        readonly domains: readonly ("substance-misuse" | "domestic-abuse" | "mental-health" | "learning-disability")[];
                    }[];
                    readonly others: number;
                };
                readonly earlier?: readonly {
                    /** Format: uuid */
                    readonly entryId: string;
                    /** @enum {string} */
                    readonly kind: "CONCERN" | "CORRECTION" | "OUTCOME" | "CASE_ENDED" | "ENGAGEMENT";
                    /** Format: date */
                    readonly eventOn: string;
                    readonly isOngoing: boolean;
                    /** Format: date-time */
                    readonly recordedAt: string;
                    readonly source: {
                        /** @enum {string} */
                        readonly kind: "agency" | "authority";
                        readonly name: string;
                    };
                    /** @enum {string} */
                    readonly harm: "H0" | "H1" | "H2" | "H3" | "H4";
                    readonly factors: readonly ("20" | "21" | "1A" | "1B" | "1C" | "2A" | "2B" | "2C" | "3A" | "3B" | "3C" | "4A" | "4B" | "4C" | "5A" | "5B" | "5C" | "6A" | "6B" | "6C" | "7A" | "8B" | "8C" | "8D" | "8E" | "8F" | "9A" | "10A" | "11A" | "12A" | "13A" | "14A" | "15A" | "16A" | "17A" | "18B" | "18C" | "19B" | "19C" | "22A" | "23A" | "24A")[];
                    /** @enum {string} */
                    readonly outcome?: "IMMEDIATE_PROTECTION" | "STRATEGY_DISCUSSION" | "SECTION_47" | "CONFERENCE" | "ASSESSMENT_S17" | "PASSED_TO_ALLOCATED_WORKER" | "EARLY_HELP" | "EARLY_HELP_DECLINED" | "STEP_DOWN" | "MORE_INFORMATION_NEEDED" | "OTHER_AUTHORITY" | "NOT_THIS_PERSON" | "ADVICE_GIVEN" | "NO_FURTHER_ACTION";
                    readonly childId: string;
                    readonly isSuperseded: boolean;
                }[];
                readonly reason?: string;
                readonly adults?: readonly {
                    /**
                     * @description subject, or otherAdults/ and its place in that list, from 0
                     * @enum {string}
                     */
                    readonly person: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7";
                    readonly names: readonly {
                        /** @description Given names, space separated */
                        readonly given?: string;
                        /** @description Family name, double barrels as written */
                        readonly family?: string;
                    }[];
                    readonly dateOfBirth?: string;
                    readonly sex?: string;
                    readonly nhsNumbers: readonly string[];
                    readonly relationshipToChild: string;
                    readonly relationshipToSubject?: string;
                    readonly parentalResponsibility: string;
                    readonly contactLevel: string;
                    /** @enum {string} */
                    readonly role?: "VICTIM" | "ALLEGED_PERPETRATOR" | "UNKNOWN";
                    readonly expectsChildOn?: string;
                }[];
                readonly children?: readonly {
                    /** @enum {string} */
                    readonly person: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7" | "children/0" | "children/1" | "children/2" | "children/3" | "children/4" | "children/5" | "children/6" | "children/7" | "children/8" | "children/9" | "children/10" | "children/11" | "unborn";
                    readonly name?: {
                        /** @description Given names, space separated */
                        readonly given?: string;
                        /** @description Family name, double barrels as written */
                        readonly family?: string;
                    };
                    readonly alsoKnownAs: readonly {
                        /** @description Given names, space separated */
                        readonly given?: string;
                        /** @description Family name, double barrels as written */
                        readonly family?: string;
                    }[];
                    readonly dateOfBirth?: string;
                    readonly expectedDateOfDelivery?: string;
                    readonly ageYears?: number;
                    readonly sex: string;
                    readonly nhsNumber?: string;
                    readonly relationships: readonly {
                        /** @enum {string} */
                        readonly adult: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7" | "children/0" | "children/1" | "children/2" | "children/3" | "children/4" | "children/5" | "children/6" | "children/7" | "children/8" | "children/9" | "children/10" | "children/11" | "unborn";
                        readonly relationship: string;
                        readonly livesWithChild: string;
                    }[];
                    readonly firstLanguage?: string;
                }[];
                readonly safety?: {
                    readonly safeContact?: {
                        readonly number?: string;
                        readonly safeToCall: boolean;
                        readonly times?: string;
                        readonly notSafeToTalkTo?: string;
                    };
                    readonly keepFrom: readonly {
                        readonly person: string;
                        readonly why: string;
                    }[];
                    readonly dash?: {
                        readonly score?: number;
                        readonly level: string;
                    };
                    readonly childPresent?: string;
                    readonly maracReferred?: boolean;
                    readonly maracOn?: string;
                    readonly workerSafety?: string;
                    readonly interpreter?: string;
                    readonly conflict?: {
                        readonly who: string;
                        readonly role: string;
                    };
                };
                readonly consent?: {
                    readonly status?: string;
                    readonly whyNotSought?: string;
                    readonly whyOverridden?: string;
                    readonly parentAware?: string;
                    readonly parentView?: string;
                };
                readonly phoneCall?: {
                    readonly made: boolean;
                    readonly at?: string;
                };
                readonly ownReference?: string;
                readonly referrer?: {
                    readonly agencyName: string;
                    readonly name: string;
                    readonly role: string;
                    readonly team?: string;
                    readonly secureEmail: string;
                    readonly phone: string;
                    readonly outOfHours?: string;
                };
                readonly whereabouts?: readonly {
                    /** @enum {string} */
                    readonly person: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7" | "children/0" | "children/1" | "children/2" | "children/3" | "children/4" | "children/5" | "children/6" | "children/7" | "children/8" | "children/9" | "children/10" | "children/11" | "unborn";
                    readonly addresses?: readonly {
                        readonly houseNumber?: string;
                        readonly street?: string;
                        readonly town?: string;
                        readonly postcode?: string;
                        /** @description Unique Property Reference Number */
                        readonly uprn?: string;
                        /** Format: date */
                        readonly from?: string;
                        /** Format: date */
                        readonly to?: string;
                    }[];
                    readonly phones?: readonly string[];
                    readonly emails?: readonly string[];
                    readonly places?: readonly {
                        readonly kind: string;
                        readonly text: string;
                    }[];
                }[];
                /** @description Addresses in `whereabouts` where children live and whose postcode lies in another authority than the one the sender named. It changes nobody who is told: ask where the child is */
                readonly homesElsewhere?: readonly {
                    /** @enum {string} */
                    readonly person: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7" | "children/0" | "children/1" | "children/2" | "children/3" | "children/4" | "children/5" | "children/6" | "children/7" | "children/8" | "children/9" | "children/10" | "children/11" | "unborn";
                    /** @description GSS code */
                    readonly authority: string;
                    readonly name: string;
                }[];
                readonly narrative?: readonly {
                    /** @enum {string} */
                    readonly kind: "FACT" | "OPINION" | "REPORTED";
                    readonly text: string;
                }[];
                readonly protectiveFactors?: string;
                readonly childView?: string;
                readonly whyChildrenUnknown?: string;
                readonly substances?: readonly {
                    readonly what: string;
                    readonly storedAtHome?: string;
                }[];
                readonly disabilities?: readonly {
                    /** @enum {string} */
                    readonly person: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7" | "children/0" | "children/1" | "children/2" | "children/3" | "children/4" | "children/5" | "children/6" | "children/7" | "children/8" | "children/9" | "children/10" | "children/11" | "unborn";
                    readonly text: string;
                }[];
                readonly involvement?: readonly {
                    /** @enum {string} */
                    readonly kind: "previousRemoval" | "previousProtectionPlan" | "previouslyLookedAfter";
                    readonly answer: string;
                    readonly year?: number;
                    readonly authority?: string;
                }[];
                /** @description What was sent and could not be understood, or not be relied on, as it was written. Write to no address that stands here */
                readonly unread?: readonly {
                    readonly pointer: string;
                    readonly written: string;
                    /**
                     * @description A mailbox of the referrer’s that was not taken: it may be private. A number beside it may be rung
                     * @constant
                     */
                    readonly mustNotBeWrittenTo?: true;
                }[];
                readonly protected?: readonly string[];
            };
            /** @description Of the partnership lead: written agreements with the parents that run, for which the family is watched; whose and what, its council alone reads */
            readonly agreements?: readonly {
                /** Format: date */
                readonly agreedOn: string;
                /**
                 * Format: date
                 * @description A later day, told again, extends it
                 */
                readonly endsOn: string;
            }[];
            /** @description People of your own register that were considered; never another’s */
            readonly people: readonly {
                /** @description Absent where the alert itself withholds who it is about */
                readonly id?: string;
                /** @description Bits: the sum of the waterfall */
                readonly weight: number;
                readonly posterior: number;
                /** @description Why the match is not automatic */
                readonly guards: readonly string[];
                readonly waterfall: readonly {
                    readonly comparison: string;
                    readonly level: string;
                    readonly bits: number;
                }[];
            }[];
        };
        readonly ReviewAnswered: {
            /** Format: uuid */
            readonly reviewId: string;
            /** @enum {string} */
            readonly kind: "purpose" | "detriment" | "refused-consent" | "no-reason" | "watched" | "undecided" | "identity";
            /** @enum {string} */
            readonly asked: "sender-lead" | "partnership-lead" | "authority";
            /** @enum {string} */
            readonly rule: "R0" | "R4" | "R5b" | "R3" | "R1" | "R6" | "R7" | "R9" | "R17" | "R15" | "R10" | "R19" | "R16" | "R11" | "R12" | "R13" | "R14" | "R14b";
            /** @enum {string} */
            readonly harm: "H0" | "H1" | "H2" | "H3" | "H4";
            /** @enum {string} */
            readonly urgency: "immediate" | "today" | "routine";
            /** @enum {string} */
            readonly state: "OPEN" | "PROPOSED" | "DECIDED" | "LAPSED" | "OVERTAKEN";
            readonly version: number;
            /** @description Two people must give the same verdict */
            readonly needsTwo: boolean;
            /** Format: date-time */
            readonly raisedAt: string;
            /** Format: date-time */
            readonly dueAt: string;
        };
        readonly WatchReport: {
            /** Format: date */
            readonly day: string;
            /**
             * @description Whether the day has been looked at; it is, from seven the next morning
             * @enum {string}
             */
            readonly state: "MADE" | "NOT_MADE";
            readonly findings: readonly components["schemas"]["Finding"][];
            /** @description All that were found; more than are listed, if many */
            readonly total: number;
            /** @description More was done on the day than could be counted: counts are at least so high */
            readonly isCut?: boolean;
            /** @description For the partnership lead: how often each service told each authority on the day although nothing was agreed */
            readonly unagreed?: readonly {
                readonly agency: string;
                readonly authority: string;
                readonly count: number;
            }[];
            /** @description For the partnership lead: alerts whose answer, or whose silence, is contested as high as the partnership, as things stand, those due first */
            readonly contested?: readonly components["schemas"]["ContestedAlert"][];
        };
        readonly Finding: {
            readonly number: number;
            /** @enum {string} */
            readonly rule: "BURST" | "REPEATED_MISSES" | "UNUSUAL_VOLUME" | "OUT_OF_HOURS" | "WITHOUT_ALERT" | "NOBODY_ACTED" | "EMERGENCY_ACCESS" | "RESTRICTION_LIFTED" | "OVER_QUOTA" | "RECORDED_ELSEWHERE" | "LEFT_UNTICKED";
            /** @description Work id of the person */
            readonly practitioner?: string;
            /** @description Systems by which it was done; empty where nobody of yours did it */
            readonly clients: readonly string[];
            /** @description An identity provider of the authority says that the work id is the person’s */
            readonly isVouchedFor?: boolean;
            readonly count: number;
            /** Format: date-time */
            readonly first: string;
            /** Format: date-time */
            readonly last: string;
            /** @description Some of the records concerned, of your own register, or alerts of yours */
            readonly about: readonly string[];
            /** @description Who has looked at it */
            readonly tick?: {
                /** @enum {string} */
                readonly how: "EXPLAINED" | "TAKEN_UP";
                /** Format: date-time */
                readonly at: string;
                readonly client: string;
                readonly practitioner?: string;
            };
        };
        readonly ContestedAlert: {
            /** Format: uuid */
            readonly alertId: string;
            /** @description GSS code of an authority of this hub; HOLDING: the partnership lead */
            readonly authority: string;
            /** @enum {string} */
            readonly harm: "H0" | "H1" | "H2" | "H3" | "H4";
            /** Format: date-time */
            readonly dueAt: string;
            /** Format: date-time */
            readonly contestedAt: string;
            /**
             * @description What is contested is that no answer has come; absent: the answer that was given
             * @constant
             */
            readonly isSilence?: true;
        };
        readonly ChildRecorded: {
            readonly childId: string;
            readonly version: number;
        };
        readonly ChildRecord: {
            readonly childId: string;
            readonly version: number;
            readonly corrections: readonly {
                /** Format: date-time */
                readonly at: string;
                /** @description Whoever said so; two for a lifting */
                readonly by: readonly string[];
                readonly fields: readonly string[];
                readonly reason: string;
            }[];
            readonly lifting?: {
                /** @enum {string} */
                readonly restriction: "address" | "adopted" | "sensitiveService";
                readonly reason: string;
                /** Format: date-time */
                readonly at: string;
                readonly by: string;
                readonly practitioner?: string;
                readonly isVouchedFor?: boolean;
            };
            readonly child: {
                /** @description Responsible authority; must be the caller’s own */
                readonly authority: string;
                /** @description Absent for an unborn or unnamed child */
                readonly name?: {
                    /** @description Given names, space separated */
                    readonly given?: string;
                    /** @description Family name, double barrels as written */
                    readonly family?: string;
                };
                readonly dateOfBirth?: string;
                /** Format: date */
                readonly expectedDateOfDelivery?: string;
                /** @enum {string} */
                readonly sex: "M" | "F" | "U";
                readonly nhsNumber?: string;
                readonly uniquePupilNumber?: string;
                readonly status: components["schemas"]["ChildStatus"];
                readonly allocatedTeam?: string;
                readonly allocatedTeamContact?: string;
                readonly school?: string;
                readonly gp?: string;
                readonly alsoKnownAs: readonly {
                    /** @description Given names, space separated */
                    readonly given?: string;
                    /** @description Family name, double barrels as written */
                    readonly family?: string;
                }[];
                readonly formerNhsNumbers: readonly string[];
                readonly earlierStatuses: readonly components["schemas"]["ChildStatus"][];
                readonly restricted: {
                    readonly address: boolean;
                    readonly adopted: boolean;
                    readonly sensitiveService: boolean;
                };
                readonly addresses: readonly {
                    readonly houseNumber?: string;
                    readonly street?: string;
                    readonly town?: string;
                    readonly postcode?: string;
                    /** @description Unique Property Reference Number */
                    readonly uprn?: string;
                    /** Format: date */
                    readonly from?: string;
                    /** Format: date */
                    readonly to?: string;
                }[];
                readonly writtenAgreements: readonly {
                    /** @description Your own id of the agreement; no personal data */
                    readonly id: string;
                    /** Format: date */
                    readonly agreedOn: string;
                    /**
                     * Format: date
                     * @description A later day, told again, extends it
                     */
                    readonly endsOn: string;
                    /** @description Your own ids of the adults with whom it was agreed */
                    readonly with?: readonly string[];
                    /** @description What was agreed with the parents */
                    readonly what: string;
                    /** @description What follows if it is not kept */
                    readonly whatFollows: string;
                    /**
                     * Format: date
                     * @description When it was found kept or broken
                     */
                    readonly decidedOn?: string;
                    /** @enum {string} */
                    readonly state: "RUNNING" | "KEPT" | "BROKEN";
                    readonly extendedFrom: readonly string[];
                }[];
            };
            readonly adults: readonly {
                readonly adultId: string;
                /** @enum {string} */
                readonly relationship: "MOTHER" | "FATHER" | "STEP_PARENT" | "PARTNER_OF_PARENT" | "GRANDPARENT" | "SIBLING" | "OTHER_RELATIVE" | "CARER" | "OTHER";
                /** Format: date */
                readonly relationshipStartedOn?: string;
                /**
                 * Format: date
                 * @description Left out, the relationship is in force
                 */
                readonly relationshipEndedOn?: string;
                /**
                 * @description UNKNOWN takes nothing back
                 * @default UNKNOWN
                 * @enum {string}
                 */
                readonly parentalResponsibility: "YES" | "NO" | "UNKNOWN";
                /**
                 * @description UNKNOWN takes nothing back
                 * @default UNKNOWN
                 * @enum {string}
                 */
                readonly livesWithChild: "YES" | "NO" | "UNKNOWN";
            }[];
            /** Format: date-time */
            readonly recordedAt: string;
        };
        readonly ChildList: {
            readonly items: readonly {
                readonly childId: string;
                /** @enum {string} */
                readonly status: "EARLY_HELP" | "IN_NEED" | "PROTECTION_PLAN" | "LOOKED_AFTER" | "PROCEEDINGS" | "ADOPTED" | "SPECIAL_GUARDIANSHIP" | "CLOSED";
                readonly links: {
                    readonly self: string;
                };
            }[];
            readonly links: {
                readonly next?: string;
            };
        };
        readonly ChildLifted: {
            readonly childId: string;
            readonly version: number;
            /** @enum {string} */
            readonly status: "PROPOSED" | "LIFTED";
        };
        readonly RegisterLoadAnswer: {
            readonly isDone: boolean;
            readonly load: components["schemas"]["RegisterLoad"];
            /** @description Those of which something is to be told */
            readonly records: readonly {
                readonly id: string;
                /** @enum {string} */
                readonly outcome: "NEW" | "CHANGED" | "MARKED" | "UNCHANGED" | "GONE" | "GONE_HELD" | "DELETED_HERE" | "TOO_LARGE" | "BUSY";
                readonly notes: readonly ("EDITED_HERE" | "RESTRICTION_STANDS" | "CLOSED_STANDS" | "ADULT_TAKEN_AWAY" | "CASE_ENDS")[];
                readonly fields: readonly string[];
            }[];
        };
        readonly RegisterLoad: {
            readonly digest: string;
            /** @enum {string} */
            readonly extent: "FULL" | "DELTA";
            /** @enum {string} */
            readonly phase: "COMPARING" | "COMPARED" | "APPLYING" | "APPLIED";
            /** @description Send on after this own id */
            readonly position: string;
            /** @description By outcome and by note, how many records */
            readonly counts: {
                readonly [key: string]: number;
            };
            /** @description By outcome and by note, how many records */
            readonly compared?: {
                readonly [key: string]: number;
            };
            readonly standing: number;
        };
        readonly RegisterLoadList: {
            readonly items: readonly {
                /** @description By which one load is read */
                readonly digest: string;
                /** @enum {string} */
                readonly extent: "FULL" | "DELTA";
                /** @enum {string} */
                readonly phase: "COMPARING" | "COMPARED" | "APPLYING" | "APPLIED";
                /** @description By outcome and by note, how many records */
                readonly counts: {
                    readonly [key: string]: number;
                };
                /** @description By outcome and by note, how many records */
                readonly compared?: {
                    readonly [key: string]: number;
                };
                /** @description Open cases that the comparison met */
                readonly standing: number;
                /** @description It is not applied before somebody confirms that it closes so many cases */
                readonly toConfirm?: number;
                /**
                 * Format: date-time
                 * @description When this step of it began
                 */
                readonly startedAt?: string;
                /**
                 * Format: date-time
                 * @description When its last part was done: of a step that has ended, its end
                 */
                readonly changedAt?: string;
                /**
                 * Format: date-time
                 * @description When it was last applied to its end; it may have been compared again since
                 */
                readonly appliedAt?: string;
                /** @description Who began this step: the client, and the work id of the person */
                readonly by?: {
                    readonly client: string;
                    readonly practitioner?: string;
                };
                /** @description What was wrong in the files, by code, as whoever sent the load said */
                readonly report?: {
                    readonly rows: number;
                    readonly records: {
                        readonly loaded: number;
                        readonly refused: number;
                        readonly leftOut: number;
                        readonly purged: number;
                    };
                    readonly flaws: readonly {
                        readonly code: string;
                        readonly rows: number;
                    }[];
                };
                readonly links: {
                    readonly self: string;
                };
            }[];
            /** @description There are more, longer ago */
            readonly isCut: boolean;
        };
        readonly RegisterLoadKept: {
            /** @description By which one load is read */
            readonly digest: string;
            /** @enum {string} */
            readonly extent: "FULL" | "DELTA";
            /** @enum {string} */
            readonly phase: "COMPARING" | "COMPARED" | "APPLYING" | "APPLIED";
            /** @description By outcome and by note, how many records */
            readonly counts: {
                readonly [key: string]: number;
            };
            /** @description By outcome and by note, how many records */
            readonly compared?: {
                readonly [key: string]: number;
            };
            /** @description Open cases that the comparison met */
            readonly standing: number;
            /** @description It is not applied before somebody confirms that it closes so many cases */
            readonly toConfirm?: number;
            /**
             * Format: date-time
             * @description When this step of it began
             */
            readonly startedAt?: string;
            /**
             * Format: date-time
             * @description When its last part was done: of a step that has ended, its end
             */
            readonly changedAt?: string;
            /**
             * Format: date-time
             * @description When it was last applied to its end; it may have been compared again since
             */
            readonly appliedAt?: string;
            /** @description Who began this step: the client, and the work id of the person */
            readonly by?: {
                readonly client: string;
                readonly practitioner?: string;
            };
            /** @description What was wrong in the files, by code, as whoever sent the load said */
            readonly report?: {
                readonly rows: number;
                readonly records: {
                    readonly loaded: number;
                    readonly refused: number;
                    readonly leftOut: number;
                    readonly purged: number;
                };
                readonly flaws: readonly {
                    readonly code: string;
                    readonly rows: number;
                }[];
            };
        };
        readonly RegisterImportBegun: {
            /** Format: uuid */
            readonly importId: string;
            /** @constant */
            readonly state: "AWAITING_FILES";
            /** Format: date-time */
            readonly uploadBefore: string;
            readonly uploads: readonly {
                /** @description Under which number it was announced, from 1 */
                readonly file: number;
                /** @description Whoever has it needs no token: keep it out of logs */
                readonly url: string;
                readonly headers: {
                    readonly [key: string]: string;
                };
            }[];
            readonly links: {
                readonly self: string;
            };
        };
        readonly RegisterImport: {
            /** Format: uuid */
            readonly importId: string;
            /**
             * @description As what it is loaded: a FULL load is a DELTA where nobody knows whom a row is about, so that nobody is taken for gone
             * @enum {string}
             */
            readonly extent: "FULL" | "DELTA";
            /** @enum {string} */
            readonly state: "AWAITING_FILES" | "CHECKING" | "CHECKED" | "APPLYING" | "APPLIED" | "FAILED";
            /**
             * @description The step that goes on, ended or failed last
             * @enum {string}
             */
            readonly step?: "check" | "apply";
            readonly files: number;
            /** Format: date-time */
            readonly begunAt: string;
            /** Format: date-time */
            readonly changedAt: string;
            /**
             * Format: date-time
             * @description When it vanishes with its files, where nothing more is done with it
             */
            readonly endsAt: string;
            /** @description Parts of this step; none while the files are read */
            readonly progress?: {
                readonly done: number;
                readonly of: number;
            };
            /** @description Under which the load stands in /register-loads */
            readonly digest?: string;
            /** @description What is wrong in the files, by code */
            readonly report?: {
                readonly rows: number;
                readonly records: {
                    readonly loaded: number;
                    readonly refused: number;
                    readonly leftOut: number;
                    readonly purged: number;
                };
                readonly flaws: readonly {
                    readonly code: string;
                    readonly rows: number;
                }[];
            };
            /** @description How many files of rows to mend there are: …/rows-to-mend */
            readonly rowsToMend?: number;
            /** @description By outcome and by note, how many records */
            readonly counts?: {
                readonly [key: string]: number;
            };
            /** @description By outcome and by note, how many records */
            readonly compared?: {
                readonly [key: string]: number;
            };
            /** @description Open cases that the comparison met */
            readonly standing?: number;
            /** @description It is not applied before somebody confirms that it closes so many cases */
            readonly toConfirm?: number;
            /** @description Why it went no further, by code, and in which file */
            readonly fault?: {
                /** @enum {string} */
                readonly code: "FILE_MISSING" | "FILE_DIFFERS" | "CANNOT_BE_READ" | "EMPTY" | "UTF_16" | "WORKBOOK" | "ENCODING_UNKNOWN" | "NO_CSV" | "NO_JSON" | "WITHOUT_NAMES" | "XML" | "FORM_UNKNOWN" | "READING_FAILED" | "LOADING_FAILED" | "LOADED_ELSEWHERE" | "NO_LONGER_PERMITTED" | "STALLED";
                readonly file?: number;
            };
        };
        readonly RegisterImportStep: {
            /** Format: uuid */
            readonly importId: string;
            /** @enum {string} */
            readonly state: "AWAITING_FILES" | "CHECKING" | "CHECKED" | "APPLYING" | "APPLIED" | "FAILED";
            readonly links: {
                readonly self: string;
            };
        };
        readonly RowsToMend: {
            /** Format: date-time */
            readonly readBefore: string;
            readonly files: readonly {
                /** @description Under which number it was announced, from 1 */
                readonly file: number;
                /** @description Of a file with many such rows */
                readonly piece: number;
                /** @enum {string} */
                readonly kind: "csv" | "json";
                /** @description Whoever has it needs no token: keep it out of logs */
                readonly url: string;
            }[];
        };
        readonly RegisterSearched: {
            readonly people: readonly {
                /** @enum {string} */
                readonly kind: "child" | "adult";
                readonly id: string;
            }[];
            /** @description More than ten were found, or too many of your register stand near to compare them all, or there is nothing to look up by: the index has no key of 1 January, which is written for "not known". Read the record by its id */
            readonly isCut: boolean;
        };
        readonly AdultRecorded: {
            readonly adultId: string;
            readonly version: number;
        };
        readonly AdultRecord: {
            readonly adultId: string;
            readonly version: number;
            readonly corrections: readonly {
                /** Format: date-time */
                readonly at: string;
                /** @description Whoever said so; two for a lifting */
                readonly by: readonly string[];
                readonly fields: readonly string[];
                readonly reason: string;
            }[];
            readonly lifting?: {
                /** @enum {string} */
                readonly restriction: "address" | "adopted" | "sensitiveService";
                readonly reason: string;
                /** Format: date-time */
                readonly at: string;
                readonly by: string;
                readonly practitioner?: string;
                readonly isVouchedFor?: boolean;
            };
            readonly person: {
                readonly names: readonly {
                    /** @description Given names, space separated */
                    readonly given?: string;
                    /** @description Family name, double barrels as written */
                    readonly family?: string;
                }[];
                readonly dateOfBirth?: string;
                /** @enum {string} */
                readonly sex?: "M" | "F" | "U";
                readonly addresses: readonly {
                    readonly houseNumber?: string;
                    readonly street?: string;
                    readonly town?: string;
                    readonly postcode?: string;
                    /** @description Unique Property Reference Number */
                    readonly uprn?: string;
                    /** Format: date */
                    readonly from?: string;
                    /** Format: date */
                    readonly to?: string;
                }[];
                readonly nhsNumbers: readonly string[];
                readonly phones: readonly string[];
                readonly emails: readonly string[];
            };
            readonly previousRemoval: boolean;
            readonly restricted: {
                readonly address: boolean;
            };
            readonly children: readonly {
                readonly childId: string;
                /** @enum {string} */
                readonly relationship: "MOTHER" | "FATHER" | "STEP_PARENT" | "PARTNER_OF_PARENT" | "GRANDPARENT" | "SIBLING" | "OTHER_RELATIVE" | "CARER" | "OTHER";
                readonly endedOn?: string;
            }[];
        };
        readonly AdultLifted: {
            readonly adultId: string;
            readonly version: number;
            /** @enum {string} */
            readonly status: "PROPOSED" | "LIFTED";
        };
        readonly ChronologyPage: {
            readonly childId: string;
            readonly items: readonly {
                /** Format: uuid */
                readonly entryId: string;
                /** @enum {string} */
                readonly kind: "CONCERN" | "CORRECTION" | "OUTCOME" | "CASE_ENDED" | "ENGAGEMENT";
                /** Format: date */
                readonly eventOn: string;
                readonly isOngoing: boolean;
                /** Format: date-time */
                readonly recordedAt: string;
                readonly source: {
                    /** @enum {string} */
                    readonly kind: "agency" | "authority";
                    readonly name: string;
                };
                /** @enum {string} */
                readonly harm: "H0" | "H1" | "H2" | "H3" | "H4";
                readonly factors: readonly ("20" | "21" | "1A" | "1B" | "1C" | "2A" | "2B" | "2C" | "3A" | "3B" | "3C" | "4A" | "4B" | "4C" | "5A" | "5B" | "5C" | "6A" | "6B" | "6C" | "7A" | "8B" | "8C" | "8D" | "8E" | "8F" | "9A" | "10A" | "11A" | "12A" | "13A" | "14A" | "15A" | "16A" | "17A" | "18B" | "18C" | "19B" | "19C" | "22A" | "23A" | "24A")[];
                /** @enum {string} */
                readonly outcome?: "IMMEDIATE_PROTECTION" | "STRATEGY_DISCUSSION" | "SECTION_47" | "CONFERENCE" | "ASSESSMENT_S17" | "PASSED_TO_ALLOCATED_WORKER" | "EARLY_HELP" | "EARLY_HELP_DECLINED" | "STEP_DOWN" | "MORE_INFORMATION_NEEDED" | "OTHER_AUTHORITY" | "NOT_THIS_PERSON" | "ADVICE_GIVEN" | "NO_FURTHER_ACTION";
                /** @enum {string} */
                readonly engagement?: "MISSED_APPOINTMENTS" | "DROPPED_OUT" | "DISCHARGED" | "RETURNED";
                readonly hasPreviousRemoval: boolean;
                /** Format: uuid */
                readonly corrects?: string;
                /** @constant */
                readonly isLeadsOnly?: true;
                /** @constant */
                readonly isOfChildsService?: true;
                readonly statements?: readonly {
                    /** @enum {string} */
                    readonly kind: "FACT" | "OPINION" | "REPORTED";
                    readonly text: string;
                }[];
                readonly adults?: readonly {
                    /**
                     * @description subject, or otherAdults/ and its place in that list, from 0
                     * @enum {string}
                     */
                    readonly person: "subject" | "otherAdults/0" | "otherAdults/1" | "otherAdults/2" | "otherAdults/3" | "otherAdults/4" | "otherAdults/5" | "otherAdults/6" | "otherAdults/7";
                    readonly names: readonly {
                        /** @description Given names, space separated */
                        readonly given?: string;
                        /** @description Family name, double barrels as written */
                        readonly family?: string;
                    }[];
                    readonly dateOfBirth?: string;
                    readonly relationshipToChild: string;
                }[];
                readonly reason?: string;
                /** @description The entry that corrects this one; this one stays as it was */
                readonly supersededBy?: string;
            }[];
            /** @description Time-limited agreements with the parents: kept, extended, broken or running (F19) */
            readonly agreements: readonly {
                /** @description Your own id of the agreement; no personal data */
                readonly id: string;
                /** Format: date */
                readonly agreedOn: string;
                /**
                 * Format: date
                 * @description A later day, told again, extends it
                 */
                readonly endsOn: string;
                /** @description Your own ids of the adults with whom it was agreed */
                readonly with?: readonly string[];
                /** @description What was agreed with the parents */
                readonly what: string;
                /** @description What follows if it is not kept */
                readonly whatFollows: string;
                /**
                 * Format: date
                 * @description When it was found kept or broken
                 */
                readonly decidedOn?: string;
                /** @enum {string} */
                readonly state: "RUNNING" | "KEPT" | "BROKEN";
                readonly extendedFrom: readonly string[];
            }[];
            readonly protected: readonly string[];
            readonly links: {
                readonly next?: string;
            };
        };
        readonly EmergencyAccepted: {
            /** Format: uuid */
            readonly accessId: string;
            /** @constant */
            readonly state: "ASKED";
            /** Format: date-time */
            readonly approveBefore: string;
            readonly links: {
                readonly self: string;
            };
        };
        readonly EmergencyAccessList: {
            readonly items: readonly {
                /** Format: uuid */
                readonly accessId: string;
                /** @enum {string} */
                readonly kind: "alert" | "chronology";
                /** @enum {string} */
                readonly state: "ASKED" | "LAPSED" | "APPROVED" | "REVIEWED";
                /**
                 * Format: date-time
                 * @description When it was asked for
                 */
                readonly raisedAt: string;
                /**
                 * Format: date-time
                 * @description By when it must be approved, or reviewed
                 */
                readonly dueAt: string;
                readonly links: {
                    readonly self: string;
                };
            }[];
            /** @description How many entries of this page are there and cannot be read: the hub’s keepers have been told; absent where none */
            readonly unreadable?: number;
            readonly links: {
                readonly next?: string;
            };
        };
        readonly EmergencyAccess: {
            /** Format: uuid */
            readonly accessId: string;
            readonly object: {
                /** @constant */
                readonly kind: "alert";
                /** Format: uuid */
                readonly id: string;
            } | {
                /** @constant */
                readonly kind: "chronology";
                readonly id: string;
            };
            readonly justification: string;
            readonly caseReference: string;
            readonly purpose: string;
            /** @description GSS code of an English local authority, such as E08000035 */
            readonly authority: string;
            /** Format: date-time */
            readonly askedAt: string;
            /** @enum {string} */
            readonly state: "ASKED" | "LAPSED" | "APPROVED" | "REVIEWED";
            /** Format: date-time */
            readonly dueAt: string;
            readonly asker: {
                readonly clientId: string;
                /** @description Work id */
                readonly practitioner?: string;
            };
            readonly approved?: {
                readonly by: {
                    readonly clientId: string;
                    /** @description Work id */
                    readonly practitioner?: string;
                };
                /** Format: date-time */
                readonly at: string;
                /** Format: date-time */
                readonly endsAt: string;
            };
            /** @enum {string} */
            readonly verdict?: "JUSTIFIED" | "NOT_JUSTIFIED";
            /** @description For the lead of whoever holds the object alone */
            readonly ofOwner?: {
                /** @description Whether there was such an object to open */
                readonly wasThere: boolean;
                /** @description How often it was read by this */
                readonly uses: number;
                /** Format: date-time */
                readonly lastUsedAt?: string;
                /** @description What the review said */
                readonly reason?: string;
            };
        };
        readonly EmergencyApproved: {
            /** Format: uuid */
            readonly accessId: string;
            /** @constant */
            readonly state: "APPROVED";
            /** Format: date-time */
            readonly endsAt: string;
            readonly links: {
                readonly self: string;
            };
        };
        readonly EmergencyReviewed: {
            /** Format: uuid */
            readonly accessId: string;
            /** @enum {string} */
            readonly state: "ASKED" | "LAPSED" | "APPROVED" | "REVIEWED";
            readonly links: {
                readonly self: string;
            };
        };
        readonly AuditEntryList: {
            readonly items: readonly {
                /** Format: uuid */
                readonly entryId: string;
                /** Format: date-time */
                readonly at: string;
                /** @enum {string} */
                readonly action: "TOKEN_ISSUED" | "TOKEN_REFUSED" | "ACCESS_REFUSED" | "CONCERN_SUBMITTED" | "CONCERN_FOLLOWED" | "CONCERNS_LISTED" | "CONCERN_WITHDRAWN" | "WITHDRAWAL_APPLIED" | "ENGAGEMENT_REPORTED" | "ENGAGEMENT_APPLIED" | "CONCERN_ASSESSED" | "CONCERN_REASSESSED" | "CONCERN_EXPIRED" | "UNAGREED_TOLD" | "QUOTA_EXCEEDED" | "QUOTA_TOLD" | "CANARY_HIT" | "RECORDED_ELSEWHERE_TOLD" | "WRITTEN_AGREEMENT_RECORDED" | "WRITTEN_AGREEMENT_TOLD" | "REVIEW_RAISED" | "REVIEW_CHASED" | "REVIEWS_LISTED" | "REVIEW_READ" | "REVIEW_PROPOSED" | "REVIEW_DECIDED" | "REVIEW_TIMED_OUT" | "CONSENT_CHANGED" | "CONSENT_APPLIED" | "CONCERN_PREVIEWED" | "CONCERN_LOCATED" | "ALERT_RAISED" | "ALERT_UPDATED" | "CONCERN_MERGED" | "ALERT_SENT" | "ALERT_DELIVERED" | "ALERT_CHASED" | "REMINDER_SENT" | "ALERTS_LISTED" | "ALERT_INITIALS_READ" | "ALERTS_COUNTED" | "TEST_ALERT_REQUESTED" | "ALERT_READ" | "EXPLANATION_READ" | "ALERT_READERS_READ" | "ALERT_ACKNOWLEDGED" | "ALERT_HANDED_OVER" | "OUTCOME_PROPOSED" | "OUTCOME_RECORDED" | "ALERT_REROUTED" | "ALERT_MOVED" | "REVIEW_MOVED" | "FEEDBACK_GIVEN" | "CASE_STATUS_RECORDED" | "CASE_END_PROPOSED" | "TELLING_RECORDED" | "CHRONOLOGY_READ" | "EMERGENCY_ACCESS_ASKED" | "EMERGENCY_ACCESS_APPROVED" | "EMERGENCY_ACCESS_USED" | "EMERGENCY_ACCESS_LAPSED" | "EMERGENCY_ACCESS_CHASED" | "EMERGENCY_ACCESS_REVIEWED" | "EMERGENCY_ACCESS_READ" | "EMERGENCY_ACCESSES_LISTED" | "ANSWER_CHALLENGED" | "CHALLENGE_PASSED_ON" | "CHILD_RECORDED" | "ADULT_RECORDED" | "CHILD_CORRECTED" | "ADULT_CORRECTED" | "LIFTING_PROPOSED" | "RESTRICTION_LIFTED" | "CHILD_DELETED" | "ADULT_DELETED" | "CHILD_READ" | "ADULT_READ" | "CHILDREN_LISTED" | "REGISTER_LOADED" | "REGISTER_LOADS_LISTED" | "REGISTER_LOAD_READ" | "REGISTER_IMPORT_BEGUN" | "REGISTER_IMPORT_STARTED" | "REGISTER_IMPORT_ENDED" | "REGISTER_IMPORT_READ" | "ROWS_TO_MEND_READ" | "REGISTER_SEARCHED" | "CLIENT_REGISTERED" | "CLIENT_KEYS_ROTATED" | "CLIENT_SUSPENDED" | "CLIENT_RESUMED" | "TOKEN_KEY_CHOSEN" | "CHECKPOINT_KEY_CHOSEN" | "INDEX_KEY_STEP_ASKED" | "INDEX_KEY_STEP_TAKEN" | "AGENCY_ADDED" | "AGENCY_ENDED" | "AGENCY_MAIL_DOMAINS_SET" | "AGENCY_LEAD_SET" | "AUTHORITY_ADDED" | "AUTHORITY_ENDED" | "AGENCY_DELIVERY_SET" | "AUTHORITY_DELIVERY_SET" | "AUTHORITY_SEALING_KEYS_CHANGED" | "AUTHORITY_CONTACT_SET" | "AUTHORITY_LEAD_SET" | "AUTHORITY_PACE_SET" | "AGREEMENT_RECORDED" | "AGREEMENT_REVOKED" | "AUDIT_QUERIED" | "AUDIT_PROOF_READ" | "AUDIT_SEARCHED" | "CHECKPOINT_READ" | "CHECKPOINT_SENT" | "CHANGE_TOLD" | "SUBJECT_ACCESS_OPENED" | "SUBJECT_ACCESS_READ" | "UNMASKING_PROPOSED" | "UNMASKED" | "WATCH_REPORT_TOLD" | "WATCH_REPORT_READ" | "FINDING_TICKED" | "AUDIT_EXPORTED" | "LOG_RESTORED" | "ENTRY_SET_ASIDE" | "QUARANTINE_RELEASED" | "HUB_RESTORED" | "HOLD_PLACED" | "HOLD_LIFTED" | "ENTRIES_EXPIRED" | "NOT_KNOWN_HERE";
                /** @enum {string} */
                readonly outcome: "DONE" | "REFUSED";
                /** @description Client id, or the name of the function that acted by itself */
                readonly actor: string;
                /** @description Work id of the person behind the client */
                readonly practitioner?: string;
                /**
                 * @description Who says that it is they: SIGN_IN, AUTHORITY or CLIENT
                 * @enum {string}
                 */
                readonly vouchedBy?: "SIGN_IN" | "AUTHORITY" | "CLIENT" | "NOT_KNOWN_HERE";
                readonly agency?: string;
                readonly authority?: string;
                /** @description Ids of the records concerned: concern, alert, child, adult or client */
                readonly subjects: readonly string[];
                readonly requestId?: string;
                /** @description The gateway’s own id of the request, beside the caller’s */
                readonly gatewayId?: string;
                readonly purpose?: string;
                readonly caseReference?: string;
                readonly askedFor?: {
                    /** @enum {string} */
                    readonly kind: "alert" | "concern" | "review" | "child" | "adult" | "entry" | "emergency-access" | "import" | "record" | "NOT_KNOWN_HERE";
                    readonly id?: string;
                    readonly keyed?: string;
                };
                /** @description The agreement in force at that moment: agency/authority/version. Of an alert between its sender and whoever is told, of a concern sent between its sender and the place that it names, of an assessment that by which the duty to share binds its sender */
                readonly agreement?: string;
                /** @description Of one act that concerns more than one entry names: the second of its entries, and those after */
                readonly part?: number;
                readonly rule?: string;
                readonly policyVersion?: string;
                /** @description In which version each concern, alert, review and emergency access stands that the act made or changed: of one record, no version is left out */
                readonly versions?: {
                    readonly [key: string]: number;
                };
                /** @description Further codes and counts, such as decision, harmAfter, version or the names of fields disclosed */
                readonly codes?: {
                    readonly [key: string]: string;
                };
            }[];
            readonly links: {
                readonly next?: string;
            };
            /** @description With `since`: how many leaves have no entry any more. Ask why: only the end of its time takes one away */
            readonly missing?: number;
            /** @description The newest signed size and root of the log, as a C2SP signed note. Keep it: whoever holds it can tell whether the log was written anew since */
            readonly checkpoint?: string;
        };
        readonly AuditProof: {
            readonly index: number;
            readonly size: number;
            /** @description The bytes of the leaf: the entry, its places, index fields and salt. Its hash is SHA-256 of a zero byte and these */
            readonly leaf: string;
            /** Format: base64 */
            readonly leafHash: string;
            /** @description Hashes as RFC 9162 orders them, base64 */
            readonly proof: readonly string[];
            /** @description The newest signed size and root of the log, as a C2SP signed note. Keep it: whoever holds it can tell whether the log was written anew since */
            readonly checkpoint: string;
            /** @description Leaf, index, proof and checkpoint as one text, which needs nothing beside it but the key: https://c2sp.org/tlog-proof */
            readonly receipt: string;
        };
        readonly Checkpoint: {
            /** @description The newest signed size and root of the log, as a C2SP signed note. Keep it: whoever holds it can tell whether the log was written anew since */
            readonly checkpoint: string;
            readonly size: number;
            /** Format: date-time */
            readonly lastEntryAt?: string;
            /** @description How long ago its last entry was made. More than some minutes in a busy hour: the log is not being sealed */
            readonly ageInSeconds?: number;
        };
        readonly ConsistencyProof: {
            readonly from: number;
            readonly to: number;
            /** @description Hashes as RFC 9162 orders them, base64 */
            readonly proof: readonly string[];
            /** @description The newest signed size and root of the log, as a C2SP signed note. Keep it: whoever holds it can tell whether the log was written anew since */
            readonly checkpoint: string;
        };
        readonly PeopleFound: {
            readonly people: readonly string[];
            /** @description Concerns that may name this person, held and unmatched ones too: of a name and a day, those in which both halves of a name begin alike */
            readonly concerns: readonly string[];
            /** @description More than ten of either were found, or too many stand near to compare them all, or there is nothing to look up by: the index has no key of 1 January, which is written for "not known". Search by the NHS number */
            readonly isCut: boolean;
        };
        readonly SubjectAccessOpened: {
            /** Format: uuid */
            readonly requestId: string;
            /** @description The records looked at: with each concern its alerts and reviews */
            readonly about: readonly string[];
            /** @description More came of the concerns than twenty records, or than is read: open further requests, with fewer of them */
            readonly isCut: boolean;
            readonly links: {
                readonly self: string;
            };
        };
        readonly SubjectAccessPage: {
            readonly items: readonly {
                /** Format: uuid */
                readonly entryId: string;
                /** Format: date-time */
                readonly at: string;
                /** @enum {string} */
                readonly action: "TOKEN_ISSUED" | "TOKEN_REFUSED" | "ACCESS_REFUSED" | "CONCERN_SUBMITTED" | "CONCERN_FOLLOWED" | "CONCERNS_LISTED" | "CONCERN_WITHDRAWN" | "WITHDRAWAL_APPLIED" | "ENGAGEMENT_REPORTED" | "ENGAGEMENT_APPLIED" | "CONCERN_ASSESSED" | "CONCERN_REASSESSED" | "CONCERN_EXPIRED" | "UNAGREED_TOLD" | "QUOTA_EXCEEDED" | "QUOTA_TOLD" | "CANARY_HIT" | "RECORDED_ELSEWHERE_TOLD" | "WRITTEN_AGREEMENT_RECORDED" | "WRITTEN_AGREEMENT_TOLD" | "REVIEW_RAISED" | "REVIEW_CHASED" | "REVIEWS_LISTED" | "REVIEW_READ" | "REVIEW_PROPOSED" | "REVIEW_DECIDED" | "REVIEW_TIMED_OUT" | "CONSENT_CHANGED" | "CONSENT_APPLIED" | "CONCERN_PREVIEWED" | "CONCERN_LOCATED" | "ALERT_RAISED" | "ALERT_UPDATED" | "CONCERN_MERGED" | "ALERT_SENT" | "ALERT_DELIVERED" | "ALERT_CHASED" | "REMINDER_SENT" | "ALERTS_LISTED" | "ALERT_INITIALS_READ" | "ALERTS_COUNTED" | "TEST_ALERT_REQUESTED" | "ALERT_READ" | "EXPLANATION_READ" | "ALERT_READERS_READ" | "ALERT_ACKNOWLEDGED" | "ALERT_HANDED_OVER" | "OUTCOME_PROPOSED" | "OUTCOME_RECORDED" | "ALERT_REROUTED" | "ALERT_MOVED" | "REVIEW_MOVED" | "FEEDBACK_GIVEN" | "CASE_STATUS_RECORDED" | "CASE_END_PROPOSED" | "TELLING_RECORDED" | "CHRONOLOGY_READ" | "EMERGENCY_ACCESS_ASKED" | "EMERGENCY_ACCESS_APPROVED" | "EMERGENCY_ACCESS_USED" | "EMERGENCY_ACCESS_LAPSED" | "EMERGENCY_ACCESS_CHASED" | "EMERGENCY_ACCESS_REVIEWED" | "EMERGENCY_ACCESS_READ" | "EMERGENCY_ACCESSES_LISTED" | "ANSWER_CHALLENGED" | "CHALLENGE_PASSED_ON" | "CHILD_RECORDED" | "ADULT_RECORDED" | "CHILD_CORRECTED" | "ADULT_CORRECTED" | "LIFTING_PROPOSED" | "RESTRICTION_LIFTED" | "CHILD_DELETED" | "ADULT_DELETED" | "CHILD_READ" | "ADULT_READ" | "CHILDREN_LISTED" | "REGISTER_LOADED" | "REGISTER_LOADS_LISTED" | "REGISTER_LOAD_READ" | "REGISTER_IMPORT_BEGUN" | "REGISTER_IMPORT_STARTED" | "REGISTER_IMPORT_ENDED" | "REGISTER_IMPORT_READ" | "ROWS_TO_MEND_READ" | "REGISTER_SEARCHED" | "CLIENT_REGISTERED" | "CLIENT_KEYS_ROTATED" | "CLIENT_SUSPENDED" | "CLIENT_RESUMED" | "TOKEN_KEY_CHOSEN" | "CHECKPOINT_KEY_CHOSEN" | "INDEX_KEY_STEP_ASKED" | "INDEX_KEY_STEP_TAKEN" | "AGENCY_ADDED" | "AGENCY_ENDED" | "AGENCY_MAIL_DOMAINS_SET" | "AGENCY_LEAD_SET" | "AUTHORITY_ADDED" | "AUTHORITY_ENDED" | "AGENCY_DELIVERY_SET" | "AUTHORITY_DELIVERY_SET" | "AUTHORITY_SEALING_KEYS_CHANGED" | "AUTHORITY_CONTACT_SET" | "AUTHORITY_LEAD_SET" | "AUTHORITY_PACE_SET" | "AGREEMENT_RECORDED" | "AGREEMENT_REVOKED" | "AUDIT_QUERIED" | "AUDIT_PROOF_READ" | "AUDIT_SEARCHED" | "CHECKPOINT_READ" | "CHECKPOINT_SENT" | "CHANGE_TOLD" | "SUBJECT_ACCESS_OPENED" | "SUBJECT_ACCESS_READ" | "UNMASKING_PROPOSED" | "UNMASKED" | "WATCH_REPORT_TOLD" | "WATCH_REPORT_READ" | "FINDING_TICKED" | "AUDIT_EXPORTED" | "LOG_RESTORED" | "ENTRY_SET_ASIDE" | "QUARANTINE_RELEASED" | "HUB_RESTORED" | "HOLD_PLACED" | "HOLD_LIFTED" | "ENTRIES_EXPIRED" | "NOT_KNOWN_HERE";
                /** @enum {string} */
                readonly outcome: "DONE" | "REFUSED";
                readonly client: string;
                readonly agency?: string;
                readonly authority?: string;
                /** @description A word for the person that is good in this request alone; their work id once two people have asked for it */
                readonly who?: string;
                readonly purpose?: string;
                readonly about: readonly string[];
            }[];
            readonly isUnmasked: boolean;
            readonly links: {
                readonly next?: string;
            };
        };
        readonly SubjectAccessUnmasked: {
            /** @enum {string} */
            readonly status: "PROPOSED" | "UNMASKED";
        };
        readonly AuditExportPart: {
            readonly files: {
                /** @description Leaves as they were sealed */
                readonly "entries.ndjson": string;
                /** @description RFC 4180; no cell can run */
                readonly "entries.csv": string;
                /** @description FHIR R4 AuditEvents, one a person concerned */
                readonly "audit-events.ndjson": string;
                /** @description Of each leaf its index and its inclusion proof */
                readonly "proofs.txt": string;
            };
            /** @description In this part and those before */
            readonly entries: number;
            /** @description The signed note of the log in which every entry stands; a file as it is */
            readonly checkpoint: string;
            readonly next?: string;
            /** @description Signed note: question, who asked, when, checkpoint, totals, SHA-256 of each file */
            readonly manifest?: string;
        };
        readonly IssuerMetadata: {
            /** Format: uri */
            readonly issuer: string;
            /** Format: uri */
            readonly token_endpoint: string;
            /** Format: uri */
            readonly jwks_uri: string;
            /** Format: uri */
            readonly service_documentation: string;
            readonly scopes_supported: readonly ("concerns.write" | "concerns.read" | "alerts.read" | "alerts.write" | "alerts.lead" | "concerns.preview" | "reviews.read" | "reviews.write" | "chronology.read" | "register.read" | "register.write" | "register.unrestrict" | "audit.read" | "audit.search" | "audit.subject-access")[];
            readonly response_types_supported: readonly string[];
            readonly grant_types_supported: readonly "client_credentials"[];
            readonly token_endpoint_auth_methods_supported: readonly "private_key_jwt"[];
            readonly token_endpoint_auth_signing_alg_values_supported: readonly "ES256"[];
        };
        readonly Health: {
            /** @constant */
            readonly status: "ok";
        };
    };
    responses: {
        /** @description The body is larger than 128 kB */
        readonly TooLarge: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Another media type is expected */
        readonly UnknownMediaType: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The hub failed */
        readonly Failed: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The hub is busy and stored nothing; try again after `Retry-After` seconds */
        readonly Busy: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request cannot be read or does not fit its contract; `errors` names each field */
        readonly Unreadable: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No access token, or one that is not valid here */
        readonly Unproven: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller’s role or scope does not allow this */
        readonly NotPermitted: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description More of this than one client may do in a day without a person being asked; never for a concern at H3 or H4 */
        readonly OverQuota: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is nothing here for this caller */
        readonly NotFound: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The record is past the state in which this can be done */
        readonly PastThat: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The record has changed since it was read; read it again */
        readonly Changed: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description If-Match with the record’s ETag is needed */
        readonly VersionMissing: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It goes on by itself: read the import until its state is another */
        readonly RegisterImportStepStarted: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["RegisterImportStep"];
            };
        };
        /** @description No such entry in the newest checkpoint: what waits to be sealed is in the next */
        readonly NotSealedYet: {
            headers: {
                readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description By which the hub’s log finds this call: yours, where you sent one */
        readonly "X-Request-ID": string;
        /** @description RFC 6749 §5.1 */
        readonly Pragma: "no-cache";
        /** @description How many a client may do in a day, as `"reads";q=10000;w=86400` */
        readonly "RateLimit-Policy": string;
        /** @description How many it may still do, and for how many seconds that holds, as `"reads";r=9998;t=3600`; not there where nothing is left and yet what is graver, or waits for somebody, goes on */
        readonly RateLimit: string;
        /** @description In so many seconds */
        readonly "Retry-After": string;
        /** @description The same for everybody: keep it for a while */
        readonly "Cache-Control": string;
        /** @description There where this key was taken before: the answer is that of the first time */
        readonly "Idempotency-Replayed": "true";
        /** @description Where it stands, or where to ask instead: an address beneath this one */
        readonly Location: string;
        /** @description RFC 6750 §3 */
        readonly "WWW-Authenticate": string;
        /** @description The version of the record: send it back as If-Match with what you change */
        readonly ETag: string;
    };
    pathItems: never;
}
export type TokenRequest = components['schemas']['TokenRequest'];
export type Concern = components['schemas']['Concern'];
export type StatedAuthority = components['schemas']['StatedAuthority'];
export type Withdrawal = components['schemas']['Withdrawal'];
export type ConsentChange = components['schemas']['ConsentChange'];
export type Engagement = components['schemas']['Engagement'];
export type Challenge = components['schemas']['Challenge'];
export type HandOver = components['schemas']['HandOver'];
export type Outcome = components['schemas']['Outcome'];
export type FeedbackToReferrer = components['schemas']['FeedbackToReferrer'];
export type CaseStatus = components['schemas']['CaseStatus'];
export type Telling = components['schemas']['Telling'];
export type Verdict = components['schemas']['Verdict'];
export type Tick = components['schemas']['Tick'];
export type Child = components['schemas']['Child'];
export type ChildStatus = components['schemas']['ChildStatus'];
export type WrittenAgreement = components['schemas']['WrittenAgreement'];
export type Deletion = components['schemas']['Deletion'];
export type ChildCorrection = components['schemas']['ChildCorrection'];
export type ChildLifting = components['schemas']['ChildLifting'];
export type RegisterLoadPart = components['schemas']['RegisterLoadPart'];
export type RegisterLoadReport = components['schemas']['RegisterLoadReport'];
export type RegisterImportBegin = components['schemas']['RegisterImportBegin'];
export type RegisterImportFile = components['schemas']['RegisterImportFile'];
export type RegisterImportApply = components['schemas']['RegisterImportApply'];
export type RegisterSearch = components['schemas']['RegisterSearch'];
export type Adult = components['schemas']['Adult'];
export type AdultCorrection = components['schemas']['AdultCorrection'];
export type AdultLifting = components['schemas']['AdultLifting'];
export type EmergencyAsked = components['schemas']['EmergencyAsked'];
export type EmergencyReview = components['schemas']['EmergencyReview'];
export type PeopleSearch = components['schemas']['PeopleSearch'];
export type SubjectAccess = components['schemas']['SubjectAccess'];
export type AlertEvent = components['schemas']['AlertEvent'];
export type DigestEvent = components['schemas']['DigestEvent'];
export type TestEvent = components['schemas']['TestEvent'];
export type EmergencyAccessEvent = components['schemas']['EmergencyAccessEvent'];
export type RowQuarantinedEvent = components['schemas']['RowQuarantinedEvent'];
export type RowOverdueEvent = components['schemas']['RowOverdueEvent'];
export type ReviewEvent = components['schemas']['ReviewEvent'];
export type ConcernEvent = components['schemas']['ConcernEvent'];
export type ConcernChangedEvent = components['schemas']['ConcernChangedEvent'];
export type WrittenAgreementEvent = components['schemas']['WrittenAgreementEvent'];
export type RecordedElsewhereEvent = components['schemas']['RecordedElsewhereEvent'];
export type UseReportedEvent = components['schemas']['UseReportedEvent'];
export type QuotaExceededEvent = components['schemas']['QuotaExceededEvent'];
export type AgreementsMissingEvent = components['schemas']['AgreementsMissingEvent'];
export type Token = components['schemas']['Token'];
export type TokenError = components['schemas']['TokenError'];
export type Problem = components['schemas']['Problem'];
export type KeySet = components['schemas']['KeySet'];
export type ConcernAccepted = components['schemas']['ConcernAccepted'];
export type ConcernList = components['schemas']['ConcernList'];
export type Preview = components['schemas']['Preview'];
export type ConcernPlaces = components['schemas']['ConcernPlaces'];
export type ConcernFollowed = components['schemas']['ConcernFollowed'];
export type ChallengeAccepted = components['schemas']['ChallengeAccepted'];
export type AlertList = components['schemas']['AlertList'];
export type AlertVolume = components['schemas']['AlertVolume'];
export type QuestionsAsked = components['schemas']['QuestionsAsked'];
export type Alert = components['schemas']['Alert'];
export type Explanation = components['schemas']['Explanation'];
export type AlertReaders = components['schemas']['AlertReaders'];
export type Answered = components['schemas']['Answered'];
export type TestAlert = components['schemas']['TestAlert'];
export type ReviewList = components['schemas']['ReviewList'];
export type Review = components['schemas']['Review'];
export type ReviewAnswered = components['schemas']['ReviewAnswered'];
export type WatchReport = components['schemas']['WatchReport'];
export type Finding = components['schemas']['Finding'];
export type ContestedAlert = components['schemas']['ContestedAlert'];
export type ChildRecorded = components['schemas']['ChildRecorded'];
export type ChildRecord = components['schemas']['ChildRecord'];
export type ChildList = components['schemas']['ChildList'];
export type ChildLifted = components['schemas']['ChildLifted'];
export type RegisterLoadAnswer = components['schemas']['RegisterLoadAnswer'];
export type RegisterLoad = components['schemas']['RegisterLoad'];
export type RegisterLoadList = components['schemas']['RegisterLoadList'];
export type RegisterLoadKept = components['schemas']['RegisterLoadKept'];
export type RegisterImportBegun = components['schemas']['RegisterImportBegun'];
export type RegisterImport = components['schemas']['RegisterImport'];
export type RegisterImportStep = components['schemas']['RegisterImportStep'];
export type RowsToMend = components['schemas']['RowsToMend'];
export type RegisterSearched = components['schemas']['RegisterSearched'];
export type AdultRecorded = components['schemas']['AdultRecorded'];
export type AdultRecord = components['schemas']['AdultRecord'];
export type AdultLifted = components['schemas']['AdultLifted'];
export type ChronologyPage = components['schemas']['ChronologyPage'];
export type EmergencyAccepted = components['schemas']['EmergencyAccepted'];
export type EmergencyAccessList = components['schemas']['EmergencyAccessList'];
export type EmergencyAccess = components['schemas']['EmergencyAccess'];
export type EmergencyApproved = components['schemas']['EmergencyApproved'];
export type EmergencyReviewed = components['schemas']['EmergencyReviewed'];
export type AuditEntryList = components['schemas']['AuditEntryList'];
export type AuditProof = components['schemas']['AuditProof'];
export type Checkpoint = components['schemas']['Checkpoint'];
export type ConsistencyProof = components['schemas']['ConsistencyProof'];
export type PeopleFound = components['schemas']['PeopleFound'];
export type SubjectAccessOpened = components['schemas']['SubjectAccessOpened'];
export type SubjectAccessPage = components['schemas']['SubjectAccessPage'];
export type SubjectAccessUnmasked = components['schemas']['SubjectAccessUnmasked'];
export type AuditExportPart = components['schemas']['AuditExportPart'];
export type IssuerMetadata = components['schemas']['IssuerMetadata'];
export type Health = components['schemas']['Health'];
export type ResponseTooLarge = components['responses']['TooLarge'];
export type ResponseUnknownMediaType = components['responses']['UnknownMediaType'];
export type ResponseFailed = components['responses']['Failed'];
export type ResponseBusy = components['responses']['Busy'];
export type ResponseUnreadable = components['responses']['Unreadable'];
export type ResponseUnproven = components['responses']['Unproven'];
export type ResponseNotPermitted = components['responses']['NotPermitted'];
export type ResponseOverQuota = components['responses']['OverQuota'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponsePastThat = components['responses']['PastThat'];
export type ResponseChanged = components['responses']['Changed'];
export type ResponseVersionMissing = components['responses']['VersionMissing'];
export type ResponseRegisterImportStepStarted = components['responses']['RegisterImportStepStarted'];
export type ResponseNotSealedYet = components['responses']['NotSealedYet'];
export type HeaderXRequestId = components['headers']['X-Request-ID'];
export type HeaderPragma = components['headers']['Pragma'];
export type HeaderRateLimitPolicy = components['headers']['RateLimit-Policy'];
export type HeaderRateLimit = components['headers']['RateLimit'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type HeaderCacheControl = components['headers']['Cache-Control'];
export type HeaderIdempotencyReplayed = components['headers']['Idempotency-Replayed'];
export type HeaderLocation = components['headers']['Location'];
export type HeaderWwwAuthenticate = components['headers']['WWW-Authenticate'];
export type HeaderETag = components['headers']['ETag'];
export type $defs = Record<string, never>;
export interface operations {
    readonly issueToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "grant_type": "client_credentials",
                 *       "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                 *       "client_assertion": "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ0dXJuaW5nLXRpZGUifQ.c2lnbmF0dXJl",
                 *       "scope": "concerns.write"
                 *     }
                 */
                readonly "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        readonly responses: {
            /** @description An access token for five minutes */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly Pragma: components["headers"]["Pragma"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Token"];
                };
            };
            /** @description The request is not one this endpoint takes */
            readonly 400: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TokenError"];
                };
            };
            /** @description The client could not be verified */
            readonly 401: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TokenError"];
                };
            };
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly publishKeys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The keys, by `kid`: of tokens (ES256) the one that signs and the one that will, and those that sign or lately signed what is pushed and sealed (EdDSA), the newest first; none before the first delivery */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "Cache-Control": components["headers"]["Cache-Control"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["KeySet"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly listConcerns: {
        readonly parameters: {
            readonly query?: {
                /** @description Only what has changed at this moment or later, as far as you can see it */
                readonly changedSince?: string;
                readonly limit?: string;
                readonly cursor?: string;
            };
            readonly header?: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of your concerns; follow `links.next` for more */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConcernList"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly submitConcern: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
                /** @description Needed at H0, H1 and H2: 16 to 128 visible ASCII characters, chosen by you before the first try and kept for every retry */
                readonly "idempotency-key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "purpose": "safeguarding",
                 *       "harm": "H3",
                 *       "subject": {
                 *         "names": [
                 *           {
                 *             "given": "Tracey",
                 *             "family": "Cobbold"
                 *           }
                 *         ],
                 *         "dateOfBirth": "1998-03-08",
                 *         "sex": "F",
                 *         "addresses": [
                 *           {
                 *             "houseNumber": "27",
                 *             "street": "Ropewalk Lane",
                 *             "town": "Tannersford",
                 *             "postcode": "WM2 6TH"
                 *           }
                 *         ],
                 *         "relationshipToChild": "MOTHER",
                 *         "parentalResponsibility": "YES",
                 *         "contactLevel": "RESIDENT"
                 *       },
                 *       "children": [
                 *         {
                 *           "name": {
                 *             "given": "Percy",
                 *             "family": "Cobbold"
                 *           },
                 *           "ageYears": 1,
                 *           "relationships": [
                 *             {
                 *               "adult": "subject",
                 *               "relationship": "MOTHER",
                 *               "livesWithChild": "YES"
                 *             },
                 *             {
                 *               "adult": "otherAdults/0",
                 *               "relationship": "PARTNER_OF_PARENT",
                 *               "livesWithChild": "YES"
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "otherAdults": [
                 *         {
                 *           "names": [
                 *             {
                 *               "given": "Steve"
                 *             }
                 *           ],
                 *           "addresses": [],
                 *           "relationshipToChild": "PARTNER_OF_PARENT",
                 *           "relationshipToSubject": "PARTNER"
                 *         }
                 *       ],
                 *       "authority": "E06000991",
                 *       "factors": [
                 *         "2B"
                 *       ],
                 *       "reason": "Missed three appointments and was found unrousable after heroin use; looks after a baby alone.",
                 *       "narrative": [
                 *         {
                 *           "kind": "FACT",
                 *           "text": "Seen at home at 10:40, drowsy, needle on the kitchen table."
                 *         },
                 *         {
                 *           "kind": "REPORTED",
                 *           "text": "She says that the baby was with a neighbour."
                 *         },
                 *         {
                 *           "kind": "OPINION",
                 *           "text": "I do not think that she can keep a young child safe tonight."
                 *         }
                 *       ],
                 *       "consent": {
                 *         "status": "REFUSED",
                 *         "parentAware": "YES",
                 *         "parentView": "Afraid that he will be taken.",
                 *         "decidedOn": "2026-11-23"
                 *       },
                 *       "phoneCallMade": {
                 *         "made": true,
                 *         "at": "2026-11-23T11:05:00Z"
                 *       },
                 *       "referrer": {
                 *         "name": "Ines Marlowe",
                 *         "role": "Recovery worker",
                 *         "secureEmail": "ines.marlowe@turning-tide.example",
                 *         "phone": "01632 960123",
                 *         "outOfHours": "Duty line 01632 960124"
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["Concern"];
            };
        };
        readonly responses: {
            /** @description Stored and safe. The same answer whether or not a child is known */
            readonly 202: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConcernAccepted"];
                };
            };
            /** @description With `?preview=true`: nothing was stored; ask the route that `Location` names */
            readonly 307: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly Location: components["headers"]["Location"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            /** @description This Idempotency-Key was used with another body */
            readonly 422: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly previewConcern: {
        readonly parameters: {
            readonly query: {
                /** @description The kind of service that would send it: the duty to share depends on it */
                readonly agencyType: "adult-mental-health" | "substance-misuse" | "domestic-abuse" | "learning-disability";
                readonly preview?: "true";
            };
            readonly header: {
                readonly "hub-practitioner": string;
                /** @description Your own reference of the case in which you ask; it stands in the log. Never a name: it holds a digit */
                readonly "hub-case-reference": string;
                /** @description For what you ask */
                readonly "hub-purpose": "safeguarding" | "welfare";
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "purpose": "safeguarding",
                 *       "harm": "H3",
                 *       "subject": {
                 *         "names": [
                 *           {
                 *             "given": "Tracey",
                 *             "family": "Cobbold"
                 *           }
                 *         ],
                 *         "dateOfBirth": "1998-03-08",
                 *         "sex": "F",
                 *         "addresses": [
                 *           {
                 *             "houseNumber": "27",
                 *             "street": "Ropewalk Lane",
                 *             "town": "Tannersford",
                 *             "postcode": "WM2 6TH"
                 *           }
                 *         ],
                 *         "relationshipToChild": "MOTHER",
                 *         "parentalResponsibility": "YES",
                 *         "contactLevel": "RESIDENT"
                 *       },
                 *       "children": [
                 *         {
                 *           "name": {
                 *             "given": "Percy",
                 *             "family": "Cobbold"
                 *           },
                 *           "ageYears": 1,
                 *           "relationships": [
                 *             {
                 *               "adult": "subject",
                 *               "relationship": "MOTHER",
                 *               "livesWithChild": "YES"
                 *             },
                 *             {
                 *               "adult": "otherAdults/0",
                 *               "relationship": "PARTNER_OF_PARENT",
                 *               "livesWithChild": "YES"
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "otherAdults": [
                 *         {
                 *           "names": [
                 *             {
                 *               "given": "Steve"
                 *             }
                 *           ],
                 *           "addresses": [],
                 *           "relationshipToChild": "PARTNER_OF_PARENT",
                 *           "relationshipToSubject": "PARTNER"
                 *         }
                 *       ],
                 *       "authority": "E06000991",
                 *       "factors": [
                 *         "2B"
                 *       ],
                 *       "reason": "Missed three appointments and was found unrousable after heroin use; looks after a baby alone.",
                 *       "narrative": [
                 *         {
                 *           "kind": "FACT",
                 *           "text": "Seen at home at 10:40, drowsy, needle on the kitchen table."
                 *         },
                 *         {
                 *           "kind": "REPORTED",
                 *           "text": "She says that the baby was with a neighbour."
                 *         },
                 *         {
                 *           "kind": "OPINION",
                 *           "text": "I do not think that she can keep a young child safe tonight."
                 *         }
                 *       ],
                 *       "consent": {
                 *         "status": "REFUSED",
                 *         "parentAware": "YES",
                 *         "parentView": "Afraid that he will be taken.",
                 *         "decidedOn": "2026-11-23"
                 *       },
                 *       "phoneCallMade": {
                 *         "made": true,
                 *         "at": "2026-11-23T11:05:00Z"
                 *       },
                 *       "referrer": {
                 *         "name": "Ines Marlowe",
                 *         "role": "Recovery worker",
                 *         "secureEmail": "ines.marlowe@turning-tide.example",
                 *         "phone": "01632 960123",
                 *         "outOfHours": "Duty line 01632 960124"
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["Concern"];
            };
        };
        readonly responses: {
            /** @description Match against your own register, facts, decision, and what an alert would hold */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Preview"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly locateConcern: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "purpose": "safeguarding",
                 *       "harm": "H3",
                 *       "subject": {
                 *         "names": [
                 *           {
                 *             "given": "Tracey",
                 *             "family": "Cobbold"
                 *           }
                 *         ],
                 *         "dateOfBirth": "1998-03-08",
                 *         "sex": "F",
                 *         "addresses": [
                 *           {
                 *             "houseNumber": "27",
                 *             "street": "Ropewalk Lane",
                 *             "town": "Tannersford",
                 *             "postcode": "WM2 6TH"
                 *           }
                 *         ],
                 *         "relationshipToChild": "MOTHER",
                 *         "parentalResponsibility": "YES",
                 *         "contactLevel": "RESIDENT"
                 *       },
                 *       "children": [
                 *         {
                 *           "name": {
                 *             "given": "Percy",
                 *             "family": "Cobbold"
                 *           },
                 *           "ageYears": 1,
                 *           "relationships": [
                 *             {
                 *               "adult": "subject",
                 *               "relationship": "MOTHER",
                 *               "livesWithChild": "YES"
                 *             },
                 *             {
                 *               "adult": "otherAdults/0",
                 *               "relationship": "PARTNER_OF_PARENT",
                 *               "livesWithChild": "YES"
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "otherAdults": [
                 *         {
                 *           "names": [
                 *             {
                 *               "given": "Steve"
                 *             }
                 *           ],
                 *           "addresses": [],
                 *           "relationshipToChild": "PARTNER_OF_PARENT",
                 *           "relationshipToSubject": "PARTNER"
                 *         }
                 *       ],
                 *       "authority": "E06000991",
                 *       "factors": [
                 *         "2B"
                 *       ],
                 *       "reason": "Missed three appointments and was found unrousable after heroin use; looks after a baby alone.",
                 *       "narrative": [
                 *         {
                 *           "kind": "FACT",
                 *           "text": "Seen at home at 10:40, drowsy, needle on the kitchen table."
                 *         },
                 *         {
                 *           "kind": "REPORTED",
                 *           "text": "She says that the baby was with a neighbour."
                 *         },
                 *         {
                 *           "kind": "OPINION",
                 *           "text": "I do not think that she can keep a young child safe tonight."
                 *         }
                 *       ],
                 *       "consent": {
                 *         "status": "REFUSED",
                 *         "parentAware": "YES",
                 *         "parentView": "Afraid that he will be taken.",
                 *         "decidedOn": "2026-11-23"
                 *       },
                 *       "phoneCallMade": {
                 *         "made": true,
                 *         "at": "2026-11-23T11:05:00Z"
                 *       },
                 *       "referrer": {
                 *         "name": "Ines Marlowe",
                 *         "role": "Recovery worker",
                 *         "secureEmail": "ines.marlowe@turning-tide.example",
                 *         "phone": "01632 960123",
                 *         "outOfHours": "Duty line 01632 960124"
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["Concern"];
            };
        };
        readonly responses: {
            /** @description What follows from the addresses and the code that you wrote, and from nothing else */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConcernPlaces"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly followConcern: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The concern, with feedback once there is any */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConcernFollowed"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly withdrawConcern: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
                /** @description Chosen by you before the first try and kept for every retry */
                readonly "idempotency-key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "WRONG_PERSON",
                 *       "words": "It was about another of the same name."
                 *     }
                 */
                readonly "application/json": components["schemas"]["Withdrawal"];
            };
        };
        readonly responses: {
            /** @description Kept. The same answer whatever has become of the concern; whoever was told of it reads that you withdrew it */
            readonly 202: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConcernAccepted"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            /** @description This Idempotency-Key was used with another body */
            readonly 422: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly changeConsent: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
                /** @description Chosen by you before the first try and kept for every retry */
                readonly "idempotency-key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "status": "GIVEN",
                 *       "decidedOn": "2026-11-24"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ConsentChange"];
            };
        };
        readonly responses: {
            /** @description Kept. The same answer whatever has become of the concern; what was shared is never recalled */
            readonly 202: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConcernAccepted"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            /** @description This Idempotency-Key was used with another body */
            readonly 422: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly reportEngagement: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
                /** @description Chosen by you before the first try and kept for every retry */
                readonly "idempotency-key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "engagement": "DROPPED_OUT",
                 *       "on": "2026-11-20"
                 *     }
                 */
                readonly "application/json": components["schemas"]["Engagement"];
            };
        };
        readonly responses: {
            /** @description Kept. The same answer whatever has become of the concern: whoever has all of it, on consent as it then stands, reads it. What it means for a child is a concern, which you send as one */
            readonly 202: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConcernAccepted"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            /** @description This Idempotency-Key was used with another body */
            readonly 422: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly challengeAnswer: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
                /** @description Chosen by you before the first try and kept for every retry */
                readonly "idempotency-key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "feedbackNumber": 1,
                 *       "reason": "Since then she was seen with the baby, drowsy, on two more days."
                 *     }
                 */
                readonly "application/json": components["schemas"]["Challenge"];
            };
        };
        readonly responses: {
            /** @description Stored; the authority decides again, within one working day at each level */
            readonly 202: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChallengeAccepted"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            /** @description There is nothing that could be contested now: one answer whatever the cause */
            readonly 409: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            /** @description This Idempotency-Key was used with another body */
            readonly 422: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly listAlerts: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
                readonly state?: "open" | "closed";
                /** @description Shows the children of each alert as initials and age. A person is named for it (`Hub-Practitioner`), and the log names each alert of which they were shown */
                readonly with?: "initials";
            };
            readonly header?: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of alerts; follow `links.next` for more */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AlertList"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly countAlerts: {
        readonly parameters: {
            readonly query: {
                readonly from: string;
                readonly to: string;
            };
            readonly header?: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Counts by the agency’s name as the alerts show it: where that is protected, under [protected]. Exact: whoever passes them on leaves small numbers out */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AlertVolume"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly readAlert: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
                /** @description A system fetches this by itself and nobody looks at it yet: the read is logged as such, and does not count as somebody having opened the alert. Without it a reading still stops no alarm, unless a sign-in says that it is a person */
                readonly "hub-unattended"?: "true";
                /** @description Read by this emergency access, which you asked for yourself and a second person has approved: within 30 minutes, this object alone, as redacted as for anybody */
                readonly "hub-emergency-access"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The alert; its ETag is the version to answer with */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Alert"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly explainAlert: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The weight of each of your adults considered, comparison by comparison */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Explanation"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly readAlertReaders: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description By the audit log, whoever looked last first. What your own system showed to whom stands in its own record */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AlertReaders"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly handOverAlert: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
                readonly "if-match": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "to": "sw-2204"
                 *     }
                 */
                readonly "application/json": components["schemas"]["HandOver"];
            };
        };
        readonly responses: {
            /** @description Where the alert now stands */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Answered"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PastThat"];
            readonly 412: components["responses"]["Changed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 428: components["responses"]["VersionMissing"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly acknowledgeAlert: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
                readonly "if-match": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Where the alert now stands */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Answered"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PastThat"];
            readonly 412: components["responses"]["Changed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 428: components["responses"]["VersionMissing"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly recordOutcome: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
                readonly "if-match": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "outcome": "ASSESSMENT_S17",
                 *       "priorItemsRead": []
                 *     }
                 */
                readonly "application/json": components["schemas"]["Outcome"];
            };
        };
        readonly responses: {
            /** @description Where the alert now stands */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Answered"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PastThat"];
            readonly 412: components["responses"]["Changed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 428: components["responses"]["VersionMissing"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly giveFeedback: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
                readonly "if-match": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "kind": "FACT",
                 *           "text": "A social worker sees the family tomorrow."
                 *         }
                 *       ],
                 *       "nextStep": "Please tell us of every appointment that is missed."
                 *     }
                 */
                readonly "application/json": components["schemas"]["FeedbackToReferrer"];
            };
        };
        readonly responses: {
            /** @description Where the alert now stands */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Answered"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PastThat"];
            readonly 412: components["responses"]["Changed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 428: components["responses"]["VersionMissing"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly recordCaseStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
                readonly "if-match": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "status": "OPEN"
                 *     }
                 */
                readonly "application/json": components["schemas"]["CaseStatus"];
            };
        };
        readonly responses: {
            /** @description Where the alert now stands */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Answered"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PastThat"];
            readonly 412: components["responses"]["Changed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 428: components["responses"]["VersionMissing"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly recordTelling: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
                readonly "if-match": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "wasTold": true,
                 *       "who": [
                 *         "MOTHER"
                 *       ],
                 *       "toldBy": "SW-0042",
                 *       "toldAt": "2026-11-24T10:30:00+00:00"
                 *     }
                 */
                readonly "application/json": components["schemas"]["Telling"];
            };
        };
        readonly responses: {
            /** @description Where the alert now stands */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Answered"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PastThat"];
            readonly 412: components["responses"]["Changed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 428: components["responses"]["VersionMissing"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly sendTestAlert: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A message of type `uk.safeguarding-hub.alert.test.v1` is on its way; of all who ask within five minutes, one */
            readonly 202: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TestAlert"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly listReviews: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
                readonly state?: "open" | "closed";
            };
            readonly header?: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of reviews; follow `links.next` for more */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReviewList"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly readReview: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What is asked and what it is asked about; its ETag is the version to decide on */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Review"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly decideReview: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
                readonly "if-match": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "verdict": "SHARE",
                 *       "reason": "The risk to the baby outweighs her refusal.",
                 *       "notRelated": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["Verdict"];
            };
        };
        readonly responses: {
            /** @description DECIDED; or PROPOSED, where a second person must give the same verdict */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReviewAnswered"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PastThat"];
            readonly 412: components["responses"]["Changed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 428: components["responses"]["VersionMissing"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly readWatchReport: {
        readonly parameters: {
            readonly query: {
                /** @description A day in London */
                readonly day: string;
            };
            readonly header: {
                readonly "hub-practitioner": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description By stated rules, a finding each; the ETag is the version to tick */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WatchReport"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly tickFinding: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
                readonly "if-match": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "day": "2026-11-23",
                 *       "finding": 1,
                 *       "how": "EXPLAINED"
                 *     }
                 */
                readonly "application/json": components["schemas"]["Tick"];
            };
        };
        readonly responses: {
            /** @description The report with it */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WatchReport"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PastThat"];
            readonly 412: components["responses"]["Changed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 428: components["responses"]["VersionMissing"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly readChild: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
                /** @description Your own reference of the case in which you ask; it stands in the log. Never a name: it holds a digit */
                readonly "hub-case-reference": string;
                /** @description For what you ask */
                readonly "hub-purpose": "safeguarding" | "welfare";
            };
            readonly path: {
                /** @description Your own id of the child, or the hub’s, which begins with your authority’s code */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All that was recorded; its ETag is the version */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChildRecord"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly putChild: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
                readonly "if-match"?: string;
            };
            readonly path: {
                /** @description Your own id of the child; no personal data */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "authority": "E06000991",
                 *       "name": {
                 *         "given": "Percy",
                 *         "family": "Cobbold"
                 *       },
                 *       "dateOfBirth": "2025-10-02",
                 *       "sex": "M",
                 *       "status": {
                 *         "code": "IN_NEED",
                 *         "from": "2026-03-02"
                 *       },
                 *       "addresses": [
                 *         {
                 *           "houseNumber": "27",
                 *           "street": "Ropewalk Lane",
                 *           "town": "Tannersford",
                 *           "postcode": "WM2 6TH"
                 *         }
                 *       ],
                 *       "adults": [
                 *         {
                 *           "id": "A-1042",
                 *           "names": [
                 *             {
                 *               "given": "Tracey",
                 *               "family": "Cobbold"
                 *             }
                 *           ],
                 *           "dateOfBirth": "1998-03-08",
                 *           "sex": "F",
                 *           "addresses": [
                 *             {
                 *               "houseNumber": "27",
                 *               "street": "Ropewalk Lane",
                 *               "town": "Tannersford",
                 *               "postcode": "WM2 6TH"
                 *             }
                 *           ],
                 *           "relationship": "MOTHER",
                 *           "parentalResponsibility": "YES",
                 *           "livesWithChild": "YES"
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["Child"];
            };
        };
        readonly responses: {
            /** @description Recorded, with every key by which it and its adults are found; the same version where nothing is new */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChildRecorded"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 412: components["responses"]["Changed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly deleteChild: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
                readonly "if-match": string;
            };
            readonly path: {
                /** @description Your own id of the child, or the hub’s, which begins with your authority’s code */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "Recorded twice: C-311 is the same child."
                 *     }
                 */
                readonly "application/json": components["schemas"]["Deletion"];
            };
        };
        readonly responses: {
            /** @description Gone, with every key by which it was found */
            readonly 204: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PastThat"];
            readonly 412: components["responses"]["Changed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 428: components["responses"]["VersionMissing"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly listChildren: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
            };
            readonly header: {
                readonly "hub-practitioner": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page; follow `links.next` for more */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChildList"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly correctChild: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
                readonly "if-match": string;
            };
            readonly path: {
                /** @description Your own id of the child, or the hub’s, which begins with your authority’s code */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "remove": {
                 *         "adults": [
                 *           "A-1042"
                 *         ]
                 *       },
                 *       "reason": "She was taken for her sister: the day of birth was another."
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChildCorrection"];
            };
        };
        readonly responses: {
            /** @description Taken back; the record says by whom and why */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChildRecorded"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PastThat"];
            readonly 412: components["responses"]["Changed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 428: components["responses"]["VersionMissing"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly liftChildRestriction: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
                readonly "if-match": string;
            };
            readonly path: {
                /** @description Your own id of the child, or the hub’s, which begins with your authority’s code */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "restriction": "address",
                 *       "reason": "The order ended on 3 November."
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChildLifting"];
            };
        };
        readonly responses: {
            /** @description PROPOSED until a second person asks the same; then LIFTED */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChildLifted"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PastThat"];
            readonly 412: components["responses"]["Changed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 428: components["responses"]["VersionMissing"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly listRegisterLoads: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The newest hundred; a load is kept for 400 days after its last part */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegisterLoadList"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly loadRegister: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "authority": "E06000991",
                 *       "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                 *       "extent": "DELTA",
                 *       "step": "compare",
                 *       "after": "",
                 *       "records": [
                 *         {
                 *           "id": "C-2093",
                 *           "child": {
                 *             "authority": "E06000991",
                 *             "name": {
                 *               "given": "Percy",
                 *               "family": "Cobbold"
                 *             },
                 *             "dateOfBirth": "2025-10-02",
                 *             "sex": "M",
                 *             "status": {
                 *               "code": "IN_NEED",
                 *               "from": "2026-03-02"
                 *             },
                 *             "adults": [
                 *               {
                 *                 "id": "A-1042",
                 *                 "names": [
                 *                   {
                 *                     "given": "Tracey",
                 *                     "family": "Cobbold"
                 *                   }
                 *                 ],
                 *                 "dateOfBirth": "1998-03-08",
                 *                 "sex": "F",
                 *                 "addresses": [
                 *                   {
                 *                     "houseNumber": "27",
                 *                     "street": "Ropewalk Lane",
                 *                     "town": "Tannersford",
                 *                     "postcode": "WM2 6TH"
                 *                   }
                 *                 ],
                 *                 "relationship": "MOTHER"
                 *               }
                 *             ]
                 *           }
                 *         }
                 *       ],
                 *       "isLast": true,
                 *       "report": {
                 *         "rows": 3,
                 *         "records": {
                 *           "loaded": 1,
                 *           "refused": 1,
                 *           "leftOut": 0,
                 *           "purged": 0
                 *         },
                 *         "flaws": [
                 *           {
                 *             "code": "BIRTH_UNREADABLE",
                 *             "rows": 1
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["RegisterLoadPart"];
            };
        };
        readonly responses: {
            /** @description How far the load is. `isDone` is false where the load is elsewhere: send on after `position` */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegisterLoadAnswer"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 409: components["responses"]["PastThat"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly readRegisterLoad: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
            };
            readonly path: {
                /** @description The digest of the load */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The load as it is now */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegisterLoadKept"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly beginRegisterImport: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "authority": "E06000991",
                 *       "extent": "DELTA",
                 *       "files": [
                 *         {
                 *           "kind": "csv",
                 *           "bytes": 2048,
                 *           "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["RegisterImportBegin"];
            };
        };
        readonly responses: {
            /** @description Begun; PUT each file to its address, with exactly these headers */
            readonly 201: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegisterImportBegun"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly readRegisterImport: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The import as it is now */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegisterImport"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly checkRegisterImport: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 202: components["responses"]["RegisterImportStepStarted"];
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PastThat"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly applyRegisterImport: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "confirmed": 12
                 *     }
                 */
                readonly "application/json": components["schemas"]["RegisterImportApply"];
            };
        };
        readonly responses: {
            readonly 202: components["responses"]["RegisterImportStepStarted"];
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PastThat"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly readRowsToMend: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Addresses that hold for minutes; who asked for them is logged first */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RowsToMend"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly searchRegister: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
                /** @description Your own reference of the case in which you ask; it stands in the log. Never a name: it holds a digit */
                readonly "hub-case-reference": string;
                /** @description For what you ask */
                readonly "hub-purpose": "safeguarding" | "welfare";
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "kind": "child",
                 *       "name": {
                 *         "given": "Percy",
                 *         "family": "Cobbold"
                 *       },
                 *       "dateOfBirth": "2025-10-02"
                 *     }
                 */
                readonly "application/json": components["schemas"]["RegisterSearch"];
            };
        };
        readonly responses: {
            /** @description Ids and nothing else; none where nobody is recorded by exactly this */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegisterSearched"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly readAdult: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
                /** @description Your own reference of the case in which you ask; it stands in the log. Never a name: it holds a digit */
                readonly "hub-case-reference": string;
                /** @description For what you ask */
                readonly "hub-purpose": "safeguarding" | "welfare";
            };
            readonly path: {
                /** @description Your own id of the adult, or the hub’s, which begins with your authority’s code */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All that was recorded; its ETag is the version */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AdultRecord"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly putAdult: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
                readonly "if-match"?: string;
            };
            readonly path: {
                /** @description Your own id of the adult; no personal data */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "authority": "E06000991",
                 *       "names": [
                 *         {
                 *           "given": "Tracey",
                 *           "family": "Cobbold"
                 *         }
                 *       ],
                 *       "dateOfBirth": "1998-03-08",
                 *       "sex": "F",
                 *       "addresses": [
                 *         {
                 *           "houseNumber": "27",
                 *           "street": "Ropewalk Lane",
                 *           "town": "Tannersford",
                 *           "postcode": "WM2 6TH"
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["Adult"];
            };
        };
        readonly responses: {
            /** @description Recorded, with every key by which they are found; the same version where nothing is new */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AdultRecorded"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 412: components["responses"]["Changed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly deleteAdult: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
                readonly "if-match": string;
            };
            readonly path: {
                /** @description Your own id of the adult, or the hub’s, which begins with your authority’s code */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "Recorded twice: A-2001 is the same adult."
                 *     }
                 */
                readonly "application/json": components["schemas"]["Deletion"];
            };
        };
        readonly responses: {
            /** @description Gone, with every key by which they were found */
            readonly 204: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PastThat"];
            readonly 412: components["responses"]["Changed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 428: components["responses"]["VersionMissing"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly correctAdult: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
                readonly "if-match": string;
            };
            readonly path: {
                /** @description Your own id of the adult, or the hub’s, which begins with your authority’s code */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "remove": {
                 *         "phones": [
                 *           "01632 960 123"
                 *         ]
                 *       },
                 *       "reason": "She was taken for her sister: the day of birth was another."
                 *     }
                 */
                readonly "application/json": components["schemas"]["AdultCorrection"];
            };
        };
        readonly responses: {
            /** @description Taken back; the record says by whom and why */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AdultRecorded"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PastThat"];
            readonly 412: components["responses"]["Changed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 428: components["responses"]["VersionMissing"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly liftAdultRestriction: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
                readonly "if-match": string;
            };
            readonly path: {
                /** @description Your own id of the adult, or the hub’s, which begins with your authority’s code */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "restriction": "address",
                 *       "reason": "The order ended on 3 November."
                 *     }
                 */
                readonly "application/json": components["schemas"]["AdultLifting"];
            };
        };
        readonly responses: {
            /** @description PROPOSED until a second person asks the same; then LIFTED */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AdultLifted"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PastThat"];
            readonly 412: components["responses"]["Changed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 428: components["responses"]["VersionMissing"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly recordWrittenAgreement: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
                /** @description Your own reference of the case in which you ask; it stands in the log. Never a name: it holds a digit */
                readonly "hub-case-reference": string;
                /** @description For what you ask */
                readonly "hub-purpose": "safeguarding" | "welfare";
            };
            readonly path: {
                /** @description The child as an alert names it: authority and own id */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "id": "WA-1",
                 *       "agreedOn": "2026-11-20",
                 *       "endsOn": "2026-12-01",
                 *       "what": "Tracey comes to every appointment.",
                 *       "whatFollows": "A child protection conference."
                 *     }
                 */
                readonly "application/json": components["schemas"]["WrittenAgreement"];
            };
        };
        readonly responses: {
            /** @description Recorded in the child’s record; said again with the same words it is kept, broken, or extended to a later day */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChildRecorded"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PastThat"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly readChronology: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
            };
            readonly header: {
                readonly "hub-practitioner": string;
                /** @description Your own reference of the case in which you ask; it stands in the log. Never a name: it holds a digit */
                readonly "hub-case-reference": string;
                /** @description For what you ask */
                readonly "hub-purpose": "safeguarding" | "welfare";
                /** @description Read by this emergency access, which you asked for yourself and a second person has approved: within 30 minutes, this object alone, as redacted as for anybody */
                readonly "hub-emergency-access"?: string;
            };
            readonly path: {
                /** @description The child as an alert names it: authority and own id */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of entries that your authority may see; follow `links.next` for more */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChronologyPage"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly listEmergencyAccesses: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
                readonly state?: "open" | "closed";
            };
            readonly header?: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page, those due first; follow `links.next` for more */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmergencyAccessList"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly askEmergencyAccess: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
                /** @description Your own reference of the case in which you ask; it stands in the log. Never a name: it holds a digit */
                readonly "hub-case-reference": string;
                /** @description For what you ask */
                readonly "hub-purpose": "safeguarding" | "welfare";
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "object": {
                 *         "kind": "chronology",
                 *         "id": "E06000991.C-311"
                 *       },
                 *       "justification": "A child was found alone at the station, and will not say where home is."
                 *     }
                 */
                readonly "application/json": components["schemas"]["EmergencyAsked"];
            };
        };
        readonly responses: {
            /** @description Asked: the same whether or not there is such an object, whosever it is */
            readonly 202: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmergencyAccepted"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly readEmergencyAccess: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What was asked; for the lead of whoever holds the object, what became of it too */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmergencyAccess"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly approveEmergencyAccess: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Approved: the same whether or not there is such an object, whosever it is */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmergencyApproved"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PastThat"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly reviewEmergencyAccess: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "verdict": "JUSTIFIED",
                 *       "reason": "We were told at once, and the child was brought home."
                 *     }
                 */
                readonly "application/json": components["schemas"]["EmergencyReview"];
            };
        };
        readonly responses: {
            /** @description Reviewed */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmergencyReviewed"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PastThat"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly listAuditEntries: {
        readonly parameters: {
            readonly query?: {
                /** @description A client, or a function */
                readonly actor?: string;
                /** @description Work id of a person, which two organisations may both have: name one with it */
                readonly practitioner?: string;
                readonly agency?: string;
                readonly authority?: string;
                /** @description Id of a concern, alert, review, child, adult, client or entry */
                readonly subject?: string;
                readonly action?: "TOKEN_ISSUED" | "TOKEN_REFUSED" | "ACCESS_REFUSED" | "CONCERN_SUBMITTED" | "CONCERN_FOLLOWED" | "CONCERNS_LISTED" | "CONCERN_WITHDRAWN" | "WITHDRAWAL_APPLIED" | "ENGAGEMENT_REPORTED" | "ENGAGEMENT_APPLIED" | "CONCERN_ASSESSED" | "CONCERN_REASSESSED" | "CONCERN_EXPIRED" | "UNAGREED_TOLD" | "QUOTA_EXCEEDED" | "QUOTA_TOLD" | "CANARY_HIT" | "RECORDED_ELSEWHERE_TOLD" | "WRITTEN_AGREEMENT_RECORDED" | "WRITTEN_AGREEMENT_TOLD" | "REVIEW_RAISED" | "REVIEW_CHASED" | "REVIEWS_LISTED" | "REVIEW_READ" | "REVIEW_PROPOSED" | "REVIEW_DECIDED" | "REVIEW_TIMED_OUT" | "CONSENT_CHANGED" | "CONSENT_APPLIED" | "CONCERN_PREVIEWED" | "CONCERN_LOCATED" | "ALERT_RAISED" | "ALERT_UPDATED" | "CONCERN_MERGED" | "ALERT_SENT" | "ALERT_DELIVERED" | "ALERT_CHASED" | "REMINDER_SENT" | "ALERTS_LISTED" | "ALERT_INITIALS_READ" | "ALERTS_COUNTED" | "TEST_ALERT_REQUESTED" | "ALERT_READ" | "EXPLANATION_READ" | "ALERT_READERS_READ" | "ALERT_ACKNOWLEDGED" | "ALERT_HANDED_OVER" | "OUTCOME_PROPOSED" | "OUTCOME_RECORDED" | "ALERT_REROUTED" | "ALERT_MOVED" | "REVIEW_MOVED" | "FEEDBACK_GIVEN" | "CASE_STATUS_RECORDED" | "CASE_END_PROPOSED" | "TELLING_RECORDED" | "CHRONOLOGY_READ" | "EMERGENCY_ACCESS_ASKED" | "EMERGENCY_ACCESS_APPROVED" | "EMERGENCY_ACCESS_USED" | "EMERGENCY_ACCESS_LAPSED" | "EMERGENCY_ACCESS_CHASED" | "EMERGENCY_ACCESS_REVIEWED" | "EMERGENCY_ACCESS_READ" | "EMERGENCY_ACCESSES_LISTED" | "ANSWER_CHALLENGED" | "CHALLENGE_PASSED_ON" | "CHILD_RECORDED" | "ADULT_RECORDED" | "CHILD_CORRECTED" | "ADULT_CORRECTED" | "LIFTING_PROPOSED" | "RESTRICTION_LIFTED" | "CHILD_DELETED" | "ADULT_DELETED" | "CHILD_READ" | "ADULT_READ" | "CHILDREN_LISTED" | "REGISTER_LOADED" | "REGISTER_LOADS_LISTED" | "REGISTER_LOAD_READ" | "REGISTER_IMPORT_BEGUN" | "REGISTER_IMPORT_STARTED" | "REGISTER_IMPORT_ENDED" | "REGISTER_IMPORT_READ" | "ROWS_TO_MEND_READ" | "REGISTER_SEARCHED" | "CLIENT_REGISTERED" | "CLIENT_KEYS_ROTATED" | "CLIENT_SUSPENDED" | "CLIENT_RESUMED" | "TOKEN_KEY_CHOSEN" | "CHECKPOINT_KEY_CHOSEN" | "INDEX_KEY_STEP_ASKED" | "INDEX_KEY_STEP_TAKEN" | "AGENCY_ADDED" | "AGENCY_ENDED" | "AGENCY_MAIL_DOMAINS_SET" | "AGENCY_LEAD_SET" | "AUTHORITY_ADDED" | "AUTHORITY_ENDED" | "AGENCY_DELIVERY_SET" | "AUTHORITY_DELIVERY_SET" | "AUTHORITY_SEALING_KEYS_CHANGED" | "AUTHORITY_CONTACT_SET" | "AUTHORITY_LEAD_SET" | "AUTHORITY_PACE_SET" | "AGREEMENT_RECORDED" | "AGREEMENT_REVOKED" | "AUDIT_QUERIED" | "AUDIT_PROOF_READ" | "AUDIT_SEARCHED" | "CHECKPOINT_READ" | "CHECKPOINT_SENT" | "CHANGE_TOLD" | "SUBJECT_ACCESS_OPENED" | "SUBJECT_ACCESS_READ" | "UNMASKING_PROPOSED" | "UNMASKED" | "WATCH_REPORT_TOLD" | "WATCH_REPORT_READ" | "FINDING_TICKED" | "AUDIT_EXPORTED" | "LOG_RESTORED" | "ENTRY_SET_ASIDE" | "QUARANTINE_RELEASED" | "HUB_RESTORED" | "HOLD_PLACED" | "HOLD_LIFTED" | "ENTRIES_EXPIRED";
                readonly outcome?: "DONE" | "REFUSED";
                readonly purpose?: "safeguarding" | "welfare";
                readonly caseReference?: string;
                /** @description Id of what somebody asked for and was refused, or the keyed hash of what is not */
                readonly askedFor?: string;
                readonly from?: string;
                readonly to?: string;
                /** @description A leaf’s number: gives what was sealed from there on, oldest first, for whoever keeps a copy. Begin at 0 and follow `links.next`, which is always there */
                readonly since?: string;
                readonly limit?: string;
                readonly cursor?: string;
            };
            readonly header: {
                readonly "hub-practitioner": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of entries. A page may be short before the last one: follow `links.next` until it is absent */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditEntryList"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly proveAuditEntry: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Verify it with the log’s public key, which comes to you by another way */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditProof"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotSealedYet"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly readCheckpoint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Keep each with the day on which you got it */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Checkpoint"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly proveConsistency: {
        readonly parameters: {
            readonly query: {
                readonly from: string;
                /** @description Left out, that of the newest checkpoint */
                readonly to?: string;
            };
            readonly header?: {
                /** @description Work id of the person who asks, never a name; a token of one person names them itself */
                readonly "hub-practitioner"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description RFC 9162 §2.1.4: with it the root that you kept leads to the newer one */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConsistencyProof"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly searchPeople: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
                /** @description Your own reference of the case in which you ask; it stands in the log. Never a name: it holds a digit */
                readonly "hub-case-reference": string;
                /** @description For what you ask */
                readonly "hub-purpose": "safeguarding" | "welfare";
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "kind": "adult",
                 *       "name": {
                 *         "given": "Tracey",
                 *         "family": "Cobbold"
                 *       },
                 *       "dateOfBirth": "1998-03-08"
                 *     }
                 */
                readonly "application/json": components["schemas"]["PeopleSearch"];
            };
        };
        readonly responses: {
            /** @description Ids and nothing else; none where nobody is exactly this person */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PeopleFound"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly openSubjectAccess: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
                /** @description Your own reference of the case in which you ask; it stands in the log. Never a name: it holds a digit */
                readonly "hub-case-reference": string;
                /** @description For what you ask */
                readonly "hub-purpose": "safeguarding" | "welfare";
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "personId": "E06000991.A-1042",
                 *       "concernIds": []
                 *     }
                 */
                readonly "application/json": components["schemas"]["SubjectAccess"];
            };
        };
        readonly responses: {
            /** @description Opened for ninety days */
            readonly 201: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly Location: components["headers"]["Location"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubjectAccessOpened"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly readSubjectAccess: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
            };
            readonly header: {
                readonly "hub-practitioner": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page. What of it may be told to whoever asked is for you to decide: an organisation may say where somebody is */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubjectAccessPage"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly unmaskSubjectAccess: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description PROPOSED until a second person asks the same; then UNMASKED */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubjectAccessUnmasked"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly exportAuditEntries: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "hub-practitioner": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "question": {
                 *         "action": "ALERT_READ",
                 *         "from": "2026-11-01T00:00:00Z"
                 *       }
                 *     }
                 */
                readonly "application/json": {
                    /** @description As of GET /audit/entries; `limit` is how many entries a part looks at */
                    readonly question: {
                        /** @description A client, or a function */
                        readonly actor?: string;
                        /** @description Work id of a person, which two organisations may both have: name one with it */
                        readonly practitioner?: string;
                        readonly agency?: string;
                        /** @description GSS code of an English local authority, such as E08000035 */
                        readonly authority?: string;
                        /** @description Id of a concern, alert, review, child, adult, client or entry */
                        readonly subject?: string;
                        /** @enum {string} */
                        readonly action?: "TOKEN_ISSUED" | "TOKEN_REFUSED" | "ACCESS_REFUSED" | "CONCERN_SUBMITTED" | "CONCERN_FOLLOWED" | "CONCERNS_LISTED" | "CONCERN_WITHDRAWN" | "WITHDRAWAL_APPLIED" | "ENGAGEMENT_REPORTED" | "ENGAGEMENT_APPLIED" | "CONCERN_ASSESSED" | "CONCERN_REASSESSED" | "CONCERN_EXPIRED" | "UNAGREED_TOLD" | "QUOTA_EXCEEDED" | "QUOTA_TOLD" | "CANARY_HIT" | "RECORDED_ELSEWHERE_TOLD" | "WRITTEN_AGREEMENT_RECORDED" | "WRITTEN_AGREEMENT_TOLD" | "REVIEW_RAISED" | "REVIEW_CHASED" | "REVIEWS_LISTED" | "REVIEW_READ" | "REVIEW_PROPOSED" | "REVIEW_DECIDED" | "REVIEW_TIMED_OUT" | "CONSENT_CHANGED" | "CONSENT_APPLIED" | "CONCERN_PREVIEWED" | "CONCERN_LOCATED" | "ALERT_RAISED" | "ALERT_UPDATED" | "CONCERN_MERGED" | "ALERT_SENT" | "ALERT_DELIVERED" | "ALERT_CHASED" | "REMINDER_SENT" | "ALERTS_LISTED" | "ALERT_INITIALS_READ" | "ALERTS_COUNTED" | "TEST_ALERT_REQUESTED" | "ALERT_READ" | "EXPLANATION_READ" | "ALERT_READERS_READ" | "ALERT_ACKNOWLEDGED" | "ALERT_HANDED_OVER" | "OUTCOME_PROPOSED" | "OUTCOME_RECORDED" | "ALERT_REROUTED" | "ALERT_MOVED" | "REVIEW_MOVED" | "FEEDBACK_GIVEN" | "CASE_STATUS_RECORDED" | "CASE_END_PROPOSED" | "TELLING_RECORDED" | "CHRONOLOGY_READ" | "EMERGENCY_ACCESS_ASKED" | "EMERGENCY_ACCESS_APPROVED" | "EMERGENCY_ACCESS_USED" | "EMERGENCY_ACCESS_LAPSED" | "EMERGENCY_ACCESS_CHASED" | "EMERGENCY_ACCESS_REVIEWED" | "EMERGENCY_ACCESS_READ" | "EMERGENCY_ACCESSES_LISTED" | "ANSWER_CHALLENGED" | "CHALLENGE_PASSED_ON" | "CHILD_RECORDED" | "ADULT_RECORDED" | "CHILD_CORRECTED" | "ADULT_CORRECTED" | "LIFTING_PROPOSED" | "RESTRICTION_LIFTED" | "CHILD_DELETED" | "ADULT_DELETED" | "CHILD_READ" | "ADULT_READ" | "CHILDREN_LISTED" | "REGISTER_LOADED" | "REGISTER_LOADS_LISTED" | "REGISTER_LOAD_READ" | "REGISTER_IMPORT_BEGUN" | "REGISTER_IMPORT_STARTED" | "REGISTER_IMPORT_ENDED" | "REGISTER_IMPORT_READ" | "ROWS_TO_MEND_READ" | "REGISTER_SEARCHED" | "CLIENT_REGISTERED" | "CLIENT_KEYS_ROTATED" | "CLIENT_SUSPENDED" | "CLIENT_RESUMED" | "TOKEN_KEY_CHOSEN" | "CHECKPOINT_KEY_CHOSEN" | "INDEX_KEY_STEP_ASKED" | "INDEX_KEY_STEP_TAKEN" | "AGENCY_ADDED" | "AGENCY_ENDED" | "AGENCY_MAIL_DOMAINS_SET" | "AGENCY_LEAD_SET" | "AUTHORITY_ADDED" | "AUTHORITY_ENDED" | "AGENCY_DELIVERY_SET" | "AUTHORITY_DELIVERY_SET" | "AUTHORITY_SEALING_KEYS_CHANGED" | "AUTHORITY_CONTACT_SET" | "AUTHORITY_LEAD_SET" | "AUTHORITY_PACE_SET" | "AGREEMENT_RECORDED" | "AGREEMENT_REVOKED" | "AUDIT_QUERIED" | "AUDIT_PROOF_READ" | "AUDIT_SEARCHED" | "CHECKPOINT_READ" | "CHECKPOINT_SENT" | "CHANGE_TOLD" | "SUBJECT_ACCESS_OPENED" | "SUBJECT_ACCESS_READ" | "UNMASKING_PROPOSED" | "UNMASKED" | "WATCH_REPORT_TOLD" | "WATCH_REPORT_READ" | "FINDING_TICKED" | "AUDIT_EXPORTED" | "LOG_RESTORED" | "ENTRY_SET_ASIDE" | "QUARANTINE_RELEASED" | "HUB_RESTORED" | "HOLD_PLACED" | "HOLD_LIFTED" | "ENTRIES_EXPIRED";
                        /** @enum {string} */
                        readonly outcome?: "DONE" | "REFUSED";
                        /** @enum {string} */
                        readonly purpose?: "safeguarding" | "welfare";
                        readonly caseReference?: string;
                        /** @description Id of what somebody asked for and was refused, or the keyed hash of what is not */
                        readonly askedFor?: string;
                        /** Format: date-time */
                        readonly from?: string;
                        /** Format: date-time */
                        readonly to?: string;
                        /** @description A leaf’s number: gives what was sealed from there on, oldest first, for whoever keeps a copy. Begin at 0 and follow `links.next`, which is always there */
                        readonly since?: string;
                        /** @default 50 */
                        readonly limit?: string;
                        readonly cursor?: string;
                    };
                    /** @description `next` of the part before, with the same question */
                    readonly cursor?: string;
                };
            };
        };
        readonly responses: {
            /** @description What is to be put at the end of each file. Ask with `next` until it is absent: then `manifest` is there, and every byte of the files is signed */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditExportPart"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 401: components["responses"]["Unproven"];
            readonly 403: components["responses"]["NotPermitted"];
            /** @description No checkpoint is signed yet */
            readonly 409: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnknownMediaType"];
            readonly 429: components["responses"]["OverQuota"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly describeApi: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The description */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly [key: string]: unknown;
                    };
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly describeEvents: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The description */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly [key: string]: unknown;
                    };
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly describeIssuer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The metadata */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly "Cache-Control": components["headers"]["Cache-Control"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuerMetadata"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly health: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It answers */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["X-Request-ID"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 500: components["responses"]["Failed"];
            readonly 503: components["responses"]["Busy"];
        };
    };
    readonly receiveAlertEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/cloudevents+json": components["schemas"]["AlertEvent"];
            };
        };
        readonly responses: {
            /** @description Delete the message from the queue */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly receiveDigestEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/cloudevents+json": components["schemas"]["DigestEvent"];
            };
        };
        readonly responses: {
            /** @description Delete the message from the queue */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly receiveTestEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/cloudevents+json": components["schemas"]["TestEvent"];
            };
        };
        readonly responses: {
            /** @description Delete the message from the queue */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly receiveEmergencyAccessEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/cloudevents+json": components["schemas"]["EmergencyAccessEvent"];
            };
        };
        readonly responses: {
            /** @description Delete the message from the queue */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly receiveRowQuarantinedEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/cloudevents+json": components["schemas"]["RowQuarantinedEvent"];
            };
        };
        readonly responses: {
            /** @description Delete the message from the queue */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly receiveRowOverdueEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/cloudevents+json": components["schemas"]["RowOverdueEvent"];
            };
        };
        readonly responses: {
            /** @description Delete the message from the queue */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly receiveReviewEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/cloudevents+json": components["schemas"]["ReviewEvent"];
            };
        };
        readonly responses: {
            /** @description Delete the message from the queue */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly receiveConcernEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/cloudevents+json": components["schemas"]["ConcernEvent"];
            };
        };
        readonly responses: {
            /** @description Delete the message from the queue */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly receiveConcernChangedEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/cloudevents+json": components["schemas"]["ConcernChangedEvent"];
            };
        };
        readonly responses: {
            /** @description Delete the message from the queue */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly receiveWrittenAgreementEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/cloudevents+json": components["schemas"]["WrittenAgreementEvent"];
            };
        };
        readonly responses: {
            /** @description Delete the message from the queue */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly receiveRecordedElsewhereEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/cloudevents+json": components["schemas"]["RecordedElsewhereEvent"];
            };
        };
        readonly responses: {
            /** @description Delete the message from the queue */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly receiveUseReportedEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/cloudevents+json": components["schemas"]["UseReportedEvent"];
            };
        };
        readonly responses: {
            /** @description Delete the message from the queue */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly receiveQuotaExceededEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/cloudevents+json": components["schemas"]["QuotaExceededEvent"];
            };
        };
        readonly responses: {
            /** @description Delete the message from the queue */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly receiveAgreementsMissingEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/cloudevents+json": components["schemas"]["AgreementsMissingEvent"];
            };
        };
        readonly responses: {
            /** @description Delete the message from the queue */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
