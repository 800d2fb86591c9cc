package mayday.account;

import mayday.incident.Participant;
import mayday.journal.Account;
import mayday.journal.Append;
import mayday.journal.Audit;
import mayday.journal.Deed;
import mayday.journal.JournalUnavailable;
import mayday.journal.StoredAccounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the account {@code facilitator} in line with {@code MAYDAY_ADMIN_PASSWORD}: made if it is not there, and given the variable's
 * value when that is another than the one that was taken over last. A value that stays the same changes nothing, so a password that
 * the facilitator has chosen since holds.
 */
final class FromVariable {
    private static final Logger LOG = LoggerFactory.getLogger(FromVariable.class);
    private static final String NAME = "facilitator";
    private static final String DISPLAY_NAME = "Facilitator";
    private static final String SOURCE = "from MAYDAY_ADMIN_PASSWORD";
    private static final Participant SERVER = new Participant("server", "The server");

    private final StoredAccounts stored;
    private final Passwords passwords;
    private final Fresh fresh;
    private final String value;
    private volatile boolean settled;

    /** Makes an account that is not stored yet. */
    interface Fresh {
        Account of(String name, String displayName, String hash, String fromVariable);
    }

    /** @param value empty: the variable is not set */
    FromVariable(StoredAccounts stored, Passwords passwords, Fresh fresh, String value) {
        this.stored = stored;
        this.passwords = passwords;
        this.fresh = fresh;
        this.value = value;
        this.settled = value.isEmpty();
    }

    /** Does what is to be done, once; whoever comes meanwhile waits. What fails is tried again by the next. */
    void settle() {
        if (settled) {
            return;
        }
        synchronized (this) {
            if (!settled) {
                takeOver();
                settled = true;
            }
        }
    }

    private void takeOver() {
        var before = stored.named(NAME);
        if (before.isEmpty()) {
            make();
        } else if (before.get().fromVariable().isEmpty()
                || !passwords.matches(value, before.get().fromVariable())) {
            change(before.get());
        }
    }

    private void make() {
        var hash = passwords.hash(value);
        var account = fresh.of(NAME, DISPLAY_NAME, hash, hash);
        var note = new Audit.Note(SERVER, Deed.ACCOUNT_MADE, NAME, SOURCE);
        tell(
                stored.add(account, StoredAccounts.Provided.ALWAYS, note),
                "The account facilitator was made: its password is the value of MAYDAY_ADMIN_PASSWORD.");
    }

    private void change(Account before) {
        var note = new Audit.Note(SERVER, Deed.PASSWORD_CHANGED, NAME, SOURCE);
        tell(
                stored.change(before, With.variable(before, passwords.hash(value)), note),
                "MAYDAY_ADMIN_PASSWORD has another value than before: it is the password of the account facilitator now,"
                        + " whose sessions have ended.");
    }

    private static void tell(Append outcome, String done) {
        switch (outcome) {
            case Append.Appended _ -> LOG.info("{}", done);
            // Another node, started at the same moment, was faster: the value is the same there.
            case Append.VersionConflict _ -> LOG.debug("Another node has taken MAYDAY_ADMIN_PASSWORD over");
            case Append.Busy _ ->
                throw new JournalUnavailable("MAYDAY_ADMIN_PASSWORD was not taken over: the journal cannot keep up.");
            case Append.StoreFailure(var why) ->
                throw new JournalUnavailable("MAYDAY_ADMIN_PASSWORD was not taken over: " + why);
            case Append.Unknown(var why) ->
                throw new JournalUnavailable("MAYDAY_ADMIN_PASSWORD was not taken over: " + why);
        }
    }
}
