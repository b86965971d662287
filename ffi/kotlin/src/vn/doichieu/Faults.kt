package vn.doichieu

/** The stable code of whatever was thrown, of set-up, an ask, an encounter, an argument or the host itself. */
val DoichieuException.stableCode: String
    get() = when (this) {
        is DoichieuException.SetUp -> code
        is DoichieuException.Ask -> code
        is DoichieuException.Encounter -> code
        is DoichieuException.Argument -> code
        is DoichieuException.Host -> code
    }

/** What to show: Vietnamese first where there is a Vietnamese text; a mistake of the app has an English one alone. */
val DoichieuException.said: Text
    get() = when (this) {
        is DoichieuException.SetUp -> Text(vi, en)
        is DoichieuException.Ask -> Text(vi, en)
        is DoichieuException.Encounter -> Text(vi, en)
        is DoichieuException.Argument -> Text(en, en)
        is DoichieuException.Host -> Text(en, en)
    }
