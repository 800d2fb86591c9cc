/** What is proved of a scenario before anyone plays it: it can be solved, told apart and asked for. Played and asked, not believed. */
@NullMarked
package mayday.proof;

import org.jspecify.annotations.NullMarked;
