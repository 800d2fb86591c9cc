/** Built-in players: they play through the same commands as people; scenarios are tested and par is set with them. */
@NullMarked
package mayday.player;

import org.jspecify.annotations.NullMarked;
