package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import mayday.scenario.Dimension;
import mayday.scenario.ServiceKind;
import mayday.scenario.SimulatedSystem;

/**
 * Understands what makes sense only after something else: {@code and in eu?}, {@code same for payments}, {@code per region}, {@code the
 * second one}. What the last question asked is asked again, of something else, over another time, or spread out.
 */
final class FollowUps {
    /** Who refers back is brief; a longer utterance stands for itself. */
    static final int MOST_PIECES = 16;

    private final List<List<String>> introductions;
    private final SimulatedSystem system;
    private final Breakdown breakdown;

    FollowUps(Lexicon lexicon, SimulatedSystem system) {
        this.introductions = Reader.longestFirst(lexicon.followUps());
        this.system = system;
        this.breakdown = new Breakdown(system);
    }

    /** Understands words as if they had been said. */
    interface AsIfSaid {
        Understanding understand(String words);
    }

    /** What {@code pieces} name, if they are nothing but names, with or without an introduction. */
    Optional<Mentions> names(List<Piece> pieces) {
        var rest = afterIntroduction(pieces);
        return Segmenter.isOnlyNames(rest) ? Optional.of(Mentions.in(rest)) : Optional.empty();
    }

    /** Whether nothing is left of {@code pieces} after the introduction: a time alone was named. */
    boolean isEmpty(List<Piece> pieces) {
        return afterIntroduction(pieces).stream().allMatch(piece -> piece instanceof Piece.Mark);
    }

    /** The last interpretations with what is newly named in place of the old. */
    List<Interpretation> again(List<Interpretation> last, Mentions named, Window window) {
        return last.stream().map(each -> again(each, named, window)).toList();
    }

    private Interpretation again(Interpretation last, Mentions named, Window window) {
        var targets = named.isEmpty() ? last.targets() : Retargeting.of(system, last.targets(), named);
        var newWindow = window instanceof Window.Usual ? last.window() : window;
        return new Interpretation(
                last.dimension(),
                targets,
                newWindow,
                last.confidence(),
                named.isEmpty() ? last.authored() : "",
                command(last, named));
    }

    /** A command that names nothing itself can be run elsewhere as it is, and a search of a log goes to the other log. */
    private static String command(Interpretation last, Mentions named) {
        if (named.isEmpty() || isOnHost(last.command())) {
            return last.command();
        }
        return named.services().size() == 1
                ? LogWords.ofAnother(last.command(), named.services().getFirst().id())
                : named.namesAService() ? "" : last.command();
    }

    private static boolean isOnHost(String command) {
        return mayday.terminal.CommandLine.parse(command)
                .flatMap(mayday.terminal.Terminal::asked)
                .filter(asked -> asked.names().isEmpty())
                .isPresent();
    }

    /** What a set phrase such as {@code per region} or {@code again} asks for; nothing if there is none or nothing to refer to. */
    Optional<Understanding> elliptical(
            List<Piece> pieces, Window window, Conversation conversation, AsIfSaid asIfSaid) {
        var read = pieces.size() > MOST_PIECES ? Optional.<Ellipsis>empty() : Ellipsis.of(pieces);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        var said = read.get();
        if (said.number() != 0) {
            return numbered(said.number(), conversation, asIfSaid);
        }
        var last = conversation.last();
        if (last.isEmpty()) {
            return Optional.empty();
        }
        if (said.its().isPresent()) {
            return Optional.of(ofIts(said.its().get(), last, window, conversation));
        }
        if (said.has(Ellipsis.Mark.ITS_DEPENDENCIES)) {
            return Optional.of(Understanding.answered(List.of(new Interpretation(
                    Dimension.DEPENDENCY_STATUS,
                    last.getFirst().targets(),
                    last.getFirst().window(),
                    1,
                    ""))));
        }
        if (said.has(Ellipsis.Mark.COMPARED)) {
            return compared(said, last, window, conversation);
        }
        var others = said.named().isEmpty() ? last : again(last, said.named(), new Window.Usual());
        var changed = changed(said, others, conversation);
        return changed.map(interpretations -> Understanding.answered(
                interpretations.stream().map(each -> over(each, window)).toList()));
    }

    private Optional<List<Interpretation>> changed(
            Ellipsis said, List<Interpretation> last, Conversation conversation) {
        if (said.by().isPresent()) {
            var by = said.by().get();
            var possible = last.stream()
                    .filter(each -> Breakdown.isPossible(by, each.dimension()))
                    .map(each -> of(each, breakdown.of(by, each.dimension(), each.targets(), conversation.paged())))
                    .toList();
            return possible.isEmpty() ? Optional.empty() : Optional.of(possible);
        }
        UnaryOperator<Interpretation> change = each -> each;
        if (said.has(Ellipsis.Mark.OTHER_REGIONS)) {
            change = each -> of(each, Retargeting.otherRegions(system, each.targets(), conversation.paged()));
        } else if (said.has(Ellipsis.Mark.OTHER_HOSTS)) {
            change = each -> of(each, Retargeting.otherHosts(system, each.targets()));
        } else if (said.has(Ellipsis.Mark.EVERYWHERE)) {
            change = each -> of(each, Retargeting.everywhere(each.targets()));
        } else if (said.has(Ellipsis.Mark.MORE)) {
            change = each -> over(each, Longer.than(each));
        }
        return Optional.of(last.stream().map(change).toList());
    }

    private static Interpretation of(Interpretation last, List<Target> targets) {
        var isSame = targets.equals(last.targets());
        return new Interpretation(
                last.dimension(),
                targets,
                last.window(),
                last.confidence(),
                isSame ? last.authored() : "",
                isSame ? last.command() : "");
    }

