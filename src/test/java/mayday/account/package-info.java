@NullMarked
package mayday.account;

import org.jspecify.annotations.NullMarked;
