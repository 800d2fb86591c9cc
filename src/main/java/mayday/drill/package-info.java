/** Live incidents: one room per incident, commands in order, subscribers told. The only locks. */
@NullMarked
package mayday.drill;

import org.jspecify.annotations.NullMarked;
