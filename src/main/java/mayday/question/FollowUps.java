package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.scenario.RegionId;
import mayday.scenario.Service;
import mayday.scenario.SimulatedSystem;

/** Understands {@code and in eu?} and {@code same for payments}: the last question again, of something else or over another time. */
final class FollowUps {
    private final List<List<String>> introductions;
    private final SimulatedSystem system;

    FollowUps(Lexicon lexicon, SimulatedSystem system) {
        this.introductions = Reader.longestFirst(lexicon.followUps());
        this.system = system;
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
        var targets =
                named.isEmpty() ? last.targets() : with(last.targets(), named).targets();
        var newWindow = window instanceof Window.Usual ? last.window() : window;
        return new Interpretation(
                last.dimension(),
                targets,
                newWindow,
                last.confidence(),
                named.isEmpty() ? last.authored() : "",
                named.isEmpty() || isOnHost(last.command()) ? last.command() : "");
    }

    /** A command that names nothing itself can be run elsewhere as it is. */
    private static boolean isOnHost(String command) {
        return mayday.terminal.CommandLine.parse(command)
                .flatMap(mayday.terminal.Terminal::asked)
                .filter(asked -> asked.names().isEmpty())
                .isPresent();
    }

    private Mentions with(List<Target> old, Mentions named) {
        var services = new ArrayList<Service>();
        var regions = new ArrayList<RegionId>();
        for (var target : old) {
            switch (target) {
                case Target.OfService(var service) -> services.add(system.service(service));
                case Target.OfNode(var service, var region) -> {
                    services.add(system.service(service));
                    regions.add(region);
                }
                case Target.OfHost(var service, var _, var _) -> services.add(system.service(service));
                case Target.OfRegion(var region) -> regions.add(region);
                case Target.OfTeam _ -> {}
            }
        }
        return named.orElse(new Mentions(services, List.of(), regions, List.of(), List.of()));
    }

    private List<Piece> afterIntroduction(List<Piece> pieces) {
        for (var introduction : introductions) {
            if (pieces.size() >= introduction.size()
                    && Reader.says(pieces.subList(0, introduction.size()), introduction)) {
                return pieces.subList(introduction.size(), pieces.size());
            }
        }
        return pieces;
    }
}