    private static Interpretation over(Interpretation each, Window window) {
        return window instanceof Window.Usual
                ? each
                : new Interpretation(
                        each.dimension(), each.targets(), window, each.confidence(), each.authored(), each.command());
    }

    /** A digit alone picks a chip. */
    Optional<Understanding> picked(String plain, Conversation conversation, AsIfSaid asIfSaid) {
        var isDigit = plain.length() == 1 && Character.isDigit(plain.charAt(0)) && plain.charAt(0) != '0';
        return isDigit && !conversation.choices().isEmpty()
                ? numbered(plain.charAt(0) - '0', conversation, asIfSaid)
                : Optional.empty();
    }

    /** One of the chips, else one of the things that the last question named. */
    private Optional<Understanding> numbered(int number, Conversation conversation, AsIfSaid asIfSaid) {
        var choices = conversation.choices();
        if (!choices.isEmpty()) {
            var chosen = number == Ellipsis.LAST ? choices.size() : number;
            return chosen > choices.size()
                    ? Optional.of(Understanding.refused(Outcome.ASK_BACK, Replies.NO_SUCH_CHOICE))
                    : Optional.of(asIfSaid.understand(choices.get(chosen - 1).say()));
        }
        var last = conversation.last();
        var targets = last.size() == 1 ? last.getFirst().targets() : List.<Target>of();
        var chosen = number == Ellipsis.LAST ? targets.size() : number;
        return targets.size() < 2 || chosen > targets.size()
                ? Optional.empty()
                : Optional.of(Understanding.answered(List.of(of(last.getFirst(), List.of(targets.get(chosen - 1))))));
    }

    /** {@code and its database}: the topology is no secret. */
    private Understanding ofIts(ServiceKind kind, List<Interpretation> last, Window window, Conversation conversation) {
        var first = last.getFirst();
        var services = Retargeting.services(system, first.targets(), conversation.paged());
        var used = services.stream()
                .flatMap(service -> system.dependenciesOf(service.id()).stream())
                .map(dependency -> system.service(dependency.to()))
                .filter(service -> service.kind() == kind)
                .distinct()
                .toList();
        if (used.isEmpty()) {
            return Replies.usesNone(services.getFirst().id(), Recogniser.noun(kind));
        }
        var mentions = new Mentions(used, List.of(), Breakdown.regions(first.targets()), List.of(), List.of());
        var scope = Scope.of(first.dimension());
        var fits = scope != Scope.WHOLE && used.stream().allMatch(scope::fits);
        var dimension = fits ? first.dimension() : usual(kind);
        var newWindow = window instanceof Window.Usual ? first.window() : window;
        return Understanding.answered(List.of(
                new Interpretation(dimension, Retargeting.running(system, mentions.targets()), newWindow, 1, "")));
    }

    /** What is asked first of something of that sort. */
    private static Dimension usual(ServiceKind kind) {
        return switch (kind) {
            case DATABASE -> Dimension.DB_HEALTH;
            case CACHE -> Dimension.CACHE;
            case QUEUE -> Dimension.QUEUE_DEPTH;
            case RESOLVER -> Dimension.DNS_RESOLUTION;
            case THIRD_PARTY -> Dimension.DEPENDENCY_STATUS;
            case EDGE, SERVICE -> Dimension.ERROR_RATE;
        };
    }

    /** The last question of both, or over both times. */
    private Optional<Understanding> compared(
            Ellipsis said, List<Interpretation> last, Window window, Conversation conversation) {
        if (!said.named().isEmpty()) {
            return Optional.of(Understanding.answered(last.stream()
                    .map(each ->
                            of(each, Retargeting.beside(system, each.targets(), said.named(), conversation.paged())))
                    .map(each -> over(each, window))
                    .toList()));
        }
        if (said.by().isPresent() || said.has(Ellipsis.Mark.OTHER_REGIONS)) {
            var both = new ArrayList<Interpretation>();
            for (var each : last) {
                var others = said.by()
                        .map(by -> breakdown.of(by, each.dimension(), each.targets(), conversation.paged()))
                        .orElseGet(() -> Retargeting.withOtherRegions(system, each.targets(), conversation.paged()));
                both.add(of(each, others));
            }
            return Optional.of(Understanding.answered(both));
        }
        if (window instanceof Window.Usual) {
            return Optional.empty();
        }
        var both = new ArrayList<>(last);
        last.forEach(each -> both.add(over(each, Longer.shifted(each, window, conversation.now()))));
        return Optional.of(
                Understanding.answered(both.subList(0, Math.min(both.size(), Understanding.MOST_INTERPRETATIONS))));
    }

    /** {@code and latency?} is of what the last question was about, not of whatever the page is about. */
    Understanding carriedOver(List<Piece> pieces, Understanding understood, Conversation conversation) {
        var isIntroduced = afterIntroduction(pieces).size() < pieces.size();
        var last = conversation.last();
        if (!isIntroduced || last.isEmpty() || understood.outcome() != Outcome.ANSWERED) {
            return understood;
        }
        var targets = last.getFirst().targets();
        var carried = understood.interpretations().stream()
                .map(each -> each.targets().isEmpty() && Scope.of(each.dimension()) == Scope.SERVICE_OR_PAGED
                        ? of(each, targets)
                        : each)
                .toList();
        return new Understanding(
                understood.outcome(), carried, understood.reply(), understood.suggestions(), understood.offer());
    }

    /** The pieces without what introduces another thing for which the last question is asked again. */
    List<Piece> afterIntroduction(List<Piece> pieces) {
        for (var introduction : introductions) {
            if (pieces.size() >= introduction.size()
                    && Reader.says(pieces.subList(0, introduction.size()), introduction)) {
                return pieces.subList(introduction.size(), pieces.size());
            }
        }
        return pieces;
    }
}
