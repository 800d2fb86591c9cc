package mayday.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mayday.incident.ActionMenu;
import mayday.incident.Understanding.Argument;
import mayday.incident.Understanding.Offer;
import mayday.scenario.Action;
import mayday.scenario.ActionKind;
import mayday.scenario.Client;
import mayday.scenario.Job;
import mayday.scenario.Scenario;
import mayday.scenario.ServiceKind;

/**
 * Understands which action of a scenario's menu an order means, and what is to be filled in: {@code turn off inline recs}, {@code move
 * traffic out of eu}. Nothing is done; the learner confirms. An order for what the menu has not got is offered as nothing in particular.
 */
final class Orders {
    /** From here on so much of a name is said that it is meant. */
    private static final double ENOUGH = 0.5;

    private static final Pattern OPENERS = Pattern.compile(
            "^(?:(?:please|just|ok|okay|now|then|and|so|quickly|go ahead and|let us|let's|lets|i want to|i would like to|i'd like to|we should|we need to|we could|can we|can you|could we|could you|should we|shall we|time to|try to|maybe|also) )+");

    /** How orders for a scenario's own actions begin, beside the verb of the action's title. */
    private static final Pattern IMPERATIVE = Pattern.compile(
            "^(?:restore|revert|put|undo|fix|re-?enter|enter|run|start|stop|do|apply|add|remove|delete|replay|pause|resume|turn|switch|move|purge|flush|clear|replace|rebuild|refresh|delegate|reset|roll|block|force|re-?sync|repair|re-?create|re-?issue) ");

    private final Scenario scenario;
    private final List<ActionMenu.Item> menu;
    private final People people;
    private final Rules rules;

    Orders(Scenario scenario, Names names, Rules rules) {
        this.scenario = scenario;
        this.menu = ActionMenu.of(scenario).items();
        this.people = new People(scenario.system(), names);
        this.rules = rules;
    }

    /** What an order says. */
    private record Said(String text, Set<String> words, Mentions mentions) {
        boolean matches(Pattern pattern) {
            return pattern.matcher(text).find();
        }
    }

    /**
     * What {@code plain} orders if it plainly does: it begins with the verb of an action of this scenario, or of paging somebody or
     * posting an update, and names what it is about.
     */
    Optional<Offer> plainly(String plain, Mentions mentions) {
        var said = said(plain, mentions);
        if (rules.questionWords().matches(said.text()) || rules.noOrders().matches(said.text())) {
            return Optional.empty();
        }
        return people.order(said.text(), mentions)
                .or(() -> Waiting.order(said.text()))
                .or(() -> own(said, true))
                .or(() -> kind(said, true)
                        .filter(Verbs::isTelling)
                        .map(kind -> offer(kind, said).orElse(Offer.NONE)));
    }

    /** What an order that is known to be one most likely means. */
    Offer meant(String plain, Mentions mentions) {
        var said = said(plain, mentions);
        return people.order(said.text(), mentions)
                .or(() -> Waiting.order(said.text()))
                .or(() -> own(said, false))
                .or(() -> kind(said, false).flatMap(kind -> offer(kind, said)))
                .orElse(new Offer("", "", Offers.target(mentions)));
    }

    private Said said(String plain, Mentions mentions) {
        var bare =
                plain.replaceAll("[?!.,;]+(?= |$)", " ").replaceAll(" +", " ").strip();
        var text = rules.orderOpeners().takenOff(OPENERS.matcher(bare).replaceFirst(""));
        return new Said(text, NameWords.of(text), mentions);
    }

    /** An own action of whose title enough is said, or its verb and something of it. */
    private Optional<Offer> own(Said said, boolean onlyVerbFirst) {
        return menu.stream()
                .filter(item -> item.kind() == ActionKind.OWN)
                .filter(item -> share(said, item) >= ENOUGH || (share(said, item) > 0 && beginsWithItsVerb(said, item)))
                .filter(item -> !onlyVerbFirst || beginsWithItsVerb(said, item) || said.matches(IMPERATIVE))
                .max(Comparator.comparingDouble(item -> share(said, item)))
                .map(item -> new Offer(item.id(), "", targetOf(item, said), arguments(item, said)));
    }

    private static double share(Said said, ActionMenu.Item item) {
        return Math.max(NameWords.share(said.words(), item.title()), NameWords.share(said.words(), item.id()));
    }

