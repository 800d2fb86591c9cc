package mayday.terminal;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import mayday.terminal.CommandLine.Stage;

/** The programs that make of lines other lines: what stands behind a pipe. */
final class TextFilters {
    private static final Set<String> GREPS = Set.of("grep", "egrep", "fgrep", "zgrep", "rg");
    private static final Set<String> UNCHANGING = Set.of("cat", "less", "more", "tee", "column", "jq", "most", "bat");
    private static final Pattern PRINTS =
            Pattern.compile("^(?:/([^/]+)/ *)?(?:NR ?> ?1 *)?\\{ *print ([$0-9, NF]+?);? *}$");
    private static final Pattern FIELD = Pattern.compile("\\$(\\d+|NF)");
    private static final int MOST_FIELDS = 12;

    private TextFilters() {}

    static boolean isGrep(Stage stage) {
        return GREPS.contains(stage.program());
    }

    static boolean isCount(Stage stage) {
        return stage.program().equals("wc") && stage.arguments().has("-l");
    }

    static boolean counts(Stage stage) {
        return isGrep(stage) && stage.arguments().has("-c", "--count");
    }

    /** Which lines a grep wants; nothing if its expression is none. */
    static Optional<Predicate<String>> wanted(Stage stage) {
        return LinePattern.of(stage.program(), stage.arguments());
    }

    /** What the stage makes of the lines; nothing if it is none of the filters, or is asked something that it cannot do. */
    static Optional<List<String>> apply(List<String> lines, Stage stage) {
        var arguments = stage.arguments();
        if (isGrep(stage)) {
            return grep(lines, stage, arguments);
        }
        if (UNCHANGING.contains(stage.program())) {
            return Optional.of(lines);
        }
        return switch (stage.program()) {
            case "head" -> Optional.of(lines.subList(0, Math.min(lines.size(), count(arguments))));
            case "tail" -> Optional.of(lines.subList(Math.max(0, lines.size() - count(arguments)), lines.size()));
            case "wc" -> Optional.of(wc(lines, arguments));
            case "sort" -> Optional.of(sort(lines, arguments));
            case "uniq" -> Optional.of(uniq(lines, arguments));
            case "cut" -> cut(lines, arguments);
            case "awk", "gawk" -> awk(lines, arguments);
            default -> Certificates.x509(lines, stage);
        };
    }

    /** {@code -n 5}, {@code -5} or ten. */
    private static int count(Arguments arguments) {
        for (var word : arguments.words()) {
            if (word.matches("-\\d+")) {
                return Arguments.number(word, 10, 0, Terminal.MOST_LINES);
            }
        }
        return arguments.number(10, 0, Terminal.MOST_LINES, "-n", "--lines");
    }

    private static Optional<List<String>> grep(List<String> lines, Stage stage, Arguments arguments) {
        var wanted = wanted(stage);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        int around = arguments.number(0, 0, 20, "-C");
        int after = arguments.number(around, 0, 20, "-A");
        int before = arguments.number(around, 0, 20, "-B");
        var kept = new ArrayList<String>();
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (wanted.get().test(lines.get(i))) {
                for (int j = Math.max(last + 1, i - before); j <= Math.min(lines.size() - 1, i + after); j++) {
                    kept.add(lines.get(j));
                    last = j;
                }
            }
        }
        return Optional.of(counts(stage) ? List.of(Integer.toString(kept.size())) : kept);
    }

    private static List<String> wc(List<String> lines, Arguments arguments) {
        if (arguments.has("-l")) {
            return List.of(Integer.toString(lines.size()));
        }
        long words = lines.stream()
                .mapToLong(line -> line.isBlank() ? 0 : line.strip().split(" +").length)
                .sum();
        long characters = lines.stream().mapToLong(line -> line.length() + 1L).sum();
        return List.of("%7d %7d %7d".formatted(lines.size(), words, characters));
    }

    private static List<String> sort(List<String> lines, Arguments arguments) {
        var key = arguments.number(0, 0, MOST_FIELDS, "-k");
        Comparator<String> order = arguments.has("-n", "-g", "-h")
                ? Comparator.comparingDouble(line -> leading(field(line, key)))
                : Comparator.comparing(line -> field(line, key));
        var sorted =
                new ArrayList<>(arguments.has("-u") ? lines.stream().distinct().toList() : lines);
        Collections.sort(sorted, arguments.has("-r") ? order.reversed() : order);
        return sorted;
    }

    private static String field(String line, int key) {
        var fields = line.strip().split("\\s+");
        return key == 0 ? line : key <= fields.length ? fields[key - 1] : "";
    }

    private static double leading(String text) {
        var number = text.strip().replaceFirst("^([0-9.]+).*$", "$1");
        return number.matches("\\d{1,15}(\\.\\d{1,9})?") ? Double.parseDouble(number) : 0;
    }

    private static List<String> uniq(List<String> lines, Arguments arguments) {
        var runs = new ArrayList<String>();
        int same = 0;
        for (int i = 0; i < lines.size(); i++) {
            same++;
            if (i + 1 == lines.size() || !lines.get(i).equals(lines.get(i + 1))) {
                runs.add(arguments.has("-c") ? "%7d %s".formatted(same, lines.get(i)) : lines.get(i));
                same = 0;
            }
        }
        return runs;
    }

    private static Optional<List<String>> cut(List<String> lines, Arguments arguments) {
        var field = arguments.number(0, 0, MOST_FIELDS, "-f");
        if (field == 0) {
            return Optional.empty();
        }
        var delimiter = java.util.regex.Pattern.quote(arguments.value("-d").orElse("\t"));
        return Optional.of(lines.stream()
                .map(line -> line.split(delimiter, -1))
                .map(fields -> field <= fields.length ? fields[field - 1] : "")
                .toList());
    }

    /** {@code awk '/x/ {print $1, $NF}'}: the one kind of it that is typed at three in the morning. */
    private static Optional<List<String>> awk(List<String> lines, Arguments arguments) {
        var program = arguments.operands("-F").stream().findFirst().orElse("");
        var prints = PRINTS.matcher(program.strip());
        if (!prints.matches()) {
            return Optional.empty();
        }
        var only = prints.group(1) == null ? "" : prints.group(1);
        var wanted = LinePattern.compile(only, false);
        var separator =
                arguments.value("-F").map(java.util.regex.Pattern::quote).orElse("\\s+");
        var skipped = program.contains("NR") && !lines.isEmpty() ? lines.subList(1, lines.size()) : lines;
        return wanted.map(passes -> skipped.stream()
                .filter(passes)
                .map(line -> printed(line, prints.group(2), separator))
                .toList());
    }

    private static String printed(String line, String expression, String separator) {
        var fields = line.strip().split(separator);
        var wanted = FIELD.matcher(expression);
        var cells = new ArrayList<String>();
        while (wanted.find() && cells.size() < MOST_FIELDS) {
            int number = wanted.group(1).equals("NF") ? fields.length : Arguments.number(wanted.group(1), 0, 0, 999);
            cells.add(number == 0 ? line : number <= fields.length ? fields[number - 1] : "");
        }
        return cells.isEmpty() ? line : String.join(" ", cells);
    }
}
