package mayday.web;

import mayday.account.Accounts;
import mayday.compiler.Library;
import mayday.drill.Drills;
import mayday.drill.Rooms;
import mayday.journal.SigningKey;
import mayday.question.Interpreters;
import mayday.studio.Studio;

/**
 * What the site shows and where it keeps things.
 *
 * @param studio where the scenarios are written
 * @param interpreters asked whether they are ready, no more: questions go to the rooms
 * @param key with which learners' and facilitators' cookies are signed
 * @param accounts of those who may facilitate
 */
public record Premises(
        Studio studio, Rooms rooms, Drills drills, Interpreters interpreters, SigningKey key, Accounts accounts) {

    /** What learners may play as things are now. */
    Library library() {
        return studio.playable();
    }

    /** Whether a question about any of the scenarios is answered without waiting for the question model. */
    boolean isReady() {
        return studio.isRead() && library().scenarios().stream().allMatch(interpreters::isReady);
    }
}
