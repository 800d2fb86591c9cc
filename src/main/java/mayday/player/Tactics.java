package mayday.player;

/** A way to play: makes its moves at a seat until it is done or the incident is over. */
interface Tactics {
    void play(Seat seat);
}
