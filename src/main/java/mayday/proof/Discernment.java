package mayday.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mayday.debrief.Knowledge;
import mayday.debrief.Likeness;
import mayday.evidence.Answer;
import mayday.incident.Incident;
import mayday.incident.Supposition;
import mayday.proof.Askables.Askable;
import mayday.proof.Proved.Pair;
import mayday.proof.Proved.Separation;
import mayday.proof.Proved.Telling;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;

/**
 * Whether every two causes can be told apart (diagnosability, Sampath et al. 1995): each is run, the same questions are asked, and the
 * answers are laid side by side. Symptoms do not count: since when and how steeply it fails differs by how a cause was written, and says
 * nothing to whoever does not know that. Wide questions come first, soon after the page; services, regions and later moments are only tried for
 * pairs that are left.
 *
 * <p>A red herring is laid beside each cause in the same way: a question that would be answered otherwise if it were true rules it out.
 */
final class Discernment {
    /** More answers than this are not worked out: forty causes on a system of a hundred services would take an hour. */
    static final int MOST_ANSWERS = 60_000;

    /** Questions whose answers are worked out together. */
    private static final int AT_ONCE = 20;

    private static final Duration SOON = Duration.ofMinutes(2);

    private final Draft draft;
    private final List<Cause> causes;

    /** The causes, and after them the red herrings; each has a world of the same number. */
    private final List<Cause> suspects;

    private final List<Supposition> worlds;
    private final Nearest nearest;
    private final Map<Both, Telling> told = new TreeMap<>();
    private final List<Separation> separations = new ArrayList<>();
    private Incident base;
    private int answered;

    /** Two suspects by their numbers, the lower first, which is a cause. */
    private record Both(int one, int other) implements Comparable<Both> {
        @Override
        public int compareTo(Both second) {
            return one == second.one ? Integer.compare(other, second.other) : Integer.compare(one, second.one);
        }
    }

    Discernment(Draft draft) {
        this.draft = draft;
        this.causes = draft.causes();
        this.suspects = Stream.concat(causes.stream(), draft.scenario().redHerrings().stream())
                .toList();
        this.nearest = new Nearest(causes.size());
        var unconditional = draft.unconditional();
        var openings = unconditional.openings();
        this.base = Rehearsals.opened(unconditional, causes.getFirst().id());
        this.worlds = suspects.parallelStream()
                .map(cause -> openings.supposition(base, cause.id()))
                .toList();
    }

    /** How well the wide questions separate the causes soon after the page, the one that tells most first. */
    List<Separation> separations() {
        return separations.stream()
                .sorted(Comparator.comparingDouble(Separation::bits).reversed().thenComparing(Separation::takes))
                .toList();
    }

    /** Every two causes, and each cause with each red herring; those without a question that tells them apart are reported. */
    Told told() {
        var scenario = draft.scenario();
        at(SOON);
        ask(Askables.wide(scenario), true);
        if (!isDone()) {
            ask(Askables.narrow(scenario), false);
        }
        for (var part = 1; part <= 3 && !isDone(); part++) {
            at(scenario.limit().multipliedBy(part).dividedBy(4));
            ask(Askables.wide(scenario), false);
            ask(Askables.narrow(scenario), false);
        }
        draft.openings().keep(worlds.subList(0, causes.size()));
        return new Told(
                all().filter(both -> both.other() < causes.size())
                        .map(this::pair)
                        .toList(),
                all().filter(both -> both.other() >= causes.size())
                        .map(this::pair)
                        .toList());
    }

    /**
     * What was found out.
     *
     * @param pairs every two causes
     * @param redHerrings each cause with each red herring
     */
    record Told(List<Pair> pairs, List<Pair> redHerrings) {}

    private Pair pair(Both both) {
        var one = suspects.get(both.one());
        var other = suspects.get(both.other());
        var telling = Optional.ofNullable(told.get(both));
        if (telling.isEmpty() && answered <= MOST_ANSWERS && both.other() >= causes.size()) {
            nearest.report(draft, one, other, both.other(), answered / suspects.size());
        } else if (telling.isEmpty() && answered <= MOST_ANSWERS) {
            draft.report(
                    other,
                    "undiagnosable-pair",
                    "nothing that can be asked tells `%s` from `%s`: %,d questions are answered alike under both"
                            .formatted(other.id(), one.id(), answered / suspects.size()),
                    "let them do something different to the system, or write a question whose answer depends on the cause");
        } else if (telling.isEmpty()) {
            draft.report(
                    other,
                    "not-proved",
                    "whether `%s` can be told from `%s` was not found out: after %,d answers it was given up"
                            .formatted(other.id(), one.id(), MOST_ANSWERS),
                    "write a question whose answer depends on the cause");
        }
        return new Pair(one.id(), other.id(), telling);
    }

    private Stream<Both> all() {
        return IntStream.range(0, causes.size())
                .boxed()
                .flatMap(one -> IntStream.range(one + 1, suspects.size()).mapToObj(other -> new Both(one, other)));
    }

    private boolean isDone() {
        return answered > MOST_ANSWERS || all().allMatch(told::containsKey);
    }

