package mayday.web.view;

import java.util.List;
import mayday.studio.Differences;

/**
 * A line of a difference.
 *
 * @param look {@code same}, {@code add}, {@code del} or {@code gap}
 */
public record DiffLine(String look, String text) {

    /** A file that differs. */
    public record InFile(String path, List<DiffLine> lines) {
        public InFile {
            lines = List.copyOf(lines);
        }
    }

    public static List<DiffLine> of(List<Differences.Line> lines) {
        return lines.stream().map(DiffLine::of).toList();
    }

    public static List<InFile> ofFiles(List<Differences.File> files) {
        return files.stream()
                .map(file -> new InFile(file.path(), of(file.lines())))
                .toList();
    }

    private static DiffLine of(Differences.Line line) {
        return new DiffLine(
                switch (line.kind()) {
                    case SAME -> "same";
                    case ADDED -> "add";
                    case REMOVED -> "del";
                    case GAP -> "gap";
                },
                line.text());
    }

    public String sign() {
        return switch (look) {
            case "add" -> "+";
            case "del" -> "−";
            case "gap" -> "…";
            default -> " ";
        };
    }

    /** What a reader hears of the sign. */
    public String spoken() {
        return look.equals("add") ? "added: " : look.equals("del") ? "removed: " : "";
    }
}
