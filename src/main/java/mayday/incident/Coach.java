package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says something when the learner's own moves give it cause. It knows no more than the learner: what was asked, shown, done, written
 * down and linked; never the truth. What it says falls due at its own instant, so that it does not depend on how often anybody looks.
 */
final class Coach {
    static final int MOST_REMARKS = 10;
    static final int MOST_OF_A_KIND = 3;

    static final Duration IDLE_FOR = Duration.ofMinutes(2);
    static final Duration LONG_WAIT = Duration.ofMinutes(5);
    static final Duration TELL_WITHIN = Duration.ofMinutes(5);
    static final Duration SUPPORT_WITHIN = Duration.ofMinutes(2);
    static final Duration WATCH_WITHIN = Duration.ofMinutes(3);

    /** From this confidence on somebody is nearly sure. */
    static final int NEARLY_SURE = 80;

    /** As many moves along a refuted hypothesis are one too many. */
    static final int MOVES_ASTRAY = 3;

    private final Incident incident;
    private final List<Event.CoachSpoke> spoken;

    /** A remark that will fall due if nothing happens before. */
    private record Remark(Prompt prompt, String about, Instant due) {}

    private Coach(Incident incident) {
        this.incident = incident;
        this.spoken = incident.history().stream()
                .flatMap(each -> each.event() instanceof Event.CoachSpoke spoke ? Stream.of(spoke) : Stream.of())
                .toList();
    }

    private static boolean isThere(Incident incident) {
        return incident.opened().terms().coach() != Terms.Coaching.OFF;
    }

    /** Puts the instants at which it will speak as things stand. */
    static void dues(Incident incident, Dues dues) {
        if (isThere(incident)) {
            new Coach(incident).remarks().forEach(remark -> dues.put(remark.due()));
        }
    }

    /** Says what falls due at {@code at}. */
    static void speak(Progress progress, Instant at) {
        if (isThere(progress.incident())) {
            new Coach(progress.incident())
                    .remarks().stream()
                            .filter(remark -> remark.due().equals(at))
                            .forEach(remark -> say(progress, remark.prompt(), remark.about(), at));
        }
    }

    /** Says what a move that was just made gives cause for. */
    static void afterMove(Progress progress, Command command) {
        var incident = progress.incident();
        if (!isThere(incident) || incident.isOver()) {
            return;
        }
        var at = incident.now();
        switch (command) {
            case Command.Act _ -> {
                actedUnscoped(incident).ifPresent(action -> say(progress, Prompt.ACTED_UNSCOPED, action, at));
                astray(progress, at);
            }
            case Command.Ask _, Command.TakeFallback _, Command.ReviseHypothesis _, Command.LinkEvidence _ ->
                astray(progress, at);
            case Command.Wait _ -> {
                if (hasWaitedLong(incident)) {
                    say(progress, Prompt.LONG_WAIT, "", at);
                }
            }
            case Command.Observe _,
                    Command.Acknowledge _,
                    Command.StateHypothesis _,
                    Command.JudgeHypothesis _,
                    Command.PinEvidence _,
                    Command.CancelAction _,
                    Command.DeclareSeverity _,
                    Command.PostUpdate _,
                    Command.Reply _,
                    Command.Escalate _,
                    Command.TakeHint _,
                    Command.HandOver _,
                    Command.Facilitating _,
                    Command.Close _ -> {
                // Nothing to say about these by themselves.
            }
        }
    }

    /** Asks once, before the end, whether it is really over; whoever closes again is not asked again. */
    static Optional<Refusal> beforeClosing(Progress progress, Command command, Instant at) {
        var incident = progress.incident();
        if (!(command instanceof Command.Close) || !isThere(incident) || !isEarlyToClose(incident)) {
            return Optional.empty();
        }
        return say(progress, Prompt.CLOSING, "", at).map(Refusal.CoachAsks::new);
    }

    /** What it says, if it has not said it before about the same thing, nor too much altogether. */
    private static Optional<String> say(Progress progress, Prompt prompt, String about, Instant at) {
        var incident = progress.incident();
        if (!new Coach(incident).mayStill(prompt, about)) {
            return Optional.empty();
        }
        var text = CoachWords.of(prompt, incident.opened().terms().coach(), name(incident, about));
        progress.emit(at, new Event.CoachSpoke(prompt, about, text));
        return Optional.of(text);
    }

    /** An action by what it does, too: who started four of them does not remember their numbers. */
    private static String name(Incident incident, String about) {
        return incident.actions().stream()
                .filter(each -> each.id().value().equals(about))
                .findFirst()
                .map(each -> about + " (" + Reports.title(each.action()) + ")")
                .orElse(about);
    }

    private boolean mayStill(Prompt prompt, String about) {
        var ofAKind = spoken.stream().filter(each -> each.prompt() == prompt).toList();
        return spoken.size() < MOST_REMARKS
                && ofAKind.size() < MOST_OF_A_KIND
                && ofAKind.stream().noneMatch(each -> each.about().equals(about));
    }

