package mayday.web.view;

import java.time.Instant;
import java.util.List;
import mayday.account.Accounts;
import mayday.account.Passwords;
import mayday.journal.Account;

/**
 * A facilitator's own account, and their colleagues'.
 *
 * @param logsOut whether there is a session that can be logged out of
 * @param fromVariable whether the password was last taken from the environment
 * @param done what the last move did, in a sentence; empty for none
 * @param draft a form that could not be taken
 */
public record AccountView(
        String name,
        String displayName,
        boolean logsOut,
        boolean fromVariable,
        List<Row> facilitators,
        String done,
        Draft draft) {
    public AccountView {
        facilitators = List.copyOf(facilitators);
    }

    /** A facilitator in the list. */
    public record Row(
            String id, String name, String displayName, String made, String seen, boolean disabled, boolean self) {
        static Row of(Account account, Account self, Instant now) {
            var isNew = account.lastSeenAt().equals(account.createdAt());
            return new Row(
                    account.id().value(),
                    account.name(),
                    account.displayName(),
                    Format.moment(account.createdAt(), now),
                    isNew ? "not yet" : Format.moment(account.lastSeenAt(), now),
                    account.disabled(),
                    account.id().equals(self.id()));
        }
    }

    public static AccountView of(
            Account self, boolean logsOut, List<Account> all, Instant now, String done, Draft draft) {
        var rows = all.stream().map(account -> Row.of(account, self, now)).toList();
        var fromVariable = !self.fromVariable().isEmpty() && self.fromVariable().equals(self.password());
        return new AccountView(self.name(), self.displayName(), logsOut, fromVariable, rows, done, draft);
    }

    public int mostNameCharacters() {
        return Accounts.MOST_NAME_CHARACTERS;
    }

    public int leastPasswordCharacters() {
        return Passwords.LEAST_CHARACTERS;
    }

    public int mostPasswordCharacters() {
        return Passwords.MOST_CHARACTERS;
    }
}
