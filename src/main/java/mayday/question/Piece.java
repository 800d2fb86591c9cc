package mayday.question;

import java.util.List;
import mayday.scenario.RegionId;
import mayday.scenario.Service;
import mayday.scenario.Team;

/** A part of an utterance: a word, a mark, or something of the system that was named. */
sealed interface Piece {

    /** What the classifier reads in its place. */
    String read();

    /** A word in lower case. */
    record Word(String text) implements Piece {
        @Override
        public String read() {
            return text;
        }
    }

    /** Punctuation: one character. */
    record Mark(String text) implements Piece {
        @Override
        public String read() {
            return text;
        }
    }

    /** One service. */
    record OfService(Service service, String read) implements Piece {}

    /** A name or noun that fits several services, such as {@code the database} where there are three. */
    record OneOf(List<Service> services, String noun, String read) implements Piece {
        public OneOf {
            services = List.copyOf(services);
        }
    }

    /** One replica of a service, counted from 1. */
    record OfHost(Service service, int number, String read) implements Piece {}

    record OfRegion(RegionId region, String read) implements Piece {}

    record OfTeam(Team team, String read) implements Piece {}

    /** Something that this system has not got, as the learner called it. */
    record Missing(String name, String read) implements Piece {}
}
