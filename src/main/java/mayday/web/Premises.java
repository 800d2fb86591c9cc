package mayday.web;

import mayday.compiler.Library;
import mayday.drill.Rooms;
import mayday.journal.SigningKey;

/**
 * What the site shows and where it keeps things.
 *
 * @param key with which learners' cookies are signed
 */
public record Premises(Library library, Rooms rooms, SigningKey key) {}