    private static boolean beginsWithItsVerb(Said said, ActionMenu.Item item) {
        return said.text().startsWith(item.title().toLowerCase(Locale.ROOT).split(" ")[0] + " ");
    }

    /** The kind whose words are said; with {@code ofAny} also one that this menu has not got. */
    private Optional<ActionKind> kind(Said said, boolean ofAny) {
        var hosts = !said.mentions().hosts().isEmpty();
        for (var sign : Verbs.SIGNS) {
            if (said.matches(sign.words())
                    && (!sign.needsHost() || hosts)
                    && (ofAny || isOnTheMenu(sign.kind()))
                    && isNamed(sign.kind(), said)) {
                return Optional.of(sign.kind());
            }
        }
        return Optional.empty();
    }

    private boolean isOnTheMenu(ActionKind kind) {
        return menu.stream().anyMatch(item -> item.kind() == kind);
    }

    /** Verbs such as "stop" and "block" say which action is meant only with what they are about. */
    private boolean isNamed(ActionKind kind, Said said) {
        return switch (kind) {
            case STOP_JOB -> said.matches(Verbs.JOB) || isJobNamed(said);
            case BLOCK_CLIENT, UNBLOCK_CLIENT ->
                said.matches(Verbs.CLIENT) || client(said).isPresent();
            case FREEZE_AUTOMATION, UNFREEZE_AUTOMATION ->
                said.matches(Verbs.AUTOMATION) || automation(said).isPresent();
            case SET_FLAG -> said.matches(Verbs.FLAG) || isFlagNamed(said);
            case DRAIN_REGION, RETURN_REGION -> !said.mentions().regions().isEmpty() || said.matches(Verbs.TRAFFIC);
            case ROLL_BACK,
                    REVERT_CONFIG,
                    SCALE,
                    RESTART,
                    SHED_LOAD,
                    FAIL_OVER,
                    FLUSH_CACHE,
                    FLUSH_DNS,
                    RENEW_CERTIFICATE,
                    KILL_QUERY,
                    TAKE_OUT_HOST,
                    RETURN_HOST,
                    RESTART_HOST,
                    OWN -> true;
            case USE_RESOLVER -> isResolverNamed(said);
        };
    }

    /** Of a job at least as much of the name is said as of any flag. */
    private boolean isJobNamed(Said said) {
        var ofFlag = flag(said).map(flag -> NameWords.share(said.words(), flag)).orElse(0.0);
        return job(said)
                .map(job -> NameWords.share(said.words(), job.name()))
                .filter(share -> share >= ENOUGH && share > ofFlag)
                .isPresent();
    }

    private static boolean isResolverNamed(Said said) {
        return said.matches(Verbs.RESOLVER)
                || said.mentions().services().stream().anyMatch(service -> service.kind() == ServiceKind.RESOLVER);
    }

    /** To turn something off is about a flag sooner than to kill or to roll back something of the same name. */
    private boolean isFlagNamed(Said said) {
        var least = said.matches(Verbs.ON_OFF) ? ENOUGH : 1;
        return flag(said)
                .filter(flag -> NameWords.share(said.words(), flag) >= least)
                .filter(flag -> least < 1 || NameWords.of(flag).size() > 1)
                .isPresent();
    }

    private Optional<Offer> offer(ActionKind kind, Said said) {
        return menu.stream()
                .filter(item -> item.kind() == kind)
                .findFirst()
                .map(item -> new Offer(item.id(), "", targetOf(item, said), arguments(item, said)));
    }

    private String targetOf(ActionMenu.Item item, Said said) {
        var named = switch (item.kind()) {
            case STOP_JOB -> job(said).map(Job::name);
            case BLOCK_CLIENT, UNBLOCK_CLIENT ->
                client(said).map(client -> client.id().value());
            case FREEZE_AUTOMATION, UNFREEZE_AUTOMATION -> automation(said);
            case SET_FLAG -> flag(said);
            case OWN -> NameWords.meant(said.words(), item.targets(), List::of).or(() -> service(item, said));
            case DRAIN_REGION, RETURN_REGION ->
                said.mentions().regions().stream().findFirst().map(Object::toString);
            case ROLL_BACK,
                    REVERT_CONFIG,
                    SCALE,
                    RESTART,
                    SHED_LOAD,
                    FAIL_OVER,
                    FLUSH_CACHE,
                    FLUSH_DNS,
                    RENEW_CERTIFICATE,
                    KILL_QUERY,
                    TAKE_OUT_HOST,
                    RETURN_HOST,
                    RESTART_HOST,
                    USE_RESOLVER -> service(item, said);
        };
        return named.filter(item.targets()::contains)
                .orElse(item.targets().size() == 1 ? item.targets().getFirst() : "");
    }

