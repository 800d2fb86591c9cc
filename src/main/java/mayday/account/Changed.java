package mayday.account;

import mayday.journal.Account;

/** What became of a change of an account. */
public sealed interface Changed {
    /** It is on the disk. */
    record Done(Account account) implements Changed {}

    /**
     * Nothing was changed.
     *
     * @param field of the form, such as {@code password}; empty if no field is wrong, but somebody else was faster
     * @param why a sentence for who filled it in
     */
    record Refused(String field, String why) implements Changed {}

    /** Nothing was stored: the journal cannot just now. */
    record NotStored() implements Changed {}
}
