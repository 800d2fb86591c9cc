package mayday.question;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mayday.incident.Understanding;
import mayday.incident.Understanding.Offer;
import mayday.scenario.Audience;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Words;

/** Understands orders that concern people rather than the system: to page a team, to post an update, to declare a severity. */
final class People {
    private static final Pattern PAGE = Pattern.compile(
            "^(?:page|wake(?: up)?|call(?: in)?|phone|summon|contact|bring in|loop in|involve|escalate(?: (?:this|it))?(?: to)?|ask for help from)\\b(.*)$");
    private static final Pattern ESCALATE =
            Pattern.compile("^(?:escalate\\b|page (?:someone|somebody|the on-?call|whoever)\\b)");
    private static final Pattern UPDATE = Pattern.compile(
            "^(?:post|send|write|publish|share|put (?:out|up)|draft|give) (?:out )?(?:an?|the|another|this|our|some|status|customers?|stakeholders?|management|everyone)? ?(?:\\w+ )?updates?\\b"
                    + "|^update (?:the |our )?(?:status ?page|stakeholders?|customers?|channel|management|leadership|support)\\b"
                    + "|^(?:inform|notify|tell) (?:the |our )?(?:customers?|stakeholders?|management|leadership|support|channel|everyone|everybody|execs?)\\b"
                    + "|^(?:post|write|publish|send)\\b.*\\b(?:on|to) (?:the )?(?:status ?page|channel|stakeholders)\\b");
    private static final Pattern TO_CUSTOMERS = Pattern.compile("\\bstatus ?page|\\bcustomers?\\b|\\bpublic(?:ly)?\\b");
    private static final Pattern TO_STAKEHOLDERS = Pattern.compile(
            "\\bstakeholders?\\b|\\bmanagement\\b|\\bleadership\\b|\\bexec\\w*\\b|\\bsupport\\b|\\bboss\\b");
    private static final Pattern SEVERITY = Pattern.compile(
            "^(?:declare|raise|lower|set|make|call|upgrade|downgrade|bump)\\b.*\\bsev(?:erity)?(?: to| as)?[ -]?([1-4])?\\b|^declare (?:an? |the )?(?:major )?incident\\b");

    private static final int LONGEST_TEAM = 3;

    private final SimulatedSystem system;
    private final Names names;

    People(SimulatedSystem system, Names names) {
        this.system = system;
        this.names = names;
    }

    /** What {@code order}, without what stands before its verb, orders of people; nothing if it concerns none. */
    Optional<Offer> order(String order, Mentions mentions) {
        if (UPDATE.matcher(order).find()) {
            return Optional.of(new Offer(Understanding.POST_UPDATE, "", Words.kebab(audience(order))));
        }
        var severity = SEVERITY.matcher(order);
        if (severity.find()) {
            var number = severity.group(1);
            return Optional.of(new Offer(Understanding.DECLARE_SEVERITY, "", number == null ? "" : "SEV" + number));
        }
        var page = PAGE.matcher(order);
        if (page.find()) {
            var team = team(page.group(1), mentions);
            if (team.isPresent()) {
                return Optional.of(new Offer(Understanding.ESCALATE, "", team.get()));
            }
        }
        return ESCALATE.matcher(order).find()
                ? Optional.of(new Offer(Understanding.ESCALATE, "", ""))
                : Optional.empty();
    }

    private static Audience audience(String order) {
        return TO_CUSTOMERS.matcher(order).find()
                ? Audience.STATUS_PAGE
                : TO_STAKEHOLDERS.matcher(order).find() ? Audience.STAKEHOLDERS : Audience.CHANNEL;
    }

    /** The team that is named, in whatever way, else whoever owns the service that is; nothing where the rest says something else. */
    private Optional<String> team(String rest, Mentions mentions) {
        if (!mentions.teams().isEmpty()) {
            return Optional.of(mentions.teams().getFirst().team().id().value());
        }
        var words = List.of(rest.strip()
                .replaceAll(
                        "\\b(?:the|our|team|on-?call|people|folks|guys|engineers?|owners?|owns|whoever|who|of|for|please|now|up|in|line|someone|somebody|from|to)\\b",
                        " ")
                .strip()
                .split(" +"));
        if (words.size() <= LONGEST_TEAM) {
            var key = Names.key(String.join("", words));
            var team = names.team(key).stream()
                    .findFirst()
                    .or(() -> names.team(NameWords.singular(key)).stream().findFirst());
            if (team.isPresent()) {
                return Optional.of(team.get().id().value());
            }
        }
        var service = names.services(Names.key(String.join("", words)));
        return service.size() == 1
                ? Optional.of(system.service(service.getFirst().id()).owner().value())
                : Optional.empty();
    }
}
