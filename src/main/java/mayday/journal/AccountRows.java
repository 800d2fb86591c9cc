package mayday.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of accounts and of sessions that ended early. */
final class AccountRows {
    private static final String COLUMNS = """
            select id, name, display_name, password, from_variable, generation, created_at, last_seen_at, disabled
            from account\s""";

    private AccountRows() {}

    /** Adds an account, unless its name is taken: whether it did. */
    static boolean add(Handle handle, Account account) {
        return handle.execute(
                        """
                        insert into account (id, name, display_name, password, from_variable, generation, created_at,
                            last_seen_at, disabled)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                        account.id().value(),
                        account.name(),
                        account.displayName(),
                        account.password(),
                        account.fromVariable(),
                        account.generation(),
                        Rows.MILLIS.format(account.createdAt()),
                        Rows.MILLIS.format(account.lastSeenAt()),
                        account.disabled() ? 1 : 0)
                == 1;
    }

    /** Puts {@code after} in place of {@code before}, unless that is not what is there any more: whether it did. */
    static boolean replace(Handle handle, Account before, Account after) {
        return handle.execute(
                        """
                        update account set display_name = ?, password = ?, from_variable = ?, generation = ?, disabled = ?
                        where id = ? and generation = ? and password = ? and disabled = ?""",
                        after.displayName(),
                        after.password(),
                        after.fromVariable(),
                        after.generation(),
                        after.disabled() ? 1 : 0,
                        before.id().value(),
                        before.generation(),
                        before.password(),
                        before.disabled() ? 1 : 0)
                == 1;
    }

    static void seen(Handle handle, AccountId id, Instant at) {
        handle.execute("update account set last_seen_at = ? where id = ?", Rows.MILLIS.format(at), id.value());
    }

    static Optional<Account> find(Handle handle, AccountId id) {
        return handle.createQuery(COLUMNS + "where id = ?")
                .bind(0, id.value())
                .map((row, _) -> account(row))
                .findOne();
    }

    static Optional<Account> named(Handle handle, String name) {
        return handle.createQuery(COLUMNS + "where name = ?")
                .bind(0, name)
                .map((row, _) -> account(row))
                .findOne();
    }

    static List<Account> all(Handle handle) {
        return handle.createQuery(COLUMNS + "order by name limit ?")
                .bind(0, Account.MOST)
                .map((row, _) -> account(row))
                .list();
    }

    static int count(Handle handle) {
        return handle.createQuery("select count(*) from account")
                .mapTo(Integer.class)
                .one();
    }

    static void endSession(Handle handle, String session, Instant until, Instant now) {
        handle.execute("delete from ended_session where until < ?", Rows.MILLIS.format(now));
        handle.execute(
                "insert into ended_session (id, until) values (?, ?) on conflict do nothing",
                session,
                Rows.MILLIS.format(until));
    }

    static boolean isEnded(Handle handle, String session) {
        return handle.createQuery("select count(*) from ended_session where id = ?")
                        .bind(0, session)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getString("id")),
                row.getString("name"),
                row.getString("display_name"),
                row.getString("password"),
                row.getString("from_variable"),
                row.getLong("generation"),
                Instant.parse(row.getString("created_at")),
                Instant.parse(row.getString("last_seen_at")),
                row.getInt("disabled") != 0);
    }
}
