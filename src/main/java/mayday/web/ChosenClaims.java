package mayday.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.incident.Claim;
import mayday.scenario.FaultClass;
import mayday.scenario.Words;

/** What an update or a reply says, as it was chosen in a form or in the API: fields by name, each of which may be left out. */
final class ChosenClaims {
    static final List<String> FIELDS = List.of(
            "fixed", "noImpact", "customersHurt", "etaMinutes", "nextUpdateMinutes", "faultClass", "causeTarget");
    static final int MOST_MINUTES = 480;

    private final Map<String, String> fields;
    private final Instant now;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Failure.Place> mistakes = new ArrayList<>();

    private ChosenClaims(Map<String, String> fields, Instant now) {
        this.fields = fields;
        this.now = now;
    }

    static ChosenClaims of(Map<String, String> fields, Instant now) {
        var chosen = new ChosenClaims(fields, now);
        chosen.read();
        return chosen;
    }

    List<Claim> claims() {
        return List.copyOf(claims);
    }

    /** What is wrong, by field. */
    List<Failure.Place> mistakes() {
        return List.copyOf(mistakes);
    }

    private void read() {
        fields.keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> wrong(name, "is not something to claim; there are " + String.join(", ", FIELDS)));
        if (isSaid("fixed")) {
            claims.add(new Claim.Fixed());
        }
        if (isSaid("noImpact")) {
            claims.add(new Claim.NoImpact());
        }
        if (isSaid("customersHurt")) {
            claims.add(new Claim.CustomersHurt());
        }
        if (isSaid("noImpact") && isSaid("customersHurt")) {
            wrong("noImpact", "contradicts that customers are hurt");
        }
        minutes("etaMinutes").map(Claim.Eta::new).ifPresent(claims::add);
        minutes("nextUpdateMinutes").map(Claim.NextUpdate::new).ifPresent(claims::add);
        cause();
    }

    private boolean isSaid(String name) {
        var said = value(name);
        if (!said.isEmpty() && !said.equals("true") && !said.equals("false")) {
            wrong(name, "must be true or false");
        }
        return said.equals("true");
    }

    private Optional<Instant> minutes(String name) {
        var said = value(name);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        if (!said.matches("[0-9]{1,3}") || Integer.parseInt(said) < 1 || Integer.parseInt(said) > MOST_MINUTES) {
            wrong(name, "must be a whole number of minutes from 1 to " + MOST_MINUTES);
            return Optional.empty();
        }
        return Optional.of(now.plus(Duration.ofMinutes(Integer.parseInt(said))));
    }

    private void cause() {
        var word = value("faultClass");
        var target = value("causeTarget");
        var faultClass = Words.parse(FaultClass.class, word);
        if (!word.isEmpty() && faultClass.isEmpty()) {
            wrong("faultClass", "is no kind of fault");
        } else if (!word.isEmpty() || !target.isEmpty()) {
            claims.add(new Claim.RootCause(faultClass.orElse(FaultClass.OTHER), target));
        }
    }

    private String value(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    private void wrong(String name, String detail) {
        mistakes.add(new Failure.Place(name, detail));
    }
}
