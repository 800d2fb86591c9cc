package mayday.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mayday.scenario.Audience;
import mayday.scenario.FaultClass;
import mayday.scenario.Person;
import mayday.scenario.Person.Wanted;

/** What becomes of something that the learner tells people: whom it answers, and whether it was true. */
final class Statements {
    private Statements() {}

    /** An update is posted; it answers everybody who reads it and is told by it what they wanted. */
    static void post(Progress progress, Command.PostUpdate update, Instant at) {
        var text = update.text().strip();
        var claims = claims(progress.incident(), update.claims(), text, at);
        progress.emit(at, new Event.UpdatePosted(update.audience(), text, update.by()));
        judge(progress, claims, at);
        for (var message : progress.incident().people().open()) {
            var wanted =
                    message.asks().stream().map(ReceivedMessage.Asked::wanted).toList();
            if (reads(kind(progress.incident(), message), update.audience())
                    && given(claims).containsAll(wanted)) {
                progress.emit(
                        at,
                        new Event.MessageAnswered(
                                message.id(), update.by(), Event.MessageAnswered.Way.UPDATE, "", wanted));
            }
        }
    }

    /** A reply answers the one message, whether or not it says what was wanted. */
    static void reply(Progress progress, Command.Reply reply, Instant at) {
        var text = reply.text().strip();
        var incident = progress.incident();
        var claims = claims(incident, reply.claims(), text, at);
        var given = given(claims);
        var gives = incident.people().message(reply.message()).orElseThrow().asks().stream()
                .map(ReceivedMessage.Asked::wanted)
                .filter(given::contains)
                .toList();
        progress.emit(
                at,
                new Event.MessageAnswered(reply.message(), reply.by(), Event.MessageAnswered.Way.REPLY, text, gives));
        judge(progress, claims, at);
    }

    /** What was chosen, and what the words say beside it. */
    private static List<Claim> claims(Incident incident, List<Claim> chosen, String text, Instant at) {
        var claims = new LinkedHashSet<>(chosen);
        for (var said : ClaimWords.in(text, incident.scenario(), at)) {
            if (claims.stream().noneMatch(each -> each.getClass() == said.getClass())) {
                claims.add(said);
            }
        }
        return List.copyOf(claims);
    }

    private static void judge(Progress progress, List<Claim> claims, Instant at) {
        if (claims.isEmpty()) {
            return;
        }
        var incident = progress.incident();
        var judged = new ArrayList<JudgedClaim>();
        for (var claim : claims) {
            judged.add(new JudgedClaim(claim, truth(incident, claim, at)));
        }
        progress.emit(at, new Event.ClaimsJudged(incident.version(), judged));
    }

    private static JudgedClaim.Truth truth(Incident incident, Claim claim, Instant at) {
        return switch (claim) {
            case Claim.Fixed() ->
                incident.impact() instanceof Impact.Ended
                        ? JudgedClaim.Truth.TRUE
                        : calm(incident, at) ? JudgedClaim.Truth.TOO_EARLY : JudgedClaim.Truth.FALSE;
            case Claim.NoImpact() -> truth(calm(incident, at));
            case Claim.CustomersHurt() -> truth(!calm(incident, at));
            case Claim.RootCause cause -> truth(isTrue(incident, cause));
            case Claim.Eta _, Claim.NextUpdate _ -> JudgedClaim.Truth.OPEN;
        };
    }

    private static JudgedClaim.Truth truth(boolean holds) {
        return holds ? JudgedClaim.Truth.TRUE : JudgedClaim.Truth.FALSE;
    }

    /** Whether customers are not hurt at this moment, however short a time that has been so. */
    private static boolean calm(Incident incident, Instant at) {
        return Conditions.holdsNow(incident, incident.scenario().mitigated(), at);
    }

    private static boolean isTrue(Incident incident, Claim.RootCause claim) {
        var fault = incident.cause().fault();
        var classFits = claim.faultClass() == FaultClass.OTHER || claim.faultClass() == fault.faultClass();
        var targetFits =
                claim.target().isEmpty() || claim.target().equals(fault.target().value());
        return classFits && targetFits;
    }

    /** What somebody is told by these claims; news are anything that is said. */
    private static Set<Wanted> given(List<Claim> claims) {
        var given = EnumSet.of(Wanted.NEWS);
        for (var claim : claims) {
            switch (claim) {
                case Claim.Fixed(), Claim.Eta _ -> given.add(Wanted.ETA);
                case Claim.NoImpact(), Claim.CustomersHurt() -> given.add(Wanted.IMPACT);
                case Claim.RootCause _ -> given.add(Wanted.CAUSE);
                case Claim.NextUpdate _ -> {
                    // A promise of news is no news yet.
                }
            }
        }
        return given;
    }

    private static Person.Kind kind(Incident incident, ReceivedMessage message) {
        return incident.scenario().organisation().people().stream()
                .filter(person -> person.id().equals(message.person()))
                .map(Person::kind)
                .findFirst()
                .orElse(Person.Kind.COLLEAGUE);
    }

    private static boolean reads(Person.Kind kind, Audience audience) {
        return switch (kind) {
            case MANAGER -> audience == Audience.STAKEHOLDERS;
            case SUPPORT -> audience == Audience.STAKEHOLDERS || audience == Audience.STATUS_PAGE;
            case VENDOR, CUSTOMER -> audience == Audience.STATUS_PAGE;
            case COLLEAGUE -> audience == Audience.CHANNEL;
        };
    }
}