    /** The service that is named, else the one store of the right sort that it uses. */
    private Optional<String> service(ActionMenu.Item item, Said said) {
        var named = Stream.concat(
                        said.mentions().services().stream().map(service -> service.id()),
                        said.mentions().hosts().stream()
                                .map(host -> host.service().id()))
                .toList();
        var fitting = named.stream()
                .map(Object::toString)
                .filter(item.targets()::contains)
                .findFirst();
        if (fitting.isPresent()) {
            return fitting;
        }
        var used = named.stream()
                .flatMap(service -> scenario.system().dependenciesOf(service).stream())
                .map(dependency -> dependency.to().value())
                .filter(item.targets()::contains)
                .distinct()
                .toList();
        return used.size() == 1 ? Optional.of(used.getFirst()) : Optional.empty();
    }

    private Optional<Job> job(Said said) {
        return NameWords.meant(said.words(), scenario.system().jobs(), job -> List.of(job.name(), job.what()));
    }

    private Optional<Client> client(Said said) {
        return NameWords.meant(
                said.words(),
                scenario.particulars().clients(),
                client -> List.of(client.id().value(), client.title()));
    }

    private Optional<String> automation(Said said) {
        var automations = targets(ActionKind.FREEZE_AUTOMATION);
        var titles = scenario.particulars().agents();
        return NameWords.meant(
                said.words(),
                automations,
                id -> Stream.concat(
                                Stream.of(id),
                                titles.stream()
                                        .filter(agent -> agent.id().value().equals(id))
                                        .map(agent -> agent.title()))
                        .toList());
    }

    private Optional<String> flag(Said said) {
        return NameWords.meant(said.words(), targets(ActionKind.SET_FLAG), List::of);
    }

    private List<String> targets(ActionKind kind) {
        return menu.stream()
                .filter(item -> item.kind() == kind)
                .findFirst()
                .map(ActionMenu.Item::targets)
                .orElse(List.of());
    }

    private List<Argument> arguments(ActionMenu.Item item, Said said) {
        var arguments = new ArrayList<Argument>();
        for (var argument : item.arguments()) {
            value(argument, said).ifPresent(value -> arguments.add(new Argument(argument.name(), value)));
        }
        return arguments.subList(0, Math.min(arguments.size(), Offer.MOST_ARGUMENTS));
    }

    private static Optional<String> value(ActionMenu.Argument argument, Said said) {
        return switch (argument) {
            case ActionMenu.Argument.Choice(var name, var choices, var _) -> choice(name, choices, said);
            case ActionMenu.Argument.Whole(var name, var least, var most, var _) ->
                number(name, said)
                        .filter(number -> number >= least && number <= most)
                        .map(Object::toString);
        };
    }

    private static Optional<String> choice(String name, List<String> choices, Said said) {
        return switch (name) {
            case "region" ->
                said.mentions().regions().size() == 1
                        ? Optional.of(said.mentions().regions().getFirst().value())
                                .filter(choices::contains)
                        : Optional.empty();
            case "on" -> Optional.of(said.matches(Verbs.ON) ? "true" : "false");
            case "resolver" -> {
                var named = said.mentions().services().stream()
                        .map(service -> service.id().value())
                        .filter(choices::contains)
                        .findFirst();
                yield named.or(() -> said.matches(Verbs.OTHER) ? another(choices) : Optional.empty());
            }
            default -> choices.stream().filter(said.text()::contains).findFirst();
        };
    }

    /** The last of our own resolvers, as the menu has it; past the only one. */
    private static Optional<String> another(List<String> resolvers) {
        var bypass = Action.UseResolver.BYPASS.value();
        return resolvers.reversed().stream()
                .filter(each -> !each.equals(bypass))
                .findFirst()
                .filter(_ -> resolvers.size() > 2)
                .or(() -> resolvers.stream().filter(bypass::equals).findFirst());
    }

    private static Optional<Integer> number(String name, Said said) {
        if (name.equals("host")) {
            return said.mentions().hosts().stream().map(Piece.OfHost::number).findFirst();
        }
        var found = (name.equals("percent") ? Verbs.PERCENT : Verbs.NUMBER).matcher(said.text());
        return found.find() ? Optional.of(Integer.parseInt(found.group(1))) : Optional.empty();
    }
}
