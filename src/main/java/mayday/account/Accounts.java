package mayday.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import mayday.incident.Participant;
import mayday.journal.Account;
import mayday.journal.AccountId;
import mayday.journal.Append;
import mayday.journal.Audit;
import mayday.journal.Deed;
import mayday.journal.Journal;
import mayday.journal.JournalUnavailable;
import mayday.journal.StoredAccounts;
import mayday.journal.StoredAccounts.Provided;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may facilitate: their accounts are made, changed and checked here. Safe for use by several threads. */
public final class Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    public static final int MOST_NAME_CHARACTERS = 60;
    public static final int MOST_DISPLAY_NAME_CHARACTERS = 60;

    private static final int ID_BYTES = 16;
    private static final int TOKEN_BYTES = 32;
    private static final String CHANGED_MEANWHILE =
            "The account was changed at the same moment, or yours was disabled. Look at it, then try again.";

    private final Journal journal;
    private final StoredAccounts stored;
    private final InstantSource wallClock;
    private final RandomGenerator randomness;
    private final Passwords passwords;
    private final PasswordCheck passwordCheck;
    private final FromVariable variable;
    private final FirstLink firstLink = new FirstLink();

    /**
     * The accounts of a journal. Nothing is read before it is needed.
     *
     * @param randomness for ids, salts and secrets; must be unguessable
     * @param password the value of {@code MAYDAY_ADMIN_PASSWORD}; empty: it is not set
     */
    public Accounts(Journal journal, InstantSource wallClock, RandomGenerator randomness, String password) {
        this(journal, wallClock, randomness, password, Passwords.OWASP);
    }

    /**
     * As the other.
     *
     * @param cost of new hashes; less than {@link Passwords#OWASP} is for accounts that protect nothing
     */
    public Accounts(
            Journal journal,
            InstantSource wallClock,
            RandomGenerator randomness,
            String password,
            Passwords.Cost cost) {
        this.journal = journal;
        this.stored = journal.accounts();
        this.wallClock = wallClock;
        this.randomness = randomness;
        this.passwords = new Passwords(cost, randomness);
        this.passwordCheck = new PasswordCheck(stored, passwords, new Remembered(randomness), wallClock);
        this.variable = new FromVariable(stored, passwords, this::fresh, password);
    }

    /**
     * Brings the account {@code facilitator} in line with {@code MAYDAY_ADMIN_PASSWORD}, unless that was done since the start. It takes
     * the time of a hash, so it is done beside the start, or with the first request that needs it.
     */
    public void settle() {
        variable.settle();
    }

    /** Opens the link with which the first account can be made, if there is none: its secret. */
    public Optional<String> openFirstLink() {
        settle();
        if (!stored.isEmpty()) {
            return Optional.empty();
        }
        var secret = random(TOKEN_BYTES);
        firstLink.open(secret);
        return Optional.of(secret);
    }

    public boolean isFirstLink(String secret) {
        return firstLink.opensWith(secret) && stored.isEmpty();
    }

    /** Whether nobody can log in because there is no account yet. */
    public boolean isEmpty() {
        settle();
        return stored.isEmpty();
    }

    /** Makes the first account, for who holds the link. */
    public Changed makeFirst(String secret, Wanted wanted) {
        if (!isFirstLink(secret)) {
            return new Changed.Refused(
                    "token", "This link was used already, or belongs to an earlier start of Mayday.");
        }
        var made = make(Optional.empty(), wanted, Provided.FIRST);
        if (made instanceof Changed.Done) {
            firstLink.close();
        }
        return made;
    }

    /** What somebody types who makes an account. */
    public record Wanted(String name, String displayName, String password) {}

    /** Makes an account for a colleague. */
    public Changed make(Account by, Wanted wanted) {
        return make(Optional.of(by.participant()), wanted, Provided.ALWAYS);
    }

    private Changed make(Optional<Participant> by, Wanted wanted, Provided provided) {
        var name = AccountRules.key(wanted.name());
        var displayName =
                wanted.displayName().isBlank() ? name : wanted.displayName().strip();
        var nameMistake = AccountRules.nameMistake(name);
        if (!nameMistake.isEmpty()) {
            return new Changed.Refused("name", nameMistake);
        }
        var displayNameMistake = AccountRules.displayNameMistake(displayName);
        if (!displayNameMistake.isEmpty()) {
            return new Changed.Refused("displayName", displayNameMistake);
        }
        var mistake = AccountRules.passwordMistake(name, wanted.password());
        if (!mistake.isEmpty()) {
            return new Changed.Refused("password", mistake);
        }
        var account = fresh(name, displayName, passwords.hash(wanted.password()), "");
        var note = new Audit.Note(by.orElse(account.participant()), Deed.ACCOUNT_MADE, name, "");
        return switch (stored.add(account, provided, note)) {
            case Append.Appended _ -> new Changed.Done(account);
            case Append.VersionConflict _ ->
                new Changed.Refused(
                        "name",
                        stored.named(name).isPresent()
                                ? "There is an account " + name + " already. Choose another name."
                                : "No more accounts can be made here.");
            case Append.Busy _, Append.StoreFailure _, Append.Unknown _ -> new Changed.NotStored();
        };
    }

    private Account fresh(String name, String displayName, String hash, String fromVariable) {
        var now = wallClock.instant();
        return new Account(new AccountId(random(ID_BYTES)), name, displayName, hash, fromVariable, 1, now, now, false);
    }

    /** The account, if the password is its own and was checked a little while ago. */
    public Optional<Account> recall(String name, String password) {
        settle();
        return passwordCheck.recall(AccountRules.key(name), password);
    }

    /** The account, if the password is its own and it may be used. Takes as long where there is no such account. */
    public Optional<Account> verify(String name, String password) {
        settle();
        return passwordCheck.verify(AccountRules.key(name), password);
    }

    /** The account of a session, unless the session has ended: by log-out, another password, or because the account was disabled. */
    public Optional<Account> ofSession(AccountId id, long generation, String session) {
        settle();
        return stored.ofSession(id, session)
                .filter(account -> !account.disabled() && account.generation() == generation);
    }

    /** All accounts, by name. */
    public List<Account> all() {
        settle();
        return stored.all();
    }

    public Optional<Account> find(AccountId id) {
        return stored.find(id);
    }

    /** Changes how somebody appears beside their moves. */
    public Changed rename(Account account, String displayName) {
        var mistake = AccountRules.displayNameMistake(displayName.strip());
        if (!mistake.isEmpty()) {
            return new Changed.Refused("displayName", mistake);
        }
        var after = With.displayName(account, displayName.strip());
        var detail = account.displayName() + " → " + after.displayName();
        return change(
                account,
                account,
                after,
                new Audit.Note(account.participant(), Deed.ACCOUNT_RENAMED, account.name(), detail));
    }

    /** Changes the password of somebody who has just said the present one; all sessions of theirs end. */
    public Changed changePassword(Account account, String wanted) {
        var mistake = AccountRules.passwordMistake(account.name(), wanted);
        if (!mistake.isEmpty()) {
            return new Changed.Refused("password", mistake);
        }
        var after = With.password(account, passwords.hash(wanted));
        return change(
                account,
                account,
                after,
                new Audit.Note(account.participant(), Deed.PASSWORD_CHANGED, account.name(), ""));
    }

    /** Sets a new password for a colleague who has forgotten theirs; all their sessions end. */
    public Changed setPassword(Account by, Account account, String wanted) {
        if (by.id().equals(account.id())) {
            return new Changed.Refused("password", "Change your own password by saying the present one as well.");
        }
        var mistake = AccountRules.passwordMistake(account.name(), wanted);
        if (!mistake.isEmpty()) {
            return new Changed.Refused("password", mistake);
        }
        var after = With.password(account, passwords.hash(wanted));
        return change(by, account, after, new Audit.Note(by.participant(), Deed.PASSWORD_CHANGED, account.name(), ""));
    }

    /** Disables a colleague's account: all its sessions end, and its password is not taken. Or enables it again. */
    public Changed disable(Account by, Account account, boolean disabled) {
        if (by.id().equals(account.id())) {
            // So that there is always somebody left who can enable the others.
            return new Changed.Refused("disabled", "You cannot disable your own account: ask another facilitator.");
        }
        if (account.disabled() == disabled) {
            return new Changed.Done(account);
        }
        var deed = disabled ? Deed.ACCOUNT_DISABLED : Deed.ACCOUNT_ENABLED;
        return change(
                by,
                account,
                With.disabled(account, disabled),
                new Audit.Note(by.participant(), deed, account.name(), ""));
    }

    private Changed change(Account by, Account before, Account after, Audit.Note note) {
        return switch (stored.change(by.id(), before, after, note)) {
            case Append.Appended _ -> new Changed.Done(after);
            case Append.VersionConflict _ -> new Changed.Refused("", CHANGED_MEANWHILE);
            case Append.Busy _, Append.StoreFailure _, Append.Unknown _ -> new Changed.NotStored();
        };
    }

    /** Notes that somebody with the account did something now. Not worth a failure. */
    public void seen(Account account) {
        stored.seen(account.id());
    }

    /** Notes what a facilitator did. What was done stands, also if it cannot be noted: the log says so then. */
    public void note(Participant by, Deed what, String about, String detail) {
        if (!(journal.audit(new Audit.Note(by, what, about, detail)) instanceof Append.Appended)) {
            LOG.error("Not noted in the audit trail: {} {} {} by {}", what, about, detail, by.id());
        }
    }

    /** What was noted before a number, the newest first. */
    public List<Audit> audits(long before, int most) {
        return journal.audits(before, most);
    }

    /** Ends a session before its time. */
    public void endSession(Account account, String session, Instant until) {
        var note = new Audit.Note(account.participant(), Deed.LOGGED_OUT, account.name(), "");
        if (!(stored.endSession(session, until, note) instanceof Append.Appended)) {
            throw new JournalUnavailable("A session could not be ended");
        }
    }

    private String random(int count) {
        var bytes = new byte[count];
        randomness.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
