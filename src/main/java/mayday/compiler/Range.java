package mayday.compiler;

/** The figures that a key takes, both ends included, in the unit of their measure. */
record Range(Measure measure, double least, double most) {

    static Range ratio() {
        return ratio(0, 1);
    }

    static Range ratio(double least, double most) {
        return new Range(Measure.RATIO, least, most);
    }

    static Range seconds(double least, double most) {
        return new Range(Measure.SECONDS, least, most);
    }

    static Range count(int least, int most) {
        return new Range(Measure.COUNT, least, most);
    }

    static Range number(double least, double most) {
        return new Range(Measure.NUMBER, least, most);
    }

    boolean holds(double value) {
        return value >= least && value <= most;
    }

    /** {@code from 1ms to 10m}. */
    String words() {
        return "from " + measure.written(least) + " to " + measure.written(most);
    }
}
