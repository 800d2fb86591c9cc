/** Rooms put to the test with the real engine and a real journal. */
@NullMarked
package mayday.drill;

import org.jspecify.annotations.NullMarked;
