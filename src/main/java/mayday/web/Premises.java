package mayday.web;

import mayday.compiler.Library;
import mayday.drill.Rooms;
import mayday.journal.SigningKey;
import mayday.question.Interpreters;

/**
 * What the site shows and where it keeps things.
 *
 * @param interpreters asked whether they are ready, no more: questions go to the rooms
 * @param key with which learners' cookies are signed
 */
public record Premises(Library library, Rooms rooms, Interpreters interpreters, SigningKey key) {

    /** Whether a question about any of the scenarios is answered without waiting for the question model. */
    boolean isReady() {
        return library.scenarios().stream().allMatch(interpreters::isReady);
    }
}
