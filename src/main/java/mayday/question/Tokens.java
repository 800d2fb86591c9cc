package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Cuts plain text into words and marks, writes abbreviations out and mends spelling. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("[a-z0-9]+(?:['._:@%-]+[a-z0-9]+)*|%|[?!.,;:&+/]");
    private static final Pattern IP_ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern VERSION =
            Pattern.compile("(?:v\\d+\\.\\d+|\\d+\\.\\d+\\.\\d+)(\\.\\d+)*(-[a-z0-9.]+)?");
    private static final List<String> SLASHED = List.of("a/b", "i/o", "ci/cd", "pub/sub", "req/s", "w/o", "n/a");
    private final Map<String, String> abbreviations;
    private final Spelling spelling;

    Tokens(Map<String, String> abbreviations, Spelling spelling) {
        this.abbreviations = Map.copyOf(abbreviations);
        this.spelling = spelling;
    }

    /** The tokens of {@code plain} in order; every mark is a token of its own. */
    List<String> of(String plain) {
        var text = plain;
        for (var slashed : SLASHED) {
            text = text.replace(slashed, slashed.replace("/", ""));
        }
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            addTo(tokens, matcher.group());
        }
        return tokens;
    }

    private void addTo(List<String> tokens, String raw) {
        var token = raw;
        if (abbreviations.containsKey(token)) {
            tokens.addAll(List.of(abbreviations.getOrDefault(token, token).split(" ")));
            return;
        }
        if (token.endsWith("'s")) {
            token = token.substring(0, token.length() - 2);
        }
        if (IP_ADDRESS.matcher(token).matches()) {
            tokens.add("address");
        } else if (VERSION.matcher(token).matches()) {
            tokens.add("version");
        } else if (token.contains("-")) {
            tokens.add(mendedParts(token));
        } else {
            tokens.addAll(List.of(abbreviations
                    .getOrDefault(token, spelling.mended(token.replace("'", "")))
                    .split(" ")));
        }
    }

    private String mendedParts(String hyphenated) {
        var parts = new ArrayList<String>();
        for (var part : hyphenated.split("-")) {
            parts.add(spelling.mended(part).replace(" ", ""));
        }
        return String.join("-", parts);
    }
}
