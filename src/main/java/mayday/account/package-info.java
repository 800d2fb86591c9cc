/** Who may facilitate: accounts, their passwords, and the first of them. */
@NullMarked
package mayday.account;

import org.jspecify.annotations.NullMarked;
