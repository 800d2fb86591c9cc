/** Fuzzers of our own: seeded, bounded, and kept as tests with what they found. */
@NullMarked
package mayday.fuzz;

import org.jspecify.annotations.NullMarked;
