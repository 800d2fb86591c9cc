package mayday.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import mayday.account.Accounts.Wanted;
import mayday.journal.Account;
import mayday.journal.Audit;
import mayday.journal.DataUnusable;
import mayday.journal.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts are made from the environment or by a link, changed by those who may, and checked. */
class AccountsTest {
    private static final String VARIABLE = "correct horse";

    @TempDir
    Path folder = Path.of("");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T09:00:00Z"));
    private Journal journal;

    @BeforeEach
    void open() throws DataUnusable {
        journal = Journal.open(folder, now::get);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    /** What a start of the server has. */
    private Accounts started(String variable) {
        return new Accounts(
                journal,
                now::get,
                new Random(1 + journal.audits(Long.MAX_VALUE, 100).size()),
                variable);
    }

    private static Account done(Changed changed) {
        assertThat(changed).isInstanceOf(Changed.Done.class);
        return ((Changed.Done) changed).account();
    }

    private static Changed.Refused refused(String field, String why) {
        return new Changed.Refused(field, why);
    }

    private String trail() {
        return String.join(
                ", ",
                journal.audits(Long.MAX_VALUE, 100).reversed().stream()
                        .map(AccountsTest::words)
                        .toList());
    }

    private static String words(Audit audit) {
        return audit.by().name() + " " + audit.what() + " " + audit.about();
    }

    @Test
    void theVariableMakesTheAccountAndAnotherValueChangesItsPassword() {
        var first = started(VARIABLE).verify("facilitator", VARIABLE).orElseThrow();
        assertThat(first.displayName()).isEqualTo("Facilitator");

        var second = started("battery staple");
        assertThat(second.ofSession(first.id(), first.generation(), "s")).isEmpty();
        assertThat(second.verify("facilitator", VARIABLE)).isEmpty();
        assertThat(second.verify("facilitator", "battery staple")).isPresent();
        assertThat(trail()).isEqualTo("The server account-made facilitator, The server password-changed facilitator");
    }

    @Test
    void theSameValueAtALaterStartLeavesAPasswordThatWasChosenSince() {
        var first = started(VARIABLE);
        var account = first.verify("facilitator", VARIABLE).orElseThrow();
        done(first.changePassword(account, "tea at four"));

        var second = started(VARIABLE);
        assertThat(second.verify("facilitator", VARIABLE)).isEmpty();
        assertThat(second.verify("facilitator", "tea at four")).isPresent();
    }

    @Test
    void anotherValueLetsADisabledFacilitatorInAgain() {
        var first = started(VARIABLE);
        var facilitator = first.verify("facilitator", VARIABLE).orElseThrow();
        var ada = done(first.make(facilitator, new Wanted("ada", "", "difference")));
        done(first.disable(ada, facilitator, true));
        assertThat(started(VARIABLE).verify("facilitator", VARIABLE)).isEmpty();
        assertThat(started("battery staple").verify("facilitator", "battery staple"))
                .isPresent();
    }

    @Test
    void theLinkMakesOneAccountAndNoOther() {
        var accounts = started("");
        var secret = accounts.openFirstLink().orElseThrow();
        assertThat(secret).hasSize(43);
        assertThat(accounts.isFirstLink("")).isFalse();
        assertThat(accounts.makeFirst("guess", new Wanted("ada", "Ada", "difference")))
                .isInstanceOf(Changed.Refused.class);
        assertThat(accounts.makeFirst(secret, new Wanted("ada", "Ada", "short")))
                .isEqualTo(refused("password", "The password has 5 characters; at least 8 are needed."));
        assertThat(accounts.isFirstLink(secret)).as("a slip does not use it up").isTrue();
        done(accounts.makeFirst(secret, new Wanted("Ada", "Ada Lovelace", "difference")));

        assertThat(accounts.isFirstLink(secret)).isFalse();
        assertThat(accounts.makeFirst(secret, new Wanted("eve", "Eve", "difference")))
                .isEqualTo(refused("token", "This link was used already, or belongs to an earlier start of Mayday."));
        assertThat(accounts.openFirstLink()).isEmpty();
        assertThat(started("").openFirstLink()).isEmpty();
        assertThat(trail()).isEqualTo("Ada Lovelace account-made ada");
    }

    @Test
    void aLinkOpensNothingOnceThereIsAnAccountFromElsewhere() {
        var accounts = started("");
        var secret = accounts.openFirstLink().orElseThrow();
        started(VARIABLE).settle();
        assertThat(accounts.makeFirst(secret, new Wanted("eve", "Eve", "difference")))
                .isInstanceOf(Changed.Refused.class);
        assertThat(accounts.all()).extracting(Account::name).containsExactly("facilitator");
    }

    @Test
    void namesDifferByMoreThanCase() {
        var accounts = started(VARIABLE);
        var facilitator = accounts.verify("Facilitator ", VARIABLE).orElseThrow();
        assertThat(accounts.make(facilitator, new Wanted("FACILITATOR", "", "difference")))
                .isEqualTo(refused("name", "There is an account facilitator already. Choose another name."));
        for (var bad : new String[] {"", " ", "a b", "ädä", ".ada", "a".repeat(61), "a\u0000"}) {
            assertThat(accounts.make(facilitator, new Wanted(bad, "", "difference")))
                    .as(bad)
                    .isInstanceOfSatisfying(
                            Changed.Refused.class,
                            refused -> assertThat(refused.field()).isEqualTo("name"));
        }
        assertThat(accounts.make(facilitator, new Wanted("charles", "", "Charles ")))
                .as("the password is the name")
                .isInstanceOfSatisfying(
                        Changed.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo("password"));
        assertThat(accounts.make(facilitator, new Wanted("ada", "a".repeat(61), "difference")))
                .isEqualTo(refused("displayName", "The display name has 61 characters; at most 60 are taken."));
        assertThat(accounts.all()).hasSize(1);
    }

    @Test
    void aDisabledAccountHasNeitherPasswordNorSessions() {
        var accounts = started(VARIABLE);
        var facilitator = accounts.verify("facilitator", VARIABLE).orElseThrow();
        var ada = done(accounts.make(facilitator, new Wanted("ada", "", "difference")));
        assertThat(accounts.verify("ada", "difference")).isPresent();
        assertThat(accounts.recall("ada", "difference")).isPresent();
        assertThat(accounts.ofSession(ada.id(), 1, "s")).isPresent();

        var disabled = done(accounts.disable(facilitator, ada, true));
        assertThat(accounts.recall("ada", "difference")).isEmpty();
        assertThat(accounts.verify("ada", "difference")).isEmpty();
        assertThat(accounts.ofSession(ada.id(), 1, "s")).isEmpty();

        done(accounts.disable(facilitator, disabled, false));
        assertThat(accounts.verify("ada", "difference")).isPresent();
        assertThat(accounts.ofSession(ada.id(), 1, "s"))
                .as("what ended stays ended")
                .isEmpty();
    }

    @Test
    void twoWhoDisableEachOtherLeaveOne() {
        var accounts = started(VARIABLE);
        var facilitator = accounts.verify("facilitator", VARIABLE).orElseThrow();
        var ada = done(accounts.make(facilitator, new Wanted("ada", "", "difference")));
        done(accounts.disable(facilitator, ada, true));
        assertThat(accounts.disable(ada, facilitator, true))
                .isEqualTo(
                        refused(
                                "",
                                "The account was changed at the same moment, or yours was disabled. Look at it, then try again."));
        assertThat(accounts.disable(facilitator, facilitator, true))
                .isEqualTo(refused("disabled", "You cannot disable your own account: ask another facilitator."));
    }

    @Test
    void anotherPasswordEndsSessionsAndWhatWasRemembered() {
        var accounts = started(VARIABLE);
        var before = accounts.verify("facilitator", VARIABLE).orElseThrow();
        var after = done(accounts.changePassword(before, "tea at four"));
        assertThat(accounts.recall("facilitator", VARIABLE)).isEmpty();
        assertThat(accounts.ofSession(before.id(), before.generation(), "s")).isEmpty();
        assertThat(accounts.ofSession(after.id(), after.generation(), "s")).isPresent();
        assertThat(accounts.changePassword(before, "tea at five"))
                .as("somebody else changed it meanwhile")
                .isInstanceOf(Changed.Refused.class);
    }

    @Test
    void aSessionThatWasLoggedOutOfIsOverAndOthersAreNot() {
        var accounts = started(VARIABLE);
        var account = accounts.verify("facilitator", VARIABLE).orElseThrow();
        accounts.endSession(account, "one", Instant.parse("2026-05-04T21:00:00Z"));
        assertThat(accounts.ofSession(account.id(), 1, "one")).isEmpty();
        assertThat(accounts.ofSession(account.id(), 1, "two")).isPresent();
    }

    @Test
    void aPasswordIsRememberedForAWhile() {
        var accounts = started(VARIABLE);
        assertThat(accounts.recall("facilitator", VARIABLE)).isEmpty();
        accounts.verify("facilitator", VARIABLE);
        assertThat(accounts.recall("facilitator", VARIABLE)).isPresent();
        assertThat(accounts.recall("facilitator", VARIABLE + " ")).isEmpty();
        now.updateAndGet(before -> before.plus(Duration.ofMinutes(15)));
        assertThat(accounts.recall("facilitator", VARIABLE)).isEmpty();
    }
}
