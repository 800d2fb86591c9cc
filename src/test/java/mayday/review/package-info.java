@NullMarked
package mayday.review;

import org.jspecify.annotations.NullMarked;
