package mayday.compiler;

import mayday.scenario.Signal;

/** What the numbers of a recording are counted in; charts have fewer units. */
enum RecordedUnit {
    COUNT(Signal.Unit.COUNT, 1),
    RATIO(Signal.Unit.RATIO, 1),
    PERCENT(Signal.Unit.RATIO, 1.0 / 100),
    PER_SECOND(Signal.Unit.PER_SECOND, 1),
    PER_MINUTE(Signal.Unit.PER_SECOND, 1.0 / 60),
    SECONDS(Signal.Unit.SECONDS, 1),
    MILLISECONDS(Signal.Unit.SECONDS, 1.0 / 1_000),
    MICROSECONDS(Signal.Unit.SECONDS, 1.0 / 1_000_000),
    DAYS(Signal.Unit.DAYS, 1),
    BYTES(Signal.Unit.GIB, 1.0 / (1L << 30)),
    MIB(Signal.Unit.GIB, 1.0 / 1_024),
    GIB(Signal.Unit.GIB, 1);

    private final Signal.Unit shown;
    private final double factor;

    RecordedUnit(Signal.Unit shown, double factor) {
        this.shown = shown;
        this.factor = factor;
    }

    Signal.Unit shown() {
        return shown;
    }

    /** The number in the unit in which it is shown. */
    double convert(double number) {
        return number * factor;
    }
}