    private List<Remark> remarks() {
        var remarks = new ArrayList<Remark>();
        if (!incident.isOver()) {
            idle().ifPresent(remarks::add);
            nobodyTold().ifPresent(remarks::add);
            remarks.addAll(unsupported());
            unwatched().ifPresent(remarks::add);
        }
        remarks.removeIf(remark -> !mayStill(remark.prompt(), remark.about()));
        return remarks;
    }

    /** Waiting for an answer, an action or people is no idleness. */
    private Optional<Remark> idle() {
        var waits = !incident.pendingAnswers().isEmpty()
                || !incident.runningActions().isEmpty()
                || !incident.pendingReplies().isEmpty()
                || !incident.people().pending().isEmpty();
        if (waits || incident.opened().mode() != ClockMode.LIVE) {
            return Optional.empty();
        }
        var last = incident.history().reversed().stream()
                .filter(each -> Stirs.isStir(each.event()))
                .findFirst();
        var since = last.map(Recorded::at).orElse(incident.scenario().pagedAt());
        return Optional.of(new Remark(
                Prompt.IDLE,
                // By its time: its number would tell how much happened unseen.
                since.toString(),
                since.plus(IDLE_FOR)));
    }

    private Optional<Remark> nobodyTold() {
        var told = incident.history().stream().anyMatch(each -> each.event() instanceof Event.UpdatePosted);
        return told || !Seen.customersHurt(incident)
                ? Optional.empty()
                : Seen.customersHurtAt(incident).map(at -> new Remark(Prompt.NOBODY_TOLD, "", at.plus(TELL_WITHIN)));
    }

    private List<Remark> unsupported() {
        return incident.board().hypotheses().stream()
                .filter(each -> isNearlySure(each) && !isSupported(each))
                .map(each -> new Remark(
                        Prompt.UNSUPPORTED, each.id().value(), sureSince(each).plus(SUPPORT_WITHIN)))
                .toList();
    }

    private static boolean isNearlySure(Hypothesis hypothesis) {
        return switch (hypothesis.verdict()) {
            case OPEN -> hypothesis.confidence() >= NEARLY_SURE;
            case CONFIRMED -> true;
            case RULED_OUT -> false;
        };
    }

    private static boolean isSupported(Hypothesis hypothesis) {
        var confirmedBecause = hypothesis.verdict() == Verdict.CONFIRMED
                && !hypothesis.because().isEmpty();
        return confirmedBecause || hypothesis.links().stream().anyMatch(link -> link.stance() == Stance.FOR);
    }

    private Instant sureSince(Hypothesis hypothesis) {
        return incident.history().reversed().stream()
                .filter(each -> Stirs.concerns(each.event(), hypothesis.id()))
                .map(Recorded::at)
                .findFirst()
                .orElse(hypothesis.statedAt());
    }

    private Optional<Remark> unwatched() {
        var last = incident.history().reversed().stream()
                .filter(each -> each.event() instanceof Event.ActionCompleted)
                .findFirst();
        if (last.isEmpty()
                || !incident.runningActions().isEmpty()
                || Seen.lookedAtCustomers(incident, last.get().at())) {
            return Optional.empty();
        }
        var id = ((Event.ActionCompleted) last.get().event()).id();
        return Optional.of(
                new Remark(Prompt.UNWATCHED, id.value(), last.get().at().plus(WATCH_WITHIN)));
    }

    /** The action that was just started, if nothing about the scope had been asked and it reaches anything. */
    private static Optional<String> actedUnscoped(Incident incident) {
        return incident.actions().isEmpty() || Seen.asked(incident, Seen.SCOPE::contains)
                ? Optional.empty()
                : Optional.of(incident.actions().getLast())
                        .filter(started -> incident.scenario().blastRadius(started.action()) > 0)
                        .map(started -> started.id().value());
    }

    private static void astray(Progress progress, Instant at) {
        for (var hypothesis : progress.incident().board().hypotheses()) {
            if (Astray.moves(progress.incident(), hypothesis) >= MOVES_ASTRAY) {
                say(progress, Prompt.REFUTED, hypothesis.id().value(), at);
            }
        }
    }

    /** Waits in a row since the last other move; with something running or on its way they are no idleness. */
    private static boolean hasWaitedLong(Incident incident) {
        if (!incident.runningActions().isEmpty()
                || !incident.pendingReplies().isEmpty()
                || !incident.people().pending().isEmpty()) {
            return false;
        }
        var waited = Duration.ZERO;
        for (var each : incident.history().reversed()) {
            if (each.event() instanceof Event.Waited(var _, var length)) {
                waited = waited.plus(length);
            } else if (Stirs.isStir(each.event())) {
                break;
            }
        }
        return waited.compareTo(LONG_WAIT) >= 0;
    }

    private static boolean isEarlyToClose(Incident incident) {
        var lastDone = incident.history().reversed().stream()
                .filter(each -> each.event() instanceof Event.ActionCompleted)
                .map(Recorded::at)
                .findFirst()
                .orElse(incident.scenario().pagedAt());
        return Seen.customersHurt(incident)
                || !incident.runningActions().isEmpty()
                || !Seen.lookedAtCustomers(incident, lastDone);
    }
}
