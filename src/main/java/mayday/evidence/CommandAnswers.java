package mayday.evidence;

import java.util.List;
import java.util.Optional;
import mayday.evidence.Evidence.Output;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.Where;
import mayday.terminal.CommandLine;
import mayday.terminal.Fleet;
import mayday.terminal.Machine;
import mayday.terminal.Printed;
import mayday.terminal.Terminal;

/** Commands: what exactly that program prints, on the host that was meant. */
final class CommandAnswers {
    /** Longer command lines are cut in titles. */
    private static final int MOST_TITLE = 60;

    private CommandAnswers() {}

    /** What the command prints; nothing if it is a question in words, or a command that is answered like one. */
    static Optional<Reply> of(Inquiry inquiry) {
        var text = inquiry.interpretation().command();
        var line = text.isEmpty() ? Optional.<CommandLine>empty() : CommandLine.parse(text);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        var period = Period.of(
                inquiry.interpretation().window(), inquiry.scenario().origin(), inquiry.now(), Inquiry.USUAL_WINDOW);
        return switch (period) {
            case Period.Uncovered(var why) -> Optional.of(Reply.words(why));
            case Period.Covered covered -> printed(inquiry, line.get(), covered);
        };
    }

    private static Optional<Reply> printed(Inquiry inquiry, CommandLine line, Period.Covered period) {
        var here = here(inquiry);
        boolean loggedIn = isLoggedIn(inquiry, line, here);
        var printed = Terminal.run(line, new SightInstruments(inquiry, period.until()), here, loggedIn);
        return switch (printed) {
            case Printed.Output(var host, var lines, var words) ->
                Optional.of(Reply.showing(
                        words.isEmpty() ? "Here it is." : words,
                        new Exhibit(
                                title(inquiry.interpretation().command()),
                                "Command · " + here.region(),
                                new Output(host, inquiry.interpretation().command(), lines))));
            case Printed.Word(var why) -> Optional.of(Reply.words(why));
            case Printed.Unknown() -> Optional.empty();
        };
    }

    /** What a program prints on a host, for an answer in words that shows it; nothing where nobody can log in. */
    static Optional<Exhibit> shown(Inquiry inquiry, Subject subject, Period.Covered period, String command) {
        var host = HostAnswers.asHost(subject);
        var region = subject.where() instanceof Where.In(var in)
                ? in
                : subject.service().primaryRegion();
        var here = new Machine(subject.service(), Where.in(region), host.host());
        return CommandLine.parse(command)
                .map(line -> Terminal.run(line, new SightInstruments(inquiry, period.until()), here, true))
                .filter(Printed.Output.class::isInstance)
                .map(Printed.Output.class::cast)
                .map(printed -> HostAnswers.command(new Output(printed.host(), command, printed.lines()), subject));
    }

    /** What a store's console prints, which there is also where nobody can log in to its hosts. */
    static Optional<Exhibit> console(Inquiry inquiry, Subject subject, Period.Covered period, String command) {
        var region = subject.where() instanceof Where.In(var in)
                ? in
                : subject.service().primaryRegion();
        var here = new Machine(subject.service(), Where.in(region), Math.max(1, subject.host()));
        return CommandLine.parse(command)
                .map(line -> Terminal.run(line, new SightInstruments(inquiry, period.until()), here, true))
                .filter(Printed.Output.class::isInstance)
                .map(Printed.Output.class::cast)
                .map(printed -> new Exhibit(
                        title(command), "Command · " + region, new Output(printed.host(), command, printed.lines())));
    }

    /** The same for a command that is run about a service rather than on its hosts. */
    static Optional<Exhibit> onConsole(Inquiry inquiry, Subject subject, Period.Covered period, String command) {
        var region = subject.where() instanceof Where.In(var in)
                ? in
                : subject.service().primaryRegion();
        var here = new Machine(subject.service(), Where.in(region), subject.host());
        return CommandLine.parse(command)
                .map(line -> Terminal.run(line, new SightInstruments(inquiry, period.until()), here, false))
                .filter(Printed.Output.class::isInstance)
                .map(Printed.Output.class::cast)
                .map(printed -> new Exhibit(
                        title(command), "Command · " + region, new Output(printed.host(), command, printed.lines())));
    }

    private static String title(String command) {
        return command.length() <= MOST_TITLE ? command : command.substring(0, MOST_TITLE - 1) + "…";
    }

    /** The first host or service that was named, else the paged one, each in the region that was named or that it is at home in. */
    private static Machine here(Inquiry inquiry) {
        for (var target : inquiry.interpretation().targets()) {
            switch (target) {
                case Target.OfHost(var service, var region, var number) -> {
                    return new Machine(inquiry.system().service(service), Where.in(region), number);
                }
                case Target.OfNode(var service, var region) -> {
                    return Machine.all(inquiry.system().service(service), region);
                }
                case Target.OfService(var service) -> {
                    return at(inquiry, inquiry.system().service(service));
                }
                case Target.OfRegion _, Target.OfTeam _ -> {}
            }
        }
        return at(inquiry, inquiry.paged());
    }

    private static Machine at(Inquiry inquiry, Service service) {
        var page = inquiry.scenario().page().condition().where();
        var preferred = inquiry.where() instanceof Where.In ? inquiry.where() : page;
        var region = preferred instanceof Where.In(var in) && service.runsIn(in) ? in : service.primaryRegion();
        return Machine.all(service, region);
    }

    /** Whether the command runs on a host of the service, rather than on the console about it. */
    private static boolean isLoggedIn(Inquiry inquiry, CommandLine line, Machine here) {
        var asked = Terminal.asked(line);
        if (asked.isEmpty() || asked.get().onHost()) {
            return true;
        }
        var fleet = new Fleet(inquiry.system());
        var named = asked.get().names().stream()
                .flatMap(name -> fleet.service(name).map(Service::id).stream())
                .toList();
        return !inquiry.interpretation().targets().isEmpty() && !isOnly(named, here.id());
    }

    private static boolean isOnly(List<ServiceId> named, ServiceId here) {
        return named.contains(here);
    }
}