    private void at(Duration afterPage) {
        base = Rehearsals.later(base, draft.scenario().pagedAt().plus(afterPage));
        worlds.parallelStream().forEach(world -> world.follow(base));
    }

    private void ask(List<Askable> askables, boolean separating) {
        var asked = Duration.between(draft.scenario().pagedAt(), base.now());
        var at = base.now();
        for (var first = 0; first < askables.size(); first += AT_ONCE) {
            draft.interruption().end();
            var some = askables.subList(first, Math.min(first + AT_ONCE, askables.size()));
            if (!separating && isDone()) {
                return;
            }
            var wanted = some.stream()
                    .map(askable -> separating ? everybody() : wanted(askable, asked))
                    .toList();
            // Each core takes a world with some questions at once, which is less work than a question with all worlds.
            var byWorld = IntStream.range(0, worlds.size())
                    .parallel()
                    .mapToObj(world -> answers(world, some, wanted, at))
                    .toList();
            for (var i = 0; i < some.size() && (separating || !isDone()); i++) {
                var question = i;
                answered(
                        some.get(i),
                        asked,
                        byWorld.stream().map(each -> each.get(question)).toList(),
                        separating);
            }
        }
    }

    private List<Optional<Answer>> answers(int world, List<Askable> askables, List<BitSet> wanted, Instant at) {
        return IntStream.range(0, askables.size())
                .mapToObj(i -> wanted.get(i).get(world)
                        ? Optional.of(worlds.get(world).answer(askables.get(i).read(), at))
                        : Optional.<Answer>empty())
                .toList();
    }

    private BitSet everybody() {
        var all = new BitSet();
        all.set(0, suspects.size());
        return all;
    }

    /** The causes whose answers can still say something new: symptoms do not count, and of two that were told apart as soon nothing is asked. */
    private BitSet wanted(Askable askable, Duration asked) {
        var wanted = new BitSet();
        if (!Knowledge.isSymptom(askable.read())) {
            var telling = telling(askable, asked);
            all().filter(both -> isBetter(telling, told.get(both))).forEach(both -> {
                wanted.set(both.one());
                wanted.set(both.other());
            });
        }
        return wanted;
    }

    /** @param answers by cause; none where none was wanted */
    private void answered(Askable askable, Duration asked, List<Optional<Answer>> answers, boolean separating) {
        answered += answers.size();
        if (!Knowledge.isSymptom(askable.read())) {
            compare(telling(askable, asked), answers);
        }
        if (separating) {
            var all = answers.stream().flatMap(Optional::stream).toList();
            separations.add(separation(askable, all.subList(0, causes.size())));
            if (!Knowledge.isSymptom(askable.read())) {
                nearest.heard(telling(askable, asked), all);
            }
        }
    }

    private static Telling telling(Askable askable, Duration asked) {
        return new Telling(askable.words(), asked, askable.takes());
    }

    private void compare(Telling telling, List<Optional<Answer>> answers) {
        all().filter(both -> isBetter(telling, told.get(both)))
                .filter(both -> !alike(
                        answers.get(both.one()).orElseThrow(),
                        answers.get(both.other()).orElseThrow()))
                .forEach(both -> told.put(both, telling));
    }

    private static boolean isBetter(Telling telling, @org.jspecify.annotations.Nullable Telling than) {
        return than == null || telling.answered().compareTo(than.answered()) < 0;
    }

    static boolean alike(Answer one, Answer other) {
        return Likeness.alike(one, other) && Likeness.alike(other, one);
    }

    private Separation separation(Askable askable, List<Answer> answers) {
        var groups = groups(answers);
        var total = causes.stream().mapToDouble(Cause::weight).sum();
        var bits = 0.0;
        for (var group : groups) {
            var share = group.stream()
                            .mapToDouble(number -> causes.get(number).weight())
                            .sum()
                    / total;
            bits -= share * StrictMath.log(share) / StrictMath.log(2);
        }
        return new Separation(
                askable.words(),
                askable.read().authored(),
                askable.takes(),
                Math.max(0, bits),
                groups.stream().map(this::ids).toList());
    }

    private List<CauseId> ids(List<Integer> group) {
        return group.stream().map(number -> causes.get(number).id()).toList();
    }

    /** Causes that a chain of like answers connects are in one group: nobody could draw a line between them. */
    private static List<List<Integer>> groups(List<Answer> answers) {
        var groups = new ArrayList<List<Integer>>();
        var left = new ArrayList<>(IntStream.range(0, answers.size()).boxed().toList());
        while (!left.isEmpty()) {
            var group = new HashSet<Integer>();
            var open = new ArrayDeque<Integer>(List.of(left.getFirst()));
            while (!open.isEmpty()) {
                int next = open.remove();
                group.add(next);
                left.remove(Integer.valueOf(next));
                left.stream()
                        .filter(each -> !open.contains(each)
                                && (Likeness.alike(answers.get(next), answers.get(each))
                                        || Likeness.alike(answers.get(each), answers.get(next))))
                        .forEach(open::add);
            }
            groups.add(group.stream().sorted().toList());
        }
        return groups;
    }
}
