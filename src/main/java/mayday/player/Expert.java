package mayday.player;

/** Scope, then the most telling question each time, until one cause is likely enough to act on. */
final class Expert implements Tactics {
    private static final double SURE = 0.9;
    private static final int MOST_QUESTIONS = 12;

    @Override
    public void play(Seat seat) {
        var investigation = new Investigation(seat);
        investigation.begin();
        var reasoning = investigation.reasoning();
        for (var i = 0; i < MOST_QUESTIONS && !seat.isOver(); i++) {
            if (reasoning.share(reasoning.ranked().getFirst()) >= SURE) {
                break;
            }
            var best = reasoning.best();
            if (best.isEmpty()) {
                break;
            }
            seat.ask(best.get().read(), best.get().words());
            reasoning.follow(seat.incident());
        }
        investigation.hypothesise();
        investigation.mend();
        investigation.conclude();
    }
}
