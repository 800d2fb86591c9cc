package mayday.terminal;

import java.util.ArrayList;
import java.util.List;

/** Rows as the clients of databases print them. */
record SqlTable(List<String> columns, List<List<String>> rows) {
    SqlTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    private int[] widths() {
        var widths = columns.stream().mapToInt(String::length).toArray();
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    /** As {@code mysql}: boxes of dashes, numbers to the right. */
    List<String> mysql() {
        if (rows.isEmpty()) {
            return List.of("Empty set (0.00 sec)");
        }
        var widths = widths();
        var rule = new StringBuilder("+");
        for (int width : widths) {
            rule.append("-".repeat(width + 2)).append('+');
        }
        var lines = new ArrayList<String>();
        lines.add(rule.toString());
        lines.add(row(columns, widths, "| ", " | ", " |", false));
        lines.add(rule.toString());
        rows.forEach(row -> lines.add(row(row, widths, "| ", " | ", " |", true)));
        lines.add(rule.toString());
        lines.add(rows.size() == 1 ? "1 row in set (0.00 sec)" : rows.size() + " rows in set (0.00 sec)");
        return lines;
    }

    /** As {@code psql}: heads in the middle, numbers to the right. */
    List<String> psql() {
        var widths = widths();
        var rule = new StringBuilder();
        var head = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            int left = (widths[i] - columns.get(i).length()) / 2;
            var cell = " ".repeat(left) + columns.get(i);
            head.append(i == 0 ? " " : " | ").append(cell).append(" ".repeat(widths[i] - cell.length()));
            rule.append(i == 0 ? "" : "+").append("-".repeat(widths[i] + 2));
        }
        var lines = new ArrayList<String>();
        lines.add(head.toString().stripTrailing());
        lines.add(rule.toString());
        rows.forEach(row -> lines.add(row(row, widths, " ", " | ", "", true).stripTrailing()));
        lines.add(rows.size() == 1 ? "(1 row)" : "(" + rows.size() + " rows)");
        return lines;
    }

    private static String row(
            List<String> cells, int[] widths, String begin, String between, String end, boolean aligned) {
        var line = new StringBuilder(begin);
        for (int i = 0; i < widths.length; i++) {
            var cell = cells.get(i);
            var filling = " ".repeat(widths[i] - cell.length());
            boolean number = aligned && cell.matches("-?\\d+(\\.\\d+)?");
            line.append(i == 0 ? "" : between).append(number ? filling + cell : cell + filling);
        }
        return line.append(end).toString();
    }
}
