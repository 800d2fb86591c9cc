package mayday.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The pages' templates, compiled when Mayday was built. */
final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** A template, such as {@code room.jte}, as text. */
    String render(String name, Map<String, Object> parameters) {
        var output = new StringOutput();
        engine.render(name, parameters, output);
        return output.toString();
    }

    /** A template to be set into another one. */
    Content content(String name, Map<String, Object> parameters) {
        return new Content() {
            @Override
            public void writeTo(TemplateOutput output) {
                engine.render(name, parameters, output);
            }
        };
    }
}
