package mayday.question;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mayday.incident.ActionMenu;
import mayday.incident.Understanding.Offer;
import mayday.scenario.ActionKind;
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
    private final OrderedThings things;
    private final People people;
    private final Rules rules;

    Orders(Scenario scenario, Names names, Rules rules) {
        this.scenario = scenario;
        this.menu = ActionMenu.of(scenario).items();
        this.things = new OrderedThings(scenario, menu);
        this.people = new People(scenario.system(), names);
        this.rules = rules;
    }

    /** What an order says. */
    record Said(String text, Set<String> words, Mentions mentions) {
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
                .map(item -> new Offer(item.id(), "", targetOf(item, said), OrderArguments.of(item, said)));
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
                said.matches(Verbs.CLIENT) || things.client(said).isPresent();
            case FREEZE_AUTOMATION, UNFREEZE_AUTOMATION ->
                said.matches(Verbs.AUTOMATION) || things.automation(said).isPresent();
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
        var ofFlag = things.flag(said)
                .map(flag -> NameWords.share(said.words(), flag))
                .orElse(0.0);
        return things.job(said)
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
        return things.flag(said)
                .filter(flag -> NameWords.share(said.words(), flag) >= least)
                .filter(flag -> least < 1 || NameWords.of(flag).size() > 1)
                .isPresent();
    }

    private Optional<Offer> offer(ActionKind kind, Said said) {
        return menu.stream()
                .filter(item -> item.kind() == kind)
                .findFirst()
                .map(item -> new Offer(item.id(), "", targetOf(item, said), OrderArguments.of(item, said)));
    }

    private String targetOf(ActionMenu.Item item, Said said) {
        var named = switch (item.kind()) {
            case STOP_JOB -> things.job(said).map(Job::name);
            case BLOCK_CLIENT, UNBLOCK_CLIENT ->
                things.client(said).map(client -> client.id().value());
            case FREEZE_AUTOMATION, UNFREEZE_AUTOMATION -> things.automation(said);
            case SET_FLAG -> things.flag(said);
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
}
