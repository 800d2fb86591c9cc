package mayday.account;

import mayday.journal.Account;

/** An account with one thing changed. */
final class With {
    private With() {}

    static Account displayName(Account account, String displayName) {
        return new Account(
                account.id(),
                account.name(),
                displayName,
                account.password(),
                account.fromVariable(),
                account.generation(),
                account.createdAt(),
                account.lastSeenAt(),
                account.disabled());
    }

    /** The same password, hashed anew. */
    static Account hash(Account account, String hash) {
        return password(account, hash, account.fromVariable(), account.generation());
    }

    /** Another password: sessions end. */
    static Account password(Account account, String hash) {
        return password(account, hash, account.fromVariable(), account.generation() + 1);
    }

    /** The password that the environment variable has now: sessions end, and it can be used again if it was disabled. */
    static Account variable(Account account, String hash) {
        return disabled(password(account, hash, hash, account.generation() + 1), false);
    }

    private static Account password(Account account, String hash, String fromVariable, long generation) {
        return new Account(
                account.id(),
                account.name(),
                account.displayName(),
                hash,
                fromVariable,
                generation,
                account.createdAt(),
                account.lastSeenAt(),
                account.disabled());
    }

    /** Disabled or not: sessions end, also those that it had before it was enabled again. */
    static Account disabled(Account account, boolean disabled) {
        return new Account(
                account.id(),
                account.name(),
                account.displayName(),
                account.password(),
                account.fromVariable(),
                account.generation() + 1,
                account.createdAt(),
                account.lastSeenAt(),
                disabled);
    }
}
