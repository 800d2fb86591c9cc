package mayday.web.view;

import java.time.Instant;
import java.util.List;
import mayday.compiler.Blurb;
import mayday.compiler.Listing;
import mayday.journal.DrillHeading;
import mayday.scenario.Words;

/**
 * The list of drills.
 *
 * @param mine those in which the caller has or had a seat, newest first
 * @param all every drill, for facilitators, newest first
 */
public record DrillsView(List<Entry> mine, List<Entry> all, boolean facilitates) {
    public DrillsView {
        mine = List.copyOf(mine);
        all = List.copyOf(all);
    }

    /**
     * A drill in the list.
     *
     * @param stage {@code lobby}, {@code running} or {@code over}
     * @param system what it is about, without giving the scenario away that its people are to find out
     */
    public record Entry(String id, String title, String system, String by, Instant createdAt, String stage) {
        public static Entry of(DrillHeading heading, Listing listing) {
            return new Entry(
                    heading.id().value(),
                    heading.title(),
                    listing.find(heading.scenario())
                            .map(Blurb::system)
                            .orElse(heading.scenario().value()),
                    LobbyView.nameOf(heading.by()),
                    heading.createdAt(),
                    Words.kebab(heading.stage()));
        }

        /** The stage in words. */
        public String stageWords() {
            return switch (stage) {
                case "lobby" -> "in the lobby";
                case "running" -> "running";
                default -> "over";
            };
        }

        /** How the stage looks. */
        public String health() {
            return switch (stage) {
                case "lobby" -> "unk";
                case "running" -> "run";
                default -> "ok";
            };
        }
    }
}
