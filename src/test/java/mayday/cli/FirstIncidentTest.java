package mayday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code mayday play} without a scenario: whoever follows the guide's first proposals mends the incident. */
class FirstIncidentTest {
    private static final String FOLLOWED = "1\n1\n1\n1\n1\n1\n1\n1\ny\n1\n1\n1\n";

    @Test
    void whoFollowsTheGuideMendsIt() {
        var played = Terminal.typing(FOLLOWED + "/close Rolled checkout back; the error rate is as before.\n", "play");

        assertThat(played.err()).isEmpty();
        assertThat(played.out())
                .contains("Step 1 of 10: Read the page", "Step 10 of 10: Close it", "Customer impact ended at")
                .contains("What the expert did, with the same cause")
                .doesNotContain("You never looked into what");
    }

    @Test
    void whatTheTerminalShowsAndWhatWouldHaveBeen() {
        var played = Terminal.typing(FOLLOWED + """
                        9
                        /map
                        /link e4 for h1
                        /board
                        /guide
                        /whatif 1
                        /close Rolled checkout back.
                        /whatif 2
                        /whatif soon
                        /fork 99
                        /fork 1
                        /quit
                        """, "play");

        assertThat(played.out())
                .contains("There is no 9 to pick just now.")
                .contains("service          what is known  as of")
                .contains("E4  checkout logs  (for H1)", "--  60 %  something not thought of yet")
                .contains("[x] 9  See that customers are well")
                .contains("What would have been can be asked when the incident has ended")
                .contains("What the expert did from 14:08:00")
                .contains("/whatif wants whole minutes after the page, such as /whatif 12.")
                .contains("There is no such minute in this incident: it has to be from 0 to 9.")
                .contains("Forked: the past is the same, the rest is yours.")
                .endsWith(System.lineSeparator() + "> The incident stays open; nothing is scored."
                        + System.lineSeparator());
    }
}
