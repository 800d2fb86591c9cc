package mayday.program;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * A bare JTE page: a list of rows with an address and a text each, about half of it markup, as JTE's compiler would write it
 * ({@code @for(row in rows)<li><a href="#${row.id()}">${row.text()}</a></li>@endfor}). No template is compiled for it, since nothing that ships
 * needs it.
 */
final class BarePage {
    private static final String WORDS = "Checkout fails for one customer in five.";

    private final List<Row> rows = new ArrayList<>();

    private record Row(String id, String text) {}

    /** A page of about so many bytes. */
    BarePage(int bytes) {
        while (rendered().length() < bytes) {
            rows.add(new Row("e-" + rows.size(), WORDS));
        }
    }

    String rendered() {
        var text = new StringOutput();
        var output = new OwaspHtmlTemplateOutput(text);
        render(output);
        return text.toString();
    }

    private void render(HtmlTemplateOutput output) {
        output.writeContent("<!doctype html>\n<html lang=\"en\">\n<title>Bare</title>\n<ul>\n");
        for (var row : rows) {
            output.writeContent("<li class=\"row\"><a class=\"at\" href=\"#");
            output.setContext("a", "href");
            output.writeUserContent(row.id());
            output.setContext("a", null);
            output.writeContent("\">");
            output.setContext("a", null);
            output.writeUserContent(row.text());
            output.writeContent("</a></li>\n");
        }
        output.writeContent("</ul>\n</html>\n");
    }
}
