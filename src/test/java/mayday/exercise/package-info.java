@NullMarked
package mayday.exercise;

import org.jspecify.annotations.NullMarked;
