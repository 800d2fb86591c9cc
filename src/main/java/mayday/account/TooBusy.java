package mayday.account;

/** So many passwords are being checked already that another one would only wait. Nothing was checked. */
public final class TooBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooBusy() {
        super("Too many passwords are being checked", null, false, false);
    }
}
